"""Words that follow each other again and again and name nothing: clauses ("signal fires"), who speaks, where it begins.

All is told from the places: which words are around them, and which marks.
"""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.analysis.inflection.stems import lemmas
from seocheck.analysis.topics.widening import CoreWord
from seocheck.analysis.words.folding import fold
from seocheck.analysis.words.numbers import months_for
from seocheck.base.late_pattern import late_pattern

Place = tuple[int, int]
"""The block, and the index of the phrase's first word in it."""

_OBJECTS = {
    "en": """
        a an the each every it him them us me you itself his its my your our their nothing something anything everything
        again
    """,
}
"""Words that follow a verb at once, and hardly ever a noun in the plural."""
_SINGULAR = {"en": "a an another each every this that one"}
"""Words before a noun in the singular: an -s at the end of what follows belongs to a verb."""
_VERB = {"en": late_pattern(r".{2,}[^sui']s")}
_BEFORE_VERBS = {
    "en": """
        to can could will would must should may might cannot let's don't doesn't didn't won't can't please you we they i
        helps help lets let never always also
    """,
    "de": "zu",
    "fr": "pour peut peuvent doit doivent faut",
    "es": "para puede pueden debe deben",
    "pt": "para pode podem deve devem",
    "it": "per può possono deve devono",
    "nl": "te",
}
"""Words right before a verb. Some come before nouns too, so one place with a word for nouns decides."""
_BEFORE_NOUNS = {
    "en": """
        a an the this that these those my your his her its our their of in on for with by from as and or about into
        each every any some no all more most such than through without within between
    """,
    "de": "der die das den dem des ein eine einen einem einer eines von im in am mit für durch und oder",
    "fr": "le la les un une des du de d' l' ce cette ces en avec par et ou sur dans sans",
    "es": "el la los las un una unos unas de del en con por y o sobre sin este esta estos estas",
    "pt": "o a os as um uma de do da dos das em no na com por e ou sobre sem este esta",
    "it": "il lo la i gli le un una di del della dei delle in con da e o su senza questo questa",
    "nl": "de het een van in op met voor door en of deze dit",
}
VERB_SHARE = 0.5
"""The part of a phrase's places at which a word for verbs must come before it, and never one for nouns."""
SHARE = 0.3
"""The part of a phrase's places at which the words around it must tell that it ends in a verb."""
BEFORE = 3
"""Words before the end of a phrase among which a word for the singular is looked for, besides its own."""

_SPEAKS = late_pattern(r"[*_\s]*[:：]|\s*(?:\([^()]{2,30}\)\s*)?(?:[—–]|-\s)")
"""What follows a speaker's name, and a place where news begins: "Anna:", "OSLO (NTB) —"."""


def ends_in_verb(
    places: Sequence[Place], length: int, rows: Sequence[Sequence[CoreWord]], blocks: Sequence[str], code: str
) -> bool:
    """Whether a phrase is a noun with its verb: "handler receives" of "the handler receives a number"."""
    objects, singular, verb = _OBJECTS.get(code, "").split(), _SINGULAR.get(code, "").split(), _VERB.get(code)
    if length < 2 or verb is None:
        return False
    number, place = places[0]
    last = rows[number][place + length - 1].key
    if not verb.fullmatch(last) or lemmas(last, code) == {fold(last)}:  # a series, the news
        return False
    told = 0
    for number, place in places:
        row, block = rows[number], blocks[number]
        end = place + length
        follows = end < len(row) and not block[row[end - 1].end : row[end].start].strip()
        if (follows and row[end].key in objects) or _is_singular(row, block, place, singular):
            told += 1
    return told >= max(2, SHARE * len(places))


def begins_with_verb(
    places: Sequence[Place], length: int, rows: Sequence[Sequence[CoreWord]], blocks: Sequence[str], code: str
) -> bool:
    """Whether a phrase is a verb with its object: "water plants" of "to water plants", but not "water wheels"."""
    verbs, nouns = _BEFORE_VERBS.get(code, "").split(), _BEFORE_NOUNS.get(code, "").split()
    if length < 2 or not verbs:
        return False
    told = 0
    for number, place in places:
        row, block = rows[number], blocks[number]
        if not place or block[row[place - 1].end : row[place].start].strip():
            continue
        before = row[place - 1].key
        if before in nouns or not row[place].key.islower():
            return False
        told += before in verbs
    return told >= max(2, VERB_SHARE * len(places))


def _is_singular(row: Sequence[CoreWord], block: str, place: int, singular: Sequence[str]) -> bool:
    """Whether a word for the singular is shortly before a phrase, with nothing but words between."""
    for at in range(place - 1, max(place - 1 - BEFORE, -1), -1):
        if block[row[at].end : row[at + 1].start].strip():
            return False
        if row[at].key in singular:
            return True
    return False


def opens_blocks(
    places: Sequence[Place], length: int, rows: Sequence[Sequence[CoreWord]], blocks: Sequence[str]
) -> bool:
    """Whether a phrase mostly opens a block and is parted from the rest: a speaker of a dialogue, a dateline."""
    opening = 0
    for number, place in places:
        row, block = rows[number], blocks[number]
        before = block[: row[place].start].strip(" \t\n*_[(“\"'")
        opening += place == 0 and not before and _SPEAKS.match(block, row[place + length - 1].end) is not None
    return 2 * opening >= len(places)


def is_date(keys: Sequence[str], code: str) -> bool:
    """Whether a phrase holds nothing but months and numbers."""
    months = months_for(code)
    return all(fold(key) in months or key.isdigit() for key in keys)
