"""JSON front matter: the json module validates it, one walk over its tokens finds values and places."""

from __future__ import annotations

import json
import re

import msgspec

from seocheck.base.json_fault import json_fault
from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import SOURCE, Span, Text, TextBuilder, verbatim
from seocheck.model.article import Problem
from seocheck.readers.front_matter.values import Entry, FrontMatter, Mapping, Scalar, Sequence, Value

MAX_DEPTH = 60
"""Deeper nesting isn't front matter."""

_TOKEN = late_pattern(r'[\s:,]*(?:(?P<mark>[\[\]{}])|(?P<string>"(?:[^"\\]++|\\.)*+")|(?P<other>[^\s:,\[\]{}"]+))')
# Two halves of a surrogate pair are one character.
_PIECE = late_pattern(
    r"(?P<same>[^\\]+)|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."
)
_SURROGATE = late_pattern("[\ud800-\udfff]")


def read_json(text: str, start: int) -> FrontMatter:
    """Read a JSON object at the start of the file; text that merely begins with a brace isn't front matter."""
    if not re.match(r'\{\s*"', text[start : start + 200]):
        return FrontMatter("none", Span(0, 0), 0)
    try:
        value, end = json.JSONDecoder(parse_int=str, parse_float=str).raw_decode(text, start)
        assert isinstance(value, dict)
        walk = _Walk(text)
        values = walk.read(start, end)
    except (ValueError, RecursionError) as error:
        at, what = json_fault(error, text, start)
        problem = Problem(
            "invalid",
            Span(at, min(at + 1, len(text))),
            f"Front matter isn't valid JSON: {what}.",
            "Fix the JSON object at the start of the file.",
            "front matter",
        )
        close = re.compile(r"^\}", re.MULTILINE).search(text, start)
        body = close.end() if close else len(text)
        return FrontMatter("json", Span(start, body), body, problems=(problem,), invalid=True)
    return FrontMatter("json", Span(start, end), end, values, tuple(walk.problems))


class _Open(msgspec.Struct):
    """An object or array while its parts arrive; `key` is the place and name of the next value's key."""

    start: int
    entries: dict[str, Entry] | None = None
    items: list[Value] = msgspec.field(default_factory=list)
    key: Text | None = None


class _Walk:
    """Walks over JSON that is known to be valid. Nothing recurses."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = (0, 1)  # an offset, and the line it is on
        self.problems: list[Problem] = []

    def read(self, start: int, end: int) -> Mapping:
        """The object in text[start:end] with the place of every key and value."""
        stack: list[_Open] = []
        at = start
        while token := _TOKEN.match(self._text, at, end):
            at = token.end()
            mark = token["mark"]
            if mark in ("{", "["):
                if len(stack) >= MAX_DEPTH:
                    raise RecursionError
                stack.append(_Open(at - 1, {} if mark == "{" else None))
                continue
            value: Value
            if mark:
                value = _closed(stack.pop(), at)
                if not stack:
                    assert isinstance(value, Mapping)
                    return value
            elif token["string"]:
                string = _string(self._text, token.start("string") + 1, at - 1)
                if stack[-1].entries is not None and stack[-1].key is None:
                    stack[-1].key = string
                    continue
                value = Scalar(string)
            else:
                span = Span(*token.span("other"))
                null = token["other"] == "null"
                value = Scalar(Text("", anchor=span), null=True) if null else Scalar(verbatim(self._text, *span))
            self._put(stack[-1], value)
        raise ValueError  # what json has read ends with its last bracket

    def _put(self, holder: _Open, value: Value) -> None:
        if holder.entries is None:
            holder.items.append(value)
        elif holder.key is not None:
            inner, holder.key = holder.key, None
            span = Span(inner.anchor.start - 1, inner.anchor.end + 1)
            self._declare(holder.entries, Entry(inner.value, span, value))

    def _declare(self, entries: dict[str, Entry], entry: Entry) -> None:
        before = entries.pop(entry.key, None)
        if before is not None:
            self.problems.append(
                Problem(
                    "duplicate-key",
                    entry.key_span,
                    f"The key “{entry.key}” is declared twice (first on line {self._line(before.key_span.start)}).",
                    "Keep one; JSON readers silently take the last.",
                    entry.key,
                )
            )
        entries[entry.key] = entry

    def _line(self, offset: int) -> int:
        at, line = self._lines
        if offset < at:
            at, line = 0, 1
        line += self._text.count("\n", at, offset)
        self._lines = (offset, line)
        return line


def _closed(holder: _Open, end: int) -> Value:
    span = Span(holder.start, end)
    if holder.entries is None:
        return Sequence(tuple(holder.items), span)
    return Mapping(tuple(holder.entries.values()), span)


def _string(text: str, start: int, end: int) -> Text:
    """The string whose content is in text[start:end]; half a surrogate pair becomes U+FFFD."""
    builder = TextBuilder()
    for piece in _PIECE.finditer(text, start, end):
        written = piece.group()
        same = piece["same"] is not None and not _SURROGATE.search(written)
        decoded = written if same else _SURROGATE.sub("\ufffd", json.loads(f'"{written}"'))
        builder.add(decoded, piece.start(), piece.end(), same=same)
    return builder.build(SOURCE, Span(start, end))
