"""Offsets of the source -> line and column, in the three units that output formats ask for."""

from __future__ import annotations

import re
from bisect import bisect_right

import msgspec

_LINE_END = re.compile(r"\r\n|\n|\r")


class Position(msgspec.Struct, frozen=True):
    """A place in the source.

    offset: code points from the start, from 0. line: from 1. column: code points, from 1.
    column_utf8: bytes of the line as UTF-8, from 1. column_utf16: UTF-16 code units, from 1.
    """

    offset: int
    line: int
    column: int
    column_utf8: int
    column_utf16: int


class LineIndex:
    """Line starts of one source. Lines end at LF, CRLF or CR, as editors count them."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(m.end() for m in _LINE_END.finditer(text))]

    def position(self, offset: int) -> Position:
        """The place of a code-point offset; offsets outside the text are moved to its nearest end."""
        offset = min(max(offset, 0), len(self._text))
        line = bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        before = self._text[start:offset]
        column = offset - start + 1
        if before.isascii():
            return Position(offset, line, column, column, column)
        utf8 = len(before.encode("utf-8", "surrogatepass")) + 1
        utf16 = len(before.encode("utf-16-le", "surrogatepass")) // 2 + 1
        return Position(offset, line, column, utf8, utf16)

    def line_of(self, offset: int) -> int:
        """The line number, from 1, that holds an offset."""
        return bisect_right(self._starts, min(max(offset, 0), len(self._text)))

    def line_text(self, line: int) -> str:
        """The line with this number, from 1, without its end."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self._text)
        return self._text[start:end].rstrip("\r\n")

    def line_start(self, line: int) -> int:
        """The offset at which the line with this number, from 1, begins."""
        return self._starts[line - 1]
