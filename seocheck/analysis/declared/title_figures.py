"""Whether a figure in a title promises something of the content: an amount, a price, a share, so many ways.

Other figures name things, and a text need not say them: years and dates, versions, numbers of chapters and problems,
"101" for a first lesson, "99 %" for nearly all.
"""

from __future__ import annotations

import re

from seocheck.analysis.declared.claims import Claim
from seocheck.analysis.words.folding import fold, lower
from seocheck.analysis.words.numbers import months_for
from seocheck.base.late_pattern import late_pattern
from seocheck.languages import LanguageData, function_words

LARGE = 100
"""A number below it, behind a word with a capital, is that thing's: Week 10, Windows 8."""
_FIGURE = late_pattern(r"(\d[\d.,\u00a0\u202f]*)(\s+[^\W\d_]+)?")
_YEAR = late_pattern(r"(?:1[5-9]|20)\d\d")
_DATE = late_pattern(r"(?:19|20)\d\d(?:[01]\d[0-3]\d|\.[01]\d)")
_DECIMAL = late_pattern(r"\d+\.\d+")
_IDIOM = frozenset(("101", "24", "360", "99", "100"))
_CURRENCY = late_pattern(r"[€$£¥₹₽₩]\s?$")
_UNIT = late_pattern(r"\s?[%٪‰€$£¥₹₽₩]")
_WORD_AFTER = late_pattern(r"[\s\u00a0]?([^\W\d_][^\W_]*)")
_WORD_BEFORE = late_pattern(r"([^\W_]+)[ \u00a0-]?(?:[Nn][ro]?[.°º]|[№#])?[ \u00a0]?$")
_GLUED = late_pattern(r"(?:[/#=&?_№°º]|\bn[ro]\.)\s?$", re.IGNORECASE)


def promises(title: str, claim: Claim, language: LanguageData) -> bool:
    """Whether a number of a title is of something that the text must have."""
    written = _FIGURE.fullmatch(title[claim.start : claim.end])
    if written is None or _YEAR.fullmatch(written[1]) or _DATE.fullmatch(written[1].rstrip(".,")):
        return False
    if _CURRENCY.search(title, 0, claim.start):
        return True
    if _GLUED.search(title, 0, claim.start):
        return False  # a part of an address, the number of an issue
    if _UNIT.match(title, claim.end):
        return written[1] not in _IDIOM
    after = _WORD_AFTER.match(title, claim.end)
    multiplied = written[2] is not None
    if not multiplied and (after is None or _is_small(after[1], language) or written[1] in _IDIOM):
        return False
    if after is not None and fold(after[1]) in months_for(language.code):
        return False
    before = _WORD_BEFORE.search(title, 0, claim.start)
    if _DECIMAL.fullmatch(written[1]) and not multiplied and (before is None or not before[1].islower()):
        return False  # a version, the number of a chapter
    if before is None or not before[1][0].isupper() or lower(before[1]) in function_words(language.code):
        return True
    return multiplied or (before.start() == 0 and any(value >= LARGE for value in claim.values))


def _is_small(word: str, language: LanguageData) -> bool:
    """Whether a word is no unit: "from 6 to 7"."""
    return lower(word) in function_words(language.code) or len(word) == 1
