"""Whether a sentence says of its subject what that is, by the words that do so in a language."""

from __future__ import annotations

import re
from functools import lru_cache

from seocheck.base.late_pattern import late_pattern
from seocheck.languages import articles, function_words
from seocheck.languages.sentence_words import alternatives, sentence_words
from seocheck.suggest.sentences.subject import Subject

FAR = 100
"""Characters within which what defines is about what the sentence begins with."""
_STOP = late_pattern(r"[.!]\s|[。！]")


@lru_cache(maxsize=32)
def _defining(code: str) -> re.Pattern[str] | None:
    """What says of something what it is, or does."""
    words = sentence_words(code)
    verbs = rf"\b(?:{alternatives(words.defining_verbs)})\b" if words.defining_verbs else ""
    parts = [part for part in (alternatives(words.defining_is_a), verbs) if part]
    return re.compile("|".join(parts)) if parts else None


@lru_cache(maxsize=32)
def _we_are(code: str) -> re.Pattern[str] | None:
    listed = sentence_words(code).defining_we_are
    return re.compile(rf"(?:{alternatives(listed)}) ", re.IGNORECASE) if listed else None


@lru_cache(maxsize=32)
def _we_offer(code: str) -> re.Pattern[str] | None:
    listed = sentence_words(code).defining_we_offer
    return re.compile(rf"(?:{alternatives(listed)})(?!\w)", re.IGNORECASE) if listed else None


@lru_cache(maxsize=32)
def _relative(code: str) -> re.Pattern[str] | None:
    """A word that begins a clause about what is before it, of which the verb is."""
    listed = sentence_words(code).defining_relatives
    return re.compile(rf"(?<!,)\s(?:{alternatives(listed)})\s*$") if listed else None


def defines(text: str, subject: Subject, code: str) -> bool:
    """Whether a text says what the subject is: "A rye starter is a dough ..."."""
    defining = _defining(code)
    ends = _STOP.search(text)  # of two sentences the first must say it
    says = defining.search(text, 0, min(FAR, ends.end() if ends else FAR)) if defining else None
    return says is not None and _is_defined(text[: says.start()], subject, code)


def can_tell(code: str) -> bool:
    """Whether it is known how a language says what something is."""
    return _defining(code) is not None


def introduces(text: str, code: str) -> bool:
    """Whether a site says what it is: "We are a bakery ..."."""
    we_are = _we_are(code)
    return we_are is not None and we_are.match(text) is not None


def offers(text: str, code: str) -> bool:
    """Whether a site says what it does or sells: "We bake ..."."""
    we_offer = _we_offer(code)
    return we_offer is not None and we_offer.match(text) is not None


def _is_defined(before: str, subject: Subject, code: str) -> bool:
    """Whether what is before a verb that defines is the subject: not "for rye bakers that ..., wheat", nor "those rye
    breads that"."""
    relative = _relative(code)
    if relative is not None and relative.search(before):
        return False
    if before.partition(" ")[0].lower() in function_words(code) - articles(code):
        before = before.partition(",")[2] or before
    return not subject.is_known or subject.share(before) > 0
