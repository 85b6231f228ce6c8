"""Reports as a data frame of pandas or polars, which are not installed with seocheck."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from typing import Any, Literal

from seocheck.errors import SeocheckError
from seocheck.formats.tables.columns import Value, columns, row
from seocheck.model.report import Report

Backend = Literal["pandas", "polars"]

BACKENDS: tuple[Backend, ...] = ("pandas", "polars")


def to_dataframe(reports: Iterable[Report], backend: Backend | None = None) -> Any:
    """A data frame with a row an article; docs/data.md says what the columns mean.

    backend: "pandas" or "polars"; None for the first of them that is installed. Numbers that are not there are missing
    values, also in columns of whole numbers. Raises SeocheckError where the library is not installed.
    """
    if backend is None:
        backend = next((name for name in BACKENDS if find_spec(name) is not None), "pandas")
    if backend not in BACKENDS:
        raise SeocheckError(f"{backend!r} is neither 'pandas' nor 'polars'")
    if find_spec(backend) is None:
        raise SeocheckError(f"{backend} is not installed: pip install {backend}")
    values: dict[str, list[Value]] = {name: [] for name in columns()}
    for report in reports:
        for name, value in row(report).items():
            values[name].append(value)
    return _pandas(values) if backend == "pandas" else _polars(values)


def _pandas(values: dict[str, list[Value]]) -> Any:
    import pandas as pd

    types = {"text": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
    return pd.DataFrame({name: pd.array(values[name], dtype=types[kind]) for name, kind in columns().items()})


def _polars(values: dict[str, list[Value]]) -> Any:
    import polars as pl

    types = {"text": pl.String, "integer": pl.Int64, "number": pl.Float64, "boolean": pl.Boolean}
    return pl.DataFrame(values, schema={name: types[kind] for name, kind in columns().items()}, strict=False)
