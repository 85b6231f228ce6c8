"""The words of a language at which a sentence may be cut, as patterns."""

from __future__ import annotations

import re
from functools import lru_cache

from seocheck.languages.sentence_words import alternatives, sentence_words


class ClauseWords:
    """Patterns for one language; None where it has no such words."""

    def __init__(self, code: str) -> None:
        words = sentence_words(code)
        self.joins = _pattern(r",\s(?:{})\s", words.clause_joins)
        self.governing = _pattern(r"\b(?:{})\b", words.clause_governing)
        self.tails = _pattern(r",\s(?:{})\b", words.clause_tails)
        self.also = _pattern(r",\s(?:{})\b", words.clause_also)
        self.adjuncts = _pattern(r"\s(?:{})\b", words.clause_adjuncts)
        self.occasions = _pattern(r"(?:{})[^,;:()]{{2,90}},\s", words.clause_occasions)
        self.denies = _pattern(r"\b(?:{})\b", words.clause_denies)
        self.caveats = _pattern(r"\b(?:{})\b", words.clause_caveats)
        self.contrasts = _pattern(r"\b(?:{})\b", words.clause_contrasts)
        self.halves = _pattern(r"(?:{})\b", words.clause_halves)
        self.open_ends = _pattern(r"\b(?:{})$", words.clause_open_ends, case=True)
        self.lists = _lists(words.clause_listing, words.clause_such_as)
        self.verbs = _pattern(r"\b(?:{})\b", words.clause_verbs, case=True)
        self.finite = _pattern(r"\b(?:{})\b", f"{words.clause_verbs} {words.clause_finite}", case=True)
        self.copulas = _pattern(r"\s(?:{})\s", words.clause_copulas, case=True)
        self.pronouns = _pattern(r"(?:{})\s", words.clause_pronouns)
        self.goes_on = re.compile(rf",\s(?:{alternatives(words.clause_goes_on + ' [—–-]')})\s")
        # Where no spaces separate words, they have no edges.
        self.bare_halves = _pattern("(?:{})", words.clause_halves)
        self.bare_caveats = _pattern("(?:{})", words.clause_caveats)
        self.bare_verbs = _pattern("(?:{})", words.clause_verbs)


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
