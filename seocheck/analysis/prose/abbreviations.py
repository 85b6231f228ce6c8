"""A language's abbreviations, and which full stops belong to the word before them instead of ending a sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from seocheck.base.late_pattern import late_pattern

_LIST_ENDS = frozenset(
    ["etc", "usw", "u.v.m", "uvm", "u.a.m", "ecc", "enz", "itd", "itp", "т.д", "т.п", "тощо", "vb", "vd", "osv", "mm",
     "jne", "atd", "apod", "إلخ", "الخ"]
)  # fmt: skip
"""Abbreviations that close a list, and so mostly the sentence: a capital after them begins the next one."""
_PREPOSITIONS = frozenset(["في", "من", "على", "إلى", "عن", "مع", "حتى"])
"""Words of Arabic, which has no capitals, that mostly go on with the sentence after an abbreviation."""
_ROMAN = late_pattern(r"[IVXL]{2,7}")
_WORD_BEFORE = late_pattern(r"(?:[^\W_]{1,6}\.[ \u00a0\u202f]?)*[^\W_]+$")
_INDIC_LETTER = r"(?:[^\W_]|[\u0900-\u0963\u0970-\u0dff])"  # vowels are marks, and marks are no \w
_INDIC_WORD_BEFORE = late_pattern(rf"(?:{_INDIC_LETTER}{{1,6}}\.[ \u00a0\u202f]?)*{_INDIC_LETTER}+$")
_THAI = late_pattern(r"[\u0e01-\u0e4f]")
_ENUMERATOR = late_pattern(r"[\s\"'“„«(\[*_–—-]*(?:\d{1,3}|[^\W\d_]|[ivxlIVXL]{1,5})[.)]?")
_INITIALS = late_pattern(r"(?:[^\W\d_]\.)+[^\W\d_]")
_NUMERAL = late_pattern(r"\d|[IVXLCM]+\b")
_COMMON_WORD = late_pattern(r"(?<![\w.])[^\W\d_A-Z]{6,}$")
LONG_NAME = 4  # letters
LOOK_BACK = 24
"""Characters before a stop that may belong to an abbreviation; the longest known has fewer."""
_OPENING = "\"'“„‘«(["
_ROMAN_LETTERS = frozenset("ivxlIVXL")
_MARKS_FROM = "\u0900"
"""From here on scripts have vowels that aren't letters to Python, or put no full stop after a sentence."""
LONGEST_PLAIN = 20  # characters, fewer than LOOK_BACK
_MOST_KEPT = 20_000


class PlainWords(dict[str, bool]):
    """Whether a full stop after a word certainly ends the sentence, if one space and a capital follow.

    It does after a word of at least three letters, or a number of four digits, that isn't part of an abbreviation or a
    Roman numeral; opening marks and what a hyphen ties to it don't matter. False: `needs_stop` must decide. Looked up
    once for every word: the key is the text between the last space and the stop.
    """

    def __init__(self, listed: frozenset[str]) -> None:
        super().__init__()
        self._listed = listed

    def __missing__(self, written: str) -> bool:
        if len(self) >= _MOST_KEPT:
            self.clear()
        found = self[written] = self._is_plain(written)
        return found

    def _is_plain(self, written: str) -> bool:
        word = written.lstrip(_OPENING).rpartition("-")[2]
        if len(written) > LONGEST_PLAIN or len(word) < 3 or max(word) >= _MARKS_FROM:
            return False
        if word.isdecimal():
            return len(word) > 3
        small = word.lower()
        listed = small in self._listed or (small.endswith("str") and "str" in self._listed)
        return word.isalpha() and not listed and not _ROMAN_LETTERS.issuperset(word)


