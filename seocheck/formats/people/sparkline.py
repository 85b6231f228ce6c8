"""A row of numbers as a row of bars."""

from __future__ import annotations

from collections.abc import Sequence

BARS, ASCII_BARS = "▁▂▃▄▅▆▇█", ".:-=+*%#"
LEAST = 10.0
"""The least number for the full height of bars, so that tenths of a point do not look like mountains."""


def sparkline(values: Sequence[float | None], *, ascii_only: bool = False) -> str:
    """A bar for each value, the least of them lowest; a space for None."""
    known = [value for value in values if value is not None]
    if not known:
        return " " * len(values)
    bars = ASCII_BARS if ascii_only else BARS
    low, high = min(known), max(known)
    middle, span = (low + high) / 2, max(high - low, LEAST)
    low = middle - span / 2
    steps = len(bars) - 1
    return "".join(" " if value is None else bars[int((value - low) / span * steps + 0.5)] for value in values)
