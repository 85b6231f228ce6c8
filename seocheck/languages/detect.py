"""Which language a text is in, a path names or a tag means; "" rather than a guess.

A text is judged by its script first, and where several languages share one, by function words: the
lists of this folder, and short ones of languages that have no file but resemble one that has, so that
Catalan comes out as unknown and not as Spanish. Function words, unlike names of products and terms of
programming, are always in the text's own language, so that code-heavy prose is no trap. Letters that a
language does not write count against it.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from pathlib import PurePosixPath

from seocheck.languages import available, function_words, load
from seocheck.languages.neighbours import NEIGHBOURS

_SAMPLE = 15_000
"""Characters looked at, from the beginning, the middle and the end of a longer text."""

_MIN_EVIDENCE = 3.0
"""Function words needed, each counted as 1 / (number of languages that have it)."""
_MIN_SHARE = 0.05
"""Least part of the words that this evidence makes up; ordinary prose has 0.15 to 0.45."""
_MARGIN = 1.7
"""How many times the runner-up's evidence the best language must have."""
_MAX_FOREIGN_LETTERS = 0.015
"""Greatest part of a text's letters that its language does not write (names, quotations)."""

_SCRIPTS = {
    name: re.compile(f"[{ranges}]+")
    for name, ranges in {
        "Latin": "a-zA-ZªºÀ-ÖØ-öø-ɏḀ-ỿ",
        "Greek": "Ͱ-Ͽἀ-῿",
        "Cyrillic": "Ѐ-ԯ",
        "Hebrew": "\u05d0-\u05f4",
        "Arabic": "\u0620-\u065f\u066e-\u06d3\u06d5-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
        "Devanagari": "\u0900-\u0963\u0970-\u097f",
        "Thai": "\u0e01-\u0e3a\u0e40-\u0e4e",
        "Kana": "\u3041-\u3096\u30a1-\u30fa",
        "Hangul": "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3",
        "Han": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff",
        "other": "\u0531-\u0588\u0700-\u074f\u0780-\u08ff\u0980-\u0dff\u0e80-\u10ff\u1200-\u1cff",
    }.items()
}
_ASCII = re.compile(r"[\x00-\x7f]+")
# One sign stands for a syllable or a word: without a weight, a Chinese article on programming would be Latin.
_SIGN_WEIGHT = {"Kana": 2.0, "Hangul": 2.0, "Han": 3.0}
_ALONE = {"Greek": "el", "Hebrew": "he", "Thai": "th"}
_SHARED = {"Latin": "Latin", "Cyrillic": "Cyrillic", "Arabic": "Arabic", "Devanagari": "Devanagari", "Hebrew": "Hebrew"}
