"""Places of a keyword that are closer together than writers put them.

Distances are counted in words that are none of the keyword's, and every measure here can only grow when the keyword
is said once more: a place that is put between two others brings them no further apart.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise
from typing import Literal

import msgspec

from seocheck.analysis.prose.sentences import split_sentences
from seocheck.analysis.words.zones import Piece, Words

Place = tuple[int, int]
"""The words [first, end) of an occurrence, as indexes into `Words.words`."""

_STOPS = frozenset(".!?;:…。！？؟।")


class Close(msgspec.Struct, frozen=True):
    """How close is too close: `times` places with at most `others` other words between the first and the last."""

    times: int
    others: int


IN_PARAGRAPH = Close(4, 30)
"""A phrase is so close in a paragraph where its sentences are short, or most of them repeat it. Real paragraphs that
define or compare things say their phrase four times in five sentences, but further apart."""


class Burst(msgspec.Struct, frozen=True):
    """What is too close, and by how many places.

    kind: "repeated" (side by side), "close" (within a few words) or "paragraph" (in most sentences of one).
    places: of the worst stretch. excess: 1 or more. sentences: of the paragraph.
    """

    kind: Literal["repeated", "close", "paragraph"]
    places: tuple[Place, ...]
    excess: int
    sentences: int = 0


class Occurrences:
    """The places of one keyword in one piece of the article, in order, and how far they are apart."""

    def __init__(self, words: Words, piece: Piece, places: Sequence[Place], skipped: Set[int]) -> None:
        """skipped: words that do not count as distance, those of the keyword among them."""
        self._words = words
        self._piece = piece
        self._places = places
        # Other words before each place: differences of these are distances.
        self._before = [0]
        for one, other in pairwise(places):
            between = sum(index not in skipped for index in range(one[1], other[0]))
            self._before.append(self._before[-1] + between)

    def repeated(self) -> Burst | None:
        """Places side by side with no stop between: "cheap shoes cheap shoes", "shoes, shoes, shoes"."""
        excess = 0
        where: list[Place] = []
        for i in range(1, len(self._places)):
            if self._touch(i - 1):
                twice = self._is_double(i - 1)
                again = i > 1 and self._touch(i - 2)
                if twice or again:
                    excess += twice + again
                    where += self._places[i - 2 if again else i - 1 : i + 1]
        return Burst("repeated", tuple(dict.fromkeys(where)), excess) if excess else None

    def close(self, limit: Close) -> Burst | None:
        """As many places as the limit says within its number of other words."""
        first = range(len(self._places) - limit.times + 1)
        found = [i for i in first if self._before[i + limit.times - 1] - self._before[i] <= limit.others]
        where = [place for i in found for place in self._places[i : i + limit.times]]
        return Burst("close", tuple(dict.fromkeys(where)), len(found)) if found else None

    def paragraph(self) -> Burst | None:
        """More places than half the paragraph has sentences, and close."""
        burst = self.close(IN_PARAGRAPH)
        if burst is None:
            return None
        sentences = len(split_sentences(self._piece.text.value, self._words.language))
        if 2 * len(self._places) <= sentences:
            return None
        return Burst("paragraph", tuple(self._places), burst.excess, sentences)

    def _gap(self, i: int) -> str:
        words = self._words.words
        return self._piece.text.value[words[self._places[i][1] - 1].end : words[self._places[i + 1][0]].start]

    def _touch(self, i: int) -> bool:
        return self._before[i] == self._before[i + 1] and not _STOPS.intersection(self._gap(i))

    def _is_double(self, i: int) -> bool:
        """Whether two places side by side are one too many: not "New York, New York", nor "Bora Bora"."""
        words = self._words.words
        one, other = ([words[k].text for k in range(*place)] for place in self._places[i : i + 2])
        if len(one) > 1:
            return not all(text[:1].isupper() for text in (*one, *other)) or not self._gap(i).strip()
        start = words[self._places[i][0]].start
        before = self._piece.text.value[max(start - 3, 0) : start].rstrip()
        begins = not before or before[-1] in _STOPS  # where the capital of the first says nothing
        return self._gap(i).isspace() and other[0][:1].islower() and (begins or one[0][:1].islower())
