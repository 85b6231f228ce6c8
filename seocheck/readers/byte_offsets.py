"""UTF-8 byte offsets -> code-point offsets, without a table as long as the text."""

from __future__ import annotations

_STEP = 512
_CONTINUATION = bytes(range(0x80, 0xC0))


class ByteOffsets:
    """Maps offsets of `text.encode()` to offsets of `text`. Memory: one number for 512 bytes."""

    __slots__ = ("_ascii", "_bytes", "_marks")

    def __init__(self, text: str) -> None:
        self._ascii = text.isascii()
        self._bytes = b"" if self._ascii else text.encode("utf-8", "surrogatepass")
        self._marks = [0]
        for at in range(0, len(self._bytes), _STEP):
            self._marks.append(self._marks[-1] + len(self._bytes[at : at + _STEP].translate(None, _CONTINUATION)))

    def __call__(self, offset: int) -> int:
        """The code-point offset of a byte offset that lies on a character boundary."""
        if self._ascii:
            return offset
        mark, rest = divmod(offset, _STEP)
        at = mark * _STEP
        return self._marks[mark] + len(self._bytes[at : at + rest].translate(None, _CONTINUATION))
