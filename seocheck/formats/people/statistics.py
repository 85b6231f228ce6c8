"""What was found, rule by rule: how often, in how many articles, and what it costs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TextIO

from seocheck.formats.findings import RANK, Trouble, rule_failures, to_fix, unreadable
from seocheck.formats.people.styled import safe, shown
from seocheck.formats.run import RunEnd, RunStart
from seocheck.model.report import Report
from seocheck.model.rule import Severity
from seocheck.rulekit.registry import LoadedRule


class StatisticsWriter:
    """Counts what is to be fixed, and writes a line for each rule at the end, the most frequent first."""

    def __init__(self, out: TextIO, start: RunStart) -> None:
        self._out = out
        self._findings: Counter[str] = Counter()
        self._articles: Counter[str] = Counter()
        self._points: dict[str, float] = {}
        self._severity: dict[str, Severity] = {}
        self._troubles: list[Trouble] = []

    def add(self, report: Report, rules: Sequence[LoadedRule]) -> None:
        """Count the findings of one article."""
        self._troubles += rule_failures(report)
        found = to_fix(report)
        for finding in found:
            self._count(finding.rule, finding.count, finding.points, finding.severity)
        self._articles.update({finding.rule for finding in found})

    def close(self, end: RunEnd) -> None:
        """Write the table, and what went wrong below it."""
        self._table()
        for trouble in (*self._troubles, *map(unreadable, end.failures)):
            self._line(f"{safe(trouble.path)}: {trouble.name}: {trouble.message}")

    def _table(self) -> None:
        if not self._findings:
            return
        name = max(map(len, self._findings))
        self._line(f"{'findings':>8}  {'articles':>8}  {'points':>8}  {'severity':<10}  rule")
        for rule, count in sorted(self._findings.items(), key=lambda item: (-item[1], item[0])):
            self._line(
                f"{count:>8,}  {self._articles[rule]:>8,}  {self._points[rule]:>8,.1f}  {self._severity[rule]:<10}  "
                f"{rule:<{name}}".rstrip()
            )

    def _count(self, rule: str, count: int, points: float, severity: Severity) -> None:
        """Add to a rule; of its severities the most severe is shown."""
        self._findings[rule] += count
        self._points[rule] = self._points.get(rule, 0.0) + points
        self._severity[rule] = min(severity, self._severity.get(rule, severity), key=RANK.__getitem__)

    def _line(self, line: str) -> None:
        self._out.write(shown(line) + "\n")
