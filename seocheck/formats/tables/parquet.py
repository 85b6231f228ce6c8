"""Parquet: the same table as CSV, with types, and each Summary. Needs pyarrow, which isn't installed with seocheck."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO

import msgspec

from seocheck.errors import SeocheckError
from seocheck.formats.run import RunEnd, RunStart
from seocheck.formats.tables.columns import Value, columns, row
from seocheck.formats.tables.types import arrow_types
from seocheck.model.report import Report, encode_json
from seocheck.rulekit.registry import LoadedRule

TOGETHER = 2_000
"""Rows of a group, which are held until they are written."""


class ParquetWriter:
    """Writes rows in groups. Raises SeocheckError without pyarrow."""

    def __init__(self, out: TextIO, start: RunStart) -> None:
        try:
            import pyarrow as pa
            import pyarrow.parquet as pq
        except ModuleNotFoundError:
            raise SeocheckError("parquet needs pyarrow: pip install pyarrow") from None
        types = arrow_types()
        self._pyarrow: Any = pa
        fields = [(name, types[kind]) for name, kind in columns().items()]
        self._schema = pa.schema([*fields, ("summary", pa.binary())])
        self._file: Any = pq.ParquetWriter(out.buffer, self._schema)
        self._rows: list[dict[str, Value | bytes]] = []
        self._start = start

    def add(self, report: Report, rules: Sequence[LoadedRule]) -> None:
        """Take one article."""
        del rules
        summary = encode_json(report.summary)
        report = msgspec.structs.replace(report, path=self._start.paths.from_root(report.path))
        self._rows.append({**{name: _unicode(value) for name, value in row(report).items()}, "summary": summary})
        if len(self._rows) >= TOGETHER:
            self._write()

    def close(self, end: RunEnd) -> None:
        """Write what is left, and the end of the file."""
        self._write()
        self._file.close()

    def _write(self) -> None:
        if self._rows:
            self._file.write_table(self._pyarrow.Table.from_pylist(self._rows, schema=self._schema))
            self._rows.clear()


def _unicode(value: Value) -> Value:
    """Half a surrogate pair, which a file name may bring, isn't valid Unicode."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
