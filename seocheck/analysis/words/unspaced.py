"""Where a word may begin and end in scripts without spaces: Chinese, Japanese, Thai."""

from __future__ import annotations

import re

_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff]")
_THAI_MARK = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")
"""Vowels and tones that belong to the consonant before them."""
_THAI_LEADING = re.compile("[\u0e40-\u0e44]")
"""Vowels that are written before the consonant they follow."""
_LONGER = {"京都": ("東京都",), "中国": ("中国地方",), "国会": ("中国会", "韓国会")}
"""Words that run across the border of two others: 東京|都 is the city of Tokyo and not of 京都 (Kyoto)."""


def is_whole(value: str, start: int, end: int) -> bool:
    """Whether the characters from `start` to `end` of a text can be there as a word.

    A run of katakana is one foreign word and is not cut, nor is a Thai syllable.
    """
    before, after = value[start - 1 : start], value[end : end + 1]
    if before and _KATAKANA.match(before) and _KATAKANA.match(value[start]):
        return False
    if after and _KATAKANA.match(after) and _KATAKANA.match(value[end - 1]):
        return False
    if (after and _THAI_MARK.match(after)) or (before and _THAI_LEADING.match(before)):
        return False
    around = value[max(start - 2, 0) : end + 2]
    return not any(longer in around for longer in _LONGER.get(value[start:end], ()))
