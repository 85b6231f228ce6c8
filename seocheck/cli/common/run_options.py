"""The options that `seocheck check` and `seocheck site` have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--output", "-o", metavar="FILE", help="File for the format that has none of its own."),
    click.option(
        "--fail-on",
        type=click.Choice(["error", "warning", "note", "never"]),
        default="error",
        show_default=True,
        help="Exit 1 on findings of this severity or a more severe one.",
    ),
    click.option(
        "--max-warnings", type=click.IntRange(min=0), metavar="N", help="Exit 1 if there are more warnings in total."
    ),
    click.option("--baseline", metavar="FILE", help="File of known findings, which don't fail the run."),
    click.option("--write-baseline", is_flag=True, help="Write all findings to the baseline."),
    click.option("--prune-baseline", is_flag=True, help="Remove what is fixed from the baseline."),
    click.option(
        "--changed-lines",
        is_flag=False,
        flag_value="",
        default=None,
        metavar="[REF]",
        help="The same, and count only findings on changed lines.",
    ),
    click.option("--exit-zero", is_flag=True, help="Exit 0 no matter what is found."),
    click.option("--allow-empty", is_flag=True, help="Exit 0 if no article is found."),
    click.option("--exclude", multiple=True, metavar="GLOB", help="Skip these files and folders."),
    click.option("--url", metavar="URL", help="Address at which the folder PATHS is published: pages of a built site."),
    click.option("--config", metavar="FILE", help="Settings file for all articles, instead of the closest one."),
    click.option("--isolated", is_flag=True, help="Use no settings file."),
    click.option("--no-cache", is_flag=True, help="Neither read nor write the cache."),
    click.option("--cache-dir", metavar="FOLDER", help="Folder for the results of unchanged articles."),
    click.option("--quiet", "-q", is_flag=True, help="One line for each article."),
)


def run_options(command: F) -> F:
    """A command with these options."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
