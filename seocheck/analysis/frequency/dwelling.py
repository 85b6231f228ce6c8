"""What an article dwells on: how often, and in how many of its sections, the prose says a phrase."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from seocheck.analysis import Analysis
from seocheck.analysis.keywords.support import Support
from seocheck.analysis.words.zones import split
from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span, meets
from seocheck.model.article import Block

OFTEN = 3
"""How often a phrase must be said that the title, the description or a heading says too."""
OFTEN_UNNAMED = 5
"""The same for a single word, and for a phrase that none of these says."""
WORDS_FOR_MORE = 1_500
"""For every so many words of prose a phrase must be said once more."""
_SAME = ("exact", "inflected", "variant")
LABEL = 60
"""Characters of a line that ends in a colon: a label over code or a list."""
PATTERN = 3
"""Blocks in which the same words stand around a phrase: rows made by a pattern, which say it once."""
_HEADS = 0.75
"""The part of a phrase's places at which it must begin a block and end in a colon to be a label ("Price: ...")."""
_AROUND = 24
"""Characters on either side that are compared for that."""
_PLACEHOLDER = late_pattern(r"lorem ipsum|(?:dolor|purus|auctor) sit amet|consectetur (?:adipi|purus)", re.IGNORECASE)


class Spot(NamedTuple):
    """One place where a phrase is said: the block and the range in its text."""

    block: Block
    start: int
    end: int

    def span(self) -> Span:
        """Its range in the source."""
        return self.block.text.span(self.start, self.end)


class Dwelling(NamedTuple):
    """How the text says a phrase.

    times: how often outside inline code, a heading counted with the text below it as one, rows that say it in the same
    words counted as one, too. sections: in how many of `all_sections`. labels: how often in a short line that ends in a
    colon, or everywhere if it mostly begins such lines. before: the words right before it.
    """

    times: int
    sections: int
    all_sections: int
    labels: int
    before: tuple[str, ...]
    spots: tuple[Spot, ...]


def said(phrase: str, analysis: Analysis) -> Dwelling:
    """How the prose says a phrase, as it is written, except for capitals."""
    if not phrase:
        return Dwelling(0, 0, 0, 0, (), ())
    parts = r"\s+".join(re.escape(part) for part in phrase.split())
    pattern = re.compile(rf"(?<!\w){parts}(?!\w)" if analysis.language.spaced else parts, re.IGNORECASE)
    section = labels = heads = 0
    before: list[str] = []
    spots: list[Spot] = []
    sections: list[tuple[int, bool]] = []  # (section, whether in its heading)
    around: dict[tuple[str, str], set[int]] = {}
    repeated = 0
    for block in analysis.prose_blocks:
        value = block.text.value
        section += block.kind == "heading"
        short_label = len(value) <= LABEL and value.endswith(":")
        matches = [match for match in pattern.finditer(value) if not meets(block.code, *match.span())]
        if matches and _PLACEHOLDER.search(value):
            continue
        for match in matches:
            sides = value[max(match.start() - _AROUND, 0) : match.start()], value[match.end() : match.end() + _AROUND]
            if block.kind != "heading":
                alike = around.setdefault(sides, set())
                alike.add(id(block))
                repeated += len(alike) >= PATTERN
                if len(alike) == PATTERN:
                    repeated += PATTERN - 2
            spots.append(Spot(block, match.start(), match.end()))
            sections.append((section, block.kind == "heading"))
            labels += short_label
            heads += match.start() == 0 and value[match.end() :].lstrip("* _").startswith((":", "："))
            before.extend(re.findall(r"(\w+)[ -]$", value[max(match.start() - 40, 0) : match.start()]))
    text = [number for number, is_heading in sections if not is_heading]
    times = len(text) + len({number for number, is_heading in sections if is_heading} - set(text)) - repeated
    if heads >= _HEADS * len(spots):
        labels = len(spots)
    return Dwelling(times, len(set(text)), section, labels, tuple(before), tuple(spots))


def least_times(analysis: Analysis, *, prominent: bool) -> int:
    """How often a phrase must be said. prominent: whether title, description or a heading says it."""
    return (OFTEN if prominent else OFTEN_UNNAMED) + analysis.word_count // WORDS_FOR_MORE


def is_dwelt_on(
    found: Dwelling, words: Collection[str], known: Collection[str], analysis: Analysis, *, named: bool
) -> bool:
    """Whether the article dwells on a phrase.

    words: the phrase's stems. known: the stems of all that is declared. named: whether title, description or a heading
    says it.
    """
    if found.times < least_times(analysis, prominent=len(words) > 1 and named):
        return False
    if found.sections < min(2, found.all_sections) or found.labels * 2 >= found.times or not found.spots:
        return False
    if len(words) > 1 or any(word in known for word in words):
        return True
    # The second half of "Postgres Cluster", where Postgres is declared, isn't a topic of its own.
    return sum(analysis.words.stems(word) in known for word in found.before) * 2 < found.times


def is_declared(phrase: str, spots: Collection[Spot], supports: Collection[Support]) -> bool:
    """Whether a keyword names a phrase: in the same letters (D3js, D3.js), or mostly in another spelling."""
    letters = _letters(phrase)
    if any(_letters(support.keyword.text.value) == letters for support in supports):
        return True
    told = {(id(o.text), o.start, o.end) for s in supports for o in s.occurrences if o.tier in _SAME}
    return bool(told) and 2 * sum((id(spot.block.text), spot.start, spot.end) in told for spot in spots) > len(spots)


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def stems_of(words: str, analysis: Analysis) -> list[str]:
    """The stems of the words of a text, in order."""
    return [analysis.words.stems(token.text) for token in split(words, analysis.language)]
