"""Where a keyword is in another spelling: bad behaviour for behavior, Kiev for Kyiv, ten kilograms for 10 kg."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from seocheck.analysis.inflection.inflection import same_by_code
from seocheck.analysis.keywords.support import RANK, Tier
from seocheck.analysis.words.across_scripts import CYRILLIC
from seocheck.analysis.words.spellings import Spelling, clipped, name_key
from seocheck.analysis.words.zones import Words


class WordRun(NamedTuple):
    """A run of words that says the keyword, and how closely its loosest word does."""

    tier: Tier
    start: int
    size: int


def respelled(keyword: Sequence[Spelling], head: int, words: Words) -> Iterator[WordRun]:
    """Where all words of a keyword follow each other and at least one of them is spelt in another way.

    head: the index of the word that is looked up first.
    """
    if not words.language.spaced:
        return
    if not any(may_be_respelt(word, words) for word in keyword):
        return
    size = len(keyword)
    for place in places_of(keyword[head], words):
        start = place - head
        if start < 0 or start + size > len(words.words):
            continue
        tiers = [tier_of(word, start + i, words) for i, word in enumerate(keyword)]
        worst = max((tier for tier in tiers if tier is not None), key=RANK.__getitem__, default=None)
        if worst is not None and None not in tiers:
            yield WordRun(worst, start, size)


def may_be_respelt(word: Spelling, words: Words) -> bool:
    """Whether there is another spelling to look for."""
    return bool(
        word.typed or word.variants or (word.name and words.index.of_name(word.name)) or _in_other_script(word, words)
    )


def _in_other_script(word: Spelling, words: Words) -> Sequence[str]:
    if words.language.code not in CYRILLIC:
        return ()
    return words.index.across_scripts(word.text, word.folded)


def places_of(word: Spelling, words: Words) -> list[int]:
    """Where a word is in any spelling and form, in order."""
    found = set(words.index.of_name(word.name)) if word.name else set()
    for spelling in {word.folded, *word.typed, *word.variants}:
        found.update(words.by_stem.get(words.stems.key(spelling)))
    for other in words.index.across_scripts(word.text, word.folded) if words.language.code in CYRILLIC else ():
        found.update(words.positions[other])
    return sorted(found)


def tier_of(word: Spelling, index: int, words: Words) -> Tier | None:
    """How closely the article's word with this index says one of the keyword's."""
    written, folded = words.words[index].text, words.folded[index]
    if folded == word.folded or folded in word.typed:
        return "exact"
    if _is_form(word.text, written, words):
        return "inflected"
    if folded in word.variants or any(_is_form(variant, written, words) for variant in word.variants):
        # /dev and lib/ in code are no words of prose that somebody cut short.
        is_path = words.zones[index] == "code" and clipped(word.text, written, words.language.code)
        return None if is_path else "variant"
    if words.language.code in CYRILLIC and folded in words.index.across_scripts(word.text, word.folded):
        return "variant"
    if word.name and written[0].isupper() and name_key(folded) == word.name:
        return "variant"
    return None


def _is_form(spelling: str, written: str, words: Words) -> bool:
    same_stem = words.stems.key(spelling) == words.stems.key(written)
    return same_stem and same_by_code(spelling, written, words.language.code)
