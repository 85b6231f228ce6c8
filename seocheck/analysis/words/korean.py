"""Korean particles: 책을 is 책 with the particle of the object.

After a consonant and after a vowel a particle has different forms, so that 차이 (difference) isn't 차 (car) with a
particle, nor 물가 (prices) 물 (water) with one.
"""

from __future__ import annotations

from functools import lru_cache

from seocheck.base.late_pattern import late_pattern

_ANY = (
    "의|에|에서|에게|에게서|도|만|까지|부터|보다|처럼|마다|조차|들|들이|들은|들을|들의|들에게|들과|들도|에는|에도|"
    "에서는|에서도|만의|까지의|부터의|입니다"
)
_AFTER_CONSONANT = late_pattern(
    f"{_ANY}|은|이|을|과|과의|으로|으로는|으로도|으로의|이나|이며|이고|이란|이라|이라는|이다"
)
_AFTER_VOWEL = late_pattern(f"{_ANY}|는|가|를|와|와의|로|로는|로도|로의|나|며|고|란|라|라는|다")
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
