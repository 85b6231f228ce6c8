"""Reports as one JSON document, written as they come."""

from __future__ import annotations

from typing import TextIO

from seocheck._version import __version__
from seocheck.report import SCHEMA_VERSION, NotAssessed, Report, encode_json


class JsonWriter:
    """Writes `RunResult`: reports one by one, then what was passed over and what could not be read.

    One report a line, so that two runs can be compared line by line.
    """

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._first = True
        out.write(f'{{"schema_version":{SCHEMA_VERSION},"seocheck_version":"{__version__}","reports":[')

    def add(self, report: Report) -> None:
        """Write one report."""
        self._out.write("\n" if self._first else ",\n")
        self._first = False
        self._out.write(report.to_json())

    def close(self, passed_over: list[tuple[str, str]], failures: list[tuple[str, str]]) -> None:
        """Write the rest; each entry is a path and a reason."""
        self._out.write("\n]" if not self._first else "]")
        for name, entries in (("passed_over", passed_over), ("failures", failures)):
            items = [NotAssessed(subject=path, reason=reason) for path, reason in entries]
            self._out.write(f',"{name}":{encode_json(items).decode()}')
        self._out.write("}\n")
