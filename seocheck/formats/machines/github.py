"""Annotations for GitHub Actions: workflow commands that the runner shows at the lines of a pull request.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions. A step shows ten annotations of each
kind, so ten of each are kept, the ones that cost most, and written at the end: errors, warnings, notices.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Sequence
from typing import Literal, TextIO

from seocheck.base.late_pattern import late_pattern
from seocheck.base.plural import plural
from seocheck.formats.findings import RANK, Trouble, rule_failures, to_fix, unreadable
from seocheck.formats.logs import defused
from seocheck.formats.people.styled import UNSAFE, safe
from seocheck.formats.run import RunEnd, RunStart
from seocheck.model.report import Report, ReportedFinding
from seocheck.model.rule import Severity
from seocheck.rulekit.registry import LoadedRule

Level = Literal["error", "warning", "notice"]
LEVEL: dict[Severity, Level] = {"error": "error", "warning": "warning", "note": "notice", "suggestion": "notice"}
LEVELS: tuple[Level, ...] = ("error", "warning", "notice")
SHOWN = 10
"""Annotations of each kind that GitHub shows per step."""
_OF_OTHERS = late_pattern(r"##(?=\w+\[)")
FIRST = (1, 0.0)
"""The weight of failures of the check itself: before all findings."""


class GithubWriter:
    """Keeps the most severe findings, already as commands, and writes them when all are known."""

    def __init__(self, out: TextIO, start: RunStart) -> None:
        self._out = out
        self._start = start
        self._kept: dict[Level, list[tuple[tuple[float, float], int, str]]] = {level: [] for level in LEVELS}
        self._met: Counter[Level] = Counter()

    def add(self, report: Report, rules: Sequence[LoadedRule]) -> None:
        """Take the findings of one article."""
        for trouble in rule_failures(report):
            self._trouble(trouble)
        path = self._start.paths.from_root(report.path)
        for finding in to_fix(report):
            level = LEVEL[finding.severity]
            if self._counts(level, weight := (-RANK[finding.severity], finding.gain)):
                self._keep(level, weight, _annotation(level, path, finding))

    def close(self, end: RunEnd) -> None:
        """Write the annotations, and report how many didn't fit."""
        for failure in end.failures:
            self._trouble(unreadable(failure))
        left_out = []
        for level in LEVELS:
            for _, _, line in sorted(self._kept[level], reverse=True):
                self._out.write(line + "\n")
            if more := self._met[level] - len(self._kept[level]):
                left_out.append(plural(more, level))
        if left_out:
            self._start.notify(f"{', '.join(left_out)} not annotated: GitHub shows {SHOWN} of each kind per step")

    def _trouble(self, trouble: Trouble) -> None:
        if self._counts("error", FIRST):
            path = self._start.paths.from_root(trouble.path)
            where = [] if path == "-" else [("file", path)]
            line = command("error", [*where, ("title", trouble.name)], f"{safe(path)}: {trouble.message}")
            self._keep("error", FIRST, line)

    def _counts(self, level: Level, weight: tuple[float, float]) -> bool:
        """Count a finding; returns whether it is among the most severe so far."""
        self._met[level] += 1
        kept = self._kept[level]
        return len(kept) < SHOWN or (weight, -self._met[level]) > kept[0][:2]

    def _keep(self, level: Level, weight: tuple[float, float], line: str) -> None:
        entry = (weight, -self._met[level], line)  # among equals the first is kept
        kept = self._kept[level]
        if len(kept) < SHOWN:
            heapq.heappush(kept, entry)
        else:
            heapq.heapreplace(kept, entry)


def _annotation(level: Level, path: str, finding: ReportedFinding) -> str:
    start, end = finding.place.start, finding.place.end
    properties: list[tuple[str, str | int]] = []
    if path != "-":
        properties += [("file", path), ("line", start.line)]
        if start.line == end.line:
            properties += [("col", start.column), ("endColumn", end.column)]
        else:  # GitHub rejects columns for more than one line
            properties.append(("endLine", end.line))
    properties.append(("title", finding.rule))
    hint = f"\n{safe(finding.hint)}" if finding.hint else ""
    return command(level, properties, f"{safe(path)}:{start.line}:{start.column} {safe(finding.message)}{hint}")


def command(name: str, properties: Sequence[tuple[str, str | int]], message: str) -> str:
    """A workflow command on one line; nothing in the values can end it or begin another."""
    said = ",".join(f"{key}={_property(str(value))}" for key, value in properties)
    return f"::{name} {said}::{_data(message)}"


def _data(text: str) -> str:
    return defused(UNSAFE.sub("\ufffd", _escaped(text)))


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A value, which names a file, perhaps. GitHub has no escape for `##[name]`, and looks for none in a command of the
    new form; what other servers obey is defused here too."""
    text = _OF_OTHERS.sub("## ", UNSAFE.sub("\ufffd", _escaped(text)))
    return text.replace(":", "%3A").replace(",", "%2C")
