"""A value of front matter as it is written: where it is, and how to write another in its style."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

import msgspec

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span
from seocheck.errors import SeocheckError
from seocheck.readers.front_matter.values import Entry, Mapping, Scalar, Value
from seocheck.readers.front_matter.values import Sequence as ListValue


class RefusedError(SeocheckError):
    """The file is left as it is; the message is one line that says why."""


class Edit(NamedTuple):
    """Replace text[start:end] by `new`."""

    start: int
    end: int
    new: str


class Written(msgspec.Struct, frozen=True):
    """A value in the source.

    span: with its quotation marks or brackets. form: "text", "list" or "empty" (nothing, null or an empty text).
    write: another text in its place, in its style. within: a piece of text to put inside it, escaped as needed;
    None where that cannot be done. write_list: a list in its place. items: the entries of a list with their quotation
    marks; write_item: one more of them. block: whether each is on a line of its own after a dash. commented:
    whether # begins a comment. write_lines: a list in place of a text, line by line as the file writes its others;
    None where it writes none so.
    """

    span: Span
    form: Literal["text", "list", "empty"]
    write: Callable[[str], str]
    write_list: Callable[[Sequence[str]], str]
    within: Callable[[str], str | None] = lambda _: None
    write_item: Callable[[str], str] = str
    items: tuple[Span, ...] = ()
    block: bool = False
    commented: bool = True
    write_lines: Callable[[Sequence[str]], Edit] | None = None


class Located(NamedTuple):
    """An entry of front matter: its keys from the outermost to its own, and itself."""

    path: tuple[str, ...]
    entry: Entry


TEMPLATE = late_pattern(r"\{\{|\{%|<%|\$\{|%%[a-z_]{2,40}%%")
"""Template code: this file doesn't determine the value."""

LINE_END = late_pattern(r"\r\n|\n|\r")


def line_end_of(text: str) -> str:
    """How the lines of a text end; a newline if it has a single line."""
    found = LINE_END.search(text)
    return found.group() if found else "\n"


def after_line(text: str, at: int, limit: int) -> int:
    """Where the line after the one that holds offset `at` begins, at most `limit`."""
    found = LINE_END.search(text, at, limit)
    return found.end() if found else limit


def line_start(text: str, at: int) -> int:
    """Where the line that holds offset `at` begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def locate(values: Mapping, name: str) -> Located | None:
    """The entry that a field's name refers to, as the reader finds it, with the keys that lead to it."""
    entry = values.find(name)
    if entry is None:
        return None
    path = _path_to(values, entry)
    return Located(path, entry) if path else None


def _path_to(values: Mapping, wanted: Entry) -> tuple[str, ...]:
    for entry in values.entries:
        if entry is wanted:
            return (entry.key,)
        if isinstance(entry.value, Mapping) and (rest := _path_to(entry.value, wanted)):
            return (entry.key, *rest)
    return ()


def located_text(values: Mapping, names: Sequence[str]) -> Located | None:
    """The first of these fields that holds text; else the first that is empty."""
    found = list(filter(None, (locate(values, name) for name in names)))
    return next((each for each in found if _has_text(each.entry.value)), found[0] if found else None)


def _has_text(value: Value) -> bool:
    if isinstance(value, Scalar):
        return bool(value.text)
    if isinstance(value, ListValue):
        return any(isinstance(item, Scalar) and bool(item.text) for item in value.items)
    return False


def plainly(value: Value) -> object:
    """A value without its places, to compare with another."""
    if isinstance(value, Scalar):
        return None if value.null else value.text.value
    if isinstance(value, ListValue):
        return [plainly(item) for item in value.items]
    return {entry.key: plainly(entry.value) for entry in value.entries}


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with all edits made; they must not overlap, and those at one place are made in their order."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if edit.start < at:
            raise RefusedError("the changes would overlap")
        pieces += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join([*pieces, text[at:]])
