"""One row of a file -> its text and its fields, as JSON: the bytes that an article is read from."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

import msgspec

from seocheck.base.files import NotRegularError, open_regular
from seocheck.errors import UnreadableError
from seocheck.readers.table.parquet import row_of
from seocheck.readers.table.records import Record, csv_rows, text_of

_TEXTS = ("name", "rendered", "title", "label", "value")
"""Where an object has its text: tags and authors of Ghost, titles and contents of WordPress."""
_ASIDE = ("author", "date", "canonical")
"""Fields without which an article can be checked all the same."""


class Row(msgspec.Struct):
    """fields: by what they hold; lists of words are tuples."""

    body: str
    fields: dict[str, str | tuple[str, ...]]


def row_bytes(file: str, record: Record, path: str, *, most: int) -> bytes:
    """The row as JSON of a `Row`; of one that is longer than `most` bytes, as many and one more.

    path: of the article, as errors name it. Raises UnreadableError for a row that can't be read or has no text, and
    OSError.
    """
    values: Mapping[str, Any]
    if record.kind == "parquet":
        try:
            values = row_of(file, record.start, record.end, record.columns.names)
        except UnreadableError as error:
            raise UnreadableError(path, error.reason) from None
    else:
        if record.end - record.start > most:
            return b" " * (most + 1)
        try:
            with open_regular(file) as opened:
                head = opened.read(record.head)
                opened.seek(record.start)
                data = opened.read(record.end - record.start)
                if len(data) != record.end - record.start:
                    raise UnreadableError(path, "has changed while it was read")
        except NotRegularError as error:
            raise UnreadableError(path, str(error)) from None
        values = _of_json(data, path) if record.kind == "jsonl" else _of_csv(head, data, record.delimiter, path)
    columns = record.columns
    body = _named(values.get(columns.body))
    if not isinstance(body, str) or not body.strip():
        said = "is empty" if body is None or isinstance(body, str) else f"holds {_kind(body)}, no text"
        raise UnreadableError(path, f"the column “{columns.body}” {said}")
    fields = {field: _said(values.get(name), name, field, path) for name, field in columns.others}
    return msgspec.json.encode(Row(body, {field: said for field, said in fields.items() if said}))


def _of_json(data: bytes, path: str) -> dict[str, Any]:
    try:
        said = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(path, f"this line is no JSON: {error}") from None
    if not isinstance(said, dict):
        raise UnreadableError(path, f"this line holds {_kind(said)}, no object")
    return said


def _of_csv(head: bytes, data: bytes, delimiter: str, path: str) -> Mapping[str, Any]:
    def rows(raw: bytes) -> list[list[str]]:
        return list(csv_rows((text_of(line) for line in io.BytesIO(raw)), delimiter))

    try:
        names, values = rows(head)[-1], rows(data)[-1]
    except (csv.Error, IndexError) as error:
        raise UnreadableError(path, f"broken CSV: {error}") from None
    if any(values[len(names) :]):  # a comma in a cell without quotes: the text would be cut there
        raise UnreadableError(
            path, f"has {len(values)} cells, and there are {len(names)} columns: quote cells that hold “{delimiter}”"
        )
    return dict(reversed(list(zip(names, values, strict=False))))  # of two columns with one name the first


def _named(value: Any) -> Any:
    """The text of an object that has one, as {"name": "Ann"} and {"rendered": "..."}; any other value as it is."""
    if not isinstance(value, dict):
        return value
    return next((value[name] for name in _TEXTS if isinstance(value.get(name), str)), value)


def _said(value: Any, name: str, field: str, path: str) -> str | tuple[str, ...]:
    """What a column says as a text or a list of texts; "" for nothing."""
    value = _named(value)
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, (list, tuple)):
        value = [_named(each) for each in value]
    if isinstance(value, (list, tuple)) and all(isinstance(word, (str, int, float)) or word is None for word in value):
        return tuple(str(word) for word in value if word is not None)
    if isinstance(value, (dict, list, tuple)):
        if field in _ASIDE:
            return ""
        raise UnreadableError(path, f"the column “{name}” holds {_kind(value)}, no text")
    return str(value)


_KINDS = {
    "dict": "an object", "list": "a list", "tuple": "a list", "bool": "true or false", "int": "a number",
    "float": "a number", "NoneType": "nothing", "str": "a text", "bytes": "bytes",
}  # fmt: skip


def _kind(value: Any) -> str:
    return _KINDS.get(type(value).__name__, f"a {type(value).__name__}")
