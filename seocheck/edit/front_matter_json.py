"""Values of JSON front matter as written, by the places that the reader keeps."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from seocheck.base.text import Span
from seocheck.edit.written import Edit, RefusedError, Written
from seocheck.readers.front_matter.values import Entry, FrontMatter, Mapping, Scalar, Value
from seocheck.readers.front_matter.values import Sequence as ListValue


def find(source: str, front: FrontMatter, content: Span, path: Sequence[str]) -> Written:
    """The value at the end of a path of keys. Raises RefusedError if it can't be written."""
    value: Value = front.values
    for key in path:
        entries = value.entries if isinstance(value, Mapping) else ()
        value = next(entry for entry in entries if entry.key == key).value
    name = path[-1]
    ascii_only = _ascii_only(source, front.span)

    def write(text: str) -> str:
        return json.dumps(text, ensure_ascii=ascii_only)

    def write_list(words: Sequence[str]) -> str:
        return json.dumps(list(words), ensure_ascii=ascii_only)

    if isinstance(value, Scalar) and value.null:
        return Written(value.text.anchor, "empty", write, write_list, commented=False)
    if isinstance(value, Scalar):
        span = _string_span(source, value, name)
        form = "text" if value.text else "empty"
        return Written(
            span, "text" if form == "text" else "empty", write, write_list,
            within=lambda piece: write(piece)[1:-1], commented=False,
        )  # fmt: skip
    if isinstance(value, ListValue):
        items = tuple(_string_span(source, item, name) for item in value.items)
        return Written(value.span, "list", write, write_list, write_item=write, items=items, commented=False)
    raise RefusedError(f"“{name}” is an object")


def insertion(
    source: str, front: FrontMatter, content: Span, name: str, value: str | Sequence[str], title: Sequence[str]
) -> Edit:
    """A new key: after the title if there is one, else after the last."""
    entries = front.values.entries
    near = next((e for e in entries if [e.key] == [*title]), None) or max(entries, key=lambda e: e.key_span.start)
    first = min(entries, key=lambda e: e.key_span.start)
    between = source[front.span.start + 1 : first.key_span.start]
    colon = re.compile(r"\s*:[ \t]*").match(source, first.key_span.end)
    if between.strip() or colon is None:
        raise RefusedError("the front matter is written in an unusual way; add the field by hand")
    ascii_only = _ascii_only(source, front.span)
    written = json.dumps(value if isinstance(value, str) else list(value), ensure_ascii=ascii_only)
    at = _end(source, near)
    return Edit(at, at, f",{between or ' '}{json.dumps(name)}{colon.group()}{written}")


def _end(source: str, entry: Entry) -> int:
    value = entry.value
    if not isinstance(value, Scalar):
        return value.span.end
    anchor = value.text.anchor
    return anchor.end + (source[anchor.end : anchor.end + 1] == '"' and source[anchor.start - 1] == '"')


def _string_span(source: str, value: Value, name: str) -> Span:
    """The place of a string with its quotation marks."""
    if not isinstance(value, Scalar) or value.null:
        raise RefusedError(f"“{name}” has an entry that isn't a text")
    start, end = value.text.anchor
    if not (start > 0 and source[start - 1] == '"' and source[end : end + 1] == '"'):
        raise RefusedError(f"“{name}” isn't a text")
    return Span(start - 1, end + 1)


def _ascii_only(source: str, span: Span) -> bool:
    """Whether the file writes letters beyond ASCII as escapes."""
    block = source[span.start : span.end]
    return block.isascii() and "\\u" in block
