"""Bare addresses and rows of numbers in running text: they aren't words of the article."""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span

_ADDRESS = late_pattern(  # a full stop or comma after an address ends the sentence, not the address
    r"(?:https?://|www\.|(?<![\w:/])//(?=[\w-]+\.\w))[^\s<>()\[\]\"]+(?<![.,;:!?'*_~…])|\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}(?<![.-])"
)

_NUMBERS = late_pattern(r"[\[(]\s*[-−]?\d+(?:\.\d+)?(?:\s*,\s*(?:[-−]?\d+(?:\.\d+)?|…|\.{3})){2,}\s*,?\s*[\])]")
"""A vector or a row of values in brackets: [1, 0, 1]."""


def is_code(value: str, code: Sequence[Span]) -> bool:
    """Whether all the words of a text are in its ranges of code, which are in order: it is a code block."""
    at = 0
    for start, end in code:
        if any(c.isalnum() for c in value[at:start]):
            return False
        at = max(at, end)
    return bool(code) and not any(c.isalnum() for c in value[at:])


def addresses(text: str) -> list[Span]:
    """Where URLs, mail addresses and rows of numbers in brackets are in a text."""
    found = []
    if "//" in text or "@" in text or "www." in text:
        found = [Span(*match.span()) for match in _ADDRESS.finditer(text)]
    if "," in text and ("[" in text or "(" in text):
        found += [Span(*match.span()) for match in _NUMBERS.finditer(text)]
    return found
