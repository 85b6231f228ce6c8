"""Whether a block begins in bold, as paragraphs do that carry their own small heading."""

from __future__ import annotations

from typing import Literal

from seocheck.base.text import TextBuilder

Bold = Literal["", "lead", "whole"]
LEAST = 2  # letters in bold that make a beginning


class BoldLead:
    """Notes where the bold words at the beginning of a block end, while the block is collected."""

    __slots__ = ("_end", "_open", "_past")

    def __init__(self) -> None:
        self._open = False
        self._end = 0
        self._past = False  # whether the beginning is over; it is looked for only once

    def begin(self, collected: TextBuilder) -> None:
        """Bold begins after what was collected of the block."""
        if self._past:
            return
        self._past = self._end > 0 or bool(collected.build().value.strip())
        self._open = self._open or not self._past

    def end(self, length: int) -> None:
        """Bold ends after so many characters of the block."""
        if self._open:
            self._open = False
            self._end = length

    def of(self, collected: str) -> Bold:
        """The whole text of the block, including spaces at its ends."""
        end = len(collected) if self._open else self._end
        if sum(c.isalnum() for c in collected[:end]) < LEAST:
            return ""
        return "lead" if any(c.isalnum() for c in collected[end:]) else "whole"
