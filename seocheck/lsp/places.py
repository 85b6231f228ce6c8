"""Offsets of an editor's text <-> the protocol's positions: lines and columns from 0, in the units agreed on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from lsprotocol import types

from seocheck.base.positions import LineIndex, Position
from seocheck.model.article import Source
from seocheck.model.report import Place

UTF8, UTF16, UTF32 = types.PositionEncodingKind.Utf8, types.PositionEncodingKind.Utf16, types.PositionEncodingKind.Utf32


class Columns:
    """Both ways for one text.

    encoding: the units of columns that client and server agreed on; UTF-16 unless the client asks for another. An
    editor that keeps a byte order mark in its text counts it as the first character; the source's offsets do not.
    """

    def __init__(self, source: Source, encoding: str = UTF16) -> None:
        self._source = source
        self._lines = LineIndex(source.text)
        self._encoding = encoding
        self._mark = (3 if encoding == UTF8 else 1) if source.byte_order_mark else 0

    def position(self, at: Position) -> types.Position:
        """A place of the report."""
        if self._encoding == UTF8:
            column = at.column_utf8
        elif self._encoding == UTF32:
            column = at.column
        else:
            column = at.column_utf16
        return types.Position(line=at.line - 1, character=column - 1 + (self._mark if at.line == 1 else 0))

    def range(self, place: Place) -> types.Range:
        """A range of the report."""
        return types.Range(start=self.position(place.start), end=self.position(place.end))

    def range_of(self, start: int, end: int) -> types.Range:
        """The range from code point `start` up to, not including, `end`."""
        return types.Range(
            start=self.position(self._lines.position(start)), end=self.position(self._lines.position(max(start, end)))
        )

    def offset(self, position: types.Position) -> int:
        """The code point at a position; what lies outside the text, or inside a character, is moved to the nearest
        place before it, as the protocol asks."""
        text = self._source.text
        try:
            start = self._lines.line_start(position.line + 1) if position.line >= 0 else 0
        except IndexError:
            return len(text)
        line = self._lines.line_text(position.line + 1)
        units = max(position.character - (self._mark if position.line == 0 else 0), 0)
        if self._encoding == UTF32 or line.isascii():
            return start + min(units, len(line))
        sizes = [_utf8(c) for c in line] if self._encoding == UTF8 else [1 + (ord(c) > 0xFFFF) for c in line]
        return start + bisect_right(_sums(sizes), units)


def _utf8(character: str) -> int:
    code = ord(character)
    return 1 + (code > 0x7F) + (code > 0x7FF) + (code > 0xFFFF)


def _sums(sizes: Sequence[int]) -> list[int]:
    total, sums = 0, []
    for size in sizes:
        total += size
        sums.append(total)
    return sums
