"""Where a text quotes: the ranges between double quotation marks, in one pass."""

from __future__ import annotations

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span

_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", '"': '"'}
"""Opening mark -> marks that close it. Single marks are left out: too often they are apostrophes."""

_MARKS = late_pattern(f"[{''.join({*_PAIRS, *''.join(_PAIRS.values())})}]")


def quoted(value: str) -> tuple[Span, ...]:
    """The ranges between quotation marks, the marks among them.

    A quotation that is not closed goes on to the end of the text, as where it goes on in the next paragraph; a
    straight mark without a second one is a sign of inches.
    """
    found: list[Span] = []
    start, closers = -1, ""
    for match in _MARKS.finditer(value):
        offset, character = match.start(), match.group()
        if start < 0:
            if character in _PAIRS:
                start, closers = offset, _PAIRS[character]
        elif character in closers:
            found.append(Span(start, offset + 1))
            start = -1
    if start >= 0 and closers != '"':
        found.append(Span(start, len(value)))
    return tuple(found)
