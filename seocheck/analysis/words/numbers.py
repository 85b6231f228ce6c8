"""Numbers as texts write them: 1,000 and 1.000, "twelve", 3 million, 20th, 1980s."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from seocheck.analysis.words.folding import fold
from seocheck.base.late_pattern import late_pattern
from seocheck.languages import load

_VALUES = (*range(21), *range(30, 100, 10), 100, 1_000, 1_000_000, 1_000_000_000)
"""What the words of a language's `numbers` mean, in their order."""

_PLAIN = late_pattern(r"(\d+(?:[.,:]\d+)*)([^\W\d_]{0,4})", re.IGNORECASE)
_DATE = late_pattern(r"\d{1,2}\.\d{1,2}\.(?:\d\d){1,2}")
_GROUPED = late_pattern(r"\d{1,3}(?:[.,]\d{3})+")
_GROUPED_DECIMAL = late_pattern(r"(\d{1,3}(?:,\d{3})+)\.(\d+)|(\d{1,3}(?:\.\d{3})+),(\d+)")
_MULTIPLIERS = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000, "b": 1_000_000_000}
MAX_DIGITS = 15
GROUP = 3
"""Digits of a group, where blanks separate them."""


def values(token: str) -> frozenset[float]:
    """What a token that begins with a digit may mean; nothing for one that isn't a number.

    Where separators may be read in two ways (1,000) both readings count; a suffix such as k or m multiplies,
    any other short one (th, s, kg) is left out. A date (1.3.1987) says its day, its month and its year.
    """
    found = _PLAIN.fullmatch(token)
    if found is None or len(token) > MAX_DIGITS + 6:
        return frozenset()
    digits, suffix = found[1], found[2].lower()
    plain: set[float] = set()
    if _GROUPED.fullmatch(digits):
        plain.add(float(re.sub(r"[.,]", "", digits)))
    parts = re.split(r"[.,:]", digits)
    if len(parts) == 1:
        plain.add(float(digits))
    elif len(parts) == 2 and ":" not in digits:
        plain.add(float(".".join(parts)))
    elif both := _GROUPED_DECIMAL.fullmatch(digits):  # 7,216.62 and 7.216,62
        whole, rest = both[1] or both[3], both[2] or both[4]
        plain.add(float(f"{re.sub(r'[.,]', '', whole)}.{rest}"))
    elif _DATE.fullmatch(digits):
        plain |= {float(part) for part in parts}
    if suffix in _MULTIPLIERS:
        plain |= {value * _MULTIPLIERS[suffix] for value in plain}
    return frozenset(plain)


def multiplier(word: str, code: str) -> int:
    """What a word such as "million" multiplies the number before it by; 1 for any other word."""
    found = words_for(code).get(fold(word), 0)
    return int(found) if found >= 1_000 else 1


@lru_cache(maxsize=64)
def words_for(code: str) -> Mapping[str, float]:
    """Folded number word -> its value, for a language whose number words are known."""
    return _table(load(code).numbers, _VALUES)


@lru_cache(maxsize=64)
def months_for(code: str) -> Mapping[str, float]:
    """Folded name of a month -> its number, 1 to 12."""
    return _table(load(code).months, range(1, 13))


def _table(words: str, meanings: Sequence[int]) -> dict[str, float]:
    table: dict[str, float] = {}
    for forms, value in zip(words.split(), meanings, strict=False):
        for form in forms.split("/"):
            table.setdefault(fold(form.replace("_", " ")), float(value))
    return table


def numbers_in(folded: Sequence[str], code: str) -> Iterator[float]:
    """All numbers that a row of folded words says, in figures or in words; "twenty one" gives 21 too."""
    words = words_for(code)
    before = 0.0  # tens that may be followed by a unit
    previous: frozenset[float] = frozenset()
    grouped = 0.0  # what a number in groups of three amounts to so far: 1 261 464
    for word in folded:
        value = words.get(word)
        if value is None and not word[:1].isdigit():
            before, previous, grouped = 0.0, frozenset(), 0.0
            continue
        if word.isdecimal() and len(word) <= GROUP:
            grouped = grouped * 1_000 + float(word) if grouped and len(word) == GROUP else float(word)
            if grouped >= 1_000:
                yield grouped
        else:
            grouped = 0.0
        meant = frozenset((value,)) if value is not None else values(word)
        yield from meant
        if value is not None and value >= 1_000:
            yield from (number * value for number in previous)
        if before and value is not None and 0 < value < 10:
            yield before + value
        before = value if value is not None and 20 <= value < 100 else 0.0
        previous = meant
