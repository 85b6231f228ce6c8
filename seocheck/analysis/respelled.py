"""Where a keyword stands in another spelling: bad behaviour for behavior, Kiev for Kyiv, ten kilograms for 10 kg."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from seocheck.analysis.folding import fold
from seocheck.analysis.inflection import same_word
from seocheck.analysis.spellings import LEAST_NAME, alternatives, name_key, variants
from seocheck.analysis.support import RANK, Tier
from seocheck.analysis.tokens import Token
from seocheck.analysis.zones import Words


class Place(NamedTuple):
    """A run of words that says the keyword, and how closely its loosest word does."""

    tier: Tier
    start: int
    size: int


def respelled(tokens: Sequence[Token], head: int, words: Words) -> Iterator[Place]:
    """Where all words of a keyword follow each other and at least one of them is spelt in another way.

    head: the index of the word that is looked up first.
    """
    if not words.language.spaced:
        return
    keyword = [_Spelling(token, words, _is_beside_number(tokens, i)) for i, token in enumerate(tokens)]
    if not any(word.others for word in keyword):
        return
    size = len(keyword)
    for place in keyword[head].places():
        start = place - head
        if start < 0 or start + size > len(words.words):
            continue
        tiers = [word.tier(start + i) for i, word in enumerate(keyword)]
        worst = max((tier for tier in tiers if tier is not None), key=RANK.__getitem__, default=None)
        if worst is not None and None not in tiers:
            yield Place(worst, start, size)


def _is_beside_number(tokens: Sequence[Token], index: int) -> bool:
    return any(tokens[i].text[:1].isdigit() for i in (index - 1, index + 1) if 0 <= i < len(tokens))


class _Spelling:
    """One word of a keyword, with the other ways to spell it."""

    def __init__(self, token: Token, words: Words, measured: bool) -> None:
        self._words = words
        self._text = token.text
        self._folded = fold(token.text)
        code = words.language.code
        self._typed = alternatives(token.text, code) - {self._folded}
        self._variants = variants(token.text, code, measured=measured)
        is_name = len(self._folded) >= LEAST_NAME and self._folded.isalpha() and token.text.isascii()
        self._name = name_key(self._folded) if is_name else ""
        self.others = bool(self._typed or self._variants or (self._name and self._name in words.by_name))

    def places(self) -> list[int]:
        """Where the word stands in any spelling and form, in order."""
        words = self._words
        found = set(words.by_name.get(self._name, ())) if self._name else set()
        for spelling in {self._folded, *self._typed, *self._variants}:
            found.update(words.by_stem.get(words.stems.key(spelling), ()))
        return sorted(found)

    def tier(self, index: int) -> Tier | None:
        """How closely the article's word with this index says this one."""
        words = self._words
        written, folded = words.words[index].text, words.folded[index]
        if folded == self._folded or folded in self._typed:
            return "exact"
        if self._is_form(self._text, written):
            return "inflected"
        if folded in self._variants or any(self._is_form(variant, written) for variant in self._variants):
            return "variant"
        if self._name and written[0].isupper() and name_key(folded) == self._name:
            return "variant"
        return None

    def _is_form(self, spelling: str, written: str) -> bool:
        words = self._words
        return words.stems.key(spelling) == words.stems.key(written) and same_word(spelling, written, words.language)
