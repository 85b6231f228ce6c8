"""The words of a language at which a sentence may be cut, as patterns."""

from __future__ import annotations

import re
from functools import lru_cache

from seocheck.languages import load
from seocheck.languages.sentence_words import alternatives


class ClauseWords:
    """Patterns for one language; None where it has no such words."""

    def __init__(self, code: str) -> None:
        words = load(code).clauses
        self.joins = _pattern(r",\s(?:{})\s", words.joins)
        self.governing = _pattern(r"\b(?:{})\b", words.governing)
        self.tails = _pattern(r",\s(?:{})\b", words.tails)
        self.also = _pattern(r",\s(?:{})\b", words.also)
        self.adjuncts = _pattern(r"\s(?:{})\b", words.adjuncts)
        self.occasions = _pattern(r"(?:{})[^,;:()]{{2,90}},\s", words.occasions)
        self.denies = _pattern(r"\b(?:{})\b", words.denies)
        self.caveats = _pattern(r"\b(?:{})\b", words.caveats)
        self.contrasts = _pattern(r"\b(?:{})\b", words.contrasts)
        self.halves = _pattern(r"(?:{})\b", words.halves)
        self.open_ends = _pattern(r"\b(?:{})$", words.open_ends, case=True)
        self.lists = _lists(words.listing, words.such_as)
        self.verbs = _pattern(r"\b(?:{})\b", words.verbs, case=True)
        self.finite = _pattern(r"\b(?:{})\b", f"{words.verbs} {words.finite}", case=True)
        self.copulas = _pattern(r"\s(?:{})\s", words.copulas, case=True)
        self.pronouns = _pattern(r"(?:{})\s", words.pronouns)
        self.goes_on = re.compile(rf",\s(?:{alternatives(words.goes_on + ' [—–-]')})\s")
        # Where no spaces separate words, they have no edges.
        self.bare_halves = _pattern("(?:{})", words.halves)
        self.bare_caveats = _pattern("(?:{})", words.caveats)
        self.bare_verbs = _pattern("(?:{})", words.verbs)


def _pattern(form: str, listed: str, *, case: bool = False) -> re.Pattern[str] | None:
    if not listed.strip():
        return None
    return re.compile(form.format(alternatives(listed)), 0 if case else re.IGNORECASE)


def _lists(listing: str, such_as: str) -> re.Pattern[str] | None:
    parts = [rf",\s(?:{alternatives(listing)})\s"] if listing else []
    parts += [rf",?\s(?:{alternatives(such_as)})\s"] if such_as else []
    return re.compile("|".join(parts)) if parts else None


@lru_cache(maxsize=32)
def clause_words(code: str) -> ClauseWords:
    """Those of a language."""
    return ClauseWords(code)


def met(pattern: re.Pattern[str] | None, text: str, at: int = 0) -> bool:
    """Whether a pattern is somewhere in a text; never where a language has none."""
    return pattern is not None and pattern.search(text, at) is not None


def begins_with(pattern: re.Pattern[str] | None, text: str) -> bool:
    """Whether a text begins with a pattern; never where a language has none."""
    return pattern is not None and pattern.match(text) is not None
