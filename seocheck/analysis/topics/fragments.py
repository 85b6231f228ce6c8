"""Words that follow each other again and again and name nothing: clauses ("signal fires"), who speaks, where it begins.

All is told from the places: which words are around them, and which marks.
"""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.analysis.topics.widening import CoreWord
from seocheck.analysis.words.folding import fold
from seocheck.analysis.words.numbers import months_for
from seocheck.analysis.words.stems import lemmas
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
