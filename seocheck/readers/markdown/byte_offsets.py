"""UTF-8 byte offsets -> code-point offsets, without a table as long as the text."""

from __future__ import annotations

import re
from bisect import bisect_left

_STEP = 512
_CONTINUATION = bytes(range(0x80, 0xC0))
_FEW = 4_000
"""Continuation bytes of which a list is kept: looking an offset up in it is quicker than counting."""


class ByteOffsets:
    """Maps offsets of `text.encode()` to offsets of `text`. Memory: one number for 512 bytes, and some thousand."""

    __slots__ = ("_ascii", "_bytes", "_few", "_marks")

    def __init__(self, text: str) -> None:
        self._ascii = text.isascii()
        self._bytes = b"" if self._ascii else text.encode("utf-8", "surrogatepass")
        self._marks = [0]
        self._few: list[int] | None = None
        if len(self._bytes) - len(text) <= _FEW:
            self._few = [match.start() for match in re.finditer(rb"[\x80-\xbf]", self._bytes)]
            return
        for at in range(0, len(self._bytes), _STEP):
            self._marks.append(self._marks[-1] + len(self._bytes[at : at + _STEP].translate(None, _CONTINUATION)))

    def __call__(self, offset: int) -> int:
        """The code-point offset of a byte offset that lies on a character boundary."""
        if self._ascii:
            return offset
        if self._few is not None:
            return offset - bisect_left(self._few, offset)
        mark, rest = divmod(offset, _STEP)
        at = mark * _STEP
        return self._marks[mark] + len(self._bytes[at : at + rest].translate(None, _CONTINUATION))
