"""How often an article's running text says its keywords, and against how much text that is.

The length is counted in words that belong to no keyword: a keyword that is said once more does not make the text
longer that it is compared with. So whatever is measured here can only grow when a keyword is said again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from seocheck.analysis.frequency.bursts import Burst, Close, Occurrences, Place
from seocheck.analysis.keywords.support import Support
from seocheck.analysis.words.folding import fold, lower
from seocheck.analysis.words.quoted import quoted
from seocheck.analysis.words.zones import PROSE, Piece, Words, Zone, split
from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span
from seocheck.languages import function_words
from seocheck.model.article import Block, Keyword

if TYPE_CHECKING:
    from seocheck.analysis import Analysis

MAX_WORDS = 12
"""Longer keywords are sentences; their first words alone are looked for, as in `matching.py`."""
MAX_KEYWORDS = 300
"""Keywords that are looked at, in their order; `keywords/too-many` speaks of longer lists."""


_SENTENCE_END = late_pattern(r"[^\s.!?…][.!?…؟۔।][\"'”’»›)\]]{0,3}(?:\s|$)")


class Limits(msgspec.Struct, frozen=True):
    """How close is too close, for keywords of one word and of more."""

    word: Close
    phrase: Close

    def of(self, size: int) -> Close:
        """The limit for a keyword of `size` words."""
        return self.word if size == 1 else self.phrase


class Repeated(msgspec.Struct, frozen=True):
    """How one keyword is said.

    size: its words. spans: its places in running text, in order: exact or inflected, not inside a place of a longer
    keyword, not in quotation marks. bursts: among these, each with its spans. fields: its places in the title and
    the description, and how many of them are too close.
    """

    keyword: Keyword
    size: int
    spans: tuple[Span, ...]
    bursts: tuple[tuple[Burst, tuple[Span, ...]], ...]
    fields: tuple[tuple[Zone, tuple[Span, ...], int], ...]


class Stuffing(msgspec.Struct, frozen=True):
    """Each keyword as it is said; the words of running text, and how many of them belong to no keyword."""

    said: tuple[Repeated, ...]
    words: int
    others: int


def stuffing(analysis: Analysis, running: Limits, field: Limits) -> Stuffing:
    """Look at every declared keyword. running, field: how close is too close in the text, and in its fields."""
    words = analysis.words
    keywords = _placed(analysis)
    prose = {id(block.text) for block in analysis.article.blocks if _is_running(block)}
    pieces = [piece for piece in words.pieces if piece.zone in PROSE and id(piece.text) in prose]
    text = {index for piece in pieces for index in _own_words(piece, words)}
    parts = {index for keyword in keywords for index in keyword.parts}
    again = _repetitions(keywords)  # they don't count as distance between the places of another keyword either
    said = tuple(_said(keyword, words, text, again, running, field) for keyword in keywords)
    return Stuffing(said, len(text), len(text - parts))


def repeated_words(analysis: Analysis) -> int:
    """Words of running text that only repeat the keyword right before them: no text that could be judged."""
    again = _repetitions(_placed(analysis))
    return sum(analysis.words.zone_of(index) in PROSE for index in again)


class _Keyword:
    """A keyword's words, all words of the article that are one of them, where it is, and which of these places
    are its own and not part of a longer keyword's."""

    def __init__(self, support: Support, words: Words) -> None:
        self.support = support
        tokens = split(support.keyword.text.value, words.language)[:MAX_WORDS]
        self.size = 0 if all(_is_small(token.text, words.language.code) for token in tokens) else len(tokens)
        self.folded = [fold(token.text) for token in tokens]
        self.stems = [words.stems.key(token.text) for token in tokens]
        self.parts = {index for folded in self.folded for index in words.positions.get(folded, ())}
        if not words.language.by_beginning:  # there a key is two letters, and many words share it
            self.parts.update(index for stem in self.stems for index in words.by_stem.get(stem, ()))
        self.standing: list[Place] = []
        self.places: list[Place] = []

    def stands_at(self, start: int, words: Words) -> bool:
        """Whether its words are there one by one.

        Irregular forms and one word for two are left out: they are looked for only where nothing closer is said,
        so that saying a keyword once more could lower its count. A word in a compound with hyphens is left out too,
        which mostly is a name of something else (docker-bash-completion).
        """
        end = start + self.size
        if end > len(words.folded):
            return False
        if self.size == 1 and (words.words[start].glued or (end < len(words.words) and words.words[end].glued)):
            return False
        return all(
            words.folded[start + i] == self.folded[i] or words.stems.key(words.words[start + i].text) == self.stems[i]
            for i in range(self.size)
        )


