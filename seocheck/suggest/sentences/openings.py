"""How a sentence must not begin, or what it must not hold, to be understood without those around it.

Words are by language, greetings among them. Of a language without such words nothing is known: its sentences are taken
as they are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from seocheck.base.late_pattern import late_pattern
from seocheck.languages.sentence_words import alternatives, between_edges, sentence_words
from seocheck.suggest.sentences.clause_words import begins_with, clause_words, met
from seocheck.suggest.sentences.itself import is_of_itself, without_itself

_ADDS = late_pattern(
    r"\b(?:also|too|auch|también|também|anche|ook|też|także|również|также|тоже|також|теж|také|též|ayrıca|szintén|juga)\b"
)
"""What adds to something, wherever it is."""
_ONE_OF = late_pattern(r"one of (?:the|all|our)\b", re.IGNORECASE)
"""What says of something that it is the best, or the first, of many."""
_CLAUSE_END = late_pattern(r"[;:—–]|,\s(?=\w+\s\w+\s\w+)")
"""Where a clause ends; a comma before one or two words only sets these apart."""
_CLAUSES = late_pattern(r"\w,\s\w")
_FIRST = late_pattern(r"[^\w]*([^\W\d_]+(?:['’][^\W\d_]+)?)")


class _Words:
    """Words and patterns for one language; None where it has no such words."""

    def __init__(self, code: str) -> None:
        words = sentence_words(code)
        self.leaning = frozenset(words.leaning.split())
        self.conditions = frozenset(words.leaning_conditions.split())
        self.phrases = _pattern(between_edges(words.leaning_phrases, code))
        stories = alternatives(words.leaning_stories)
        self.stories = _pattern(rf"(?:{stories})(?!\w)" if stories else "")
        self.outside = _pattern(between_edges(words.pointing_outside, code))
        self.back = _pattern(between_edges(words.pointing_back, code))
        speech = between_edges(words.pointing_speech, code)
        self.speech = re.compile(speech) if code == "en" and speech else _pattern(speech)  # "us" is no "US"
        self.calls = _pattern(between_edges(words.pointing_calls, code))
        self.halves = _pattern(alternatives(words.pointing_halves))


def _pattern(words: str) -> re.Pattern[str] | None:
    return re.compile(words, re.IGNORECASE) if words else None


@lru_cache(maxsize=32)
def _words(code: str) -> _Words:
    return _Words(code)


def leans(text: str, code: str) -> bool:
    """Whether a text begins as only a sentence does that goes on from another: "It ...", "However, ..."."""
    if is_of_itself(text, code):
        return False
    words = _words(code)
    if begins_with(words.phrases, text) or begins_with(words.stories, text):
        return True
    if _ONE_OF.match(text):
        return False
    found = _FIRST.match(text)
    if found is None:
        return False
    word = found[1].replace("’", "'")
    if word.isupper() and len(word) > 1:
        return False  # IT is no "it", and US is no "us"
    word = word.lower()
    if word in words.conditions and _CLAUSES.search(text):
        return False  # "If you bake at night, the oven is cheap" says all of it
    return word in words.leaning or word.partition("'")[0] in words.leaning


def begins_with_condition(text: str, code: str) -> bool:
    """Whether a text begins with the half of a sentence that another follows: "While ...", "If ..."."""
    found = _FIRST.match(text)
    return found is not None and found[1].lower() in _words(code).conditions


def points_outside(text: str, code: str) -> bool:
    """Whether a text points at what is elsewhere in the article: "the following", "see above"."""
    return met(_words(code).outside, without_itself(text, code))


def speaks(text: str, code: str) -> bool:
    """Whether somebody speaks of himself in a text."""
    return met(_words(code).speech, text)


def points_back(text: str, code: str, *, first: bool = False) -> bool:
    """Whether a text holds a word that points back, so that it may say less alone than in its place.

    first: whether nothing is before it in its article, so that "these" means what the text says itself.
    """
    if not first and met(clause_words(code).contrasts, _CLAUSE_END.split(text, maxsplit=1)[0]):
        return True  # "The rye, however, ..."
    back = _words(code).back
    if first and back is not None:
        return _ADDS.search(text) is not None
    return met(back, without_itself(text, code))


def is_half(text: str, code: str) -> bool:
    """Whether a text says only what a thing is not all ("Rye is not just a grain")."""
    return met(_words(code).halves, text)


def calls(text: str, code: str) -> bool:
    """Whether a text asks the reader to do something."""
    return begins_with(_words(code).calls, text)
