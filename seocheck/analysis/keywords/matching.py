"""Declared keyword -> where and how closely the article says it (the tiers are those of `support.py`).

Nothing here goes through the article's words: every lookup begins with an index of them (`zones.Words`,
`word_index.py`) and with the rarest word of the keyword.
"""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.analysis.keywords.acronyms import spelt_out_or_short
from seocheck.analysis.keywords.apart import Apart, Told
from seocheck.analysis.keywords.asked import asked
from seocheck.analysis.keywords.lookup import Lookup
from seocheck.analysis.keywords.parts import parts
from seocheck.analysis.keywords.respelled import respelled
from seocheck.analysis.keywords.side_by_side import closer_forms, exact_and_inflected
from seocheck.analysis.keywords.support import COUNTED, RANK, TIERS, Hits, Support, Tier
from seocheck.analysis.keywords.tagged import named_without_ending, respelt
from seocheck.analysis.keywords.unspaced_parts import in_compounds, unspaced_parts
from seocheck.analysis.words.folding import lower
from seocheck.analysis.words.tokens import leaves_out
from seocheck.analysis.words.zones import REALMS, SUPPORTING, Realm, Words, Zone
from seocheck.model.article import Keyword

MAX_SYNONYMS = 20
MAX_OCCURRENCES = 5_000
_EXACT, _INFLECTED, _ABSENT = RANK["exact"], RANK["inflected"], RANK["absent"]


def support(keyword: Keyword, words: Words, *, capitals_tell: bool = True) -> Support:
    """Look one keyword up in all zones of an article.

    capitals_tell: whether capitals in the keyword mean anything; in a list that is all capitals they do not.
    """
    best: dict[int, tuple[int, int]] = {}
    told: list[Told] = []
    if leaves_out(keyword.text.value):
        return _letter_for_letter(keyword, words)
    for text in (keyword.text.value, *keyword.also[:MAX_SYNONYMS]):
        wanted = asked(text, words.language)
        if wanted.size and len(best) < MAX_OCCURRENCES:
            told += _Search(Lookup(wanted, words, capitals_tell), best).run()
    if not best or told:
        told += _as_tagged(keyword, words, best)
    return _summed_up(keyword, best, told, words)


def _as_tagged(keyword: Keyword, words: Words, best: dict[int, tuple[int, int]]) -> list[Told]:
    """Look for a keyword as the text would write it, where it's a tag of a generator; its places are added to best."""
    told: list[Told] = []
    for tag in respelt(keyword.text.value):
        wanted = asked(tag.text, words.language)
        search = _Search(Lookup(wanted, words, True), best)
        if not wanted.size:
            continue
        if wanted.size == 1 or "-" in keyword.text.value:
            told += search.run()
        else:
            search.run_together(tightly=tag.tightly)
    return told


def _summed_up(keyword: Keyword, best: dict[int, tuple[int, int]], told: Sequence[Told], words: Words) -> Support:
    """The places, first word -> (rank, number of words), with what they add up to.

    told: what the article says of the keyword and of its synonyms, where it says them in part.
    """
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
    partly = [each for each in told if each.tier == "partial"] if TIERS[closest] == "partial" else []
    least = min(partly, key=lambda each: len(each.missing), default=Told("absent"))
    return Support(keyword, TIERS[closest], count, zones, hits, least.said, least.missing, least.unsaid)


def _letter_for_letter(keyword: Keyword, words: Words) -> Support:
    """The support of a keyword with more letters in a row than a word has: of an article's words those are none."""
    wanted = lower(keyword.text.value)
    zones: dict[Zone, tuple[Tier, int]] = {}
    for piece in words.pieces:
        times = lower(piece.text.value).count(wanted)
        if times:
            zones[piece.zone] = ("exact", times + zones.get(piece.zone, ("exact", 0))[1])
    tier: Tier = "exact" if zones.keys() & SUPPORTING else "absent"
    return Support(keyword, tier, sum(zones[zone][1] for zone in zones.keys() & COUNTED), zones, Hits({}, words))


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

    def run(self) -> list[Told]:
        """Look for all tiers. Returns what the article says of the keyword where it doesn't say it whole."""
        self._side_by_side()
        return [] if self._is_full() else self._apart()

    def run_together(self, *, tightly: bool) -> None:
        """Look only for places where the words are side by side or, unless tightly, in one sentence."""
        self._side_by_side()
        if not tightly and "article" not in self._seen and not self._is_full():
            for start, size in Apart(parts(self._lookup, outside=False), self._lookup).together():
                self._add_unseen("reordered", start, size)

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
        if "article" not in self._seen:
            for start, size in spelt_out_or_short(lookup):
                self._add("variant", (start,), size)
        if "article" not in self._seen and lookup.asked.size == 1:
            self._add("variant", named_without_ending(lookup.asked.folded[0], lookup.words), 1)

    def _apart(self) -> list[Told]:
        lookup, wanted = self._lookup, self._lookup.asked
        outside = "article" in self._seen
        if outside and (lookup.is_only_in_article() or wanted.size == 1) and not wanted.relatives:
            return []
        apart = Apart(unspaced_parts(lookup, asks=True) if wanted.unspaced else parts(lookup, outside=outside), lookup)
        together = [*(in_compounds(lookup) if wanted.unspaced else ()), *apart.together()]
        for start, size in together:
            self._add_unseen("reordered", start, size)
        self._seen.update(self._realms[start] for start, _ in together)
        found: list[Told] = []
        for realm in REALMS:
            if realm not in self._seen:
                told = apart.told(realm)
                for start, size in told.places:
                    self._add_unseen(told.tier, start, size)
                if realm == "article":
                    found.append(told)
        return found

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
