"""Compounds that no dictionary has, told to be one word by their last words, whose forms it knows.

Finnish, German, Hungarian, Dutch and the Scandinavian languages write compounds as one word and make new ones as they
go; the last word alone is inflected.
"""

from __future__ import annotations

from seocheck.analysis.inflection.stems import is_word, lemmas
from seocheck.analysis.words.folding import lower

_COMPOUNDING = ("de", "nl", "sv", "da", "nb", "fi", "hu")
_LEAST = 5
"""Letters of a last word: shorter ones are at the end of many words by chance."""
_LEAST_BEFORE = 3


_MANY_ENDINGS = ("fi", "hu")
"""Languages of which no list has all endings, and whose stemmer takes off those of cases, numbers and owners alone."""
_LEAST_SHARED = 4


def are_unknown_alike(mine: str, theirs: str, code: str) -> bool:
    """Whether the longer of two words of one stem is a form of the shorter, of which no dictionary says anything: it
    can't tell the two apart, and the stemmer has taken off nothing but endings."""
    if code not in _MANY_ENDINGS:
        return False
    short, long = sorted((lower(mine), lower(theirs)), key=len)
    return len(short) >= _LEAST_SHARED and long.startswith(short[:-1]) and not is_word(long, code)


def same_last_word(mine: str, theirs: str, code: str) -> bool:
    """Whether two words begin alike and end in forms of one word, the longest that both end in."""
    if code not in _COMPOUNDING or is_word(mine, code) or is_word(theirs, code):
        return False
    a, b = lower(mine), lower(theirs)
    for cut in range(_LEAST_BEFORE, min(len(a), len(b)) - _LEAST + 1):
        if a[:cut] != b[:cut]:
            return False
        if is_word(a[cut:], code) and is_word(b[cut:], code):
            return bool(lemmas(a[cut:], code) & lemmas(b[cut:], code))
    return False
