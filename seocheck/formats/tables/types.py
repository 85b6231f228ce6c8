"""What pandas, polars and pyarrow call the kinds of columns; in all of them numbers can be missing."""

from __future__ import annotations

from typing import Any

from seocheck.formats.tables.columns import Kind

PANDAS: dict[Kind, str] = {"text": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}


def polars_types() -> dict[Kind, Any]:
    """The types of polars by kind."""
    import polars as pl

    return {"text": pl.String, "integer": pl.Int64, "number": pl.Float64, "boolean": pl.Boolean}


def arrow_types() -> dict[Kind, Any]:
    """The types of pyarrow by kind."""
    import pyarrow as pa

    return {"text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
