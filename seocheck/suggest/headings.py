"""Headings that could carry a declared keyword which neither the title nor any heading says."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

from seocheck.analysis import Analysis
from seocheck.analysis.keywords.support import Support
from seocheck.analysis.words.zones import PROSE
from seocheck.base.text import Span
from seocheck.model.article import Block
from seocheck.model.report import Place
from seocheck.suggest.suggestions import HeadingSuggestion

LEAST = 2
"""How often the text, and one of its sections, must say a keyword: what is said in passing heads nothing."""
MOST = 5
SAID = ("exact", "inflected", "variant", "reordered")
"""Tiers at which a title or heading already says a keyword."""


def could_carry(analysis: Analysis, place: Callable[[Span], Place]) -> Iterator[HeadingSuggestion]:
    """For each such keyword the heading of the section that says it most, the most important keyword first."""
    order = sorted(analysis.support, key=lambda s: (not s.keyword.primary, s.keyword.rank))
    yield from islice(_found(analysis, order, place), MOST)


def _found(analysis: Analysis, order: list[Support], place: Callable[[Span], Place]) -> Iterator[HeadingSuggestion]:
    headings = [(block, block.text.span()) for block in analysis.article.headings]
    headings.sort(key=lambda pair: pair[1].start)
    starts = [span.start for _, span in headings]
    told: set[str] = set()
    for support in order:
        name = support.keyword.text.value
        if support.best("title", "h1", "headings") in SAID or name.casefold() in told:
            continue
        said = [o for o in support.occurrences if o.zone in PROSE and o.tier in ("exact", "inflected")]
        if len(said) < LEAST:
            continue
        told.add(name.casefold())
        sections = Counter(bisect_right(starts, o.span.start) - 1 for o in said)
        # What is above the first heading, or right below the H1, has no heading of its own to change.
        headed = {at: count for at, count in sections.items() if at >= 0 and headings[at][0].level > 1}
        if not headed:
            continue
        at = min(headed, key=lambda at: (-headed[at], at))
        if headed[at] < LEAST:
            continue
        heading: Block = headings[at][0]
        yield HeadingSuggestion(
            keyword=name,
            count=len(said),
            in_section=headed[at],
            heading=" ".join(heading.text.value.split()),
            level=heading.level,
            place=place(headings[at][1]),
        )
