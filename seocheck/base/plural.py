"""A number with its noun: "1 article", "2,000 articles"."""

from __future__ import annotations


def plural(number: int, one: str, many: str = "") -> str:
    """The number and the noun in the right form. many: where it isn't `one` with an s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
