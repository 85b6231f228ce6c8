"""Where a word may begin and end in scripts without spaces: Chinese, Japanese, Thai, Khmer, Burmese."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from seocheck.analysis.words.tokens import UNSPACED_LETTERS, Token, marks_of_all_scripts
from seocheck.base.late_pattern import late_pattern

_KATAKANA = late_pattern("[\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff]")
_INSIDE = late_pattern(
    "[\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30fc]"
)
"""Small kana and the mark of a long vowel, with which no word begins."""
_LATER_VOWEL = "\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3"
"""Letters of Thai and Lao, no marks, that belong to the consonant before them."""
_LEADING = late_pattern("[\u0e40-\u0e44\u0ec0-\u0ec4]")
"""Vowels that are written before the consonant they follow."""
_LONGER = {"京都": ("東京都",), "中国": ("中国地方",), "国会": ("中国会", "韓国会")}
"""Words that run across the border of two others: 東京|都 is the city of Tokyo and not of 京都 (Kyoto)."""


def is_katakana(text: str) -> bool:
    """Whether a text is all katakana."""
    return all(map(_KATAKANA.match, text))


def begins_no_word(character: str) -> bool:
    """Whether a character is small kana, or the mark of a long vowel."""
    return _INSIDE.match(character) is not None


def whole_katakana(tokens: Sequence[Token], folded: Sequence[str], place: int, size: int) -> tuple[int, int]:
    """The word in katakana that some characters of a text are in: its first, and how many there are."""
    start, end = place, place + size
    while start and is_katakana(folded[start - 1]) and tokens[start - 1].end == tokens[start].start:
        start -= 1
    while end < len(folded) and is_katakana(folded[end]) and tokens[end - 1].end == tokens[end].start:
        end += 1
    return start, end - start


def is_whole(value: str, start: int, end: int) -> bool:
    """Whether the characters from `start` to `end` of a text can be there as a word.

    A run of katakana is one foreign word and is not cut, nor is a syllable of Thai, Lao, Khmer or Burmese.
    """
    before, after = value[start - 1 : start], value[end : end + 1]
    if before and _KATAKANA.match(before) and _KATAKANA.match(value[start]):
        return False
    if after and _KATAKANA.match(after) and _KATAKANA.match(value[end - 1]):
        return False
    if (after and _goes_on().match(value, end)) or (before and _LEADING.match(before)):
        return False
    around = value[max(start - 2, 0) : end + 2]
    return not any(longer in around for longer in _LONGER.get(value[start:end], ()))


@lru_cache(maxsize=1)
def clusters() -> re.Pattern[str]:
    """One character of a script without spaces with its marks, or a run of any others."""
    marks = f"[{marks_of_all_scripts()}\uff9e\uff9f]"  # voicing of half-width kana among them
    below = f"(?:[\u17d2\u1039][{UNSPACED_LETTERS}]{marks}*)*"  # Khmer and Burmese write consonants below others
    return re.compile(f"[{UNSPACED_LETTERS}]{marks}*{below}|[^{UNSPACED_LETTERS}]+")


@lru_cache(maxsize=1)
def _goes_on() -> re.Pattern[str]:
    """What belongs to the syllable before it: marks, later vowels, a Burmese consonant without a vowel of its own."""
    return re.compile(f"[{marks_of_all_scripts()}{_LATER_VOWEL}]|[\u1000-\u1021]\u1037?[\u1039\u103a]")
