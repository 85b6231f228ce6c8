"""Reports as a data frame of pandas or polars, which are not installed with seocheck."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from typing import Any, Literal

from seocheck.errors import SeocheckError
from seocheck.formats.tables.columns import Kind, Value, core_columns, row
from seocheck.formats.tables.columns import columns as all_columns
from seocheck.formats.tables.types import PANDAS, polars_types
from seocheck.model.report import Report

Backend = Literal["pandas", "polars"]

BACKENDS: tuple[Backend, ...] = ("pandas", "polars")


Rows = Iterable[Mapping[str, Value]]

FINDING_COLUMNS: dict[str, Kind] = {
    "path": "text", "rule": "text", "severity": "text", "line": "integer", "column": "integer", "points": "number",
    "message": "text", "hint": "text", "subject": "text", "quote": "text", "known": "boolean",
}  # fmt: skip
KEYWORD_COLUMNS: dict[str, Kind] = {
    "path": "text", "keyword": "text", "rank": "integer", "primary": "boolean", "tier": "text", "count": "integer",
    "missing": "text", "zones": "text", "line": "integer",
}  # fmt: skip


def to_dataframe(
    reports: Iterable[Report], backend: Backend | None = None, *, columns: Literal["all", "core"] = "all"
) -> Any:
    """A data frame with a row an article; docs/data.md says what the columns mean.

    columns: "core" leaves out those of single rules, and names the others so that `frame.score_keywords` works.
    backend: "pandas" or "polars"; None for the first of them that is installed. Numbers that are not there are missing
    values, also in columns of whole numbers. Raises SeocheckError where the library is not installed.
    """
    kinds = all_columns()
    if columns == "all":
        return _frame(map(row, reports), kinds, backend)
    if columns != "core":
        raise SeocheckError(f"{columns!r} is neither 'all' nor 'core'")
    core = core_columns()
    rows = ({name: values[full] for name, full in core.items()} for values in map(row, reports))
    return _frame(rows, {name: kinds[full] for name, full in core.items()}, backend)


def findings_to_dataframe(reports: Iterable[Report], backend: Backend | None = None) -> Any:
    """A data frame with a row a finding that isn't suppressed; backend and errors as for `to_dataframe`."""
    return _frame((values for report in reports for values in _findings(report)), FINDING_COLUMNS, backend)


def keywords_to_dataframe(reports: Iterable[Report], backend: Backend | None = None) -> Any:
    """A data frame with a row a declared keyword; backend and errors as for `to_dataframe`."""
    return _frame((values for report in reports for values in _keywords(report)), KEYWORD_COLUMNS, backend)


def _findings(report: Report) -> Iterator[dict[str, Value]]:
    for finding in report.findings:
        start = finding.place.start
        yield {
            "path": report.path, "rule": finding.rule, "severity": finding.severity, "line": start.line,
            "column": start.column, "points": finding.points, "message": finding.message, "hint": finding.hint,
            "subject": finding.subject, "quote": finding.quote, "known": finding.known,
        }  # fmt: skip


def _keywords(report: Report) -> Iterator[dict[str, Value]]:
    for keyword in report.keywords:
        yield {
            "path": report.path, "keyword": keyword.text, "rank": keyword.rank, "primary": keyword.primary,
            "tier": keyword.tier, "count": keyword.count, "missing": ", ".join(keyword.missing) or None,
            "zones": ", ".join(keyword.zones) or None, "line": keyword.place.start.line,
        }  # fmt: skip


def _frame(rows: Rows, kinds: Mapping[str, Kind], backend: Backend | None) -> Any:
    if backend is None:
        backend = next((name for name in BACKENDS if find_spec(name) is not None), "pandas")
    if backend not in BACKENDS:
        raise SeocheckError(f"{backend!r} is neither 'pandas' nor 'polars'")
    if find_spec(backend) is None:
        raise SeocheckError(f"{backend} is not installed: pip install {backend}")
    values: dict[str, list[Value]] = {name: [] for name in kinds}
    for each in rows:
        for name, value in each.items():
            values[name].append(value)
    return as_pandas(values, kinds) if backend == "pandas" else as_polars(values, kinds)


def as_pandas(values: dict[str, list[Value]], kinds: Mapping[str, Kind]) -> Any:
    """A frame of pandas, with types in which numbers can be missing."""
    import pandas as pd

    return pd.DataFrame({name: pd.array(values[name], dtype=PANDAS[kind]) for name, kind in kinds.items()})


def as_polars(values: dict[str, list[Value]], kinds: Mapping[str, Kind]) -> Any:
    """A frame of polars."""
    import polars as pl

    types = polars_types()
    return pl.DataFrame(values, schema={name: types[kind] for name, kind in kinds.items()}, strict=False)
