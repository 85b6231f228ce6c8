"""Descriptions that the article has written itself: whole sentences or clauses of its prose that fit a snippet.

Nothing is invented. A candidate is a standfirst, or a piece of one paragraph as it is, white space evened; only asides
may be left out, and only a clause may have its first letter made a capital.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import takewhile
from math import inf

from seocheck.analysis import Analysis
from seocheck.analysis.words.folding import fold
from seocheck.base.text import Span
from seocheck.model.article import Block
from seocheck.model.report import Place as Position
from seocheck.suggest.sentences.aboutness import Place, aboutness
from seocheck.suggest.sentences.pieces import Piece, pieces
from seocheck.suggest.sentences.standing import MAX_PIXELS as MAX_PIXELS
from seocheck.suggest.sentences.standing import MIN_PIXELS as MIN_PIXELS
from seocheck.suggest.sentences.standing import Widths as Widths
from seocheck.suggest.sentences.standing import pixels
from seocheck.suggest.sentences.subject import Subject
from seocheck.suggest.sentences.summaries import in_summary, standfirsts
from seocheck.suggest.sentences.wanted import wanted
from seocheck.suggest.suggestions import DescriptionCandidate

MOST = 3
SHORT = 70
"""Characters below which a description leaves much of a snippet empty."""
MOST_INTRODUCTION = 8
"""Sentences of an introduction, at most: an article may have no headings."""
PARTS = 3
"""Parts with headings from which on a page without a subject of its own is a list of them."""
LEAD = 3
"""Sentences of the line below a headline, at most."""
_WHOLE = {"sentence": 0.1, "sentences": 0.05, "clause": 0.0}
_MORE = 0.3
"""What it is worth that nothing was cut, and that a summary is whole."""
_SHORT, _SHOUTED = 0.3, 0.2
"""What it costs to leave a snippet empty, and to end with an exclamation mark."""


def candidates(analysis: Analysis, place: Callable[[Span], Position], bounds: Widths) -> Iterator[DescriptionCandidate]:
    """At most three candidates, the best first; no two of them share a sentence."""
    subject = Subject(analysis)
    keywords = wanted(analysis)
    used: set[int] = set()
    told: set[str] = set()
    given = 0
    for text, field in standfirsts(analysis, subject.title, bounds):
        of_site = subject.is_heading and not subject.share(text)  # with a title that is that of the site, too
        if given == MOST or _plain(text) in told or subject.only_repeats(text) or of_site:
            continue
        told.add(_plain(text))
        given += 1
        yield DescriptionCandidate(
            text=text,
            kind="standfirst",
            pixels=round(pixels(text)),
            keywords=tuple(keyword.text for keyword in keywords if keyword.text.casefold() in text.casefold()),
            place=place(field.text.span()),
        )
    for worth, piece, names in _ranked(analysis, subject, bounds):
        numbers = set(range(piece.first, piece.last + 1))
        if given == MOST or (worth < 0 and not given):
            return
        if numbers & used or _plain(piece.text) in told:
            continue
        used |= numbers
        told.add(_plain(piece.text))
        given += 1
        yield DescriptionCandidate(
            text=piece.text,
            kind=piece.kind,
            pixels=round(pixels(piece.text)),
            keywords=names,
            place=place(piece.block.text.span(piece.start, piece.end)),
        )


def _ranked(analysis: Analysis, subject: Subject, bounds: Widths) -> list[tuple[float, Piece, tuple[str, ...]]]:
    """The pieces that say what the article is about, the best first: what they are worth, and the keywords in them."""
    keywords = wanted(analysis)
    total = sum(keyword.weight for keyword in keywords) or 1.0
    introduction, summary, lead = _introduction(analysis), in_summary(analysis), _lead(analysis)
    greeting, listing = _greeting(analysis), _listing(analysis)
    found: list[tuple[float, int, Piece, tuple[str, ...]]] = []
    for rank, piece in enumerate(pieces(analysis, subject.title, bounds)):
        if subject.only_repeats(piece.text):
            continue
        span = piece.block.text.span(piece.start, piece.end)
        covered = [keyword for keyword in keywords if keyword.within(span)]
        said = sum(keyword.weight for keyword in covered) / total
        is_summary = piece.labelled or (id(piece.block) in summary and not piece.start)
        number = piece.first - min(piece.first, greeting)
        place = Place(number, piece.first < introduction, is_summary, piece.block is lead, span.start > listing)
        score = aboutness(piece.text, subject, place, analysis, keywords=said)
        if score is None:
            continue
        score += _WHOLE[piece.kind] + _MORE * (is_summary and piece.kind == "sentences")
        score -= _SHORT * (piece.text.isascii() and len(piece.text) < SHORT)
        score -= _SHOUTED * piece.text.endswith(("!", "！"))
        found.append((-round(score, 6), rank, piece, tuple(keyword.text for keyword in covered)))
    return [(-worth, piece, names) for worth, _, piece, names in sorted(found, key=lambda entry: entry[:2])]


def _introduction(analysis: Analysis) -> int:
    """How many sentences there are before the second heading that divides the text."""
    sentences = analysis.prose.sentences
    starts = [sentence.block.text.span().start for sentence in sentences]
    if not starts:
        return 0
    heads = [block.text.span().start for block in analysis.article.headings if block.level > 1]
    ends = next((start for start in heads if start > starts[0]), None)
    return min(len(starts) if ends is None else bisect_left(starts, ends), MOST_INTRODUCTION)


def _listing(analysis: Analysis) -> float:
    """Where the first of several parts with headings begins, each of which may be about something else."""
    heads = [block for block in analysis.article.headings if block.text.value.strip()]
    parts = [block.text.span().start for block in heads[1:]] if heads and heads[0].level == 1 else []
    return parts[0] if len(parts) >= PARTS else inf


def _greeting(analysis: Analysis) -> int:
    """How many sentences at the beginning only greet, cry out or ask: "Hello!", "Do you bake?"."""
    texts = (text.rstrip() for text in analysis.prose.texts)
    return sum(1 for _ in takewhile(lambda text: text.endswith(("!", "?", "！", "？")), texts))


def _lead(analysis: Analysis) -> Block | None:
    """The paragraph right below the main heading, if the first part with a heading of its own follows soon."""
    blocks = [block for block in analysis.article.blocks if block.text.value.strip()]
    at = next((at for at, block in enumerate(blocks) if block.kind == "heading" and block.level == 1), None)
    if at is None:
        return None
    below = blocks[at + 1 : at + 3]
    if below and below[0].kind == "heading":
        below = below[1:]  # a second line of the headline
    if not below or below[0].kind != "paragraph":
        return None
    sentences = sum(sentence.block is below[0] for sentence in analysis.prose.sentences)
    return below[0] if sentences <= LEAD else None


def _plain(value: str) -> str:
    return re.sub(r"\W+", " ", fold(value)).strip()
