"""What readability counts in words: how many, their syllables and letters, the long and the hard; summed by sentence.

A text is cut at its spaces, and the counts of what is between two of them ("state-of-the-art,") are kept for the
next time: a word costs one look-up. No word contains a space, so nothing is lost by the cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from seocheck.analysis.prose.syllables import count_syllables
from seocheck.analysis.words.tokens import Token, cut, tokens
from seocheck.base.late_pattern import late_pattern

LONG_WORD = 6
"""A long word has more letters than this (Björnsson 1968)."""

HARD_WORD = 4
"""A hard word has so many syllables in Polish (Pisarek, Seretny), where Gunning (1952) counted three in English."""

MOST_FOREIGN = 1 / 3
"""Where more of the words are in another script than the language's, its formula says nothing of the text: the language
is a wrong one. On 2,435 real pages the share is at most 0.006."""

_SCRIPTS = {
    "ru": late_pattern("[\u0400-\u052f]"),
    "uk": late_pattern("[\u0400-\u052f]"),
}
_LATIN = late_pattern("[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff]")
"""The script of all other languages that have a formula."""

_FIELD = 32  # bits
_MOST = (1 << _FIELD) - 1
ORDINARY = late_pattern(
    '["“„(]*([A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0400-\u0481\u048a-\u052f]{1,60})["”“.,;:!?)…]*'
)
"""A word of letters alone, with the marks around it: nothing that would have to be cut."""
_KEPT = 12_000
_LONGEST_KEPT = 60  # characters


class WordSums(dict[str, int]):
    """What is between two spaces -> its sums over words, six in one number (see `unpacked`)."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code

    def __missing__(self, written: str) -> int:
        ordinary = ORDINARY.fullmatch(written)
        if ordinary:
            word = ordinary[1]
            if word != written:
                found = self[word]
            elif word[1:].islower() and word[0].isupper() and word.isascii():
                found = self[word.lower()]
            else:
                found = self._of_word((word,))
        else:
            found = sum(self._of_word([part.text for part in word]) for word in joined(cut(written)))
        if len(written) <= _LONGEST_KEPT:
            if len(self) >= _KEPT:
                self.clear()
            self[written] = found
        return found

    def _of_word(self, parts: Sequence[str]) -> int:
        letters = syllables = 0
        for part in parts:
            letters += len(part) if part.isalnum() else sum(map(str.isalnum, part))
            syllables += count_syllables(part, self._code) or 0
        found = (is_foreign("".join(parts), self._code) << _FIELD) + (syllables >= HARD_WORD)
        found = (found << _FIELD) + (letters > LONG_WORD)
        return (((found << _FIELD) + letters << _FIELD) + syllables << _FIELD) + 1

    def of_sentences(self, text: str, ranges: Sequence[tuple[int, int]]) -> list[int]:
        """The sums of each of a text's sentences; a word belongs to the one in which it begins."""
        get = self.__getitem__
        found: list[int] = []
        last = -1
        for start, end in ranges:
            if start == last:  # no space between two sentences: a word may reach into the second
                return self._of_glued(text, ranges)
            found.append(sum(map(get, text[start:end].split())))
            last = end
        return found

    def _of_glued(self, text: str, ranges: Sequence[tuple[int, int]]) -> list[int]:
        words = words_of(text)
        found: list[int] = []
        at = 0
        for _, end in ranges:
            first = at
            while at < len(words) and words[at][0].start < end:
                at += 1
            found.append(sum(self._of_word([part.text for part in word]) for word in words[first:at]))
        return found


@lru_cache(maxsize=8)
def word_sums(code: str) -> WordSums:
    """The sums over words of a language."""
    return WordSums(code)


def unpacked(sums: int) -> tuple[int, int, int, int, int, int]:
    """Words, syllables (0 in a language without rules for them), letters and figures, long, hard and foreign words."""
    return (
        sums & _MOST,
        sums >> _FIELD & _MOST,
        sums >> 2 * _FIELD & _MOST,
        sums >> 3 * _FIELD & _MOST,
        sums >> 4 * _FIELD & _MOST,
        sums >> 5 * _FIELD,
    )


def is_foreign(word: str, code: str) -> bool:
    """Whether a word has letters, but none of the script of a language that has a formula."""
    script = _SCRIPTS.get(code, _LATIN)
    return script.search(word) is None and any(map(str.isalpha, word))


def words_of(text: str) -> list[list[Token]]:
    """The words of a text as readability counts them: tokens, those that hyphens tie together as one."""
    return joined(tokens(text))


def joined(found: Iterable[Token]) -> list[list[Token]]:
    """Tokens, those that hyphens tie together as one."""
    words: list[list[Token]] = []
    for token in found:
        if token.glued and words:
            words[-1].append(token)
        else:
            words.append([token])
    return words
