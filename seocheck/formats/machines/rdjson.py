"""The Reviewdog Diagnostic Format, as one JSON document.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf. Columns are bytes of UTF-8 from 1, ends are exclusive.
Paths are relative to the working directory: reviewdog itself finds the repository's root.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO

from seocheck.base.positions import Position
from seocheck.formats.findings import Trouble, rule_failures, said, to_fix, unreadable
from seocheck.formats.machines.encode import json_text
from seocheck.formats.run import RunEnd, RunStart
from seocheck.model.report import Report
from seocheck.model.rule import Severity
from seocheck.rulekit.registry import LoadedRule

SEVERITY: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "note": "INFO", "suggestion": "INFO"}


class RdjsonWriter:
    """Writes diagnostics as they come."""

    def __init__(self, out: TextIO, start: RunStart) -> None:
        self._out = out
        self._start = start
        self._first = True
        out.write('{"source":{"name":"seocheck"},"diagnostics":[')

    def add(self, report: Report, rules: Sequence[LoadedRule]) -> None:
        """Write the findings of one article."""
        path = self._start.paths.from_folder(report.path)
        for trouble in rule_failures(report):
            self._trouble(trouble)
        for finding in to_fix(report):
            place = {"start": _position(finding.place.start), "end": _position(finding.place.end)}
            self._diagnostic(said(finding), path, place, SEVERITY[finding.severity], finding.rule)

    def close(self, end: RunEnd) -> None:
        """Write what could not be read, and the end of the document."""
        for failure in end.failures:
            self._trouble(unreadable(failure))
        self._out.write("]}\n" if self._first else "\n]}\n")

    def _trouble(self, trouble: Trouble) -> None:
        path = self._start.paths.from_folder(trouble.path)
        self._diagnostic(trouble.message, path, {"start": {"line": 1, "column": 1}}, "ERROR", trouble.name)

    def _diagnostic(self, message: str, path: str, place: dict[str, Any], severity: str, rule: str) -> None:
        self._out.write("\n" if self._first else ",\n")
        self._first = False
        diagnostic = {
            "message": message,
            "location": {"path": path, "range": place},
            "severity": severity,
            "code": {"value": rule},
        }
        self._out.write(json_text(diagnostic))


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column_utf8}
