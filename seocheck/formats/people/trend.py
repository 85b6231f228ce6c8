"""A history as lines for a terminal: scores by group over the runs, the runs as a table, what the last one changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from seocheck.base.plural import plural
from seocheck.formats.people.sparkline import sparkline
from seocheck.formats.people.styled import Line, Style, Styled, cells, crop, safe
from seocheck.history.trend import MOVED, ArticleChange, RuleChange, Step, Trend, TrendRun

PLOTTED = 40
"""Runs that a sparkline shows."""

NO_SCORE = "–"


def trend_lines(trend: Trend, width: int, *, last: int, ascii_only: bool = False) -> list[Line]:
    """All of `seocheck trend`. last: how many runs the table lists."""
    runs = trend.runs
    if not runs:
        left = f"; {plural(trend.left_out, 'run')} over only some of the articles or rules" if trend.left_out else ""
        return [[Styled(f"The history has no runs{left}.")]]
    comparable = _since_last_change(runs)
    lines: list[Line] = [[Styled(_head(trend), "bold")], []]
    lines += _scores(comparable, width, ascii_only=ascii_only)
    if len(comparable) < len(runs):
        lines.append(
            [Styled(f"  Before {_when(comparable[0])} scores were computed differently: {_why(runs)}.", "dim")]
        )
    lines += [[], *_table(runs[-last:])]
    if len(runs) > last:
        lines.append([Styled(f"  and {plural(len(runs) - last, 'earlier run')}", "dim")])
    if trend.step is not None:
        lines += [[], *_step(trend.step, width)]
    return lines


def _head(trend: Trend) -> str:
    runs = trend.runs
    said = plural(len(runs), "run")
    said += f", {_when(runs[0])} to {_when(runs[-1])}" if len(runs) > 1 else f", {_when(runs[0])}"
    said += f"; {plural(runs[-1].articles, 'article')} in the last"
    return f"{said} ({plural(trend.left_out, 'partial run')} left out)" if trend.left_out else said


def _since_last_change(runs: Sequence[TrendRun]) -> Sequence[TrendRun]:
    """The last runs whose scores can be compared."""
    first = len(runs) - 1
    while first and runs[first - 1].basis == runs[-1].basis:
        first -= 1
    return runs[first:]


def _why(runs: Sequence[TrendRun]) -> str:
    """Why the scores of an earlier run can't be compared."""
    now = runs[-1].basis
    then = next(run.basis for run in reversed(runs) if run.basis != now)
    (scale, profile, _), (old_scale, old_profile, _) = ((*basis.split(" "), "", "", "")[:3] for basis in (now, then))
    if "; " in now or "; " in then:
        return "with several profiles or weights"
    if profile != old_profile:
        return f"with the profile {safe(old_profile)}"
    return "on another scale" if scale != old_scale else "with other rules or weights"


def _scores(runs: Sequence[TrendRun], width: int, *, ascii_only: bool) -> list[Line]:
    """The mean score and that of each group: first, last, change, sparkline."""
    groups = sorted({name for run in runs for name in run.groups})
    rows: list[tuple[str, Callable[[TrendRun], float | None]]] = [("score", lambda run: run.mean)]
    rows += [(f"  {safe(name)}", lambda run, name=name: run.groups.get(name)) for name in groups]  # type: ignore[misc]
    room = max(len(name) for name, _ in rows)
    lines: list[Line] = [[Styled(f"{'':<{room}}   first   last  change", "dim")]]
    plotted = runs[-min(PLOTTED, max(width - room - 24, 8)) :]
    for name, value in rows:
        first, latest = value(runs[0]), value(runs[-1])
        change = latest - first if latest is not None and first is not None else None
        bars = sparkline([value(run) for run in plotted], ascii_only=ascii_only)
        lines.append(
            [
                Styled(f"{name:<{room}}  {_number(first):>6} {_number(latest):>6}  "),
                Styled(f"{_signed(change):>6}", _style(change)), Styled(f"  {bars}"),
            ]
        )  # fmt: skip
    return lines


def _table(runs: Sequence[TrendRun]) -> list[Line]:
    """The runs, the last first."""
    revision = max((cells(safe(run.revision)) for run in runs), default=0)
    revision = max(revision, len("revision")) if revision else 0
    head = f"{'run (UTC)':<16}" + (f"  {'revision':<{revision}}" if revision else "")
    lines: list[Line] = [[Styled(f"{head}  articles   mean  median  errors  warnings  notes", "dim")]]
    for run in reversed(runs):
        line = _when(run) + (f"  {safe(run.revision):<{revision}}" if revision else "")
        line += f"  {run.articles:>8} {_number(run.mean):>6} {_number(run.median):>7}"
        lines.append(
            [Styled(f"{line} {run.errors:>7} {run.warnings:>9} {run.notes:>6}{'' if run.whole else '  partial'}")]
        )
    return lines


def _step(step: Step, width: int) -> list[Line]:
    said = f"Since the previous run: {_signed(step.change)} over the {plural(step.shared, 'article')} in both"
    others = [f"{number} {what}" for number, what in ((step.new, "new"), (step.gone, "gone")) if number]
    lines: list[Line] = [[Styled(f"{said}{'; ' if others else ''}{', '.join(others)}.", "bold")]]
    for what, found, count in (("fell", step.fell, step.fell_count), ("rose", step.rose, step.rose_count)):
        lines += _moved(what, found, count, width)
    if step.rules:
        lines.append([Styled("  Findings:", "dim")])
        lines += [_rule(change) for change in step.rules]
    return lines


def _moved(what: str, found: Sequence[ArticleChange], count: int, width: int) -> list[Line]:
    lines: list[Line] = []
    for change in found:
        moved = change.after - change.before
        tail = f"{change.before:>5.1f} → {change.after:>5.1f}  {_signed(moved):>6}"
        path = crop(safe(change.path), max(width - cells(tail) - 8, 12))
        gap = " " * max(width - cells(path) - cells(tail) - 8, 2)
        lines.append([Styled(f"  {what}  {path}{gap}"), Styled(tail, _style(moved))])
    if count > len(found):
        lines.append([Styled(f"  {what}  and {count - len(found)} more", "dim")])
    return lines


def _rule(change: RuleChange) -> Line:
    moved = change.after - change.before
    style: Style = "good" if moved < 0 else "poor"
    return [
        Styled(f"    {safe(change.rule)}: {change.before} → {change.after} "),
        Styled(f"({moved:+d})".replace("-", "−"), style),
    ]


def _when(run: TrendRun) -> str:
    return run.at[:16].replace("T", " ")


def _number(value: float | None) -> str:
    return NO_SCORE if value is None else f"{value:.1f}"


def _signed(change: float | None) -> str:
    if change is None:
        return NO_SCORE
    return "±0" if abs(change) < MOVED else f"{change:+.1f}".replace("-", "−")


def _style(change: float | None) -> Style:
    return "" if change is None or abs(change) < MOVED else "good" if change > 0 else "poor"
