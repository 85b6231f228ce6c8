"""The words of an article's prose and of candidate phrases, as they are compared: without elisions and possessives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from seocheck.analysis.topics.widening import CoreWord
from seocheck.analysis.words.tokens import MAX_WORD, Token, cut, tokens
from seocheck.languages import LanguageData, function_words

APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ´`＇", "'"))
_LETTER = "\u02bc"
"""The one apostrophe that Python takes for a letter."""


class Prose(NamedTuple):
    """The blocks with their words, and where in them each word is: (block, index of the word)."""

    blocks: Sequence[str]
    rows: Sequence[Sequence[CoreWord]]
    starts: Mapping[str, Sequence[tuple[int, int]]]
    language: LanguageData
    common: frozenset[str]


def read_prose(blocks: Sequence[str], language: LanguageData) -> Prose:
    """The words of the blocks, and where each is."""
    rows = [_bare(tokens(block), language) for block in blocks]
    starts = defaultdict[str, list[tuple[int, int]]](list)
    for number, row in enumerate(rows):
        for place, word in enumerate(row):
            starts[word.key].append((number, place))
    return Prose(blocks, rows, dict(starts), language, function_words(language.code))


def _bare(words: Sequence[Token], language: LanguageData) -> list[CoreWord]:
    new = tuple.__new__  # what CoreWord() does, without the call between
    row = []
    for text, start, end, glued in words:
        if text.isalnum() and _LETTER not in text:
            row.append(new(CoreWord, (text.casefold(), start, end, glued, True)))
        else:
            key, first, last = _core(text, language.apostrophe)
            row.append(new(CoreWord, (key, start + first, start + last, glued and first == 0, last == len(text))))
    return row


@lru_cache(maxsize=4_000)
def _core(text: str, apostrophe: str) -> tuple[str, int, int]:
    """A word without an elided article before it or a possessive ending, folded, and where in the word that is."""
    plain = text.translate(APOSTROPHES)
    start, end = 0, len(plain)
    mark = plain.rfind("'") if apostrophe == "elides" else plain.find("'")
    if mark > 0:
        if apostrophe == "elides":
            start = mark + 1
        elif apostrophe == "suffixes" or plain[mark:].lower() == "'s":
            end = mark
    return plain[start:end].casefold(), start, end


@lru_cache(maxsize=4_000)
def candidate_words(word: str, apostrophe: str) -> tuple[tuple[str, bool], ...]:
    """The words in a word of a candidate ("two-part"): what each is compared by, and whether a hyphen is before it."""
    if word.isalnum() and _LETTER not in word and len(word) <= MAX_WORD:
        return ((word.casefold(), False),)
    cores = ((_core(token.text, apostrophe), token.glued) for token in cut(word))
    return tuple((key, glued and start == 0) for (key, start, _), glued in cores)
