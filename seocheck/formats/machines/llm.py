"""The findings in the fewest words, for a language model: what several share is said once.

content/rye.md 59/100
warning keywords/unsupported -8.1: Write about it where it belongs, or remove it from the list.
 4:46 The article never mentions “bicycle lights”.
 4:62 The article never mentions “dry shoes”.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from seocheck.formats.findings import rule_failures, unreadable
from seocheck.formats.people.for_people import at, for_people
from seocheck.formats.people.styled import safe, shown
from seocheck.formats.run import RunEnd, RunStart
from seocheck.model.report import Report, ReportedFinding
from seocheck.rulekit.registry import LoadedRule


class LlmWriter:
    """Writes articles with findings as they come. Columns are code points from 1."""

    def __init__(self, out: TextIO, start: RunStart) -> None:
        self._out = out
        self._paths = start.paths

    def add(self, report: Report, rules: Sequence[LoadedRule]) -> None:
        """Write the findings of one article: those that gain most first, as they are in the report."""
        below = list(_below(for_people(report)))
        if not below:
            return
        score = "" if report.score is None else f" {report.score:.0f}/100"
        for line in (f"{safe(self._paths.from_folder(report.path))}{score}", *below):
            self._out.write(f"{shown(line)}\n")

    def close(self, end: RunEnd) -> None:
        """Write what could not be read."""
        for failure in end.failures:
            trouble = unreadable(failure)
            self._out.write(
                shown(f"{safe(self._paths.from_folder(trouble.path))} error {trouble.name}: {trouble.message}") + "\n"
            )


def _below(report: Report) -> Iterator[str]:
    """What is to be done, and the places at which to do it."""
    for trouble in rule_failures(report):
        yield f"error {trouble.name}: {trouble.message}"
    groups: dict[tuple[str, str, str], list[ReportedFinding]] = {}
    for finding in report.findings:
        if not finding.known:
            groups.setdefault((finding.severity, finding.rule, finding.hint), []).append(finding)
    for (severity, rule, hint), findings in groups.items():
        points = sum(finding.points for finding in findings)
        cost = f" -{points:.1f}" if points >= 0.05 else ""
        yield f"{severity} {rule}{cost}{f': {safe(hint)}' if hint else ''}"
        places: dict[str, list[ReportedFinding]] = {}
        for finding in sorted(findings, key=lambda each: each.place.start.offset):
            places.setdefault(finding.message, []).append(finding)
        for message, same in places.items():
            yield f" {', '.join(_where(same))} {safe(message)}"


def _where(findings: Sequence[ReportedFinding]) -> Iterator[str]:
    """The places of findings; of one that stands for several, the place of each."""
    for finding in findings:
        yield safe(at(finding.place))
        if finding.count > 1:
            yield from (safe(at(place)) for place in finding.related)
