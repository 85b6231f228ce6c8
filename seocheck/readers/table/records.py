"""Where the rows of a file are: found in one pass in flat memory, so that each can be read by itself."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, Literal

import msgspec

from seocheck.base.files import NotRegularError, open_regular
from seocheck.base.late_pattern import late_pattern
from seocheck.errors import SeocheckError, UnreadableError
from seocheck.readers.table.columns import Columns, choose_columns

ENDINGS: dict[str, Literal["jsonl", "csv", "parquet"]] = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".parquet": "parquet",
}  # fmt: skip
LOOKED_AT = 100
"""Rows of JSON in which names of columns are looked for."""
MOST = 64_000_000
"""Bytes of a line, or of a cell of CSV, that are read at most."""
_NAME = late_pattern(r"[\w.@:+-]{1,100}")


class Record(msgspec.Struct, frozen=True):
    """A row. start, end: its bytes, or of Parquet its row group and its number there. head: the bytes of the line
    with the names of the columns, none elsewhere. number: of the row, from 1."""

    kind: Literal["jsonl", "csv", "parquet"]
    columns: Columns
    start: int
    end: int
    number: int
    head: int = 0
    delimiter: str = ","


def kind_of(path: str) -> Literal["jsonl", "csv", "parquet"] | None:
    """What kind of rows a file holds, by its ending; None for any other file."""
    return ENDINGS.get(Path(path).suffix.lower())


def find_records(path: str, given: Mapping[str, str], shown: str = "") -> Iterator[tuple[str, Record]]:
    """The rows with the paths of their articles: the file, and the id or the number of the row.

    given: columns that somebody named, by what they hold. shown: what the file is called where it is a link, whose
    ending may be another. Raises UnreadableError for a file that isn't what its ending
    says, or has no column for the text.
    """
    seen: dict[str, int] = {}
    taken: set[str] = set()
    find = {"jsonl": _in_lines, "csv": _in_csv, "parquet": _in_parquet}[str(kind_of(shown or path))]
    try:
        for name, record in find(path, given):
            said = str(name).strip() if name is not None else ""
            name = said if _NAME.fullmatch(said) else f"row-{record.number}"
            called = name
            while called in taken:  # "a-2" may be the second "a", and an id
                seen[name] = again = seen.get(name, 1) + 1
                called = f"{name}-{again}"
            taken.add(called)
            yield f"{shown or path}#{called}", record
    except NotRegularError as error:
        raise UnreadableError(path, str(error)) from None
    except OSError as error:
        raise UnreadableError(path, (error.strerror or str(error)).lower()) from None
    except UnreadableError:
        raise
    except SeocheckError as error:
        raise UnreadableError(path, str(error)) from None


def _in_lines(path: str, given: Mapping[str, str]) -> Iterator[tuple[Any, Record]]:
    with open_regular(path) as file:
        _fault_of_start(file.read(2))
        file.seek(0)
        names = [name for _, _, line in itertools.islice(_placed(file), LOOKED_AT) for name in _mapping(line)]
    if not names:
        raise SeocheckError(f"none of its first {LOOKED_AT} lines is a JSON object")
    columns = choose_columns(names, given)
    with open_regular(path) as file:
        for number, (start, end, line) in enumerate(_placed(file), 1):
            if line.strip():
                name = _mapping(line).get(columns.id) if columns.id else None
                yield name, Record("jsonl", columns, start, end, number)


def _mapping(line: bytes) -> dict[str, Any]:
    try:
        said = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return {}  # it is said when the row is read
    return said if isinstance(said, dict) else {}


def _fault_of_start(data: bytes) -> None:
    """Raises SeocheckError for the beginning of a file without rows."""
    if not data:
        raise SeocheckError("is empty")
    if data in (b"\xff\xfe", b"\xfe\xff"):
        raise SeocheckError("is UTF-16: save it as UTF-8")


def _placed(file: BinaryIO) -> Iterator[tuple[int, int, bytes]]:
    """Where each line begins and ends, and what it says; of one that is too long for any article, its beginning."""
    start = 0
    while line := file.readline(MOST):
        end = start + len(line)
        more = line
        while len(more) == MOST and not more.endswith(b"\n"):
            more = file.readline(MOST)
            end += len(more)
        yield start, end, line
        start = end


def _in_csv(path: str, given: Mapping[str, str]) -> Iterator[tuple[Any, Record]]:
    with open_regular(path) as file:
        read, ended = 0, False

        def lines() -> Iterator[str]:
            nonlocal read, ended
            while line := file.readline(MOST):
                read += len(line)
                if len(line) == MOST:
                    raise csv.Error(f"a line of more than {MOST // 1_000_000} MB")
                yield text_of(line)
            ended = True

        _fault_of_start(file.read(2))
        file.seek(0)
        delimiter = _delimiter(file)
        file.seek(0)
        rows = csv_rows(lines(), delimiter)
        columns: Columns | None = None
        number = start = head = 0
        at = -1
        while True:
            try:
                row = next(rows, None)
            except csv.Error as error:
                raise UnreadableError(path, f"broken CSV behind row {number:,}: {_fault(error)}") from None
            if row is None:
                break
            if ended:  # the reader asked for more within the row
                raise UnreadableError(path, f"broken CSV behind row {number:,}: a quote is opened and not closed")
            if columns is not None and any(row):
                number += 1
                name = row[at] if 0 <= at < len(row) else None
                yield name, Record("csv", columns, start, read, number, head, delimiter)
            elif columns is None and any(row) and not _says_delimiter(row):
                columns = choose_columns(row, given)
                head = read
                at = row.index(columns.id) if columns.id else -1
            start = read
        if columns is None:
            raise SeocheckError("has no line with the names of the columns")


def _delimiter(file: BinaryIO) -> str:
    """What separates cells: what the first line that says something has most of."""
    first = next((line for line in iter(lambda: file.readline(MOST), b"") if line.strip()), b"")
    said = text_of(first)
    return max(",;\t|", key=said.count)


def _says_delimiter(row: list[str]) -> bool:
    """Whether this is the line "sep=;" that spreadsheets put before all others."""
    return row[0].lower() == "sep=" and not any(row[1:])


def _fault(error: csv.Error) -> str:
    said = str(error)
    return "its lines end with CR alone: save it with LF or CRLF" if said.startswith("new-line") else said


def csv_rows(lines: Iterator[str], delimiter: str) -> Iterator[list[str]]:
    """The rows of CSV."""
    csv.field_size_limit(MOST)
    return csv.reader(lines, delimiter=delimiter)


def text_of(line: bytes) -> str:
    """A line of CSV as text: UTF-8, or Windows-1252 where it is none."""
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _in_parquet(path: str, given: Mapping[str, str]) -> Iterator[tuple[Any, Record]]:
    from seocheck.readers.table.parquet import ids_of, names_of

    columns = choose_columns(names_of(path), given)
    number = 0
    for group, ids in enumerate(ids_of(path, columns.id)):
        for at, name in enumerate(ids):
            number += 1
            yield name, Record("parquet", columns, group, at, number)
