"""A language's abbreviations, by what may follow them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple


class Abbreviations(NamedTuple):
    """The language's abbreviations by what may follow them; lower case, without blanks or the last stop.

    never: a sentence goes on after them (Dr., e.g.). either: it may end with them as well (etc., U.S.).
    number: abbreviations only where a number follows (No. 5). parts: beginnings of those in several parts
    (the z of z. B.). ordinal: whether a short number with a stop is an ordinal (am 3. Oktober).
    """

    never: frozenset[str]
    either: frozenset[str]
    number: frozenset[str]
    parts: frozenset[str]
    ordinal: bool
    language: str
    function_words: frozenset[str]
    spaced: bool


@lru_cache(maxsize=64)
def abbreviations(language: str, listed: str, function_words: str, spaced: bool) -> Abbreviations:
    """What `LanguageData` lists for the language, taken apart."""
    entries = listed.split()
    never = {e for e in entries if e[-1] not in ".#"}
    either = {e[:-1] for e in entries if e.endswith(".")}
    number = {e[:-1] for e in entries if e.endswith("#")}
    parts: set[str] = set()
    for entry in never | either:
        pieces = entry.split(".")
        parts.update(".".join(pieces[:size]) for size in range(1, len(pieces)))
    return Abbreviations(
        frozenset(never - {"0"}),
        frozenset(either),
        frozenset(number),
        frozenset(parts),
        "0" in never,
        language,
        frozenset(function_words.split()),
        spaced,
    )
