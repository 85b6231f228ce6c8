"""The text format: each report as it comes, a summary at the end; of a run over many articles only the summary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TextIO

from seocheck.base.plural import plural
from seocheck.formats.findings import LEGEND
from seocheck.formats.people.digest import MANY, Digest, how_to_see_more
from seocheck.formats.people.styled import Line, Styled, plain, wrapped
from seocheck.formats.people.summary import summary_lines
from seocheck.formats.people.text import article_lines
from seocheck.formats.run import RunEnd, RunStart
from seocheck.model.report import Report
from seocheck.rulekit.registry import LoadedRule


class TextWriter:
    """Writes for a person.

    show: draws lines on the stream, in colour where that is wanted. width: columns. quiet: a line an article.
    verbose: every finding in full, keyword map, what was not counted or assessed.
    """

    def __init__(
        self,
        out: TextIO,
        start: RunStart,
        *,
        show: Callable[[list[Line]], None] | None = None,
        width: int = 80,
        quiet: bool = False,
        verbose: bool = False,
    ) -> None:
        self._show = show or (lambda lines: out.write(plain(lines)) and None)
        self._width = width
        self._quiet = quiet
        self._verbose = verbose
        self._first = True
        self._points = False
        calm = start.articles > MANY and not quiet and not verbose
        # Of a run that asks for what is new, an article without anything new is only counted.
        self._only_new = start.baseline and start.articles > 1 and not quiet and not verbose
        self._nothing_new = 0
        self._digest = Digest(start.fail_on, start.baseline, start.min_score) if calm else None

    def add(self, report: Report, rules: Sequence[LoadedRule]) -> None:
        """Write one report."""
        if self._digest is not None:
            self._digest.add(report)
            return
        if self._only_new and all(finding.known for finding in report.findings) and not report.failures:
            self._nothing_new += 1
            return
        self._gap()
        self._first = False
        self._points = self._points or any(finding.points >= 0.05 for finding in report.findings)
        self._show(article_lines(report, width=self._width, verbose=self._verbose, quiet=self._quiet))

    def close(self, end: RunEnd) -> None:
        """Write the summary."""
        if end.results or end.passed_over or end.checked:
            self._gap()
            if self._digest is not None:
                self._show(list(self._digest.lines(end.results, min(self._width, 100))))
            if self._nothing_new:
                self._show(
                    [[Styled(f"{plural(self._nothing_new, 'article')} with nothing new (-v shows them)", "dim")]]
                )
            if self._points and not self._quiet:
                self._show(wrapped(LEGEND, min(self._width, 100), "", "dim"))
            reasons = [entry.reason for entry in end.passed_over]
            width = min(self._width, 100)
            self._show(
                summary_lines(
                    end.results,
                    reasons,
                    len(end.failures),
                    checked=end.checked,
                    width=width,
                    quiet=self._quiet,
                    costs=self._digest is None,
                )
            )
            if self._digest is not None:
                self._show(how_to_see_more(width))

    def _gap(self) -> None:
        if not self._first and not self._quiet:
            self._show([[]])
