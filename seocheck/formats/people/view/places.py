"""From places in the source back to blocks and the characters of their text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from seocheck.base.text import Span, Text
from seocheck.model.article import Block


class BlockFinder:
    """Tells which block a range of the source is about."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._spans = [block.text.span() for block in blocks]
        self._order = sorted(range(len(blocks)), key=lambda index: self._spans[index])
        self._starts = [self._spans[index].start for index in self._order]

    def within(self, span: Span) -> int | None:
        """The index of the block that the range lies in; None for none.

        A range that begins before a block and reaches into it, as marks of a heading do, belongs to that block.
        """
        place = bisect_right(self._starts, span.start) - 1
        if place >= 0 and span.start < max(self._spans[self._order[place]].end, self._starts[place] + 1):
            return self._order[place]
        after = place + 1
        if after < len(self._order) and self._starts[after] < span.end:
            return self._order[after]
        return None

    def before(self, span: Span) -> int | None:
        """The index of the last block that begins before the range; None for none."""
        place = bisect_right(self._starts, span.start) - 1
        return self._order[place] if place >= 0 else None


def decoded_range(text: Text, span: Span) -> tuple[int, int] | None:
    """The characters of a text that are in a range of the source; None if none are."""
    low: int | None = None
    high = 0
    for segment in text.segments:
        if segment.source_end <= span.start or segment.source_start >= span.end:
            continue
        if segment.verbatim:
            start = segment.start + max(span.start - segment.source_start, 0)
            end = segment.start + min(span.end, segment.source_end) - segment.source_start
        else:
            start, end = segment.start, segment.end
        low = start if low is None else min(low, start)
        high = max(high, end)
    return None if low is None or high <= low else (low, high)
