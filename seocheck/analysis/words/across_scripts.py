"""One word in Latin and in Cyrillic letters: API and АПИ, Kubernetes and Кубернетес, Google and Гугла.

Both are brought to a key of Latin letters that says about what is heard. Words of two scripts have one key hardly ever
by chance. What is written by another sound (iPhone, Айфон) has none, and what has an ending is looked at without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from seocheck.base.late_pattern import late_pattern
from seocheck.languages import load

CYRILLIC = frozenset(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "uk"))
"""Languages whose texts have names in both scripts."""
LEAST, LEAST_SHOUTED = 4, 3
"""Letters of a key, and of that of a word in capitals."""
_LETTERS = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "s", "и": "i", "к": "k", "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "s",
    "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "u", "я": "a", "і": "i", "є": "e",
    "ґ": "g", "ј": "i",
})  # fmt: skip
_SOUNDS = tuple(
    (late_pattern(pattern), letters)
    for pattern, letters in (
        ("sch", "sh"), ("ph", "f"), ("th", "t"), ("c(?=k)", ""), ("x", "ks"), ("qu", "kv"), ("q", "k"),
        ("c(?=[eiy])", "s"), ("c(?!h)", "k"), ("w", "v"), ("j", "dzh"), ("z(?!h)", "s"), ("oo", "u"), ("ee", "i"),
        ("y", "i"), ("(?<=...)e$", ""),
    )
)  # fmt: skip
_TWICE = late_pattern(r"(.)\1+")
_LONGEST_ENDING = 3


@lru_cache(maxsize=16_000)
def key(folded: str) -> str:
    """About what is heard of a folded word, in Latin letters."""
    found = folded
    if folded.isascii():
        for pattern, letters in _SOUNDS:
            found = pattern.sub(letters, found)
    else:
        found = folded.translate(_LETTERS)
    return _TWICE.sub(r"\1", found)


def same_across(cyrillic: str, latin: str, code: str) -> bool:
    """Whether a folded word in Cyrillic letters, with an ending or without, is one in Latin letters."""
    wanted = key(latin)
    if key(cyrillic) == wanted:
        return True
    endings = _endings(code)
    for size in range(1, min(_LONGEST_ENDING, len(cyrillic) - 2) + 1):
        if cyrillic[-size:] in endings and key(cyrillic[:-size]) == wanted:
            return True
    return False


@lru_cache(maxsize=16)
def _endings(code: str) -> frozenset[str]:
    return frozenset(load(code).inflections)


class OtherScript:
    """The words of an article by their keys, those in Latin and those in other letters each for themselves."""

    def __init__(self, words: Sequence[str], code: str) -> None:
        self._code = code
        self._latin: dict[str, list[str]] = {}
        self._cyrillic: dict[str, list[str]] = {}
        for word in words:
            if word.isalpha() and len(word) >= LEAST_SHOUTED:
                table = self._latin if word.isascii() else self._cyrillic
                table.setdefault(key(word)[:LEAST_SHOUTED], []).append(word)

    def of(self, written: str, folded: str) -> Iterator[str]:
        """The words in the other script that are this one."""
        mine = key(folded)
        if not folded.isalpha() or len(mine) < (LEAST_SHOUTED if written.isupper() else LEAST):
            return
        table = self._cyrillic if folded.isascii() else self._latin
        for other in table.get(mine[:LEAST_SHOUTED], ()):
            pair = (other, folded) if folded.isascii() else (folded, other)
            if len(key(pair[1])) >= LEAST_SHOUTED and same_across(*pair, self._code):
                yield other
