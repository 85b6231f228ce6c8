"""The rows of Parquet, by the library pyarrow."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from seocheck.base.files import NotRegularError, open_regular
from seocheck.errors import NotInstalledError, UnreadableError


def names_of(path: str) -> list[str]:
    """The names of the columns. Raises UnreadableError for what is no Parquet, NotInstalledError without pyarrow."""
    return list(_opened(path).schema_arrow.names)


def ids_of(path: str, column: str) -> Iterator[Sequence[Any]]:
    """For each row group what this column holds; without a column as many None as it has rows."""
    file = _opened(path)
    for group in range(file.num_row_groups):
        count = file.metadata.row_group(group).num_rows
        yield _values(_read(path, file, group, [column]).column(0)) if column else [None] * count


def row_of(path: str, group: int, at: int, columns: Sequence[str]) -> dict[str, Any]:
    """A row, by the names of these columns. Raises OSError and UnreadableError."""
    status = os.stat(path)
    row = _group(path, group, tuple(columns), status.st_size, status.st_mtime_ns).slice(at, 1)
    if not row.num_rows:
        raise UnreadableError(path, "has changed while it was read")
    try:
        return {name: _plain(value) for name, value in row.to_pylist()[0].items()}
    except (ValueError, OverflowError) as error:  # no UTF-8; a date that Python doesn't know
        raise UnreadableError(path, f"broken Parquet: {_line(error)}") from None


def _values(column: Any) -> Sequence[Any]:
    """The values of a column; None for one that can't be read."""
    try:
        return [_plain(value) for value in column.to_pylist()]
    except (ValueError, OverflowError):
        return [_value(each) for each in column]


def _value(scalar: Any) -> Any:
    try:
        return _plain(scalar.as_py())
    except (ValueError, OverflowError):
        return None


def _plain(value: Any) -> Any:
    """Bytes as text, if they are UTF-8: some programs don't say that their columns hold text."""
    if not isinstance(value, bytes):
        return value
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value


@lru_cache(maxsize=1)  # rows come in their order, and a group is read as a whole
def _group(path: str, group: int, columns: tuple[str, ...], size: int, changed: int) -> Any:
    return _read(path, _opened(path), group, columns)


def _read(path: str, file: Any, group: int, columns: Sequence[str]) -> Any:
    try:
        return file.read_row_group(group, columns=list(columns))
    except (ValueError, OSError, KeyError, NotImplementedError, MemoryError) as error:  # pyarrow's derive from these
        raise UnreadableError(path, f"broken Parquet: {_line(error)}") from None


def _opened(path: str) -> Any:
    try:
        from pyarrow import ArrowInvalid
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise NotInstalledError(path, "pyarrow") from None
    try:
        with open_regular(path) as file:
            _fault_of_none(file.read(1), path)
        return ParquetFile(path)
    except NotRegularError as error:
        raise UnreadableError(path, str(error)) from None
    except (ArrowInvalid, NotImplementedError, OSError) as error:
        raise UnreadableError(path, f"no Parquet: {_line(error)}") from None


def _fault_of_none(data: bytes, path: str) -> None:
    if not data:
        raise UnreadableError(path, "is empty")


def _line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
