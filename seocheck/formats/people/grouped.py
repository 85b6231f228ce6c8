"""The findings of each article below its path, a line each: for a run that is read file by file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from seocheck.formats.findings import Trouble, rule_failures, to_fix, unreadable
from seocheck.formats.people.for_people import at, for_people
from seocheck.formats.people.styled import safe, shown
from seocheck.formats.run import RunEnd, RunStart
from seocheck.model.report import Report
from seocheck.rulekit.registry import LoadedRule


class GroupedWriter:
    """Writes articles with findings as they come. Columns are code points from 1; paths are as given."""

    def __init__(self, out: TextIO, start: RunStart) -> None:
        self._out = out
        self._any = False

    def add(self, report: Report, rules: Sequence[LoadedRule]) -> None:
        """Write the findings of one article, in columns."""
        report = for_people(report)
        rows = [("1:1", "error", trouble.name, trouble.message) for trouble in rule_failures(report)]
        rows += [(at(each.place), each.severity, each.rule, safe(each.message)) for each in to_fix(report)]
        if not rows:
            return
        score = "" if report.score is None else f"  {report.score:.0f}/100 {report.grade}"
        self._head(f"{safe(report.path)}{score}")
        widths = [max(len(row[column]) for row in rows) for column in range(3)]
        for row in rows:
            cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False))
            self._line(f"  {'  '.join(cells)}  {row[3]}")

    def close(self, end: RunEnd) -> None:
        """Write what could not be read."""
        for failure in end.failures:
            trouble: Trouble = unreadable(failure)
            self._head(safe(trouble.path))
            self._line(f"  1:1  error  {trouble.name}  {trouble.message}")

    def _head(self, line: str) -> None:
        if self._any:
            self._out.write("\n")
        self._any = True
        self._line(line)

    def _line(self, line: str) -> None:
        self._out.write(shown(line) + "\n")
