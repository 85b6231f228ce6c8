"""Which candidate phrases an editor could use as keywords, and where they are in the prose.

A ranker of phrases (`salience`) proposes; here is decided what occurs literally, begins and ends with a
word of content, and isn't a fragment of something better. Everything is by position of words, so that it
works for any language written with spaces.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from seocheck.analysis.topics.fragments import begins_with_verb, ends_in_verb, is_date, opens_blocks
from seocheck.analysis.topics.no_subject import refused
from seocheck.analysis.topics.prose_words import Prose, candidate_words, read_prose
from seocheck.analysis.topics.widening import CoreWord, widened
from seocheck.base.late_pattern import late_pattern
from seocheck.languages import LanguageData

MIN_COUNT = 2
MIN_COUNT_COMMON_WORD = 4
"""A single common word ("support") is hardly ever a keyword, unless the text keeps coming back to it."""
_EXPLAINED = 0.75
"""A phrase is part of a longer one when at least so many of its occurrences are inside that one."""

SENTENCE_END = (".", "!", "?", ":", ";", "…", "؟", "।", "。")

# Manner adverbs, told by their endings: "potentially significant" isn't a keyword, "supply chain" is one.
_ADVERBS = {
    "en": late_pattern(r".{3,}(?:al|ed|ing|at|ant|ent|ous|iv|ab|ib)e?ly"),
    "es": late_pattern(r".{3,}mente"),
    "it": late_pattern(r".{3,}mente"),
    "pt": late_pattern(r".{3,}mente"),
}
_NEVER = late_pattern(r"(?!)")

_LINKING = frozenset(
    "of for and de du des del della di da do dos das der van von y e et und og och i la le".split()  # noqa: SIM905
)
"""Small words that are inside a name: Department of Education, ministère de la Culture."""


class Phrase(msgspec.Struct, frozen=True):
    """A phrase that stands out of the text.

    text: as most often written in the prose. score: the ranker's, above 0, lower is better; comparable
    within one text only. count: how often it occurs, letter case apart. first: (index of the block,
    start, end) of its first occurrence, offsets in that block. name: whether it is one word that is written
    with a capital where capitals mean something.
    """

    text: str
    score: float
    count: int
    first: tuple[int, int, int]
    name: bool = False


class _Found(NamedTuple):
    phrase: Phrase
    places: Sequence[tuple[int, int]]
    length: int


def presentable(scores: Mapping[str, float], blocks: Sequence[str], language: LanguageData) -> list[Phrase]:
    """The candidates that could be keywords, by score (lower is better), then by text.

    `scores` are candidate phrases in any letter case; what does not occur at least twice as it is in
    one of `blocks` is left out.
    """
    kept = _without_parts(_located(scores, read_prose(blocks, language)))
    return sorted(kept, key=lambda phrase: (phrase.score, phrase.text))


def _located(scores: Mapping[str, float], prose: Prose) -> list[_Found]:
    """The candidates that are in the prose and read well, with their places, best first."""
    found = []
    known: set[tuple[int, int, int]] = set()
    said_again = {key for key, places in prose.starts.items() if len(places) >= MIN_COUNT}
    for candidate, score in sorted(scores.items(), key=lambda item: (item[1], item[0])):
        parts = [part for word in candidate.split() for part in candidate_words(word, prose.language.apostrophe)]
        keys = [key for key, _ in parts]
        # Most candidates have a word that is said once: nothing else need be asked of them.
        if not parts or not said_again.issuperset(keys):
            continue
        if not _reads_well(keys, prose) or is_date(keys, prose.language.code):
            continue
        length = len(parts)
        places = [
            (number, place)
            for number, place in prose.starts[keys[0]]
            if not prose.rows[number][place].glued  # "Fail Secrets" of "No-Fail Secrets"
            and _stands(parts, prose.rows[number], place, prose.blocks[number])
        ]
        compound = all(glued for _, glued in parts[1:])
        if length == 1 and (fuller := _fuller_name(places, prose)):
            places, length, compound = fuller, 2, False
        if len(places) < MIN_COUNT or (compound and not _worth_alone(places, length, prose)):
            continue
        if (*places[0], length) in known or _is_abbreviation(places, length, prose) or _is_measure(places, prose):
            continue
        if _is_joined(places, length, prose):
            continue
        if wider := widened(places, length, prose.rows, prose.common):
            places, length = wider
        if ends_in_verb(places, length, prose.rows, prose.blocks, prose.language.code):
            length -= 1  # "pump motor" of "the pump motor turns"
            if length < 2:
                continue
        if begins_with_verb(places, length, prose.rows, prose.blocks, prose.language.code):
            continue
        if (*places[0], length) in known or opens_blocks(places, length, prose.rows, prose.blocks):
            continue
        known.add((*places[0], length))
        spans = [
            (number, prose.rows[number][place].start, prose.rows[number][place + length - 1].end)
            for number, place in places
        ]
        written = Counter(" ".join(prose.blocks[number][start:end].split()) for number, start, end in spans)
        text = min(written, key=lambda form: (-written[form], sum(map(str.isupper, form)), form))
        name = length == 1 and _is_name(places, prose)
        found.append(_Found(Phrase(text, score, len(places), spans[0], name), places, length))
    return found


def _reads_well(keys: Sequence[str], prose: Prose) -> bool:
    """Whether the words could be a keyword: letters in it, and a word of content at either end."""
    first, last = keys[0], keys[-1]
    words = refused(prose.language.code)
    return (
        _may_end(first, prose)
        and _may_end(last, prose)
        and not first[0].isdigit()
        and any(character.isalpha() for key in keys for character in key)
        and not any(key in words.inside or (key in prose.common and key not in _LINKING) for key in keys[1:-1])
        and not (len(keys) > 1 and (last in words.last or first in words.first))
    )


def _may_end(key: str, prose: Prose) -> bool:
    """Whether a keyword may begin or end with the word."""
    return not (key in prose.common or (len(key) == 1 and key.isascii()) or _adverb(prose).fullmatch(key))


def _adverb(prose: Prose) -> re.Pattern[str]:
    return _ADVERBS.get(prose.language.code, _NEVER)


def _fuller_name(places: Sequence[tuple[int, int]], prose: Prose) -> list[tuple[int, int]]:
    """Where the two words are of which a word is only the second half: "New York" for York; empty where it is none.

    Rankers drop first words that are in a stop list ("new").
    """
    if not places or prose.language.code == "de" or _written(places[0], prose).islower():
        return []
    before: dict[str, list[tuple[int, int]]] = {}
    for number, place in places:
        if place == 0:
            continue
        row, block = prose.rows[number], prose.blocks[number]
        first, second = row[place - 1], row[place]
        capitals = block[first.start].isupper() and block[second.start].isupper()
        if capitals and first.whole and first.key not in prose.common and block[first.end : second.start] == " ":
            before.setdefault(first.key, []).append((number, place - 1))
    most = max(before.values(), key=len, default=[])
    inside = any(not _opens(spot, prose) for spot in most)
    return most if inside and len(most) >= MIN_COUNT and len(most) >= _EXPLAINED * len(places) else []


def _is_abbreviation(places: Sequence[tuple[int, int]], length: int, prose: Prose) -> bool:
    """Whether the last word is a title or the like, whose full stop was cut off: "Rev", "State Sen"."""
    number, place = places[0]
    word = prose.rows[number][place + length - 1]
    return prose.blocks[number][word.end : word.end + 1] == "." and word.key in prose.language.abbreviations.split()


def _is_joined(places: Sequence[tuple[int, int]], length: int, prose: Prose) -> bool:
    """Whether an ampersand mostly ties the words to others: "Heritage Center" of "Jazz & Heritage Center"."""
    tied = 0
    for number, place in places:
        row, block = prose.rows[number], prose.blocks[number]
        before = block[max(row[place].start - 2, 0) : row[place].start]
        after = block[row[place + length - 1].end :][:2]
        tied += "&" in before or "&" in after
    return 2 * tied > len(places)


def _is_measure(places: Sequence[tuple[int, int]], prose: Prose) -> bool:
    """Whether the words mostly follow a number: "million shares", "degrees clockwise", "day weekend"."""
    after = sum(place > 0 and prose.rows[number][place - 1].key[:1].isdigit() for number, place in places)
    return 2 * after > len(places)


def _stands(parts: Sequence[tuple[str, bool]], row: Sequence[CoreWord], place: int, block: str) -> bool:
    """Whether the words follow each other here with nothing but white space or a hyphen between them."""
    if place + len(parts) > len(row):
        return False
    for offset in range(1, len(parts)):
        before, word = row[place + offset - 1], row[place + offset]
        if (word.key, word.glued) != parts[offset] or not before.whole:
            return False
        if not word.glued and block[before.end : word.start].strip():
            return False
    return True


def _worth_alone(places: Sequence[tuple[int, int]], length: int, prose: Prose) -> bool:
    """Whether a word, or a compound with hyphens, says enough alone: a name, or a noun often used.

    What mostly leans on a neighbour of content ("international", "Russian", "deep-seated") is an
    adjective or a piece of a name.
    """
    number, place = places[0]
    word = prose.rows[number][place].key
    if length == 1 and word in refused(prose.language.code).alone:
        return False
    if word.isascii() and len(word) < 3 and not _written(places[0], prose).isupper():
        return False
    name = _is_name(places, prose)
    neighbours = [_leans_on(spot, length, prose) for spot in places]
    leaning = sum(map(bool, neighbours)) / len(places)
    if name:
        # A name may be followed by a verb; an adjective ("Russian") hardly occurs without a noun, and a
        # piece of a name ("United") not without the rest of it.
        part = sum(not neighbour.islower() for neighbour in neighbours if neighbour)
        return leaning < 0.8 and 2 * part <= len(places)
    return leaning <= 0.5 and len(places) >= MIN_COUNT_COMMON_WORD


def _is_name(places: Sequence[tuple[int, int]], prose: Prose) -> bool:
    """Whether a word is mostly written with a capital inside sentences.

    In German every noun has a capital; in scripts without case no name has one.
    """
    word = prose.rows[places[0][0]][places[0][1]].key
    inside = [spot for spot in places if not _opens(spot, prose)]
    capitals = sum(not _written(spot, prose).islower() for spot in inside)
    return 2 * capitals > len(inside) and prose.language.code != "de" and word.upper() != word


def _written(spot: tuple[int, int], prose: Prose) -> str:
    word = prose.rows[spot[0]][spot[1]]
    return prose.blocks[spot[0]][word.start : word.end]


def _leans_on(spot: tuple[int, int], length: int, prose: Prose) -> str:
    """The word of content that follows at once (comes right before, where the head comes first), or ""."""
    number, place = spot
    row, block = prose.rows[number], prose.blocks[number]
    other = place - 1 if prose.language.head == "first" else place + length
    left = other if other < place else other - 1
    if not 0 <= other < len(row) or row[other].key in prose.common or not row[left].whole:
        return ""
    apart = block[row[left].end : row[left + 1].start].strip(" \n\t-‐‑")
    return "" if apart else _written((number, other), prose)


def _opens(spot: tuple[int, int], prose: Prose) -> bool:
    """Whether a capital means nothing here: in the first word of a sentence, or anywhere in a heading."""
    block = prose.blocks[spot[0]]
    before = block[: prose.rows[spot[0]][spot[1]].start].rstrip(" \t\n\"'“‘«([")
    return before.endswith(SENTENCE_END) or not before or not block.rstrip(" \n\"'”’»)]").endswith(SENTENCE_END)


def _without_parts(found: Sequence[_Found]) -> list[Phrase]:
    """Leave out what hardly occurs but inside a longer phrase, or overlapping with a better one."""
    spots = [
        {(number, place + offset) for number, place in entry.places for offset in range(entry.length)}
        for entry in found
    ]
    at: dict[tuple[int, int], list[int]] = {}
    for index, own in enumerate(spots):
        for spot in own:
            at.setdefault(spot, []).append(index)
    kept: list[Phrase] = []
    taken: set[tuple[int, int]] = set()
    for index, entry in enumerate(found):
        around = Counter(other for spot in spots[index] for other in at[spot])
        if any(
            found[other].length > entry.length and shared >= _EXPLAINED * len(spots[index])
            for other, shared in around.items()
        ):
            continue
        if entry.length > 1:
            own = spots[index]
            apart = sum(
                all((number, place + offset) not in taken for offset in range(entry.length))
                for number, place in entry.places
            )
            if 2 * apart < len(entry.places):
                continue
            taken |= own
        kept.append(entry.phrase)
    return kept
