"""What capitals tell: IT is another word than "it", US than "us", WHO than "who"."""

from __future__ import annotations

from collections.abc import Sequence


def shouted(keywords: Sequence[str]) -> bool:
    """Whether a keyword list is written in capitals throughout, so that capitals tell nothing of its words."""
    plain = " ".join(keywords)
    return len(keywords) > 1 and plain.isupper() and any(" " in k.strip() or len(k) > 6 for k in keywords)


def all_capitals(word: str) -> bool:
    """Whether a word of at least two letters is written in capitals only."""
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)


def capital_enough(keyword: str, written: str) -> bool:
    """NATO is also written Nato, MOE also MoE; IT is never It. A plural ending may be small (PDFs)."""
    letters = [c for c in written if c.isalpha()]
    if len([c for c in keyword if c.isalpha()]) >= 4:
        return bool(letters) and letters[0].isupper()
    return sum(c.isupper() for c in letters) >= 2
