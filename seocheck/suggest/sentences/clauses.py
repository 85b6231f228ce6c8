"""The clauses of a long sentence that can stand alone.

Only cuts that are safe without grammar: at a semicolon, before a single dash, before a comma with "and", and before a
comma with a word that only adds ("which", "so that", "including", "but also"), if nothing but what is added follows.
Before a colon there is a promise ("one pattern keeps repeating"), unless a list of names follows. After "and" a
subject may be missing, after "but", "though" or "without" comes what the first half must not be quoted without, and a
comma may separate the items of a list: there is no cut.
"""

from __future__ import annotations

from collections.abc import Iterator

from seocheck.base.late_pattern import late_pattern
from seocheck.suggest.sentences.clause_words import ClauseWords, begins_with, clause_words, met
from seocheck.suggest.sentences.openings import leans

LEAST_BEFORE = 10
"""Words of a main clause before what says how or what for, or before a list."""
_DOING = late_pattern(r"\s\w+ing\b")
_IS_LISTED = late_pattern(r"\b(?:for|of|by|with|like|in|to|and|or)\s\w+ing\b[^,]*$|,\s\w+ing\b[^,]*$|\b\w+ing$")
"""The end of an item of a list of what somebody does: "for baking a loaf"."""
_DASH = late_pattern(r"\s[–—]\s|(?<=\w)—(?=\w)")
_HYPHEN = late_pattern(r"\s--?\s|--")
_SEMICOLON = late_pattern(r"[;；]\s*")
_COLON = late_pattern(r"\s?:\s")
_LISTED = 2
"""Commas of a list behind a colon, at least."""
_ITEM = 6
"""Words of its first item, at most: a longer one is a clause."""
_WORD = late_pattern(r"\w+")
LEAST_WORDS = 6
"""Words on either side of a comma below which it may part the items of a list."""


def clauses(sentence: str, code: str) -> Iterator[tuple[int, int]]:
    """Ranges of the sentence that read as sentences; none is the whole."""
    words = clause_words(code)
    found = words.occasions.match(sentence) if words.occasions else None
    if found:
        rest = sentence[found.end() :]
        yield found.end(), len(sentence)
        yield from ((found.end(), found.end() + end) for begin, end in _ends(rest, code) if not begin)
    yield from _ends(sentence, code)


def _ends(sentence: str, code: str) -> Iterator[tuple[int, int]]:
    words = clause_words(code)
    parts = [m.span() for m in _SEMICOLON.finditer(sentence)]
    if 0 < len(parts) <= 4:
        starts = [0, *(end for _, end in parts)]
        ends = [*(start for start, _ in parts), len(sentence)]
        for first in range(len(starts)):
            for last in range(first, len(ends)):
                if (first, last) != (0, len(ends) - 1):
                    yield starts[first], ends[last]
    dashes = list(_DASH.finditer(sentence))
    if len(dashes) == 1 and not parts and not _HYPHEN.search(sentence):
        before, behind = sentence[: dashes[0].start()], sentence[dashes[0].end() :]
        # After a dash, "but" or "which" brings what the first half must not be quoted without.
        if len(_WORD.findall(before)) >= LEAST_WORDS and not before[-1].isdigit() and not leans(behind, code):
            yield 0, len(before)
    if not dashes and not parts:
        yield from _before_and(sentence, words)
    yield from _before_tail(sentence, words)
    yield from _before_also(sentence, words)
    yield from _before_list(sentence, words)
    yield from _before_colon(sentence, words)
    yield from _before_adjunct(sentence, words)
    if code == "zh":
        yield from _at_commas(sentence, words)


def _before_adjunct(sentence: str, words: ClauseWords) -> Iterator[tuple[int, int]]:
    """Before what says how or what for at the end, without a comma: "so that", "by adding"."""
    if words.adjuncts is None:
        return
    for found in words.adjuncts.finditer(sentence):
        before = sentence[: found.start()]
        # What "can be done by waiting" is no whole thought before "by".
        # What is said of "only" these, or "not" those, needs the words that tell which.
        whole = before.count("(") == before.count(")") and not (
            met(words.open_ends, before) or met(words.denies, before)
        )
        if whole and len(_WORD.findall(before)) >= LEAST_BEFORE and not begins_with(words.halves, before):
            yield 0, found.start()


