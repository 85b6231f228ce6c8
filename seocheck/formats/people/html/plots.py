"""Plots as paths of SVG, made of numbers alone."""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.model.report import Struct


class Bars(Struct, frozen=True):
    """Bars that are beside each other. path: those of one colour; marked: the others. label: in words. line: how far
    from the top a line across them lies, 0 for none."""

    path: str
    marked: str
    width: float
    height: float
    label: str
    line: float = 0.0


def bars(
    values: Sequence[float], *, most: float, step: float, gap: float, height: float, marked: Sequence[bool] = (),
    label: str = "", least: float = 0.0,
) -> Bars:  # fmt: skip
    """A bar for each value; `most` is as high as the plot. least: height that a value above 0 has at least."""
    plain: list[str] = []
    other: list[str] = []
    for place, value in enumerate(values):
        high = 0.0 if value <= 0 or most <= 0 else max(min(value / most, 1.0) * height, least)
        if high:
            x, top = place * step, height - high
            path = f"M{x:g} {height:g}V{top:.4g}h{step - gap:g}V{height:g}z"
            (other if place < len(marked) and marked[place] else plain).append(path)
    return Bars(path="".join(plain), marked="".join(other), width=len(values) * step, height=height, label=label)


def histogram(scores: Sequence[float], *, wide: int = 5) -> list[int]:
    """How many scores of 0 to 100 lie in each step; 100 in the last."""
    counts = [0] * (100 // wide)
    for score in scores:
        counts[min(int(score // wide), len(counts) - 1)] += 1
    return counts
