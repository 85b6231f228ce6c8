"""Which sentences and which paragraph of an article lower its reading ease most.

A passage is judged by what the language's own formula gives for the article without it: the sums of the passage are
taken from those of the whole, so that all passages together take time linear in their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal

import msgspec

from seocheck.analysis.prose.reading_ease import Ease, Prose, ProseCounts, Sentence, reading_ease
from seocheck.base.text import Span
from seocheck.languages import LanguageData

SENTENCES = 3
PARAGRAPHS = 1
"""How many of each are named."""

MIN_WORDS = 8
"""A shorter sentence is hard by a term or a name alone, and nobody can shorten it."""

LEAST_GAIN = 0.01
"""Points of ease, the least that a report shows."""


class Passage(msgspec.Struct, frozen=True):
    """A sentence or a paragraph that lowers the reading ease.

    text: as it reads. span: its place in the source. words: as readability counts them. gain: points on the
    formula's own scale by which the article without it reads easier, whichever way the scale runs; above 0.
    """

    kind: Literal["sentence", "paragraph"]
    text: str
    span: Span
    words: int
    gain: float


def hardest(prose: Prose, language: LanguageData) -> tuple[Passage, ...]:
    """The sentences, then the paragraph, that lower the ease most, each kind from the worst, ties by place.

    A paragraph has two sentences of prose or more; one of a single sentence is no other passage than that. Nothing
    where the text is too short for the formula, or the language has none.
    """
    if not prose.counts.enough or reading_ease(prose.counts, language) is None:
        return ()
    single = [(s,) for s in prose.sentences if s.words >= MIN_WORDS]
    together = (tuple(group) for _, group in groupby(prose.sentences, key=lambda s: id(s.block)))
    paragraphs = [group for group in together if len(group) > 1 and sum(s.words for s in group) >= MIN_WORDS]
    sentences = [
        Passage("sentence", s.block.text.value[s.start : s.end], s.block.text.span(s.start, s.end), s.words, gain)
        for gain, (s, *_) in _worst(single, SENTENCES, prose.counts, language)
    ]
    whole = [
        Passage("paragraph", g[0].block.text.value, g[0].block.text.span(), sum(s.words for s in g), gain)
        for gain, g in _worst(paragraphs, PARAGRAPHS, prose.counts, language)
    ]
    return (*sentences, *whole)


def _gain_without(left_out: Sequence[Sentence], whole: Ease, counts: ProseCounts, language: LanguageData) -> float:
    """Points by which a text of these counts, and this ease, reads easier without some of its sentences; 0.0 if nothing
    is left."""
    rest = reading_ease(_less(counts, left_out), language)
    if rest is None:
        return 0.0
    return whole.value - rest.value if whole.higher_is_harder else rest.value - whole.value


def _less(counts: ProseCounts, left_out: Sequence[Sentence]) -> ProseCounts:
    syllables = counts.syllables
    if syllables is not None:
        syllables -= sum(s.syllables or 0 for s in left_out)
    return ProseCounts(
        sentences=counts.sentences - len(left_out),
        words=counts.words - sum(s.words for s in left_out),
        syllables=syllables,
        letters=counts.letters - sum(s.letters for s in left_out),
        long_words=counts.long_words - sum(s.long_words for s in left_out),
        hard_words=counts.hard_words - sum(s.hard_words for s in left_out),
    )


def _worst(
    candidates: Iterable[tuple[Sentence, ...]], most: int, counts: ProseCounts, language: LanguageData
) -> list[tuple[float, tuple[Sentence, ...]]]:
    """Those with the greatest gains, from the greatest; of equal ones the first in the text."""
    whole = reading_ease(counts, language)
    if whole is None:
        return []
    gains = [(_gain_without(group, whole, counts, language), group) for group in candidates]
    kept = [(gain, group) for gain, group in gains if gain >= LEAST_GAIN]
    return sorted(kept, key=lambda found: -found[0])[:most]
