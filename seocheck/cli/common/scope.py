"""Which files a run checks, and which of their findings are new: exclusions, changed files, the baseline."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from seocheck.base.bounds import Bounds
from seocheck.config.exclude import Exclusion
from seocheck.errors import UnreadableError
from seocheck.model.report import Report
from seocheck.model.result import PassedOver
from seocheck.rulekit.registry import LoadedRule
from seocheck.runs.discover import Candidate, Discovery, looks_like_article

if TYPE_CHECKING:
    from seocheck.gates.baseline import Baseline
    from seocheck.gates.changes import Changes


class Scope:
    """The files to check and the findings that count.

    force: treat files that are named as if they were found in a folder. changes: check only what changed in git.
    changed_lines: count only findings on changed lines. baseline: count only what isn't in it. site: include sitemaps
    and feeds.
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
    ) -> None:
        self.excluded = excluded
        self._force = force
        self.changes = changes
        self._changed_lines = changed_lines
        self.baseline = baseline
        self._site = site

    def find(
        self,
        paths: Sequence[str],
        on_passed_over: Callable[[PassedOver], None],
        on_failure: Callable[[UnreadableError], None],
    ) -> Iterator[Candidate]:
        """The files to check in these paths; "-" is standard input. Raises SettingsError."""
        also = _looks_like_listing if self._site else _no_other
        files = [path for path in paths if path != "-"]
        found = Discovery(files, on_passed_over, on_failure, self.excluded, also)
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
        if self.changes is not None and self.changes.of(path) is None:
            return
        if not (self._force and candidate.named):
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


def changed_scope(given: str | None, paths: tuple[str, ...]) -> tuple[Changes | None, tuple[str, ...]]:
    """What `--changed [REF]` means, and the paths to check.

    In `--changed content`, "content" is read as a commit; if there isn't one but a path, it means the path. Raises
    GitError.
    """
    if given is None:
        return None, paths
    from seocheck.gates.changes import Changes
    from seocheck.gates.git import Repository

    if given and os.path.exists(given) and not Repository().has_commit(given):
        return Changes(), (given, *paths)
    return Changes(given), paths