class Abbreviations(NamedTuple):
    """The language's abbreviations by what may follow them; lower case, without spaces or the last stop.

    never: a sentence goes on after them (Dr., e.g.). either: it may end with them as well (etc., U.S.).
    number: abbreviations only where a number follows (No. 5). parts: beginnings of those in several parts
    (the z of z. B.). ordinal: whether a short number with a stop is an ordinal (am 3. Oktober).
    plain: the words that are certain to be none of them.
    """

    never: frozenset[str]
    either: frozenset[str]
    number: frozenset[str]
    parts: frozenset[str]
    ordinal: bool
    language: str
    function_words: frozenset[str]
    spaced: bool
    plain: PlainWords


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
        PlainWords(frozenset(never | either | number | parts)),
    )


def needs_stop(value: str, start: int, stop: int, ahead: int, follower: str, known: Abbreviations) -> bool:
    """Whether the full stop at `stop` belongs to the word before it and ends no sentence."""
    low = max(start, stop - LOOK_BACK)
    if stop and _THAI.match(value, stop - 1):
        return True  # Thai puts no full stop after a sentence, only after abbreviations
    pattern = _INDIC_WORD_BEFORE if stop and "\u0900" <= value[stop - 1] <= "\u0dff" else _WORD_BEFORE
    before = pattern.search(value, low, stop)
    if before is None:
        return False
    if stop - start <= LOOK_BACK and _ENUMERATOR.fullmatch(value, start, stop):
        return True  # "1. First, ..." and "a) ..."
    # z. B. and e. g. are looked up without their spaces, from the longest reading to the shortest.
    if before.start() > low and value[before.start() - 1].isalnum():
        return False  # clinicaltrials.gov isn't an abbreviation, though "gov." is one
    pieces = re.split(r"\.[ \u00a0\u202f]?", before.group().lower())
    readings = [".".join(pieces[first:]) for first in range(len(pieces))]
    next_word = follower.lower()
    anew = starts_anew(value, ahead + len(follower), follower, known)
    for reading in readings:
        if reading in known.never:
            return True
        if reading in known.either:
            return not (anew or (reading in _LIST_ENDS and bool(follower) and not follower[0].islower()))
        if reading in known.number and _NUMERAL.match(value, ahead):
            return True
        if reading in known.parts and follower and value.startswith(".", ahead + len(follower)):
            longer = f"{reading}.{next_word}"
            if longer in known.parts or longer in known.never or longer in known.either:
                return True
    if "str" in known.either and pieces[-1].endswith("str") and _NUMERAL.match(value, ahead):
        return True  # Hauptstr. 12
    last = before.group()[-len(pieces[-1]) :]
    if last.isdecimal():
        versions = len(pieces) > 2 and all(piece.isdecimal() for piece in pieces)  # of version 3.2.1.
        return known.ordinal and not versions and len(last) <= 2 and bool(follower) and not anew
    if known.ordinal and _ROMAN.fullmatch(last):
        return bool(follower) and not anew  # im II. Weltkrieg
    if _INITIALS.fullmatch(before.group().replace(" ", "")) or (len(last) == 1 and last.isupper()):
        return bool(follower) and not anew  # J. Smith, U.S.A.
    return False


def ends_common_word(value: str, start: int, stop: int, follower: str, known: Abbreviations) -> bool:
    """Whether a full stop after a common word ends a sentence although a small letter follows: that of a name."""
    word = _COMMON_WORD.search(value, max(start, stop - LOOK_BACK), stop)
    if word is None or follower in known.function_words or len(follower) < LONG_NAME:
        return False
    return word.group() not in known.never | known.either | known.number


def starts_anew(value: str, end: int, follower: str, known: Abbreviations) -> bool:
    """Whether a word that ends at `end` begins a sentence: a function word, with a capital where there are capitals."""
    if known.language == "ar":
        return follower.startswith("و") or (follower in known.function_words and follower not in _PREPOSITIONS)
    if not follower or not follower[0].isupper() or follower.lower() not in known.function_words:
        return False
    return len(follower) > 1 or (end < len(value) and value[end] in " \u00a0'’")
