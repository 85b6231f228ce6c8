"""How an article speaks of itself: "this guide shows", "in diesem Beitrag"; and how it says who pays for it.

What an article says of itself is what a description says. Of each language there are the words that point and the words
for a text; of a language that is not here nothing is known.
"""

from __future__ import annotations

import re
from functools import lru_cache

from seocheck.base.late_pattern import late_pattern
from seocheck.languages.sentence_words import alternatives, has_edges, sentence_words

_OF_ITS_MAKING = late_pattern(
    r"\b(?:written|updated|tested|published|posted|translated|part of|first appeared|cross-?posted|archived|deprecated"
    r"|outdated|work in progress|revived|migrated|republished|resurrected|imported|rewritten|revised|geschrieben"
    r"|getestet|aktualisiert|veröffentlicht|übersetzt|écrit|testé|publié|traduit"
    r"|escrito|probado|publicado|traducido|testado|traduzido|scritto|testato|pubblicato|tradotto|geschreven|vertaald"
    r"|napisany|przetłumaczony|написан\w*|обновлен\w*|опубликован\w*|перев[её]д[её]н\w*|устарел\w*"
    r"|çeviri\w*|terjemahan\w*|fordítás\w*|käännös|oversat|oversatt|översatt|переклад\w*)\b",
    re.IGNORECASE,
)
_PAID = late_pattern(
    r"\b(?:affiliates?|commissions?|disclosure|disclaimer|sponsored|sponsorship|advertorial|paid partnership|gesponsert"
    r"|provision|affiliate-\w+|werbung|anzeige|sponsorisée?|affiliés?|affiliation|patrocinad[oa]s?|afiliad[oa]s?"
    r"|sponsorizzat[oa]|affiliat[oaie]|gesponsord|sponsorowan\w+|afiliacyjn\w+|партн[её]рск\w+|реклам\w+)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=32)
def _pattern(code: str) -> re.Pattern[str] | None:
    words = sentence_words(code)
    if not words.own_texts:
        return None
    own = rf"(?:{alternatives(words.own_points)})(?:{alternatives(words.own_texts)})"
    if has_edges(code):
        own = rf"(?<!\w){own}(?!\w)"
    parts = [own, alternatives(words.own_further)]
    return re.compile("|".join(filter(None, parts)), re.IGNORECASE)


@lru_cache(maxsize=32)
def _further(code: str) -> re.Pattern[str] | None:
    listed = alternatives(sentence_words(code).own_further)
    return re.compile(listed, re.IGNORECASE) if listed else None


@lru_cache(maxsize=32)
def _tells(code: str) -> re.Pattern[str] | None:
    listed = alternatives(sentence_words(code).own_tells)
    return re.compile(rf"\b(?:{listed})\w*") if listed else None


def is_of_itself(text: str, code: str) -> bool:
    """Whether a text begins with what its article is or shows: "This guide shows ..."."""
    own = _pattern(code)
    return own is not None and own.match(text) is not None


def shows(text: str, code: str) -> bool | None:
    """Whether a text that begins with its article says what that shows; None where no verbs are known."""
    tells, further = _tells(code), _further(code)
    if further is not None and further.match(text):
        return True  # "Here you will find ..."
    return None if tells is None else is_of_itself(text, code) and tells.search(without_itself(text, code)) is not None


def mentions_itself(text: str, code: str) -> bool:
    """Whether a text says anywhere that its article shows something: "All of it is explained in this guide"."""
    tells, rest = _tells(code), without_itself(text, code)
    return tells is not None and rest != text and tells.search(rest) is not None


def is_of_its_making(text: str) -> bool:
    """Whether a text says how an article came about, which is no description of it."""
    return _OF_ITS_MAKING.search(text) is not None


def is_paid(text: str, code: str) -> bool:
    """Whether an article says of itself who pays for it."""
    return is_of_itself(text, code) and _PAID.search(text) is not None


def without_itself(text: str, code: str) -> str:
    """A text without what it calls its article: "this guide"."""
    own = _pattern(code)
    return own.sub("", text) if own else text
