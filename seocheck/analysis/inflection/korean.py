"""Korean particles: 책을 is 책 with the particle of the object. And Korean spaces: 소셜 미디어 and 소셜미디어.

After a consonant and after a vowel a particle has different forms, so that 차이 (difference) isn't 차 (car) with a
particle, nor 물가 (prices) 물 (water) with one. Compounds are written with spaces or without as the writer likes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from seocheck.base.late_pattern import late_pattern

if TYPE_CHECKING:
    from seocheck.analysis.words.zones import Words

_ANY = (
    "의|에|에서|에게|에게서|도|만|까지|부터|보다|처럼|마다|조차|들|들이|들은|들을|들의|들에게|들과|들도|에는|에도|"
    "에서는|에서도|만의|까지의|부터의|입니다"
)
_AFTER_CONSONANT = late_pattern(
    f"{_ANY}|은|이|을|과|과의|으로|으로는|으로도|으로의|이나|이며|이고|이란|이라|이라는|이다"
)
_AFTER_VOWEL = late_pattern(f"{_ANY}|는|가|를|와|와의|로|로는|로도|로의|나|며|고|란|라|라는|다")
LEAST_COMPOUND, LEAST_HALF = 4, 2
"""Syllables of a compound that may have spaces in it, and of a half of one that says anything."""
_HANGUL = late_pattern("[가-힣]+")
_RIEUL = 8
"""The number of the final consonant ㄹ, after which 로 is written as after a vowel."""


@lru_cache(maxsize=16_000)
def is_with_particle(word: str, base: str) -> bool:
    """Whether a word is another one with a particle."""
    rest = word.removeprefix(base)
    if not base or rest == word or not "가" <= base[-1] <= "힣":
        return False
    final = (ord(base[-1]) - 0xAC00) % 28
    if final == _RIEUL and rest.startswith("로"):
        return True
    return (_AFTER_CONSONANT if final else _AFTER_VOWEL).fullmatch(rest) is not None


_VERB = late_pattern("(?:하|해|했|한|할|함|합|되|돼|됐|된|될|됨|됩|시키|시켜|시켰|시킨|시킬|시킵)[가-힣]{0,4}")
"""The forms of 하다, 되다 and 시키다, which make a verb of a noun."""


@lru_cache(maxsize=16_000)
def is_verb_of(word: str, base: str) -> bool:
    """Whether a word is the verb of a noun of two syllables or more: 요약합니다, of 요약."""
    rest = word.removeprefix(base)
    return len(base) >= LEAST_HALF and rest != word and _VERB.fullmatch(rest) is not None


def spaced_otherwise(folded: Sequence[str], words: Words) -> Iterator[tuple[int, int]]:
    """Where a keyword is written with spaces elsewhere, with a particle behind or none: (first word, number of words).

    사회관계망서비스 is 사회 관계망 서비스, and the other way round.
    """
    whole = "".join(folded)
    if len(whole) < LEAST_COMPOUND or not _HANGUL.fullmatch(whole):
        return
    written = words.folded
    for first, starts in words.positions.items():
        if not whole.startswith(first) and not (first.startswith(whole) and is_with_particle(first, whole)):
            continue
        for start in starts:
            end, left = start, whole
            while end < len(written) and left and left.startswith(written[end]):
                left = left.removeprefix(written[end])
                end += 1
            if left and end < len(written) and is_with_particle(written[end], left):
                end, left = end + 1, ""
            if not left and end - start != len(folded):
                yield start, end - start
