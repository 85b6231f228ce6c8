"""Messages out of a stream of bytes, which may hold anything: what is not a message is skipped up to the next header.

A message is `Content-Length: N`, perhaps other headers, an empty line, and N bytes of JSON. Within JSON a header cannot
be, for a text holds no raw end of a line. So wherever one is met, a message begins, whatever the one before claimed.
"""

from __future__ import annotations

import logging
import re
from typing import BinaryIO

from seocheck.base.late_pattern import late_pattern

log = logging.getLogger(__name__)

MOST = 100_000_000
"""Size of a message at most, in bytes. No more memory is used than has been received."""

_PIECE = 1 << 16
_NAME = b"content-length"
_LENGTH = late_pattern(rb"content-length[ \t]{0,9}:[ \t]{0,9}(\d{1,12})[ \t]{0,9}\r?\n", re.IGNORECASE)
_LONGEST = 100
"""Bytes of such a line at most."""
_HEADER = late_pattern(rb"[!-9;-~]{1,100}:[^\r\n]*\r?\n")
_HEADERS = 20
"""Headers of a message at most."""
_LINE = 1_000
"""Bytes of each at most."""


class Frames:
    """Reads as a file does, but gives one message after the other, each with one header, as pygls understands it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._buffer = bytearray()
        self._lines: list[bytes] = []
        self._body = b""
        self._dropped = 0  # bytes without a header so far

    def readline(self) -> bytes:
        """A line of the headers of the next message; empty at the end."""
        if not self._lines:
            body = self.message()
            if body is None:
                return b""
            self._body = body
            self._lines = [b"\r\n", b"Content-Length: %d\r\n" % len(body)]
        return self._lines.pop()

    def read(self, size: int = -1) -> bytes:
        """The message itself."""
        body, self._body = self._body, b""
        return body

    def message(self) -> bytes | None:
        """The next message that is not empty; None at the end."""
        while True:
            size = self._headers()
            if size is None:
                return None
            looked = 0
            while True:
                other = self._header_in(looked, size)
                if other >= 0:
                    log.warning("ignored a message of %d bytes that is cut short", size)
                    del self._buffer[:other]
                    break
                if len(self._buffer) >= size:
                    body = bytes(self._buffer[:size])
                    del self._buffer[:size]
                    if body.strip():
                        return body
                    break
                looked = max(len(self._buffer) - _LONGEST, 0)
                if not self._more():
                    log.warning("the input ends within a message of %d bytes, after %d", size, len(self._buffer))
                    return None

    def _headers(self) -> int | None:
        """Read past the headers of a message. Returns its size; None at the end."""
        while True:
            found = _LENGTH.search(self._buffer)
            if found is None:
                self._dropped += max(len(self._buffer) - _LONGEST, 0)
                del self._buffer[:-_LONGEST]
                if not self._more():
                    self._end()
                    return None
                continue
            size, end = self._rest(int(found[1]), found.end())
            if end < 0:
                if not self._more():
                    self._end()
                    return None
                continue
            before, self._dropped = self._dropped + found.start(), 0
            if before and not _HEADER.fullmatch(self._buffer, 0, found.start()):
                log.warning("ignored %d bytes that aren't a message", before)
            del self._buffer[:end]
            if 0 <= size <= MOST:
                return size
            if size > MOST:
                log.warning("ignored a message of %d bytes, more than %d", size, MOST)

    def _end(self) -> None:
        """The end came where a header was expected."""
        left = self._dropped + len(self._buffer.strip())
        if left:
            log.warning("ignored %d bytes that aren't a message: no header “Content-Length: N”", left)

    def _rest(self, size: int, at: int) -> tuple[int, int]:
        """Read the other headers from `at`. The size and where the message begins; a size of -1 and `at` for headers
        that aren't any, and -1 for the end of headers that have not come yet."""
        start = at
        for _ in range(_HEADERS):
            end = self._buffer.find(b"\n", at, at + _LINE) + 1
            if not end:
                return (size, -1) if len(self._buffer) - at < _LINE else (-1, start)
            line = bytes(self._buffer[at:end])
            if line in (b"\n", b"\r\n"):
                return size, end
            if not _HEADER.fullmatch(line):
                break
            again = _LENGTH.fullmatch(line)
            size, at = int(again[1]) if again else size, end
        return -1, start

    def _header_in(self, start: int, end: int) -> int:
        """Where in a message another begins; -1 for nowhere."""
        if not self._buffer[start:end].lower().count(_NAME):  # far faster than the expression
            return -1
        found = _LENGTH.search(self._buffer, start, end)
        return found.start() if found else -1

    def _more(self) -> bool:
        """Wait for more bytes. False at the end."""
        read = getattr(self._stream, "read1", self._stream.read)
        data = read(_PIECE)
        self._buffer += data
        return bool(data)
