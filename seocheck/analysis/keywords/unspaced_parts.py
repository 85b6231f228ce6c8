"""Which words of a keyword in a script without spaces an article says: 网络 and 命令 of 网络命令, each in its place.

Nobody tells where its words border, so the article does: what it says elsewhere as a run of its own is a word. A word
that only spaces, scripts or particles separate from the next is one already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from seocheck.analysis.keywords.apart import MAX_PARTIAL
from seocheck.analysis.keywords.asked import asked
from seocheck.analysis.keywords.lookup import Lookup
from seocheck.analysis.keywords.side_by_side import exact_and_inflected
from seocheck.analysis.words.tokens import UNSPACED, Token
from seocheck.analysis.words.unspaced import is_katakana
from seocheck.analysis.words.unspaced_words import words_of
from seocheck.analysis.words.windows import closest

LEAST_HEAD = 5
"""Characters of a word in katakana that is looked for at the end of longer ones."""
LEAST = 2
"""Characters of a word that is found inside of a longer one."""
_LONGEST = 24
"""Characters of the longest run that is looked for in pieces."""
_AROUND = 14
"""Characters that may be between the words of one keyword, in one sentence."""


class Part(NamedTuple):
    """A word of the keyword: how it is written, how many characters it has, where it is, and whether the article itself
    says it, and not only its title or description."""

    text: str
    size: int
    places: Sequence[int] = ()
    is_said: bool = False


class UnspacedParts:
    """The words of one keyword, and where the article says each of them."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        words = words_of(lookup.asked.tokens, lookup.asked.folded)
        found = [part for start, size in words for part in self._found(start, size)]
        self.parts = list({part.text: part for part in found}.values())

    def in_compounds(self) -> Iterator[tuple[int, int]]:
        """Where it is the end of a longer word in katakana: フランスパン in ミニフランスパン."""
        asked, words = self._lookup.asked, self._lookup.words
        folded, size = words.folded, asked.size
        if size < LEAST_HEAD or not is_katakana(asked.joined):
            return
        for place in words.positions.get(asked.folded[0], ()):
            if folded[place : place + size] == asked.folded:
                start = place
                while (
                    start and is_katakana(folded[start - 1]) and words.words[start - 1].end == words.words[start].start
                ):
                    start -= 1
                yield start, place - start + size

    def together(self) -> Iterator[tuple[int, int]]:
        """Where all of them are close together in one sentence: (index of the first word, number of words)."""
        parts = self.parts
        if len(parts) < 2 or not all(part.is_said for part in parts):
            return
        reach = sum(part.size for part in parts) + _AROUND
        last = {place: part.size for part in parts for place in part.places}
        events = sorted((place, i) for i, part in enumerate(parts) for place in part.places)
        last_end = -1
        for start, length in closest(events, len(parts), reach):
            size = length - 1 + last[start + length - 1]
            if start > last_end and self._lookup.are_one_sentence(start, size):
                last_end = start + size - 1
                yield start, size

    def said(self) -> Iterator[tuple[int, int]]:
        """Where any of them is: (index of the first word, number of words)."""
        for part in self.parts:
            if part.size >= LEAST or not UNSPACED.match(part.text):
                yield from ((place, part.size) for place in part.places[:MAX_PARTIAL])

    def _found(self, start: int, size: int) -> list[Part]:
        """A word of the keyword as one part, or as the pieces of it that the article says."""
        whole = self._part(start, size)
        if whole.is_said or not LEAST < size <= _LONGEST:
            return [whole]
        return self._pieces(start, size) or self._half(start, size) or [whole]

    def _part(self, start: int, size: int) -> Part:
        places, realms = self._places(start, size), self._lookup.words.realms
        is_said = any(realms[place] == "article" for place in places)
        return Part(_written(self._lookup.asked.tokens, start, size), size, places, is_said)

    def _half(self, start: int, size: int) -> list[Part]:
        """The longest beginning or end of a run that the article says, if it is the better half, and what is left."""
        for length in range(size - 1, max(LEAST, (size + 1) // 2) - 1, -1):
            for first, rest in ((start, start + length), (start + size - length, start)):
                if (part := self._part(first, length)).is_said:
                    return [part, Part(_written(self._lookup.asked.tokens, rest, size - length), size - length)]
        return []

    def _pieces(self, start: int, size: int) -> list[Part]:
        """The fewest pieces that make up a run and that the article says, each by itself; none if there aren't any."""
        best: list[list[Part] | None] = [[]] + [None] * size
        for end in range(LEAST, size + 1):
            for begin in range(end - LEAST + 1):
                before = best[begin]
                if before is None or (best[end] is not None and len(before) + 1 >= len(best[end] or ())):
                    continue
                if (part := self._part(start + begin, end - begin)).is_said:
                    best[end] = [*before, part]
        return best[size] or []

    def _places(self, start: int, size: int) -> Sequence[int]:
        """Where some of the keyword's characters are as a whole word."""
        lookup, words = self._lookup, self._lookup.words
        folded = lookup.asked.folded[start : start + size]
        if any(word not in words.positions for word in folded):
            return ()
        wanted = asked(_written(lookup.asked.tokens, start, size), words.language)
        inner = Lookup(wanted, words, False, False)
        return sorted(
            place
            for found in exact_and_inflected(inner)
            for place in found.starts
            if not wanted.unspaced or inner.are_whole(place, found.size)
        )


def _written(tokens: Sequence[Token], start: int, size: int) -> str:
    return "".join(token[0] for token in tokens[start : start + size])
