"""Ranges of a text that is stripped after they were collected, and of which some overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seocheck.base.text import Span


def moved(spans: Sequence[Span], shift: int, length: int) -> tuple[Span, ...]:
    """The ranges after `shift` characters were taken off the front of a text; `length` are left, and no empty ones."""
    cut = (Span(max(a - shift, 0), min(b - shift, length)) for a, b in spans)
    return tuple(span for span in cut if span.end > span.start)


def united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The ranges in order, those that overlap made one, so that one of them can be found without a look at all."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
