"""Loan words of Japanese that are cut short, or written out: リハビリ for リハビリテーション.

Those of a few letters are listed among the spellings of the language. What is left out of a longer one is an ending of
English nouns (-ation, -ing, -ment): a word of its own (マネジメント, management) is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seocheck.analysis.words.unspaced import begins_no_word, is_katakana, whole_katakana
from seocheck.analysis.words.zones import Words
from seocheck.base.late_pattern import late_pattern

LEAST = 4
"""Letters of a clipping that is told by the rule."""
_CUT = late_pattern(
    "[ァ-ヺ]?ー?(?:ション|ジョン)|(?:[ァ-ヺ]ー)?[リニミビキシジティディピギ]{0,2}ング|メント|[アエ]?ンス|ンストレーション"
)


def clipped(folded: Sequence[str], words: Words) -> Iterator[tuple[int, int]]:
    """Where an article has another form of one such word: (first character, number of characters)."""
    mine = "".join(folded)
    if len(folded) < LEAST or not is_katakana(mine):
        return
    for place in words.positions.get(folded[0], ()):
        start, size = whole_katakana(words.words, words.folded, place, 1)
        if start == place and size != len(folded) and size >= LEAST:
            shorter, longer = sorted(("".join(words.folded[start : start + size]), mine), key=len)
            cut = len(shorter)
            if longer.startswith(shorter) and not begins_no_word(longer[cut]) and _CUT.fullmatch(longer, cut):
                yield start, size
