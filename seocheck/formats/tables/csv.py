"""CSV: a row an article, quoted as RFC 4180 has it. What an article says cannot become a formula of a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import TextIO

import msgspec

from seocheck.formats.logs import defused, harmless
from seocheck.formats.people.styled import safe
from seocheck.formats.run import RunEnd, RunStart
from seocheck.formats.tables.columns import Value, columns, row
from seocheck.model.report import Report
from seocheck.rulekit.registry import LoadedRule

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a text must not begin with, blanks aside: spreadsheets would take it for a formula, which may read other cells
and send them away. Some take the full-width forms for the same. OWASP, "CSV Injection",
https://owasp.org/www-community/attacks/CSV_Injection."""


class CsvWriter:
    """Writes each row when its report comes."""

    def __init__(self, out: TextIO, start: RunStart) -> None:
        self._rows = csv.writer(out, lineterminator="\n")
        self._start = start
        self._rows.writerow(columns())

    def add(self, report: Report, rules: Sequence[LoadedRule]) -> None:
        """Write one article."""
        del rules
        report = msgspec.structs.replace(report, path=self._start.paths.from_root(report.path))
        cells = [csv_cell(value) for value in row(report).values()]
        cells[0] = harmless(str(cells[0]))  # where the line begins
        self._rows.writerow(cells)

    def close(self, end: RunEnd) -> None:
        """Nothing is left to write."""


def csv_cell(value: Value) -> str | int:
    """A value as a cell that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.4g}" if abs(value) < 1 else f"{value:.2f}".rstrip("0").rstrip(".")
    if isinstance(value, str):
        said = defused(safe(value))
        return f"'{said}" if value.startswith(FORMULA) or said.lstrip().startswith(FORMULA) else said
    return value
