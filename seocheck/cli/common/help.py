"""The help of commands with many options: options in groups, then examples and environment variables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import click

Groups = Mapping[str, Sequence[str]]
"""Heading -> the names of its parameters, in the order in which help lists them."""

CHECK_GROUPS: Groups = {
    "What to check": (
        "exclude",
        "force_exclude",
        "fields",
        "changed",
        "changed_lines",
        "stdin_filename",
        "site",
        "url",
        "config",
        "isolated",
    ),
    "Rules": ("select", "ignore", "rules", "profile"),
    "What to report": ("baseline", "write_baseline", "prune_baseline"),
    "What fails the run": ("fail_on", "min_score", "max_warnings", "exit_zero", "allow_empty"),
    "Output": ("formats", "output", "statistics", "quiet", "verbose", "watch", "history"),
    "Fixing": ("fix", "diff", "only_scored"),
    "Cache and workers": ("cache_dir", "no_cache", "clear_cache", "workers"),
}
CHECK_EXAMPLES = (
    ("seocheck check content/", "Check all articles in a folder."),
    ("seocheck check post.md --verbose", "Show every finding in full."),
    ("seocheck check --changed --fail-on warning", "Check what changed, as CI does for a pull request."),
    ("seocheck check -f text -f html=report.html", "Print text, and write an HTML report."),
    ("seocheck check --diff content/", "Show what --fix would change."),
    ("seocheck check articles.csv --fields body=html", "Check the rows of a table."),
    ("seocheck check - --stdin-filename post.md < post.md", "Check standard input."),
)

SITE_GROUPS: Groups = {
    "What to check": ("exclude", "fields", "url", "config", "isolated"),
    "Rules": ("select", "ignore", "rules"),
    "What to report": ("changed", "changed_lines", "baseline", "write_baseline", "prune_baseline"),
    "What fails the run": ("fail_on", "max_warnings", "exit_zero", "allow_empty"),
    "Output": ("formats", "output", "quiet", "verbose"),
    "Cache and workers": ("cache_dir", "no_cache", "workers"),
}
SITE_EXAMPLES = (
    ("seocheck site content/", "Compare all articles in a folder with each other."),
    ("seocheck site content/ --changed", "Report only what changed, compared with all."),
    ("seocheck site content/ -f html=site.html", "Write an HTML report."),
)

_SHARED = (
    ("SEOCHECK_CACHE_DIR", "Folder for the cache, where --cache-dir isn't given; if empty, nothing is cached."),
    ("SEOCHECK_DEBUG", "If set, an internal error shows its traceback."),
    ("NO_COLOR, FORCE_COLOR", "Never use colour; use it even where output isn't a terminal."),
    ("COLUMNS", "Width of the output."),
    ("GITHUB_ACTIONS", "If “true” and no format is given, annotations follow the text."),
    ("GITHUB_STEP_SUMMARY", "File to which the format github appends a summary."),
    ("GITHUB_WORKSPACE, CI_PROJECT_DIR", "Root of the project, where there is no git repository."),
)
SITE_ENVIRONMENT = CHECK_ENVIRONMENT = (
    *_SHARED,
    ("GITHUB_BASE_REF, CI_MERGE_REQUEST_DIFF_BASE_SHA", "What --changed compares with, where no REF is given."),
    ("SOURCE_DATE_EPOCH", "Time of the run that --history records, in seconds since 1970."),
)


class GroupedCommand(click.Command):
    """A command that lists its options in groups.

    groups: each option is in one; what is in none (--help) comes last. examples: command lines, each with what it does.
    environment: variables that the command reads, each with what it means.
    """

    def __init__(
        self,
        *args: Any,
        groups: Groups,
        examples: Sequence[tuple[str, str]],
        environment: Sequence[tuple[str, str]],
        **settings: Any,
    ) -> None:
        super().__init__(*args, **settings)
        self.groups = groups
        self._examples = examples
        self._environment = environment

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options in their groups."""
        options = [parameter for parameter in self.get_params(ctx) if isinstance(parameter, click.Option)]
        records = {option.name: record for option in options if (record := option.get_help_record(ctx)) is not None}
        for heading, names in self.groups.items():
            with formatter.section(heading):
                formatter.write_dl([records.pop(name) for name in names])
        with formatter.section("Other"):
            formatter.write_dl(list(records.values()))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples and the environment variables."""
        with formatter.section("Examples"):
            for line, meaning in self._examples:
                formatter.write_text(f"# {meaning}")
                formatter.write_text(line)
        with formatter.section("Environment variables"):
            formatter.write_dl(self._environment, col_max=22)
