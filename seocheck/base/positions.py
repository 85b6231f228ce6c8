"""Offsets of the source -> line and column, in the three units that output formats ask for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

import msgspec

from seocheck.base.late_pattern import late_pattern

_LINE_END = late_pattern(r"\r\n|\n|\r")
_STEP = 1024


class Position(msgspec.Struct, frozen=True, omit_defaults=True):
    """A place in the source.

    offset: code points from the start, from 0. line: from 1. column: code points, from 1.
    column_utf8: bytes of the line as UTF-8, from 1. column_utf16: UTF-16 code units, from 1.
    label: how people find it in a file whose lines nobody sees ("paragraph 12", "cell 3, line 2"); "" elsewhere.
    """

    offset: int
    line: int
    column: int
    column_utf8: int
    column_utf16: int
    label: str = ""


class Mark(msgspec.Struct, frozen=True):
    """Where a line of a text comes from that was made of a file, and is not the file itself.

    offset: of the line's beginning in the text. line: of the file; in a file without lines, the number of the
    paragraph. label: as `Position` has it. A line without a mark of its own comes from where the line before it does.
    """

    offset: int
    line: int
    label: str = ""


class LineIndex:
    """Line starts of one source. Lines end at LF, CRLF or CR, as editors count them.

    marks: of a text that was made of a file, in order.
    """

    __slots__ = ("_ascii", "_last", "_lengths", "_marked", "_marks", "_starts", "_text")

    def __init__(self, text: str, marks: Sequence[Mark] = ()) -> None:
        self._text = text
        self._marks = marks
        self._marked = [mark.offset for mark in marks]
        self._starts = [0, *(m.end() for m in _LINE_END.finditer(text))]
        self._ascii = text.isascii()
        self._lengths: tuple[list[int], list[int]] | None = None
        self._last = (0, "")

    def position(self, offset: int) -> Position:
        """The place of a code-point offset; offsets outside the text are moved to its nearest end."""
        offset = min(max(offset, 0), len(self._text))
        if self._marks:
            return self._in_file(offset)
        return self._in_text(offset)

    def _in_file(self, offset: int) -> Position:
        """The place in the file that the text was made of."""
        made = self._in_text(offset)
        mark = self._mark(offset)
        return msgspec.structs.replace(made, line=mark.line, label=mark.label)

    def _mark(self, offset: int) -> Mark:
        return self._marks[max(bisect_right(self._marked, offset) - 1, 0)]

    def _in_text(self, offset: int) -> Position:
        line = bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        column = offset - start + 1
        if self._ascii:
            return Position(offset, line, column, column, column)
        if column > _STEP:
            (utf8, utf16), (utf8_before, utf16_before) = self._length(offset), self._length(start)
            return Position(offset, line, column, utf8 - utf8_before + 1, utf16 - utf16_before + 1)
        before = self._text[start:offset]
        return Position(offset, line, column, _utf8(before) + 1, _utf16(before) + 1)

    def _length(self, offset: int) -> tuple[int, int]:
        """How long the text before an offset is, in bytes of UTF-8 and in units of UTF-16.

        Counted once for every `_STEP` characters: many places on one long line would each count all of it.
        """
        if self._lengths is None:
            pieces = [self._text[at : at + _STEP] for at in range(0, len(self._text), _STEP)]
            self._lengths = (
                [0, *accumulate(map(_utf8, pieces))],
                [0, *accumulate(map(_utf16, pieces))],
            )
        number = offset // _STEP
        rest = self._text[number * _STEP : offset]
        return self._lengths[0][number] + _utf8(rest), self._lengths[1][number] + _utf16(rest)

    def line_of(self, offset: int) -> int:
        """The line number, from 1, that holds an offset."""
        return bisect_right(self._starts, min(max(offset, 0), len(self._text)))

    def shown_line(self, line: int) -> int:
        """The number of a line as people know it: that of the file, where the text was made of one."""
        return self._mark(self._starts[line - 1]).line if self._marks else line

    def line_text(self, line: int) -> str:
        """The line with this number, from 1, without its end."""
        if self._last[0] != line:  # of a long line it is asked again and again
            start = self._starts[line - 1]
            end = self._starts[line] if line < len(self._starts) else len(self._text)
            self._last = (line, self._text[start:end].rstrip("\r\n"))
        return self._last[1]

    def line_start(self, line: int) -> int:
        """The offset at which the line with this number, from 1, begins."""
        return self._starts[line - 1]


def _utf8(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def _utf16(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
