"""Declared keyword -> where and how closely the article says it (the tiers are those of `support.py`)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from seocheck.analysis.capitals import all_capitals, capital_enough
from seocheck.analysis.derivations import families
from seocheck.analysis.folding import fold
from seocheck.analysis.inflection import same_word
from seocheck.analysis.joined_words import in_compound, joined, parted, particle_verbs, respaced, with_ending
from seocheck.analysis.respelled import respelled
from seocheck.analysis.stems import lemmas
from seocheck.analysis.support import RANK, Occurrence, Support, Tier
from seocheck.analysis.tokens import UNSPACED, Token
from seocheck.analysis.unspaced import is_whole
from seocheck.analysis.windows import closest
from seocheck.analysis.zones import PROSE, SUPPORTING, Words, Zone, split
from seocheck.article import Keyword
from seocheck.languages import function_words
from seocheck.text import Text

MAX_WORDS = 12
"""Longer keywords are sentences; only their first words are looked for."""
MAX_SYNONYMS = 20
MAX_OCCURRENCES = 5_000
MAX_PARTIAL = 100
"""Places of a lone head word that are kept: they show how little support there is, and are never counted."""

_NO_ARTICLES = frozenset("why how what when who where which us we me my our your".split())  # noqa: SIM905
"""Function words of English that make more of the word behind them: "why adoption", "us government"."""
# What may stand between two words of a phrase: blanks, hyphens, quotation marks, brackets of emphasis.
_GAP = re.compile(r"[\s\-\u2010-\u2015\u00ad/\"'“”„‘’«»*_·&+]{0,6}")


def support(keyword: Keyword, words: Words, *, capitals_tell: bool = True, names_told: bool = False) -> Support:
    """Look one keyword up in all zones of an article.

    capitals_tell: whether capitals in the keyword mean anything; in a list that is all capitals they do not.
    names_told: whether they tell names from other words, because the list has words in small letters too.
    """
    synonyms = (replace(keyword, text=Text(other)) for other in keyword.also[:MAX_SYNONYMS])
    found = (o for own in (keyword, *synonyms) for o in _Search(own, words, capitals_tell, names_told).occurrences())
    best: dict[int, Occurrence] = {}
    for occurrence in found:  # the best tier at each place
        known = best.get(occurrence.index)
        if known is None or RANK[occurrence.tier] < RANK[known.tier]:
            best[occurrence.index] = occurrence
        if len(best) >= MAX_OCCURRENCES:
            break
    occurrences = tuple(best[index] for index in sorted(best))
    zones: dict[Zone, tuple[Tier, int]] = {}
    for occurrence in occurrences:
        tier, count = zones.get(occurrence.zone, ("absent", 0))
        if RANK[occurrence.tier] < RANK[tier]:
            zones[occurrence.zone] = (occurrence.tier, 1)
        elif occurrence.tier == tier:
            zones[occurrence.zone] = (tier, count + 1)
    tier = min((o.tier for o in occurrences if o.zone in SUPPORTING), key=RANK.__getitem__, default="absent")
    counted: frozenset[Zone] = PROSE | {"h1", "headings"}
    count = sum(o.tier in ("exact", "inflected") and o.zone in counted for o in occurrences)
    return Support(keyword, tier, count, zones, occurrences)


class _Search:
    """The lookups for one keyword, from the closest tier to the loosest."""

    def __init__(self, keyword: Keyword, words: Words, capitals_tell: bool, names_told: bool) -> None:
        self._words = words
        self._capitals_tell = capitals_tell
        self._names_told = names_told
        self._language = words.language
        self._tokens = split(keyword.text.value, words.language)[:MAX_WORDS]
        self._folded = [fold(token.text) for token in self._tokens]
        # Marks that the keyword has itself may stand in the text too: "Vivus Inc. (NASDAQ: VVUS)".
        self._marks = {" ", *(c for c in keyword.text.value[:500] if not c.isalnum())}
        functional = function_words(words.language.code)
        content = [
            i
            for i, token in enumerate(self._tokens)
            if self._folded[i] not in functional or all_capitals(token.text) or not words.language.spaced
        ]
        self._content = self._distinct(content) or list(range(len(self._tokens)))
        # A keyword of function words only ("The Who") is a name, and a name keeps its capitals.
        self._as_written = not content and any(t.text[0].isupper() for t in self._tokens)

        self._unspaced = any(UNSPACED.search(token.text) for token in self._tokens)
        # Polish is no polish, though most words may have a capital or none.
        self._is_two_words = bool(self._folded[:1] and self._folded[0] in words.language.capital_words.split())

        # Whether capitals of the keyword say anything at all.
        self._careful = capitals_tell and (
            self._as_written or self._is_two_words or any(all_capitals(token.text) for token in self._tokens)
        )
        self._seen: set[str] = set()
        self._forms: dict[tuple[int, str], bool] = {}

    def _distinct(self, content: Sequence[int]) -> list[int]:
        """Content words, each once: "state of the state" asks for one word, not for two."""
        return list({self._folded[i]: i for i in reversed(content)}.values())[::-1]

    @property
    def _head(self) -> int:
        """The head word of the phrase; a number at its end ("election 2016") is none."""
        words = [i for i in self._content if not self._folded[i].isdigit()] or self._content
        return words[-1] if self._language.head == "last" else words[0]

    @property
    def _has_article(self) -> bool:
        """Whether all that goes before the one word of content is a single small word: "the Bachelor", "in Paris".

        Of "how we work" and "join us" the word alone says only a part.
        """
        return len(self._tokens) == 2 and self._content == [1] and self._folded[0] not in _NO_ARTICLES

    def occurrences(self) -> Iterator[Occurrence]:
        """All occurrences; a looser tier is looked for only where no closer one was found.

        "Where" is the title, the description, and the article itself, each by itself: that the text says a
        keyword must not hide that the title only comes near it.
        """
        if not self._tokens:
            return
        seen = self._seen
        for found in (self._exact(), self._inflected()):
            for occurrence in found:
                seen.add(_realm(occurrence.zone))
                yield occurrence
        if "article" not in seen:
            for occurrence in (*self._by_lemma(), *self._as_one_or_two()):
                seen.add(_realm(occurrence.zone))
                yield occurrence
        if "article" not in seen:
            for place in respelled(self._tokens, self._head, self._words):
                if self._together(place.start, place.size):
                    for occurrence in self._found(place.tier, place.start, place.size):
                        seen.add(_realm(occurrence.zone))
                        yield occurrence
        if not self._language.spaced and self._unspaced:
            return
        content = len(self._content)
        if len(self._tokens) > 1:
            asked = self._content if content > 1 or self._has_article else self._distinct(range(len(self._tokens)))
            for occurrence in self._windows(asked, len(asked), "reordered"):
                seen.add(_realm(occurrence.zone))
                yield occurrence
            if asked is not self._content:
                yield from (o for o in self._windows(self._content, 1, "partial") if _realm(o.zone) not in seen)
        if content > 1:
            yield from (o for o in self._partial() if _realm(o.zone) not in seen)
        yield from (o for o in self._related() if _realm(o.zone) not in seen)

    # -- side by side ----------------------------------------------------------------------------

    def _exact(self) -> Iterator[Occurrence]:
        folded = self._folded
        single = len(folded) == 1
        for start in self._words.positions.get(folded[0], ()):
            if single:
                yield from self._found("exact", start, 1)
            elif self._words.folded[start : start + len(folded)] == folded and self._together(start, len(folded)):
                yield from self._found("exact", start, len(folded))
        joined = "".join(folded)
        for start, length in self._words.compounds.get(joined, ()):
            yield from self._found("exact", start, length)
        if len(folded) > 1 and any(token.glued for token in self._tokens):  # e-mail declared, email written
            for start in self._words.positions.get(joined, ()):
                yield from self._found("exact", start, 1)

    def _inflected(self) -> Iterator[Occurrence]:
        stems = [self._words.stems.key(token.text) for token in self._tokens]
        table = self._words.by_stem
        folded = self._words.folded
        size = len(stems)
        for start in table.get(stems[0], ()):
            if size == 1:
                if folded[start] != self._folded[0] and self._same(0, start, stems[0]):
                    yield from self._found("inflected", start, 1)
                continue
            if start + size > len(folded) or folded[start : start + size] == self._folded:
                continue
            if not self._together(start, size):
                continue
            if all(self._same(i, start + i, stems[i]) for i in range(size)):
                yield from self._found("inflected", start, size)
        if size == 1 or all(token.glued for token in self._tokens[1:]):
            yield from self._inflected_compounds()
        if self._language.code == "en":
            for start, size in particle_verbs(self._folded, self._words):
                if self._together(start, size):
                    yield from self._found("inflected", start, size)

    def _as_one_or_two(self) -> Iterator[Occurrence]:
        """One word here and two there, and names with their ending; only where nothing closer is said."""
        for start in joined(self._folded, self._words):
            yield from self._found("exact", start, 1)
        for start, size in respaced(self._folded, self._words):
            if self._together(start, size):
                yield from self._found("exact", start, size)
        if len(self._folded) == 1:
            for start, size in parted(self._folded[0], self._words):
                if self._together(start, size):
                    yield from self._found("exact", start, size)
            for start in with_ending(self._folded[0], self._words):
                yield from self._found("inflected", start, 1)
            for start in in_compound(self._folded[0], self._words):
                yield from self._found("reordered", start, 1)

    def _inflected_compounds(self) -> Iterator[Occurrence]:
        """Hyphenated on one side and inflected: emails/e-mail, e-bike/ebikes."""
        joined = "".join(self._folded)
        stem = self._words.stems.key(joined)
        for other, places in self._words.compounds.items():
            if other != joined and self._words.stems.key(other) == stem and same_word(joined, other, self._language):
                for start, length in places:
                    yield from self._found("inflected", start, length)
        if len(self._tokens) > 1:
            for start in self._words.by_stem.get(stem, ()):
                other = self._words.folded[start]
                if other != joined and same_word(joined, other, self._language):
                    yield from self._found("inflected", start, 1)

    def _same(self, own: int, index: int, stem: str) -> bool:
        """Whether a word of the keyword and a word of the article are forms of one word."""
        mine, theirs = self._folded[own], self._words.folded[index]
        if mine == theirs:
            return True
        known = self._forms.get((own, theirs))
        if known is None:
            written = self._words.words[index].text
            known = self._words.stems.key(written) == stem and same_word(
                self._tokens[own].text, written, self._language
            )
            self._forms[own, theirs] = known
        return known

    def _by_lemma(self) -> Iterator[Occurrence]:
        """Irregular forms, which stems do not bring together: mice/mouse, ran/run, Häuser/Haus."""
        if not self._language.known or not self._language.spaced:
            return
        code = self._language.code
        wanted = [lemmas(token.text, code) for token in self._tokens]
        stems = [self._words.stems.key(token.text) for token in self._tokens]
        size = len(wanted)
        last = self._head

        def is_form(own: int, index: int) -> bool:
            if self._folded[own] == self._words.folded[index]:
                return True
            written = self._words.words[index].text
            if self._language.by_beginning:
                return bool(wanted[own] & lemmas(written, code))
            # What shares a stem has been looked at, and was no form: porto (harbour) and porta (door).
            return self._words.stems.key(written) != stems[own] and bool(wanted[own] & lemmas(written, code))

        forms = sorted({folded for base in wanted[last] for folded in self._words.by_lemma.get(base, ())})
        for folded in forms:
            places = self._words.positions[folded]
            if abs(len(folded) - len(self._folded[last])) > 6:
                continue
            if (size == 1 and folded == self._folded[last]) or not is_form(last, places[0]):
                continue
            for place in places:
                start = place - last
                if start < 0 or start + size > len(self._words.words) or not self._together(start, size):
                    continue
                if all(i == last or is_form(i, start + i) or self._same(i, start + i, stems[i]) for i in range(size)):
                    yield from self._found("inflected", start, size)

    # -- apart -----------------------------------------------------------------------------------

    def _places_of(self, own: int) -> list[int]:
        """Where a word of the keyword stands in any form."""
        stem = self._words.stems.key(self._tokens[own].text)
        places: Sequence[int] = self._words.by_stem.get(stem, ())
        if "article" in self._seen:  # only title, description and slug may still be said more closely
            first, end = self._words.first_of_article, self._words.end_of_article
            places = [*places[: bisect_left(places, first)], *places[bisect_left(places, end) :]]
        return [i for i in places if self._same(own, i, stem) and self._capital(own, i)]

    def _capital(self, own: int, index: int) -> bool:
        return self._capitals_agree([self._words.words[index]], [self._tokens[own]])

    def _windows(self, content: Sequence[int], needed: int, tier: Tier) -> Iterator[Occurrence]:
        """Places where at least `needed` different words of `content` stand close together in one sentence."""
        events = sorted((place, own) for own in content for place in self._places_of(own))
        last_end = -1
        for start, size in closest(events, needed, 2 * len(content) + 2):
            if start > last_end and self._one_sentence(start, size):
                last_end = start + size - 1
                yield from self._found(tier, start, size)

    def _lacks_name(self) -> bool:
        """Whether the keyword has a name that the article never says: "Rio protests" are not just any protests."""
        for own in self._content if self._names_told else ():
            if own == self._head or not self._tokens[own].text[0].isupper():
                continue
            if not self._stands(own):
                return True
        return False

    def _stands(self, own: int) -> bool:
        """Whether a word of the keyword, in any form, or one related to it stands anywhere on the page."""
        folded = self._folded[own]
        relatives = families(self._language.code).get(folded, ())
        positions = self._words.positions
        return any(word in positions for word in (folded, *relatives)) or bool(self._places_of(own))

    def _partial(self) -> Iterator[Occurrence]:
        content = self._content
        if self._lacks_name():
            return
        needed = max(2, (len(content) + 1) // 2)
        if needed < len(content):
            yield from self._windows(content, needed, "partial")
        head = self._head
        if self._in_compound(head):  # a half of "États-Unis" is no support for it
            return
        if self._mostly_missing():
            return
        is_name = self._names_told and self._tokens[head].text[0].isupper()
        for place in self._places_of(head)[:MAX_PARTIAL]:
            if not is_name or self._words.words[place].text[0].isupper():  # to party is no Liberal Party
                yield from self._found("partial", place, 1)

    def _mostly_missing(self) -> bool:
        """Whether of three words or more fewer than half stand anywhere: Canada is no Royal Bank of Canada."""
        content = self._content
        return len(content) > 2 and 2 * sum(self._stands(own) for own in content) < len(content)

    def _related(self) -> Iterator[Occurrence]:
        head = self._head
        if self._lacks_name() or self._mostly_missing():
            return
        for word in families(self._language.code).get(self._folded[head], ()):
            for place in self._words.positions.get(word, ()):
                yield from self._found("related", place, 1)

    def _in_compound(self, own: int) -> bool:
        if len(self._tokens) > 2 and self._folded[-1].isdigit():  # the name of a page: council-budget-2015
            return False
        following = self._tokens[own + 1].glued if own + 1 < len(self._tokens) else False
        return self._tokens[own].glued or following

    # -- helpers ---------------------------------------------------------------------------------

    def _together(self, start: int, size: int) -> bool:
        if size == 1:
            return True
        if start < 0 or start + size > len(self._words.words):
            return False
        piece = self._words.piece_of(start)
        if start + size > piece.first + piece.count:
            return False
        value = piece.text.value
        words = self._words.words
        return all(
            _GAP.fullmatch(value, words[i].end, words[i + 1].start) is not None
            or self._marks.issuperset(value[words[i].end : words[i + 1].start])
            for i in range(start, start + size - 1)
        )

    def _one_sentence(self, start: int, size: int) -> bool:
        piece = self._words.piece_of(start)
        if start + size > piece.first + piece.count:
            return False
        words = self._words.words
        value = piece.text.value
        gaps = (value[words[i].end : words[i + 1].start] for i in range(start, start + size - 1))
        return not any(any(c in ".!?;…。！？" for c in gap) for gap in gaps)

    def _found(self, tier: Tier, start: int, size: int) -> Iterator[Occurrence]:
        written = self._words.words[start : start + size]
        if tier in ("exact", "inflected") and not self._capitals_agree(written, self._tokens):
            return
        piece = self._words.piece_of(start)
        a, b = written[0].start, written[-1].end
        if self._unspaced and not is_whole(piece.text.value, a, b):
            return
        zone = self._words.zone_in(piece, start, size)
        yield Occurrence(tier, zone, piece.text, a, b, start)

    def _capitals_agree(self, written: Sequence[Token], tokens: Sequence[Token]) -> bool:
        """Keywords in capitals are other words than their lower-case twins: IT/it, US/us, WHO/who."""
        if not self._careful or len(written) != len(tokens):
            return True
        pairs = list(zip(tokens, written, strict=True))
        if len(tokens) == 1 and tokens[0].text[0].isupper() and written[0].text.islower() and self._is_two_words:
            return False
        if self._as_written and any(mine.text[0].isupper() != theirs.text[0].isupper() for mine, theirs in pairs):
            return False
        code = self._language.code
        return all(
            not all_capitals(mine.text) or capital_enough(mine.text, theirs.text, code) for mine, theirs in pairs
        )


def _realm(zone: Zone) -> str:
    return "article" if zone in SUPPORTING else zone
