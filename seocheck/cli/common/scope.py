"""Which files a run checks, and which of their findings are new: exclusions, changed files, the baseline."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from seocheck.base.bounds import Bounds
from seocheck.cli.common.output import notify
from seocheck.config.exclude import Exclusion
from seocheck.errors import UnreadableError
from seocheck.model.report import Report
from seocheck.model.result import PassedOver
from seocheck.rulekit.registry import LoadedRule
from seocheck.runs.discover import Candidate, Discovery, looks_like_article
from seocheck.runs.run import Built

if TYPE_CHECKING:
    from seocheck.gates.baseline import Baseline
    from seocheck.gates.changes import Changes


class Scope:
    """The files to check and the findings that count.

    force: treat files that are named as if they were found in a folder. changes: check only what changed in git.
    changed_lines: count only findings on changed lines. baseline: count only what isn't in it. site: include sitemaps
    and feeds. columns: of files of rows, as `Discovery` takes them.
    """

    def __init__(
        self,
        excluded: Exclusion,
        *,
        force: bool = False,
        changes: Changes | None = None,
        changed_lines: bool = False,
        baseline: Baseline | None = None,
        site: bool = False,
        columns: Mapping[str, str] | None = None,
    ) -> None:
        self.excluded = excluded
        self._force = force
        self.changes = changes
        self._changed_lines = changed_lines
        self.baseline = baseline
        self._site = site
        self._columns = columns

    def find(
        self,
        paths: Sequence[str],
        on_passed_over: Callable[[PassedOver], None],
        on_failure: Callable[[UnreadableError], None],
    ) -> Iterator[Candidate]:
        """The files to check in these paths; "-" is standard input. Raises SettingsError."""
        also = _looks_like_listing if self._site else _no_other
        files = [path for path in paths if path != "-"]
        found = Discovery(files, on_passed_over, on_failure, self.excluded, also, self._columns)
        for path in paths:
            if path == "-":
                yield Candidate("-", True)
                continue
            for candidate in found.find(path, set()):
                yield from self._wanted(candidate, also, on_passed_over)

    def _wanted(
        self, candidate: Candidate, also: Callable[[str], bool], on_passed_over: Callable[[PassedOver], None]
    ) -> Iterator[Candidate]:
        """The file, unless it is skipped."""
        path = candidate.path
        if not self._site and not self.reports_on(path):
            return
        if not (self._force and candidate.named) or candidate.part is not None:
            yield candidate
            return
        real = os.path.realpath(path) if os.path.islink(path) else ""
        fault = Bounds([os.path.dirname(path) or "."]).fault(real) if real else ""
        if not fault and not looks_like_article(os.path.normpath(path)) and not also(path):
            fault = "not an article"
        if fault:
            on_passed_over(PassedOver(path, fault))
        else:
            yield Candidate(path, named=False, real=real)

    def reports_on(self, path: str) -> bool:
        """Whether the findings of this article are asked for; a site is compared as a whole all the same."""
        return self.changes is None or self.changes.of(path) is not None

    def mark(self, report: Report, rules: Sequence[LoadedRule]) -> Report:
        """The report with what is not new marked as known."""
        if self.baseline is not None:
            report = self.baseline.mark(report, [rule.id for rule in rules])
        if self.changes is not None and self._changed_lines:
            report = self.changes.mark(report)
        return report


def _looks_like_listing(name: str) -> bool:
    from seocheck.readers.listing import looks_like_listing  # only runs over a site need its parser

    return looks_like_listing(name)


def _no_other(_: str) -> bool:
    return False


def built_site(url: str | None, paths: Sequence[str]) -> Built | None:
    """What `--url URL` says of the one folder that is checked. Raises UsageError."""
    if url is None:
        return None
    from seocheck.config.validate import is_full_url

    if not is_full_url(url):
        raise click.BadParameter(f"“{url}” is no full URL such as https://example.org", param_hint="'--url'")
    folder = paths[0] if paths else "."
    if len(paths) > 1 or not os.path.isdir(folder):
        raise click.UsageError("--url needs one folder: the one that is published there.")
    return os.path.abspath(folder), url


def changed_scope(
    changed: str | None, changed_lines: str | None, paths: tuple[str, ...]
) -> tuple[Changes | None, tuple[str, ...]]:
    """What `--changed [REF]` and `--changed-lines [REF]` mean, and the paths to check.

    In `--changed content`, "content" is read as a commit; if there isn't one but a path, it means the path. Raises
    GitError, and UsageError for two different commits.
    """
    given = {ref for ref in (changed, changed_lines) if ref is not None}
    if not given:
        return None, paths
    from seocheck.gates.changes import Changes
    from seocheck.gates.git import Repository, default_base

    refs = sorted(given - {""})
    folders = [ref for ref in refs if os.path.exists(ref) and not Repository().has_commit(ref)]
    refs = [ref for ref in refs if ref not in folders]
    if len(refs) > 1:
        raise click.UsageError("--changed and --changed-lines name different commits: name one.")
    if not refs and os.environ.get("CI") and default_base() == "HEAD":
        notify("warning: this build has no base branch, so only uncommitted changes count; name one: --changed REF")
    return Changes(refs[0] if refs else ""), (*folders, *paths)
