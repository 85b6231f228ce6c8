"""Reports as one JSON document, written as they come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

import msgspec

from seocheck._version import __version__
from seocheck.formats.machines.encode import harmless_json, json_text
from seocheck.formats.run import RunEnd, RunStart
from seocheck.model.report import SCHEMA_VERSION, NotAssessed, Report
from seocheck.rulekit.registry import LoadedRule


class JsonWriter:
    """Writes `RunResult`: reports one by one, then what was skipped and what could not be read.

    One report a line, so that two runs can be compared line by line.
    """

    def __init__(self, out: TextIO, start: RunStart) -> None:
        self._out = out
        self._start = start
        self._first = True
        out.write(f'{{"schema_version":{SCHEMA_VERSION},"seocheck_version":"{__version__}","reports":[')

    def add(self, report: Report, rules: Sequence[LoadedRule]) -> None:
        """Write one report."""
        self._out.write("\n" if self._first else ",\n")
        self._first = False
        self._out.write(report_json(report, self._start))

    def close(self, end: RunEnd) -> None:
        """Write the rest; each entry is a path and a reason."""
        self._out.write("\n]" if not self._first else "]")
        for name, entries in (("passed_over", end.passed_over), ("failures", end.failures)):
            items = [relative(entry, self._start) for entry in entries]
            self._out.write(f',"{name}":{json_text(items)}')
        self._out.write("}\n")


def report_json(report: Report, start: RunStart) -> str:
    """A report on one line. An absolute path below the working directory is written relative to it."""
    path = report.path
    if path.startswith("/") or path[1:3] == ":/":
        path = start.paths.from_folder(path)
        summary = msgspec.structs.replace(report.summary, path=path)
        report = msgspec.structs.replace(report, path=path, summary=summary)
    return harmless_json(report.to_json())


def relative(entry: NotAssessed, start: RunStart) -> NotAssessed:
    """A path and a reason, the path as in the reports."""
    path = entry.subject
    if path.startswith("/") or path[1:3] == ":/":
        return NotAssessed(subject=start.paths.from_folder(path), reason=entry.reason)
    return entry
