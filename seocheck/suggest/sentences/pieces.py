"""The pieces of an article's prose that could describe it: sentences, pairs of sentences, and clauses of long ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec
from msgspec import structs

from seocheck.analysis import Analysis
from seocheck.analysis.prose.asides import without_asides
from seocheck.analysis.prose.reading_ease import Sentence
from seocheck.analysis.words.folding import lower
from seocheck.base.late_pattern import late_pattern
from seocheck.languages import unfinished
from seocheck.model.article import Block
from seocheck.suggest.sentences.clauses import clauses
from seocheck.suggest.sentences.openings import is_half, leans, points_back
from seocheck.suggest.sentences.standing import ENDS, Widths, begins, even, fits, pixels, stands
from seocheck.suggest.sentences.summaries import labelled

LEAST_LETTERS, LEAST_AFTER = 20, 12
"""Letters of the first and of the second of two sentences that are a description together."""
_GAP = late_pattern(r"\{\{|\{%")


class Piece(msgspec.Struct, frozen=True):
    """A piece of a block: its first and last sentence by number, its range, how it reads, and whether a label before it
    calls it a summary."""

    kind: Literal["sentence", "sentences", "clause"]
    first: int
    last: int
    block: Block
    start: int
    end: int
    text: str
    labelled: bool = False


class _Reader(msgspec.Struct, frozen=True):
    """What tells whether a piece can stand alone: the language, the title, and the widths it must have."""

    code: str
    title: str
    bounds: Widths


def pieces(analysis: Analysis, title: str, bounds: Widths) -> Iterator[Piece]:
    """Everything that fits and can stand alone: sentences, pairs of sentences, clauses of what is too wide."""
    reader = _Reader(analysis.language.code, title, bounds)
    sentences = analysis.prose.sentences
    for number, sentence in enumerate(sentences):
        block = sentence.block
        if block.kind != "paragraph" or _has_gap(sentence, analysis):
            continue
        value = block.text.value
        label = labelled(value[sentence.start : sentence.end]) if not sentence.start else 0
        following = sentences[number + 1] if number + 1 < len(sentences) else None
        if label:
            for piece in _labelled(number, sentence, following, reader, label):
                yield structs.replace(piece, labelled=True)
            continue
        text = even(value[sentence.start : sentence.end])
        if not begins(text) or leans(text, reader.code):
            continue
        if fits(text, bounds) and _is_whole(text, reader, number) and not is_half(text, reader.code):
            yield Piece("sentence", number, number, block, sentence.start, sentence.end, text)
        if following is not None and following.block is block:
            yield from _pairs(number, sentence, following, reader)
        if pixels(text) > bounds.most and ENDS.search(text):
            yield from _clauses(number, sentence, reader)


def _is_whole(text: str, reader: _Reader, number: int, *, ended: bool = True) -> bool:
    """Whether a text can stand alone and points at nothing before it."""
    if not stands(text, reader.code, reader.title, ended=ended, opens=not number):
        return False
    return not points_back(text, reader.code, first=not number)


def _has_gap(sentence: Sentence, analysis: Analysis) -> bool:
    """Whether a variable stands in a sentence, of whose words nothing is in the file."""
    span = sentence.block.text.span(sentence.start, sentence.end)
    return _GAP.search(analysis.article.source.text, span.start, span.end) is not None


def _pairs(number: int, first: Sentence, second: Sentence, reader: _Reader) -> Iterator[Piece]:
    """Two sentences that follow each other, or the first and the beginning of a second that is too wide."""
    value = first.block.text.value
    one, two = even(value[first.start : first.end]), even(value[second.start : second.end])
    if (
        _letters(one) < LEAST_LETTERS
        or _letters(two) < LEAST_AFTER
        or not begins(two)
        or not _is_whole(one, reader, number)
    ):
        return  # "Everything." is a cry, and "I'm Ida." a greeting
    # The second may go on from the first: what "it" is has just been said.
    both = even(value[first.start : second.end])
    if fits(both, reader.bounds):
        if stands(two, reader.code, reader.title):
            yield Piece("sentences", number, number + 1, first.block, first.start, second.end, both)
    elif pixels(one) < reader.bounds.least:
        raw = value[second.start : second.end]
        for begin, end in clauses(raw, reader.code):
            both = even(value[first.start : second.start + end])
            if not begin and fits(both, reader.bounds) and stands(raw[:end], reader.code, reader.title, ended=False):
                end += second.start
                yield Piece("sentences", number, number + 1, first.block, first.start, end, both)


def _labelled(
    number: int, sentence: Sentence, following: Sentence | None, reader: _Reader, label: int
) -> Iterator[Piece]:
    """What follows the label of a summary: its first sentence, and that with the next one."""
    block = sentence.block
    first = list(_cut(number, sentence, reader, label, sentence.end - sentence.start))
    yield from first
    if following is None or following.block is not block:
        return
    both = even(block.text.value[sentence.start + label : following.end])
    second = even(block.text.value[following.start : following.end])
    both = both[:1].upper() + both[1:]
    if (
        fits(both, reader.bounds)
        and stands(both, reader.code, reader.title)
        and stands(second, reader.code, reader.title)
    ):
        yield Piece("sentences", number, number + 1, block, sentence.start + label, following.end, both)


def _clauses(number: int, sentence: Sentence, reader: _Reader) -> Iterator[Piece]:
    """What is left of a sentence that is too wide when its asides, or its end, are left off."""
    value = sentence.block.text.value
    whole = value[sentence.start : sentence.end]
    short = without_asides(even(whole))
    if short != even(whole):
        for text in (short, *(short[:end] for begin, end in clauses(short, reader.code) if not begin)):
            if fits(text, reader.bounds) and _is_whole(text, reader, number, ended=False):
                yield Piece("clause", number, number, sentence.block, sentence.start, sentence.end, text)
                break
    for begin, end in clauses(whole, reader.code):
        yield from _cut(number, sentence, reader, begin, end)


def _cut(number: int, sentence: Sentence, reader: _Reader, begin: int, end: int) -> Iterator[Piece]:
    """A range of a sentence as a sentence of its own, if it can be one."""
    whole = sentence.block.text.value[sentence.start : sentence.end]
    while begin < end and whole[begin].isspace():
        begin += 1
    while begin < end and whole[end - 1] in ",，、 ":
        end -= 1
    piece = even(whole[begin:end])
    code = reader.code
    if not piece or leans(piece, code) or not fits(piece, reader.bounds) or _is_open(piece, code):
        return
    if not _is_whole(piece, reader, number, ended=False) or is_half(piece, code):
        return
    if piece[0].islower() and not begins(piece):
        if _mixed(piece):
            return  # iPhone, eBay: a capital would be wrong
        piece = piece[0].upper() + piece[1:] if len(piece[0].upper()) == 1 else piece
    if piece[0].isalnum():
        start = sentence.start
        yield Piece("clause", number, number, sentence.block, start + begin, start + end, piece)


def _is_open(piece: str, code: str) -> bool:
    """Whether the last word of a piece is one that no sentence ends with: "..., without"."""
    return lower(piece.rpartition(" ")[2]) in unfinished(code)


def _mixed(piece: str) -> bool:
    word = re.match(r"\w+", piece)
    return word is not None and any(c.isupper() or c.isdigit() or c == "_" for c in word.group())


def _letters(text: str) -> int:
    """How many letters a text has, one of writing without spaces counted as two."""
    return sum(2 if letter > "\u2e80" else 1 for letter in text if letter.isalnum())
