"""Bare addresses in running text: they are no words of the article."""

from __future__ import annotations

import re

from seocheck.text import Span

_ADDRESS = re.compile(  # a full stop or comma after an address ends the sentence, not the address
    r"(?:https?://|www\.)[^\s<>()\[\]\"]+(?<![.,;:!?'*_~…])|\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}(?<![.-])"
)


def addresses(text: str) -> list[Span]:
    """Where URLs and mail addresses stand in a text."""
    if "://" not in text and "@" not in text and "www." not in text:
        return []
    return [Span(*match.span()) for match in _ADDRESS.finditer(text)]
