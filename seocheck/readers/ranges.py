"""Ranges of a text that is stripped after it was collected."""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.text import Span


def moved(spans: Sequence[Span], shift: int, length: int) -> tuple[Span, ...]:
    """The ranges after `shift` characters were taken off the front of a text; `length` are left, and no empty ones."""
    cut = (Span(max(a - shift, 0), min(b - shift, length)) for a, b in spans)
    return tuple(span for span in cut if span.end > span.start)
