"""GitLab's Code Quality report: a JSON array of issues for the widget of a merge request.

https://docs.gitlab.com/ci/testing/code_quality/. Every issue has all its fields: one object without a severity cuts
off the rest. The widget does not show `check_name`, so the description begins with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from seocheck.formats.findings import Trouble, numbered, rule_failures, said, unreadable
from seocheck.formats.machines.encode import json_text
from seocheck.formats.run import RunEnd, RunStart
from seocheck.model.report import Report
from seocheck.model.rule import Severity
from seocheck.rulekit.registry import LoadedRule

SEVERITY: dict[Severity, str] = {"error": "major", "warning": "minor", "note": "info", "suggestion": "info"}
"""Nothing in an article's text is critical or a blocker: these are for what keeps the check itself from being done."""
BROKEN = "critical"


class GitlabWriter:
    """Writes issues as they come."""

    def __init__(self, out: TextIO, start: RunStart) -> None:
        self._out = out
        self._start = start
        self._first = True
        self._troubles: dict[tuple[str, str], int] = {}
        out.write("[")

    def add(self, report: Report, rules: Sequence[LoadedRule]) -> None:
        """Write the findings of one article."""
        path = self._start.paths.from_root(report.path)
        for trouble in rule_failures(report):
            self._trouble(trouble)
        for item in numbered(report):
            finding = item.finding
            if item.suppressed is None and not finding.known:
                fingerprint = item.fingerprint(path)
                line = finding.place.start.line
                self._issue(finding.rule, said(finding), fingerprint, SEVERITY[finding.severity], path, line)

    def close(self, end: RunEnd) -> None:
        """Write what could not be read, and the end of the array."""
        for failure in end.failures:
            self._trouble(unreadable(failure))
        self._out.write("]\n" if self._first else "\n]\n")

    def _trouble(self, trouble: Trouble) -> None:
        path = self._start.paths.from_root(trouble.path)
        count = self._troubles.setdefault((path, trouble.name), 0)
        self._troubles[path, trouble.name] += 1
        self._issue(trouble.name, trouble.message, trouble.fingerprint(path, count), BROKEN, path, 1)

    def _issue(self, name: str, message: str, fingerprint: str, severity: str, path: str, line: int) -> None:
        self._out.write("\n" if self._first else ",\n")
        self._first = False
        issue = {
            "description": f"{name}: {message}",
            "check_name": name,
            "fingerprint": fingerprint,
            "severity": severity,
            "location": {"path": path, "lines": {"begin": line}},
        }
        self._out.write(json_text(issue))
