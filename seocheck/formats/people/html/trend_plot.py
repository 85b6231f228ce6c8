"""A plot of the scores over the runs of a history."""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.base.plural import plural
from seocheck.history.trend import Trend, TrendRun
from seocheck.model.report import Struct

WIDTH, HEIGHT = 600.0, 120.0
MOST = 100
"""Runs that are plotted, the last ones."""
LEAST_SPAN = 10.0
"""The least number of points for the full height, so that tenths of a point do not look like mountains."""
ROWS = 8
"""Runs that the table lists."""


class TrendPlot(Struct, frozen=True):
    """A line of mean scores.

    path: of the line. dots: x and y of each run. low, high: what the lower and upper edge mean. rows: the last
    runs, the latest first.
    """

    path: str
    dots: tuple[tuple[float, float], ...]
    low: float
    high: float
    label: str
    rows: tuple[TrendRun, ...]
    width: float = WIDTH
    height: float = HEIGHT


def trend_plot(trend: Trend | None) -> TrendPlot | None:
    """The plot of the runs that compare with the last one; None for fewer than two."""
    if trend is None or not trend.runs:
        return None
    runs = [run for run in _comparable(trend.runs) if run.mean is not None][-MOST:]
    if len(runs) < 2:
        return None
    means = [run.mean for run in runs if run.mean is not None]
    middle, span = (min(means) + max(means)) / 2, max(max(means) - min(means), LEAST_SPAN)
    low = max(min(middle - span / 2, 100 - span), 0.0)
    step = (WIDTH - 8) / (len(runs) - 1)
    dots = tuple(
        (round(4 + step * place, 1), round(4 + (HEIGHT - 8) * (1 - (mean - low) / span), 1))
        for place, mean in enumerate(means)
    )
    return TrendPlot(
        path="M" + "L".join(f"{x:g} {y:g}" for x, y in dots), dots=dots, low=low, high=low + span,
        label=f"Mean score of {plural(len(runs), 'run')} from {runs[0].at[:10]} to {runs[-1].at[:10]}: "
        f"from {means[0]:.1f} to {means[-1]:.1f}, between {min(means):.1f} and {max(means):.1f}",
        rows=tuple(reversed(runs[-ROWS:])),
    )  # fmt: skip


def _comparable(runs: Sequence[TrendRun]) -> Sequence[TrendRun]:
    """The last runs whose scores depend on the same besides the text."""
    first = len(runs) - 1
    while first and runs[first - 1].basis == runs[-1].basis:
        first -= 1
    return runs[first:]
