"""Cuts a text at the borders of all its marks, so that marks that overlap need not be nested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from seocheck.analysis.keywords.support import RANK, TIERS
from seocheck.formats.people.view.article_view import SegmentView


class Mark(NamedTuple):
    """Characters [start, end) of a block's text, and what they are.

    of: which keyword or finding. tier: of the keyword. words: of the long sentence.
    """

    kind: Literal["keyword", "finding", "long", "hard", "code"]
    start: int
    end: int
    of: int = -1
    tier: str = ""
    words: int = 0


def segments(value: str, marks: Iterable[Mark]) -> Iterator[SegmentView]:
    """The text in segments; joined they are the text."""
    known = [mark for mark in marks if 0 <= mark.start < mark.end <= len(value)]
    opens: dict[int, list[int]] = {}
    closes: dict[int, list[int]] = {}
    for number, mark in enumerate(known):
        opens.setdefault(mark.start, []).append(number)
        closes.setdefault(mark.end, []).append(number)
    borders = sorted({0, len(value), *opens, *closes})
    active: dict[int, Mark] = {}
    for start, end in pairwise(borders):
        for number in closes.get(start, ()):
            active.pop(number, None)
        for number in opens.get(start, ()):
            active[number] = known[number]
        ending = [known[number] for number in closes.get(end, ())]
        yield _segment(value[start:end], list(active.values()), ending)


def _segment(text: str, marks: Sequence[Mark], ending: Sequence[Mark]) -> SegmentView:
    if not marks:
        return SegmentView(text=text)
    kinds = {mark.kind for mark in marks}
    said = [mark for mark in marks if mark.kind == "keyword"]
    return SegmentView(
        text=text,
        keywords=tuple(sorted({mark.of for mark in said})),
        tier=TIERS[min(RANK[mark.tier] for mark in said)] if said else "",  # type: ignore[index]
        findings=tuple(sorted({mark.of for mark in marks if mark.kind == "finding"})),
        is_long="long" in kinds,
        is_hard="hard" in kinds,
        is_code="code" in kinds,
        long_end=max((mark.words for mark in ending if mark.kind == "long"), default=0),
    )