def _is_small(word: str, code: str) -> bool:
    """Whether a keyword is a function word, which a list has that was cut from a title: said all the time, rightly."""
    return lower(word) in function_words(code) and not (len(word) > 1 and word.isupper())


def _placed(analysis: Analysis) -> list[_Keyword]:
    """The declared keywords, each once, with their places; one inside a longer keyword's belongs to that one."""
    words = analysis.words
    once: dict[tuple[str, ...], _Keyword] = {}
    for support in analysis.support[:MAX_KEYWORDS]:
        keyword = _Keyword(support, words)
        if keyword.size:
            once.setdefault(tuple(keyword.stems), keyword)
    keywords = list(once.values())
    found: list[tuple[int, int, int]] = []
    for number, keyword in enumerate(keywords):
        for occurrence in keyword.support.occurrences:
            start = occurrence.index
            if occurrence.tier in ("exact", "inflected") and keyword.stands_at(start, words):
                found.append((start, -(start + keyword.size), number))
                keyword.standing.append((start, start + keyword.size))
    reach = -1
    for start, negative_end, number in sorted(found):
        places = keywords[number].places
        if -negative_end > reach and (not places or places[-1][1] <= start):
            places.append((start, -negative_end))
        reach = max(reach, -negative_end)
    return keywords


def _repetitions(keywords: list[_Keyword]) -> set[int]:
    """The words of keywords that are right after the same keyword."""
    return {
        index
        for keyword in keywords
        for ends in [{end for _, end in keyword.standing}]
        for place in keyword.standing
        if place[0] in ends
        for index in range(*place)
    }


def _is_running(block: Block) -> bool:
    """Whether a block is running text: a paragraph, or a list item with a sentence in it.

    Not where a sentence must end the block, as for readability: a word after the last stop would hide the rest.
    """
    return block.kind == "paragraph" or (block.kind == "item" and _SENTENCE_END.search(block.text.value) is not None)


def _own_words(piece: Piece, words: Words) -> Iterator[int]:
    """The author's own words of a piece: not quoted ones, nor inline code."""
    marks = quoted(piece.text.value)
    at = 0
    for index in range(piece.first, piece.first + piece.count):
        start = words.words[index].start
        while at < len(marks) and marks[at].end <= start:
            at += 1
        inside = at < len(marks) and marks[at].start <= start
        if not inside and words.zone_of(index) in PROSE:
            yield index


def _said(keyword: _Keyword, words: Words, text: set[int], again: set[int], running: Limits, field: Limits) -> Repeated:
    rows: dict[int, list[Place]] = {}
    for place in keyword.places:
        rows.setdefault(words.piece_of(place[0]).first, []).append(place)
    spans: list[Span] = []
    bursts: list[tuple[Burst, tuple[Span, ...]]] = []
    fields: list[tuple[Zone, tuple[Span, ...], int]] = []
    skipped = keyword.parts | again if keyword.places else set()
    for places in rows.values():
        piece = words.piece_of(places[0][0])
        if piece.zone in ("title", "description"):
            close = Occurrences(words, piece, places, skipped).close(field.of(keyword.size))
            fields.append((piece.zone, tuple(_span(words, place) for place in places), close.excess if close else 0))
            continue
        places = [place for place in places if text.issuperset(range(*place))]
        if not places:
            continue
        spans += [_span(words, place) for place in places]
        row = Occurrences(words, piece, places, skipped)
        found = [row.repeated(), row.close(running.of(keyword.size)), row.paragraph() if keyword.size > 1 else None]
        bursts += [(burst, tuple(_span(words, place) for place in burst.places)) for burst in found if burst]
    return Repeated(keyword.support.keyword, keyword.size, tuple(spans), tuple(bursts), tuple(fields))


def _span(words: Words, place: Place) -> Span:
    piece = words.piece_of(place[0])
    return piece.text.span(words.words[place[0]].start, words.words[place[1] - 1].end)
