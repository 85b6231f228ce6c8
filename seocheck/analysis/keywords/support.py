"""How closely an article says a declared keyword: tiers, occurrences, and what they add up to.

Tiers, best first:

exact       the same words, side by side; case, accents, apostrophes, hyphens and Unicode form do not count
inflected   the same words in other forms of inflection, in the same order, side by side
variant     the same words in another spelling: colour/color, Kyiv/Kiev, twelve/12
reordered   all parts that carry it, in any order and form, within a small window of one sentence, or in one compound
apart       all of them, but far from each other
partial     some of them: others are never said
related     only words that are listed as derived from them (diplomacy/diplomatic, Russia/Russian)
absent      nothing of it, or only a word that says little: a common one, or one for a kind of text or thing
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal, NamedTuple

from msgspec import Struct, structs

from seocheck.analysis.words.folding import strip_possessive
from seocheck.analysis.words.zones import PROSE, SUPPORTING, Words, Zone
from seocheck.base.text import Span, Text
from seocheck.model.article import Keyword

Tier = Literal["exact", "inflected", "variant", "reordered", "apart", "partial", "related", "absent"]
TIERS: tuple[Tier, ...] = ("exact", "inflected", "variant", "reordered", "apart", "partial", "related", "absent")
COUNTED: frozenset[Zone] = PROSE | {"h1", "headings"}
"""Zones whose exact and inflected occurrences are counted: prose and headings."""
RANK: Mapping[Tier, int] = {tier: rank for rank, tier in enumerate(TIERS)}
"""Tier -> its place in the order, 0 for the best."""


class Occurrence(Struct, frozen=True):
    """One place where a keyword is said: how closely, in which zone, and where.

    text, start, end: the text of a block and the range of it. index: the article's word that it begins with.
    """

    tier: Tier
    zone: Zone
    text: Text
    start: int
    end: int
    index: int

    @property
    def words(self) -> str:
        """The words there, without a possessive ending."""
        value = self.text.value
        return value[self.start : self.start + len(strip_possessive(value[self.start : self.end]))]

    @property
    def span(self) -> Span:
        """Their place in the source; resolved only when needed, because most places are just counted."""
        return self.text.span(self.start, self.start + len(self.words))


class Hit(NamedTuple):
    """A place as the lookup leaves it: its first word, the rank of its tier, its words, its zone."""

    first: int
    rank: int
    size: int
    zone: Zone


class Hits:
    """The places of one keyword, each at its best tier, in order; made into occurrences when somebody asks.

    best: first word of each -> (rank of its tier, number of words).
    """

    def __init__(self, best: Mapping[int, tuple[int, int]], words: Words) -> None:
        self._best = best
        self._words = words
        self._firsts = firsts = sorted(best)
        if words.mixed:
            self._zones = [words.zone_in(first, best[first][1]) for first in firsts]
        else:
            zones = words.zones
            self._zones = [zones[first] for first in firsts]

    def __iter__(self) -> Iterator[Hit]:
        for first, zone in zip(self._firsts, self._zones, strict=True):
            rank, size = self._best[first]
            yield Hit(first, rank, size, zone)

    def tally(self) -> Mapping[tuple[Zone, int], int]:
        """How often there is each rank in each zone, in the order in which they come."""
        counts: dict[tuple[Zone, int], int] = {}
        best = self._best
        for pair in zip(self._zones, [best[first][0] for first in self._firsts], strict=True):
            counts[pair] = counts[pair] + 1 if pair in counts else 1
        return counts

    def first(self, tier: Tier) -> Occurrence | None:
        """The first of a tier in the article itself."""
        wanted = RANK[tier]
        for first, zone in zip(self._firsts, self._zones, strict=True):
            rank, size = self._best[first]
            if rank == wanted and zone in SUPPORTING:
                return self.occurrence(Hit(first, rank, size, zone))
        return None

    def counted(self) -> list[int]:
        """The first words of those that count."""
        best, last = self._best, RANK["inflected"]
        pairs = zip(self._firsts, self._zones, strict=True)
        return [first for first, zone in pairs if zone in COUNTED and best[first][0] <= last]

    @cached_property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """All of them."""
        return tuple(map(self.occurrence, self))

    def occurrence(self, hit: Hit) -> Occurrence:
        """One of them."""
        index, rank, size, zone = hit
        words = self._words.words
        text = self._words.piece_of(index).text
        return Occurrence(TIERS[rank], zone, text, words[index].start, words[index + size - 1].end, index)


class Support(Struct, frozen=True, eq=False):
    """How an article supports one declared keyword.

    tier: the best over the zones of the article itself (not title, description or slug).
    count: exact and inflected occurrences in the author's prose and headings.
    zones: for each zone where it is found, the best tier there and how often. hits: the places.
    said, missing: of a keyword that is said in part, the parts that the article says, as it writes them, and those that
        it never says, as declared; none is missing where only what nobody misses isn't said. unsaid: how much of it
        that is, from 0 to 1.
    """

    keyword: Keyword
    tier: Tier
    count: int
    zones: dict[Zone, tuple[Tier, int]]
    hits: Hits
    said: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unsaid: float = 0.0

    def for_keyword(self, keyword: Keyword) -> Support:
        """The same for another keyword of the same words."""
        return self if keyword is self.keyword else structs.replace(self, keyword=keyword)

    def best(self, *zones: Zone) -> Tier:
        """The best tier over the given zones."""
        return min((self.zones[z][0] for z in zones if z in self.zones), key=RANK.__getitem__, default="absent")

    @property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """All places where it is said, in reading order."""
        return self.hits.occurrences

    @property
    def evidence(self) -> Occurrence | None:
        """The first occurrence of the best tier in the article itself."""
        return self.hits.first(self.tier)

    @property
    def counted(self) -> list[int]:
        """The article's words that the occurrences which `count` counts begin with, in reading order."""
        return self.hits.counted()

    @property
    def in_prose(self) -> bool:
        """Whether the best tier is met in running text, not only in a heading, alt text, link, quotation or code."""
        rank = RANK[self.tier]
        return any(hit.zone in PROSE and hit.rank == rank for hit in self.hits)
