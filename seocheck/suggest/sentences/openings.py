"""How a sentence must not begin, or what it must not hold, to be understood without those around it.

Words are by language, greetings among them. Of a language that is not here nothing is known: its sentences are taken as
they are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from seocheck.base.late_pattern import late_pattern
from seocheck.suggest.sentences.clause_words import clause_words, met
from seocheck.suggest.sentences.itself import is_of_itself, without_itself
from seocheck.suggest.sentences.leaning import CONDITIONS, LEANING, LEANING_PHRASES
from seocheck.suggest.sentences.pointing import BACK, CALLS, OUTSIDE, SPEECH
from seocheck.suggest.sentences.stories import BACK_THEN

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


@lru_cache(maxsize=32)
def _leaning(code: str) -> frozenset[str]:
    return frozenset(LEANING.get(code, "").split())


def _then(code: str) -> str:
    words = BACK_THEN.get(code)
    return rf"(?:{words})(?!\w)" if words else ""


@lru_cache(maxsize=64)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


def leans(text: str, code: str) -> bool:
    """Whether a text begins as only a sentence does that goes on from another: "It ...", "However, ..."."""
    if is_of_itself(text, code):
        return False
    if any(words and _pattern(words).match(text) for words in (LEANING_PHRASES.get(code), _then(code))):
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
    if word in CONDITIONS.get(code, "").split() and _CLAUSES.search(text):
        return False  # "If you bake at night, the oven is cheap" says all of it
    return word in _leaning(code) or word.partition("'")[0] in _leaning(code)


def begins_with_condition(text: str, code: str) -> bool:
    """Whether a text begins with the half of a sentence that another follows: "While ...", "If ..."."""
    found = _FIRST.match(text)
    return found is not None and found[1].lower() in CONDITIONS.get(code, "").split()


def points_outside(text: str, code: str) -> bool:
    """Whether a text points at what is elsewhere in the article: "the following", "see above"."""
    outside = OUTSIDE.get(code)
    return bool(outside) and _pattern(outside or "").search(without_itself(text, code)) is not None


def speaks(text: str, code: str) -> bool:
    """Whether somebody speaks of himself in a text."""
    speech = SPEECH.get(code)
    return bool(speech) and re.search(speech or "", text, re.IGNORECASE if code != "en" else 0) is not None


def points_back(text: str, code: str, *, first: bool = False) -> bool:
    """Whether a text holds a word that points back, so that it may say less alone than in its place.

    first: whether nothing is before it in its article, so that "these" means what the text says itself.
    """
    if not first and met(clause_words(code).contrasts, _CLAUSE_END.split(text, maxsplit=1)[0]):
        return True  # "The rye, however, ..."
    back = BACK.get(code)
    if not back:
        return False
    if first:
        return _ADDS.search(text) is not None
    return _pattern(back).search(without_itself(text, code)) is not None


def calls(text: str, code: str) -> bool:
    """Whether a text asks the reader to do something."""
    asking = CALLS.get(code)
    return bool(asking) and _pattern(asking or "").match(text) is not None
