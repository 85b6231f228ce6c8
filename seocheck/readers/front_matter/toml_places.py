"""Where keys and values are in TOML source: one walk over it, nothing decoded but keys.

The walk takes for granted what tomllib has found right, or will refuse: it tells places and judges nothing.
Where it meets something it does not know it ends, and what follows has no place. Nothing recurses.
"""

from __future__ import annotations

import contextlib
import re
from typing import NamedTuple

import msgspec

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import SOURCE, Span, Text, TextBuilder

MAX_DEPTH = 60
"""Deeper nesting isn't front matter; tomllib needs quadratic time for long dotted keys, and recurses over values."""

_GAP = late_pattern(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_BARE_KEY = late_pattern(r"[A-Za-z0-9_-]+")
_BASIC = late_pattern(r'"(?:[^"\\\n]++|\\.)*+"')
_LITERAL = late_pattern(r"'[^'\n]*+'")
_STRINGS = (
    # Up to two quotation marks may be before the three that close.
    ('"""', late_pattern(r'"""(?:[^"\\]++|\\.|"{1,2}+(?!"))*+"{3,5}', re.DOTALL)),
    ("'''", late_pattern(r"'''(?:[^']++|'{1,2}+(?!'))*+'{3,5}")),
    ('"', _BASIC),
    ("'", _LITERAL),
)
_OTHER = late_pattern(r"\d{4}-\d\d-\d\d \d\d:[^\s,\]}#]+|[^\s,\]}#=\[{\"']+")

_ESCAPE = r"\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|[^\s])"
_LINE_END = r"(?P<line>\r?\n)"
_PIECES = {
    '"': late_pattern(rf"(?P<same>[^\\\r\n]+)|(?P<join>\\[ \t]*\r?\n[ \t\r\n]*)|(?P<escape>{_ESCAPE})|{_LINE_END}"),
    "'": late_pattern(rf"(?P<same>[^\r\n]+)|{_LINE_END}"),
}
_KEY_ESCAPE = late_pattern(_ESCAPE)
_SHORT_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b", '"': '"', "\\": "\\"}


class TooDeepError(Exception):
    """Keys or values are nested beyond `MAX_DEPTH`; `at` is the offset where."""

    def __init__(self, at: int) -> None:
        super().__init__("values are nested too deeply")
        self.at = at


class _Lost(Exception):
    """The walk has met something it does not know."""


class Leaf(msgspec.Struct):
    """A string with its quotation marks (`quote` is what opens it), or another value, as it is."""

    span: Span
    quote: str = ""


class Items(msgspec.Struct):
    """An array. `end` is 0 for an array of tables, which ends where its last table does."""

    start: int
    depth: int
    end: int = 0
    nodes: list[Node] = msgspec.field(default_factory=list)


class Table(msgspec.Struct):
    """A table by its keys. `end` is the end of its braces or header, 0 where it has neither."""

    start: int
    depth: int
    end: int = 0
    keys: dict[str, Keyed] = msgspec.field(default_factory=dict)


class Keyed(msgspec.Struct):
    """The place of a key, and what is after it; None where that was not understood."""

    span: Span
    node: Node | None


Node = Leaf | Items | Table


class _Part(NamedTuple):
    """One part of a dotted key."""

    name: str
    span: Span


def scan(source: str, start: int, end: int) -> Table:
    """The places of the keys and values of the TOML in source[start:end], in linear time.

    Raises `TooDeepError` and nothing else; invalid TOML gives the places up to the fault.
    """
    scanner = _Scanner(source, start, end)
    with contextlib.suppress(_Lost):
        scanner.document()
    return scanner.root


class _Scanner:
    def __init__(self, source: str, start: int, end: int) -> None:
        self._source = source
        self._end = end
        self._at = start
        self.root = Table(start, 0)

    def document(self) -> None:
        """Walk to the end: headers, and keys with their values."""
        table = self.root
        while self._next():
            if self._source.startswith("[", self._at):
                table = self._header()
                continue
            path = self._key()
            self._expect("=")
            keyed = self._put(table, path, None)
            keyed.node = self._value(table.depth + len(path))

    def _next(self) -> str:
        """The next character after white space, line ends and comments; "" at the end."""
        gap = _GAP.match(self._source, self._at, self._end)
        self._at = gap.end() if gap else self._at
        return self._source[self._at] if self._at < self._end else ""

    def _expect(self, mark: str) -> None:
        self._next()
        if not self._source.startswith(mark, self._at, self._end):
            raise _Lost
        self._at += len(mark)

    # Keys.

    def _header(self) -> Table:
        """A `[table]`, or a `[[table]]` that adds one to an array."""
        start = self._at
        mark = "[[" if self._source.startswith("[[", start, self._end) else "["
        self._at += len(mark)
        path = self._key()
        self._expect("]" * len(mark))
        holder = self._descend(self.root, path[:-1])
        last = path[-1]
        if mark == "[":
            table = self._descend(holder, path[-1:])
            found = holder.keys[last.name]
            if isinstance(found.node, Table):  # not the last of an array
                found.span = last.span  # it may be known from a table within it that came first
                table.start = min(table.start, start)
            table.end = max(table.end, self._at)
            return table
        keyed = holder.keys.setdefault(last.name, Keyed(last.span, Items(start, holder.depth + 1)))
        if not isinstance(keyed.node, Items):
            raise _Lost
        table = Table(start, keyed.node.depth + 1, self._at)
        keyed.node.nodes.append(table)
        return table

    def _key(self) -> list[_Part]:
        """A key, with its parts where it is dotted."""
        parts: list[_Part] = []
        while True:
            mark = self._next()
            pattern = {'"': _BASIC, "'": _LITERAL}.get(mark, _BARE_KEY)
            found = pattern.match(self._source, self._at, self._end)
            if found is None:
                raise _Lost
            name = found.group() if pattern is _BARE_KEY else found.group()[1:-1]
            if mark == '"':
                name = _KEY_ESCAPE.sub(_unescaped, name)
            parts.append(_Part(name, Span(*found.span())))
            self._at = found.end()
            if len(parts) > MAX_DEPTH:
                raise TooDeepError(self._at)
            if self._next() != ".":
                return parts
            self._at += 1

    def _descend(self, table: Table, path: list[_Part]) -> Table:
        """The table that a dotted key leads to; of an array of tables the last one."""
        for part in path:
            keyed = table.keys.get(part.name)
            if keyed is None:
                self._check_depth(table.depth + 1)
                keyed = table.keys[part.name] = Keyed(part.span, Table(part.span.start, table.depth + 1))
            node = keyed.node
            if isinstance(node, Items) and node.nodes:
                node = node.nodes[-1]
            if not isinstance(node, Table):
                raise _Lost
            table = node
        return table

    def _put(self, table: Table, path: list[_Part], node: Node | None) -> Keyed:
        table = self._descend(table, path[:-1])
        keyed = table.keys[path[-1].name] = Keyed(path[-1].span, node)
        return keyed

    def _check_depth(self, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise TooDeepError(self._at)

    # Values.

    def _value(self, depth: int) -> Node:
        """A value with all that is nested in it."""
        root = self._opening(depth)
        stack = [] if isinstance(root, Leaf) else [root]
        while stack:
            holder = stack[-1]
            mark = self._next()
            if mark == ("]" if isinstance(holder, Items) else "}"):
                self._at += 1
                holder.end = self._at
                stack.pop()
            elif mark == ",":
                self._at += 1
            else:
                path = None
                if isinstance(holder, Table):
                    path = self._key()
                    self._expect("=")
                node = self._opening(holder.depth + (len(path) if path else 1))
                if path is not None and isinstance(holder, Table):
                    self._put(holder, path, node)
                elif isinstance(holder, Items):
                    holder.nodes.append(node)
                if not isinstance(node, Leaf):
                    stack.append(node)
        return root

    def _opening(self, depth: int) -> Node:
        """A value without parts, or the beginning of one that has them."""
        mark = self._next()
        start = self._at
        if mark and mark in "[{":
            self._check_depth(depth)
            self._at += 1
            return Items(start, depth) if mark == "[" else Table(start, depth)
        quote = ""
        if mark and mark in "\"'":
            quote, pattern = next(s for s in _STRINGS if self._source.startswith(s[0], start, self._end))
            found = pattern.match(self._source, start, self._end)
        else:
            found = _OTHER.match(self._source, start, self._end)
        if found is None:
            raise _Lost
        self._at = found.end()
        return Leaf(Span(start, self._at), quote)


def _unescaped(match: re.Match[str]) -> str:
    written = match.group()
    if written[1] in "uUx" and len(written) > 2:
        code = int(written[2:], 16)
        return chr(code) if code <= 0x10FFFF else "\ufffd"
    return _SHORT_ESCAPES.get(written[1], written)


def string_text(source: str, leaf: Leaf, value: str) -> Text | None:
    """`value` as the string at `leaf` reads, with the place of each character; None where it does not read so."""
    width = len(leaf.quote)
    start, end = leaf.span.start + width, leaf.span.end - width
    if width == 3:  # a line end right after the opening marks isn't part of the value
        start += 2 if source.startswith("\r\n", start, end) else source.startswith("\n", start, end)
    builder = TextBuilder()
    at, i = start, 0
    pieces = _PIECES[leaf.quote[:1]]
    while at < end:
        piece = pieces.match(source, at, end)
        if piece is None:
            return None
        if piece["same"]:
            words = piece["same"]
            if not value.startswith(words, i):
                return None
            builder.add(words, at, piece.end(), same=True)
            i += len(words)
        elif piece["line"]:
            if not value.startswith("\n", i):
                return None
            builder.add("\n", at, piece.end(), same=piece["line"] == "\n")
            i += 1
        elif not piece["join"]:
            if i >= len(value):
                return None
            builder.add(value[i], at, piece.end(), same=False)
            i += 1
        at = piece.end()
    return builder.build(SOURCE, Span(start, end)) if i == len(value) else None