def _at_commas(sentence: str, words: ClauseWords) -> Iterator[tuple[int, int]]:
    """Chinese sets commas between whole clauses; the first must not be one that another follows."""
    if begins_with(words.bare_halves, sentence):
        return
    for comma in (at for at, letter in enumerate(sentence) if letter == "，"):
        before, behind = sentence[:comma], sentence[comma + 1 :]
        last = before.rpartition("，")[2]
        if (
            met(words.bare_verbs, before)
            and not begins_with(words.bare_halves, last)
            and not begins_with(words.bare_caveats, behind)
        ):
            yield 0, comma


def _before_colon(sentence: str, words: ClauseWords) -> Iterator[tuple[int, int]]:
    """Before a colon and a list, where the sentence has a main clause: "A mill has four parts: the wheel, ..."."""
    colons = list(_COLON.finditer(sentence))
    if len(colons) != 1:
        return
    before, behind = sentence[: colons[0].start()], sentence[colons[0].end() :]
    items = behind.split(",")
    listed = len(items) > _LISTED and len(_WORD.findall(items[0])) <= _ITEM and not met(words.finite, items[0])
    # "The parts are: ..." is no whole thought.
    whole = before.count("(") == before.count(")") and not met(words.open_ends, before) and "," not in before
    told = len(_WORD.findall(before)) >= LEAST_BEFORE and met(words.finite, before)
    if listed and whole and told and not (begins_with(words.halves, before) or _DASH.search(before)):
        yield 0, colons[0].start()


def _before_list(sentence: str, words: ClauseWords) -> Iterator[tuple[int, int]]:
    """Before a list of what the sentence has named: ", including salt, flour, and water"."""
    found = words.lists.search(sentence) if words.lists else None
    if found is None or met(words.verbs, sentence, found.end()) or not sentence[: found.start()].count(",") <= 1:
        return
    before = sentence[: found.start()]
    if len(_WORD.findall(before)) > LEAST_WORDS and not begins_with(words.halves, before):
        yield 0, found.start()


def _before_tail(sentence: str, words: ClauseWords) -> Iterator[tuple[int, int]]:
    """Before a comma and an end that only adds, which may have commas of its own."""
    if words.tails is None:
        return
    last = sentence.rfind(",")
    for comma in (found.start() for found in words.tails.finditer(sentence)):
        before, behind = sentence[:comma], sentence[comma + 1 :]
        if met(words.caveats, behind) or (_DOING.match(behind) and _IS_LISTED.search(before)):
            continue
        told = met(words.verbs, before) or begins_with(words.pronouns, before)
        if (comma != last and (not told or words.goes_on.search(behind))) or (not told and met(words.copulas, behind)):
            continue
        # "In Rome, which is old" has no main clause before the comma, and (an aside, with a comma) none around it.
        whole = before.count("(") == before.count(")") and not _DASH.search(before[-40:])
        if whole and len(_WORD.findall(before)) > LEAST_WORDS and not begins_with(words.halves, before):
            yield 0, comma


def _before_also(sentence: str, words: ClauseWords) -> Iterator[tuple[int, int]]:
    """Before what a sentence says besides, where it has denied nothing."""
    found = words.also.search(sentence) if words.also else None
    if found and not met(words.denies, sentence[: found.start()]) and not begins_with(words.halves, sentence):
        yield 0, found.start()


def _before_and(sentence: str, words: ClauseWords) -> Iterator[tuple[int, int]]:
    found = words.joins.search(sentence) if words.joins else None
    if found is None:
        return
    before = sentence[: found.start()]
    # With another comma, or few words on one side, "a, b, and c" is a list.
    if "," in before or sentence.find(",", found.end()) >= 0:
        return
    if min(len(_WORD.findall(before)), len(_WORD.findall(sentence[found.end() :]))) < LEAST_WORDS:
        return
    if not met(words.governing, before):
        yield 0, found.start()
