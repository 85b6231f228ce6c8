"""Whether a text is filler text ("lorem ipsum"), which holds the place of one that is still to be written."""

from __future__ import annotations

from functools import lru_cache

from seocheck.base.late_pattern import late_pattern
from seocheck.base.own_files import own_path, text_of

LEAST = 8
"""Words of a text that can be told to be filler text."""
MOSTLY = 0.75
"""The part of them that are words of filler text; of a sentence in Latin that is none fewer are."""
_SIGNS = ("ipsum", "dolor", "amet", "eget", "volupt", "tempor", "lectus", "mauris", "quibusdam", "vestibulum")
"""Of these nearly each piece of filler text has one, and hardly any other text has."""
_WORD = late_pattern(r"[^\W\d_]+")
_LOOKED_AT = 2_000  # characters


def is_filler_text(text: str) -> bool:
    """Whether nearly all words of a text are those of filler text."""
    if not any(sign in text for sign in _SIGNS):
        return False
    words = [word.lower() for word in _WORD.findall(text[:_LOOKED_AT])]
    return len(words) >= LEAST and sum(word in _words() for word in words) >= MOSTLY * len(words)


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    lines = text_of(own_path(__file__, "..", "..", "languages", "filler_text.txt")).splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
