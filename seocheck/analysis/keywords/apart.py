"""A keyword whose parts are not side by side: where they are together, and what of them an article says at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from seocheck.analysis.keywords.lookup import Lookup
from seocheck.analysis.keywords.part import Part
from seocheck.analysis.keywords.support import Tier
from seocheck.analysis.words.windows import closest
from seocheck.analysis.words.zones import Realm
from seocheck.languages import function_words

MAX_PLACES = 100
"""Places of a keyword that is said in part; they show how little support there is, and are never counted."""
ALONE, SIDE_BY_SIDE, MOST = 0.2, 1.2, 0.8
"""What the part of a keyword's words that are said is worth where they are alone, and where two follow each other; and
the most that it can be worth."""
ENOUGH_BESIDE_KINDS = 2
"""Telling parts that are said, from which on nobody misses a word for a kind of text: "stove buying guide for cooks".
"""
ENOUGH = 3
"""Telling parts that are said, from which on nobody misses a common word: "home" of "home sourdough bread starter". But
"sourdough bread starter management" is another thing than the starter."""


class Told(msgspec.Struct, frozen=True):
    """What one realm of an article says of a keyword that it does not say whole.

    tier: apart, partial, related or absent. places: (first word, number of words). said: the parts that it says, as it
    writes them; those that follow each other as one. missing: those that it never says, as declared, without the ones
    that nobody misses. unsaid: how much of it is never said, from 0 to 1. One word of two is little (Docker locks, in a
    text on locks); two that follow each other are most of a keyword.
    """

    tier: Tier
    places: Sequence[tuple[int, int]] = ()
    said: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unsaid: float = 0.0


class Apart:
    """The parts of one keyword in one article."""

    def __init__(self, parts: Sequence[Part], lookup: Lookup) -> None:
        self._parts = parts
        self._lookup = lookup

    def together(self) -> list[tuple[int, int]]:
        """Where all parts are close together in one sentence: (first word, number of words)."""
        parts = self._parts
        if not all(part.places for part in parts):
            return []
        if len(parts) == 1:
            return list(parts[0].places)
        return list(self._windows(parts, len(parts)))

    def told(self, realm: Realm) -> Told:
        """What a realm of the article says."""
        here = [self._in(part, realm) for part in self._parts]
        met = [part for part in here if part.places or part.related]
        if not met:
            return Told("absent")
        if len(met) == len(here):
            tier: Tier = "apart" if any(part.places for part in met) else "related"
            return Told(tier, self._places(met))
        telling = [part for part in met if not part.weak]
        if not telling:
            return Told("absent")
        missing = [part for part in here if not part.places and not part.related and not part.spare]
        if len(telling) >= ENOUGH_BESIDE_KINDS:
            missing = [part for part in missing if not part.kind]
        if len(missing) == 1 and missing[0].weak and not missing[0].head and len(telling) >= ENOUGH:
            missing = []
        small = function_words("en")  # an English keyword of an article in another language
        missing = [part for part in missing if part.text.lower() not in small] or missing
        said, longest = self._said(here)
        share = len(telling) / sum(not part.spare for part in here)
        worth = min(share * (SIDE_BY_SIDE if longest > 1 else ALONE), MOST)
        return Told("partial", self._places(telling), said, tuple(part.text for part in missing), 1.0 - worth)

    def _in(self, part: Part, realm: Realm) -> Part:
        realms = self._lookup.words.realms
        return msgspec.structs.replace(
            part,
            places=[place for place in part.places if realms[place[0]] == realm],
            related=[place for place in part.related if realms[place] == realm],
        )

    def _places(self, met: Sequence[Part]) -> list[tuple[int, int]]:
        """Where most of them are close together; where nothing is, all places of each."""
        said = [part for part in met if part.places]
        for needed in range(len(said), 1, -1):
            found = list(self._windows(said, needed))
            if found:
                return found[:MAX_PLACES]
        single = sorted({place for part in said for place in part.places})
        return (single or [(place, 1) for part in met for place in part.related])[:MAX_PLACES]

    def _windows(self, parts: Sequence[Part], needed: int) -> Iterator[tuple[int, int]]:
        sizes = {place: size for part in parts for place, size in part.places}
        events = sorted((place, number) for number, part in enumerate(parts) for place, _ in part.places)
        reach = 2 * sum(max(size for _, size in part.places) for part in parts) + 2
        last_end = -1
        for start, size in closest(events, needed, reach):
            whole = size - 1 + sizes[start + size - 1]
            if start > last_end and self._lookup.are_one_sentence(start, whole):
                last_end = start + whole - 1
                yield start, whole

    def _said(self, here: Sequence[Part]) -> tuple[tuple[str, ...], int]:
        """The parts that are said, as the article writes them, neighbours that it writes side by side as one; and of
        how many parts the longest of these is."""
        found: list[str] = []
        length = longest = 0
        after: dict[int, int] = {}  # where the part before ends -> where the run that it belongs to begins
        for part in here:
            places = part.places or [(place, 1) for place in part.related]
            run = next(((after[start], start + size) for start, size in places if start in after), None)
            if run is not None and self._lookup.words.piece_of(run[0]) is self._lookup.words.piece_of(run[1] - 1):
                found[-1] = self._written(*run)
                length += 1
                after = {start + size: after[start] for start, size in places if start in after}
            elif places:
                found.append(self._written(places[0][0], sum(places[0])))
                after = {start + size: start for start, size in places}
                length = 1
            else:
                after = {}
            longest = max(longest, length)
        return tuple(dict.fromkeys(found)), longest

    def _written(self, first: int, end: int) -> str:
        words = self._lookup.words
        value = words.piece_of(first).text.value
        return " ".join(value[words.words[first].start : words.words[end - 1].end].split())
