"""One word of a keyword as a part of another, in two, or in English: Balkon in Balkonkasten, Reifen and Druck of
Reifendruck, feet for foot."""

from __future__ import annotations

from collections.abc import Iterator

from seocheck.analysis.inflection.inflection import same_by_code
from seocheck.analysis.inflection.korean import LEAST_HALF, is_with_particle
from seocheck.analysis.inflection.stems import is_word, lemmas
from seocheck.analysis.keywords.lookup import Lookup
from seocheck.analysis.keywords.part import Part
from seocheck.analysis.words.joined_words import COMPOUNDING
from seocheck.analysis.words.zones import Words

_LEAST = 4
"""Letters of either half of a compound that is looked for in two words."""


def hyphenated(lookup: Lookup, own: int) -> Iterator[tuple[int, int]]:
    """Where a word is written with a hyphen, in any form: pre-orders for preorder. (first word, number of words)"""
    words, mine = lookup.words, lookup.asked.folded[own]
    if not words.compounds:
        return
    yield from words.compounds.get(mine, ())
    for other in words.index.compounds_of(lookup.keys[own]):
        if other != mine and same_by_code(mine, other, words.language.code):
            yield from words.compounds[other]


def english(lookup: Lookup, own: int) -> Iterator[int]:
    """Where a page in another language has another form of an English word: foot, feet."""
    words, mine = lookup.words, lookup.asked.folded[own]
    code = words.language.code
    if code == "en" or not (mine.isascii() and mine.isalpha()) or not is_word(mine, "en") or is_word(mine, code):
        return
    bases = lemmas(mine, "en")
    for form, places in words.positions.items():
        if form[:1] == mine[0] and form != mine and form.isascii() and form.isalpha() and bases & lemmas(form, "en"):
            yield from places


def halves(lookup: Lookup, own: int) -> Iterator[Part]:
    """The two words of a compound that an article says each by itself: Reifen and Druck of Reifendruck."""
    words, folded = lookup.words, lookup.asked.folded[own]
    if words.language.code == "ko":
        yield from _korean_halves(folded, words)
    if words.language.code not in COMPOUNDING or not folded.isalpha():
        return
    for cut in range(_LEAST, len(folded) - _LEAST + 1):
        first, second = folded[:cut], folded[cut:]
        ends = words.by_stem.get(words.stems.key(second))
        begins = words.by_stem.get(words.stems.key(first)) or (
            words.positions.get(first[:-1], ()) if first[-1] in "sne" and cut > _LEAST else ()
        )
        if ends and begins:
            for text, places in ((first, begins), (second, ends)):
                yield Part(text, [(place, 1) for place in places])
            return


def _korean_halves(folded: str, words: Words) -> Iterator[Part]:
    """The same in Korean, of the first cut that gives two words of the article: 자료 and 수집 of 자료수집."""
    for cut in range(1, len(folded) - LEAST_HALF + 1):
        found = [(text, _forms(text, words)) for text in (folded[:cut], folded[cut:])]
        if all(any(words.realms[place] == "article" for place in places) for _, places in found):
            for text, places in found:
                yield Part(text, [(place, 1) for place in places])
            return


def _forms(base: str, words: Words) -> list[int]:
    """Where a Korean word is in any form, one of a syllable only with a particle or without."""
    longer = [form for form in words.positions if form.startswith(base)]
    forms = (
        f for f in longer if f == base or is_with_particle(f, base) or (len(base) > 1 and same_by_code(base, f, "ko"))
    )
    return sorted(place for form in forms for place in words.positions[form])


def as_first_part(folded: str, lookup: Lookup) -> Iterator[int]:
    """Where a word begins a compound, a letter between or none: Balkon in Balkonkasten, Arbeit in Arbeitsamt."""
    words, code = lookup.words, lookup.words.language.code
    for written, places in words.positions.items():
        if not written.startswith(folded) or len(written) < len(folded) + 3:
            continue
        rest = written[len(folded) :]
        rests = [rest, rest[1:]] if rest[0] in "sne" and len(rest) > 3 else [rest]
        if any(is_word(each.capitalize(), code) for each in rests):
            yield from places
