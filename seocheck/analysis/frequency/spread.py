"""In which tenth of an article its keywords are. Shown, never judged."""

from __future__ import annotations

from bisect import bisect_right

from seocheck.analysis.keywords.support import COUNTED, Hits, Support
from seocheck.analysis.words.zones import Words

TENTHS = 10


class Spread:
    """The words of prose and headings in reading order, cut into ten equal parts."""

    def __init__(self, words: Words) -> None:
        self._firsts: list[int] = []  # of each piece, its first word among all words ...
        self._before: list[int] = []  # ... and how many words of prose and headings are before it
        self._total = 0
        self._known: dict[Hits, tuple[int, ...]] = {}  # a keyword that is declared a thousand times is counted once
        for piece in words.pieces:
            if piece.zone in COUNTED:
                self._firsts.append(piece.first)
                self._before.append(self._total)
                self._total += piece.count

    def of(self, support: Support) -> tuple[int, ...]:
        """How often a keyword is said in each tenth; adds up to `Support.count`."""
        known = self._known.get(support.hits)
        if known is None:
            known = self._known[support.hits] = self._counts(support)
        return known

    def _counts(self, support: Support) -> tuple[int, ...]:
        counts = [0] * TENTHS
        for index in support.counted:
            piece = bisect_right(self._firsts, index) - 1
            word = self._before[piece] + index - self._firsts[piece]
            counts[word * TENTHS // self._total] += 1
        return tuple(counts)
