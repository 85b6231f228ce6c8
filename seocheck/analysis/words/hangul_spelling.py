"""Korean loan words in the spellings that people use side by side: 콘텐츠 and 컨텐츠, 서비스 and 써비스.

The rules of spelling choose one of several vowels for a foreign sound, and few keep to them. So here the vowels like e
are one, o and eo are, tense and strong consonants are plain ones, and a long e (레이) is a short one (래).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from seocheck.base.late_pattern import late_pattern

LEAST = 3
"""Syllables of a word that can be told by its sound; of fewer too many words are alike."""
_RUN = late_pattern("[\uac00-\ud7a3]{3,}")
_LONG = late_pattern("([\u1162\u1164\u1166\u1168])\u110b\u1175")
"""A vowel like e with a syllable 이 behind it, decomposed."""
_FOLDED = str.maketrans(
    "\u1162\u1164\u1168\u1169\u1101\u110f\u1104\u1110\u1108\u1111\u110a\u110d\u110e\u11be\u11ae\u11c0\u11bf\u11c1",
    "\u1166\u1166\u1166\u1165\u1100\u1100\u1103\u1103\u1107\u1107\u1109\u110c\u110c\u11ba\u11ba\u11ba\u11a8\u11b8",
)
"""ae, yae, ye: e. o: eo. Tense and strong consonants: plain ones; at the end of a syllable, too."""


def is_spelt_otherwise(word: str, text: str) -> bool:
    """Whether a text has a Korean word in another spelling of the same sounds, particles behind it or not."""
    if len(word) < LEAST or _RUN.fullmatch(word) is None:
        return False
    told, begins = _key(word), _key(word[:1])
    return any(_begins(run, told) for run in _runs(text) if _key(run[:1]) == begins)


def _begins(run: str, told: str) -> bool:
    """Whether the first syllables of a run, all of each, have these sounds."""
    return any(_key(run[:size]) == told for size in range(LEAST, len(run) + 1))


@lru_cache(maxsize=4)
def _runs(text: str) -> frozenset[str]:
    return frozenset(_RUN.findall(text))


@lru_cache(maxsize=8_000)
def _key(word: str) -> str:
    return _LONG.sub(r"\1", unicodedata.normalize("NFD", word)).translate(_FOLDED)
