"""How closely an article says a declared keyword: tiers, occurrences, and what they add up to.

Tiers, best first:

exact       the same words, side by side; case, accents, apostrophes, hyphens and Unicode form do not count
inflected   the same words in other forms of inflection, in the same order, side by side
variant     the same words in another spelling: colour/color, Kyiv/Kiev, twelve/12
reordered   all content words, in any order, within a small window of one sentence
partial     the head word, or at least two content words and half of them, within such a window
related     a listed derivation of the head word (diplomacy/diplomatic, Russia/Russian)
absent      none of these
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from seocheck.analysis.folding import strip_possessive
from seocheck.analysis.zones import PROSE, SUPPORTING, Zone
from seocheck.article import Keyword
from seocheck.text import Span, Text

Tier = Literal["exact", "inflected", "variant", "reordered", "partial", "related", "absent"]
TIERS: tuple[Tier, ...] = ("exact", "inflected", "variant", "reordered", "partial", "related", "absent")
COUNTED: frozenset[Zone] = PROSE | {"h1", "headings"}
"""Zones whose exact and inflected occurrences are counted: prose and headings."""
RANK = {tier: rank for rank, tier in enumerate(TIERS)}
"""Tier -> its place in the order, 0 for the best."""


@dataclass(frozen=True, slots=True)
class Occurrence:
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
        """Their place in the source; resolved only when asked for, since most places are just counted."""
        return self.text.span(self.start, self.start + len(self.words))


@dataclass(frozen=True, slots=True)
class Support:
    """How an article supports one declared keyword.

    tier: the best over the zones of the article itself (not title, description or slug).
    count: exact and inflected occurrences in the author's prose and headings.
    zones: for each zone where it is found, the best tier there and how often.
    """

    keyword: Keyword
    tier: Tier
    count: int
    zones: dict[Zone, tuple[Tier, int]] = field(default_factory=dict)
    occurrences: tuple[Occurrence, ...] = ()

    def best(self, *zones: Zone) -> Tier:
        """The best tier over the given zones."""
        return min((self.zones[z][0] for z in zones if z in self.zones), key=RANK.__getitem__, default="absent")

    @property
    def evidence(self) -> Occurrence | None:
        """The first occurrence of the best tier in the article itself."""
        return next((o for o in self.occurrences if o.tier == self.tier and o.zone in SUPPORTING), None)

    @property
    def counted(self) -> tuple[Occurrence, ...]:
        """The occurrences that `count` counts, in reading order."""
        return tuple(o for o in self.occurrences if o.tier in ("exact", "inflected") and o.zone in COUNTED)

    @property
    def in_prose(self) -> bool:
        """Whether the best tier is met in running text, not only in a heading, alt text, link, quotation or code."""
        return any(o.zone in PROSE and o.tier == self.tier for o in self.occurrences)
