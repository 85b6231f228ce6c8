"""One line a finding, as compilers write them: `path:line:col: severity rule message`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from seocheck.formats.findings import Trouble, rule_failures, to_fix, unreadable
from seocheck.formats.people.for_people import for_people
from seocheck.formats.people.styled import safe, shown
from seocheck.formats.run import RunEnd, RunStart
from seocheck.model.report import Report
from seocheck.rulekit.registry import LoadedRule


class ConciseWriter:
    """Writes findings as they come. Columns are code points from 1; paths are as given."""

    def __init__(self, out: TextIO, start: RunStart) -> None:
        self._out = out
        self._start = start

    def add(self, report: Report, rules: Sequence[LoadedRule]) -> None:
        """Write the findings of one article."""
        report = for_people(report)
        for trouble in rule_failures(report):
            self._trouble(trouble)
        for finding in to_fix(report):
            at = finding.place.start
            where = f"{safe(report.path)}:{at.line}:{at.column}"
            self._line(f"{where}: {finding.severity} {finding.rule} {safe(finding.message)}")

    def close(self, end: RunEnd) -> None:
        """Write what could not be read."""
        for failure in end.failures:
            self._trouble(unreadable(failure))

    def _trouble(self, trouble: Trouble) -> None:
        self._line(f"{safe(trouble.path)}:1:1: error {trouble.name} {trouble.message}")

    def _line(self, line: str) -> None:
        self._out.write(shown(line) + "\n")
