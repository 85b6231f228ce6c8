"""Checkstyle's XML, which many build servers and editors read.

`<file>` holds an `<error>` a finding; `source` is the rule after `seocheck.`, columns are code points from 1. Paths
are relative to the working directory, as Checkstyle's readers expect.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from seocheck.formats.findings import Trouble, rule_failures, said, to_fix, unreadable
from seocheck.formats.machines.encode import xml_attribute
from seocheck.formats.run import RunEnd, RunStart
from seocheck.model.report import Report
from seocheck.model.rule import Severity
from seocheck.rulekit.registry import LoadedRule

SEVERITY: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "info", "suggestion": "info"}


class CheckstyleWriter:
    """Writes files with findings as they come."""

    def __init__(self, out: TextIO, start: RunStart) -> None:
        self._out = out
        self._start = start
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n')

    def add(self, report: Report, rules: Sequence[LoadedRule]) -> None:
        """Write the findings of one article."""
        errors = [_trouble(trouble) for trouble in rule_failures(report)]
        for finding in to_fix(report):
            at = finding.place.start
            errors.append(_error(at.line, at.column, SEVERITY[finding.severity], said(finding), finding.rule))
        if errors:
            self._file(report.path, errors)

    def close(self, end: RunEnd) -> None:
        """Write what could not be read, and the end of the document."""
        for failure in end.failures:
            self._file(failure.subject, [_trouble(unreadable(failure))])
        self._out.write("</checkstyle>\n")

    def _file(self, path: str, errors: Sequence[str]) -> None:
        name = xml_attribute(self._start.paths.from_folder(path))
        self._out.write(f"  <file name={name}>\n{''.join(errors)}  </file>\n")


def _trouble(trouble: Trouble) -> str:
    return _error(1, 1, "error", trouble.message, trouble.name)


def _error(line: int, column: int, severity: str, message: str, rule: str) -> str:
    source = f"seocheck.{rule.removeprefix('seocheck/')}"
    return (
        f'    <error line="{line}" column="{column}" severity="{severity}" message={xml_attribute(message)}'
        f" source={xml_attribute(source)}/>\n"
    )
