"""Acronyms and their phrases: SEO for search engine optimization, and the other way round.

The letters must be the initials of the phrase's words, of all or of those that aren't small (of, and). What they meet
by chance must not count: an acronym that is declared needs a phrase that the article says twice, or in a heading or
its title.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from seocheck.analysis.inflection.stems import has_dictionary, is_word
from seocheck.analysis.keywords.asked import asked
from seocheck.analysis.keywords.lookup import Lookup
from seocheck.analysis.words.folding import fold, lower
from seocheck.analysis.words.zones import Words
from seocheck.languages import function_words, load

LEAST, MOST = 3, 6
"""Letters of an acronym. Two are the initials of many phrases; a text that means one says so (AI), and is found."""
OFTEN = 2
"""How often an article says a phrase that is meant by an acronym."""


def spelt_out_or_short(lookup: Lookup) -> Sequence[tuple[int, int]]:
    """Where an article says a keyword by its acronym, or by the phrase that it is the acronym of."""
    wanted = lookup.asked
    if wanted.size == 1:
        return phrases(lookup, 0)
    covered = abbreviated(lookup) if wanted.size >= LEAST else {}
    telling = [own for own in wanted.content if own in covered]
    return covered[telling[0]] if telling and len(telling) == len(wanted.content) else ()


def phrases(lookup: Lookup, own: int) -> list[tuple[int, int]]:
    """The places of the phrase that a word of the keyword is the acronym of: (first word, number of words)."""
    text = lookup.asked.texts[own]
    letters = (_letters(text) if lookup.capitals_tell else "") or _unknown(text, lookup)
    if not letters:
        return []
    words = lookup.words
    initials = words.initials
    met: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for first, size in initials.runs(letters):
        _collect(met, lookup, first, size)
    for first, size in initials.runs_with_small(letters):
        # Department of Defense; "data of days" isn't a name.
        if _is_named(words, first) or words.words[first].text[0].isupper():
            _collect(met, lookup, first, size)
    return sorted(place for places in met.values() if _is_meant(places, words) for place in places)


def _unknown(text: str, lookup: Lookup) -> str:
    """The letters of a word that no dictionary knows, in a keyword without capitals: seo tips."""
    code = lookup.words.language.code
    is_one = LEAST <= len(text) <= MOST and text.isascii() and text.isalpha() and lookup.asked.source.islower()
    return text if is_one and lookup.asked.size > 1 and has_dictionary(code) and not is_word(text, code) else ""


def _collect(met: dict[tuple[str, ...], list[tuple[int, int]]], lookup: Lookup, first: int, size: int) -> None:
    words = lookup.words
    if size <= 2 * MOST and lookup.together((first,), size):
        met.setdefault(tuple(map(words.stems, words.folded[first : first + size])), []).append((first, size))


def _is_meant(places: Sequence[tuple[int, int]], words: Words) -> bool:
    said = [first for first, _ in places if words.realms[first] == "article"]
    return len(said) >= OFTEN or (bool(said) and any(_is_named(words, first) for first, _ in places))


def _is_named(words: Words, index: int) -> bool:
    return words.zones[index] in ("title", "h1", "headings")


def _letters(text: str) -> str:
    """The letters of an acronym as declared, folded; "" for what is none. LLMs is one, and IoT."""
    plain = text[:-1] if text[-1:] == "s" and text[:-1].isupper() else text
    capitals = sum(map(str.isupper, plain))
    is_one = plain.isalpha() and plain.isascii() and LEAST <= len(plain) <= MOST and capitals >= len(plain) - 1
    return fold(plain) if is_one and plain[0].isupper() and plain[-1].isupper() else ""


# -- a phrase, where the article has its acronym ------------------------------------------------------


def abbreviated(lookup: Lookup) -> Mapping[int, Sequence[tuple[int, int]]]:
    """The words of the keyword that an acronym in the text stands for, with its places."""
    found: dict[int, Sequence[tuple[int, int]]] = {}
    for owns, letters in _runs(lookup.asked.source, lookup.words.language.code):
        if places := list(_written(letters, lookup.words)):
            found.update((own, places) for own in owns if own not in found)
    return found


@lru_cache(maxsize=4_096)
def _runs(keyword: str, code: str) -> Sequence[tuple[Sequence[int], str]]:
    """The runs of telling words of a keyword that may have an acronym, the longest first, and its letters."""
    wanted = asked(keyword, load(code))
    small = function_words(code)
    found: list[tuple[Sequence[int], str]] = []
    if wanted.unspaced:
        return found
    for size in range(min(wanted.size, 2 * MOST), LEAST - 1, -1):
        for first in range(wanted.size - size + 1):
            run = range(first, first + size)
            telling = [own for own in run if lower(wanted.texts[own]) not in small]
            if not telling or telling[0] != run[0] or telling[-1] != run[-1]:
                continue
            if all(len(wanted.folded[own]) > 1 and wanted.folded[own].isalpha() for own in run):
                letters = {"".join(wanted.folded[own][0] for own in chosen) for chosen in (telling, run)}
                found += [(telling, each) for each in sorted(letters) if LEAST <= len(each) <= MOST]
    return found


def _written(letters: str, words: Words) -> Iterator[tuple[int, int]]:
    """Where an acronym is written as one, with a plural s or without."""
    for form in (letters, f"{letters}s"):
        for place in words.positions.get(form, ()):
            if _letters(words.words[place].text) == letters:
                yield place, 1
