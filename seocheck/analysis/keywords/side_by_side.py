"""Where the words of a keyword are side by side: as declared, in other forms, with other borders between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import contains
from typing import NamedTuple

from seocheck.analysis.inflection.inflection import same_by_code
from seocheck.analysis.inflection.korean import spaced_otherwise
from seocheck.analysis.inflection.stems import lemmas
from seocheck.analysis.keywords.clipped_katakana import clipped
from seocheck.analysis.keywords.lookup import Lookup
from seocheck.analysis.keywords.separable import in_two
from seocheck.analysis.keywords.support import Tier

_DIFFERENCE = 6
"""Letters by which an irregular form may be longer or shorter."""


class Places(NamedTuple):
    """Places of one tier and length, by their first words."""

    tier: Tier
    starts: Sequence[int]
    size: int


def exact_and_inflected(lookup: Lookup) -> Iterator[Places]:
    """The keyword as declared, then in other forms of inflection that share its stems."""
    asked, words = lookup.asked, lookup.words
    if asked.size == 1:
        exact, inflected = _word(lookup)
    else:
        exact, inflected = _phrase(lookup)
    if exact:
        yield Places("exact", exact, asked.size)
    for start, length in words.compounds.get(asked.joined, ()):
        yield Places("exact", (start,), length)
    if asked.has_hyphen and asked.size > 1:  # e-mail declared, email written
        yield Places("exact", words.positions.get(asked.joined, ()), 1)
    if inflected:
        yield Places("inflected", inflected, asked.size)
    if asked.is_compound and (asked.size > 1 or words.compounds):
        yield from _inflected_compounds(lookup)
    if words.language.code == "en":
        borders = asked.borders
        if borders.is_verb:
            yield Places("inflected", borders.as_noun(words), 1)
        elif borders.is_noun:
            yield Places("inflected", lookup.together(borders.as_verb(words), 2), 2)


def _word(lookup: Lookup) -> tuple[Sequence[int], Sequence[int]]:
    """Where a keyword of one word is exactly, and where inflected."""
    mine, positions = lookup.asked.folded[0], lookup.words.positions
    others = [form for form in lookup.forms(0) if form != mine]
    inflected: Sequence[int] = ()
    if others:
        inflected = positions[others[0]] if len(others) == 1 else sorted(i for f in others for i in positions[f])
    return positions.get(mine, ()), inflected


def _phrase(lookup: Lookup) -> tuple[list[int], list[int]]:
    """Where a keyword of several words is exactly, and where inflected.

    Looked for where the rarest of its words is, and not at all where one of them is missing.
    """
    asked, words = lookup.asked, lookup.words
    positions, folded, size = words.positions, words.folded, asked.size
    accepted: list[Sequence[str]] = []
    anchor, fewest = 0, len(folded) + 1
    for own, mine in enumerate(asked.folded):
        forms = lookup.forms(own)
        if mine in positions and mine not in forms:
            forms = [mine, *forms]
        if not forms:
            return [], []
        count = len(positions[forms[0]]) if len(forms) == 1 else sum([len(positions[form]) for form in forms])
        if count < fewest:
            anchor, fewest = own, count
        accepted.append(forms)
    starts = sorted([place - anchor for form in accepted[anchor] for place in positions[form]])
    exact = [start for start in starts if folded[start : start + size] == asked.folded]
    inflected: list[int] = []
    if len(exact) < len(starts) and any(
        len(forms) > 1 or forms[0] != m for forms, m in zip(accepted, asked.folded, strict=True)
    ):
        said, last, first_forms = set(exact), len(folded) - size, lookup.forms(0)
        for start in starts:
            if start in said or not 0 <= start <= last or folded[start] not in first_forms:
                continue
            if all(map(contains, accepted, folded[start : start + size])):
                inflected.append(start)
    return lookup.together(exact, size), lookup.together(inflected, size)


def _inflected_compounds(lookup: Lookup) -> Iterator[Places]:
    """Hyphenated on one side and inflected: emails/e-mail, e-bike/ebikes."""
    asked, words = lookup.asked, lookup.words
    joined, code = asked.joined, words.language.code
    stem = words.stems.key(joined)
    for other in words.index.compounds_of(stem):
        if other != joined and same_by_code(joined, other, code):
            for start, length in words.compounds[other]:
                yield Places("inflected", (start,), length)
    if asked.size > 1:
        for other in words.by_stem.forms.get(stem, ()):
            if other != joined and same_by_code(joined, other, code):
                yield Places("inflected", words.positions[other], 1)


def closer_forms(lookup: Lookup) -> Iterator[Places]:
    """What is looked for only where the article says nothing closer: irregular forms, one word for two or two for
    one, names with their ending, the last part of a compound."""
    asked, words, borders = lookup.asked, lookup.words, lookup.asked.borders
    yield Places("inflected", list(_by_lemma(lookup)), asked.size)
    for start, is_same in borders.versions(words):
        yield Places("exact" if is_same else "inflected", lookup.together((start,), 2), 2)
    for start, size in borders.with_slash(words):
        yield Places("exact", (start,), size)
    if asked.unspaced:
        for start, size in words.unspaced_variants.places(asked.tokens, asked.folded):
            yield Places("variant", lookup.together((start,), size), size)
        for start, size in clipped(asked.folded, words):
            yield Places("variant", (start,), size)
        return
    for start, size in borders.with_ampersand(words):
        yield Places("exact", (start,), size)
    if words.language.code == "ko":
        for start, size in spaced_otherwise(asked.folded, words):
            yield Places("inflected", lookup.together((start,), size), size)
    if asked.size == 1:
        yield Places("exact", lookup.together(borders.parted(words), 2), 2)
        yield Places("inflected", borders.with_ending(words), 1)
        yield Places("reordered", borders.in_compound(words), 1)
        for start, size in in_two(lookup):
            yield Places("inflected", (start,), size)
        return
    yield Places("exact", borders.joined(words), 1)
    for start, size in borders.respaced(words):
        yield Places("exact", lookup.together((start,), size), size)


def _by_lemma(lookup: Lookup) -> Iterator[int]:
    """Irregular forms, which stems do not bring together: mice/mouse, ran/run, Häuser/Haus."""
    asked, words = lookup.asked, lookup.words
    language, folded = words.language, words.folded
    if not language.known or not language.spaced:
        return
    size, head = asked.size, asked.head
    starts = [place - head for place in irregular_forms(lookup, head) if size > 1 or folded[place] != asked.folded[0]]
    for start in lookup.together(starts, size):
        if all(
            i == head or _is_irregular_form(lookup, i, start + i) or folded[start + i] in lookup.forms(i)
            for i in range(size)
        ):
            yield start


def irregular_forms(lookup: Lookup, own: int) -> list[int]:
    """Where a word of the keyword is in a form that only the dictionary brings together with it, or as declared."""
    asked, words = lookup.asked, lookup.words
    if not words.language.known or not words.language.spaced:
        return []
    forms = sorted({form for base in asked.bases[own] for form in words.index.of_lemma(base)})
    return [
        place
        for form in forms
        if abs(len(form) - len(asked.folded[own])) <= _DIFFERENCE
        and _is_irregular_form(lookup, own, words.positions[form][0])
        for place in words.positions[form]
    ]


def _is_irregular_form(lookup: Lookup, own: int, index: int) -> bool:
    asked, words = lookup.asked, lookup.words
    if asked.folded[own] == words.folded[index]:
        return True
    written = words.words[index].text
    # What shares a stem has been looked at, and was no form: porto (harbour) and porta (door).
    if not words.language.by_beginning and words.stems.key(written) == lookup.keys[own]:
        return False
    return bool(asked.bases[own] & lemmas(written, words.language.code))
