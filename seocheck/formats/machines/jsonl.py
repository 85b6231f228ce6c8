"""Reports as JSON Lines: one Report a line; a file that could not be read is a line `{"failure": ...}`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from seocheck.formats.machines.encode import json_text
from seocheck.formats.machines.json import relative, report_json
from seocheck.formats.run import RunEnd, RunStart
from seocheck.model.report import SCHEMA_VERSION, Report
from seocheck.rulekit.registry import LoadedRule


class JsonLinesWriter:
    """Writes each report as it comes, so that a reader need not wait for the end."""

    def __init__(self, out: TextIO, start: RunStart) -> None:
        self._out = out
        self._start = start

    def add(self, report: Report, rules: Sequence[LoadedRule]) -> None:
        """Write one line."""
        self._out.write(report_json(report, self._start) + "\n")

    def close(self, end: RunEnd) -> None:
        """Write what could not be read."""
        for failure in end.failures:
            line = {"schema_version": SCHEMA_VERSION, "failure": relative(failure, self._start)}
            self._out.write(json_text(line) + "\n")
