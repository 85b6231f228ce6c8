"""Where the words of a keyword are apart: in another order, only some of them, or only a word related to one."""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.analysis.keywords.lookup import Lookup
from seocheck.analysis.words.derivations import families
from seocheck.analysis.words.windows import closest

MAX_PARTIAL = 100
"""Places of a lone head word that are kept: they show how little support there is, and are never counted."""


class Apart:
    """The lookups for words that are apart. outside: only in title, description and slug, since the article itself
    says the keyword more closely."""

    def __init__(self, lookup: Lookup, outside: bool) -> None:
        self._lookup = lookup
        self._asked = lookup.asked
        self._words = lookup.words
        self.outside = outside

    def near(self, content: Sequence[int], needed: int) -> list[tuple[int, int]]:
        """Where at least `needed` different words of `content` are close together in one sentence.

        (index of the first word, number of words)
        """
        lookup = self._lookup
        standing = [(own, places) for own in content if (places := lookup.places(own, self.outside))]
        if len(standing) < needed:
            return []
        events = sorted([(place, own) for own, places in standing for place in places])
        found: list[tuple[int, int]] = []
        last_end = -1
        for start, size in closest(events, needed, 2 * len(content) + 2):
            if start > last_end and lookup.are_one_sentence(start, size):
                last_end = start + size - 1
                found.append((start, size))
        return found

    def partly(self) -> list[tuple[int, int]]:
        """Where half of the words of content, or the head word alone, are."""
        content = self._asked.content
        needed = max(2, (len(content) + 1) // 2)
        found = self.near(content, needed) if needed < len(content) else []
        return [*found, *((place, 1) for place in self._heads())]

    def _heads(self) -> list[int]:
        head = self._asked.head
        if self._asked.is_half(head):  # a half of "États-Unis" isn't support for it
            return []
        places = self._lookup.places(head, self.outside)
        if not places or self.is_mostly_missing():
            return []
        places = places[:MAX_PARTIAL]
        if not self._lookup.names_told or not self._asked.texts[head][0].isupper():
            return list(places)
        return [i for i in places if self._words.words[i].text[0].isupper()]  # to party isn't a Liberal Party

    def related(self) -> list[int]:
        """Where a word is that is listed as related to the head word."""
        positions = self._words.positions
        return [place for word in self._asked.relatives for place in positions.get(word, ())]

    def lacks_name(self) -> bool:
        """Whether the keyword has a name that the article never says: "Rio protests" are not just any protests."""
        if not self._lookup.names_told:
            return False
        asked = self._asked
        names = (own for own in asked.content if own != asked.head and asked.texts[own][0].isupper())
        return not all(map(self._stands, names))

    def is_mostly_missing(self) -> bool:
        """Whether of three words or more fewer than half are anywhere: Canada isn't the Royal Bank of Canada."""
        content = self._asked.content
        return len(content) > 2 and 2 * sum(map(self._stands, content)) < len(content)

    def _stands(self, own: int) -> bool:
        """Whether a word of the keyword, in any form, or one related to it is anywhere on the page."""
        folded, positions = self._asked.folded[own], self._words.positions
        if folded in positions or self._lookup.places(own, self.outside):
            return True
        return any(word in positions for word in families(self._words.language.code).get(folded, ()))
