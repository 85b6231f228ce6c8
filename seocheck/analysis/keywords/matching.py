"""Declared keyword -> where and how closely the article says it (the tiers are those of `support.py`).

Nothing here goes through the article's words: every lookup begins with an index of them (`zones.Words`,
`word_index.py`) and with the rarest word of the keyword.
"""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.analysis.keywords.apart import Apart
from seocheck.analysis.keywords.asked import asked
from seocheck.analysis.keywords.lookup import Lookup
from seocheck.analysis.keywords.respelled import respelled
from seocheck.analysis.keywords.side_by_side import closer_forms, exact_and_inflected
from seocheck.analysis.keywords.support import COUNTED, RANK, TIERS, Hits, Support, Tier
from seocheck.analysis.keywords.unspaced_parts import UnspacedParts
from seocheck.analysis.words.zones import SUPPORTING, Realm, Words, Zone
from seocheck.model.article import Keyword

MAX_SYNONYMS = 20
MAX_OCCURRENCES = 5_000
_EXACT, _INFLECTED, _ABSENT = RANK["exact"], RANK["inflected"], RANK["absent"]


def support(keyword: Keyword, words: Words, *, capitals_tell: bool = True, names_told: bool = False) -> Support:
    """Look one keyword up in all zones of an article.

    capitals_tell: whether capitals in the keyword mean anything; in a list that is all capitals they do not.
    names_told: whether they tell names from other words, because the list has words in small letters too.
    """
    best: dict[int, tuple[int, int]] = {}
    for text in (keyword.text.value, *keyword.also[:MAX_SYNONYMS]):
        wanted = asked(text, words.language)
        if wanted.size and len(best) < MAX_OCCURRENCES:
            _Search(Lookup(wanted, words, capitals_tell, names_told), best).run()
    return _summed_up(keyword, best, words)


def _summed_up(keyword: Keyword, best: dict[int, tuple[int, int]], words: Words) -> Support:
    """The places, first word -> (rank, number of words), with what they add up to."""
    hits = Hits(best, words)
    zones: dict[Zone, tuple[Tier, int]] = {}
    count, closest = 0, _ABSENT
    for (zone, rank), times in hits.tally().items():
        if zone not in zones or rank < RANK[zones[zone][0]]:
            zones[zone] = (TIERS[rank], times)
        if rank < closest and zone in SUPPORTING:
            closest = rank
        if rank <= _INFLECTED and zone in COUNTED:
            count += times
    return Support(keyword, TIERS[closest], count, zones, hits)


class _Search:
    """The lookups for one keyword, from the closest tier to the loosest.

    A looser tier is looked for only where no closer one was found. "Where" is the title, the description, and the
    article itself, each by itself: that the text says a keyword must not hide that the title only comes near it.
    """

    __slots__ = ("_best", "_lookup", "_realms", "_seen")

    def __init__(self, lookup: Lookup, best: dict[int, tuple[int, int]]) -> None:
        """best: first word of a place -> (rank, number of words), which is added to."""
        self._lookup = lookup
        self._best = best
        self._realms = lookup.words.realms
        self._seen: set[Realm] = set()

    def run(self) -> None:
        """Look for all tiers."""
        self._side_by_side()
        if self._is_full():
            return
        if self._lookup.asked.unspaced:
            self._unspaced_parts()
        else:
            self._apart()

    def _side_by_side(self) -> None:
        lookup = self._lookup
        for places in exact_and_inflected(lookup):
            self._add(*places)
        if "article" not in self._seen:
            for places in list(closer_forms(lookup)):
                self._add(*places)
        if "article" not in self._seen:
            wanted = lookup.asked
            for place in respelled(wanted.spellings, wanted.head, lookup.words):
                self._add(place.tier, lookup.together((place.start,), place.size), place.size)

    def _unspaced_parts(self) -> None:
        if "article" in self._seen:
            return
        parts = UnspacedParts(self._lookup)
        for start, size in (*parts.in_compounds(), *parts.together()):
            self._add("reordered", (start,), size)
        for start, size in parts.said():
            self._add_unseen("partial", start, size)

    def _apart(self) -> None:
        lookup, wanted = self._lookup, self._lookup.asked
        outside = "article" in self._seen
        is_phrase = wanted.size > 1 and not (outside and lookup.is_only_in_article())
        if not is_phrase and not wanted.relatives:
            return
        apart = Apart(lookup, outside)
        if is_phrase:
            for start, size in apart.near(wanted.whole, len(wanted.whole)):
                self._add("reordered", (start,), size)
            apart.outside = "article" in self._seen
            if wanted.whole is not wanted.content:
                for start, size in apart.near(wanted.content, 1):
                    self._add_unseen("partial", start, size)
        if self._is_full() or apart.lacks_name():
            return
        if is_phrase and len(wanted.content) > 1:
            for start, size in apart.partly():
                self._add_unseen("partial", start, size)
        related = apart.related()
        if related and not apart.is_mostly_missing():
            for start in related:
                self._add_unseen("related", start, 1)

    def _is_full(self) -> bool:
        return len(self._best) >= MAX_OCCURRENCES

    def _add_unseen(self, tier: Tier, start: int, size: int) -> None:
        """Add a place where nothing closer was found; it does not keep others from being found."""
        if self._realms[start] not in self._seen:
            self._keep(RANK[tier], self._fitting(tier, (start,), size), size)

    def _add(self, tier: Tier, starts: Sequence[int], size: int) -> None:
        """Add places: looser ones are not looked for where these are."""
        if starts and (starts := self._fitting(tier, starts, size)):
            self._keep(RANK[tier], starts, size)
            self._seen.update(map(self._realms.__getitem__, starts))

    def _fitting(self, tier: Tier, starts: Sequence[int], size: int) -> Sequence[int]:
        """Those of the places that have the capitals asked for, and are whole words."""
        lookup = self._lookup
        if lookup.is_careful and RANK[tier] <= _INFLECTED:
            starts = [start for start in starts if lookup.are_written_so(start, size)]
        if lookup.has_lookalikes:
            starts = [start for start in starts if lookup.are_these_words(start, size)]
        if lookup.asked.unspaced:
            starts = [start for start in starts if lookup.are_whole(start, size)]
        return starts

    def _keep(self, rank: int, starts: Sequence[int], size: int) -> None:
        best = self._best
        hit = (rank, size)
        if not best and len(starts) <= MAX_OCCURRENCES:
            best.update(dict.fromkeys(starts, hit))
            return
        for start in starts:
            if self._is_full():
                return
            known = best.get(start)
            if known is None or rank < known[0]:
                best[start] = hit
