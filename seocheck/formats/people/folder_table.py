"""Tables with a row for each article of a folder; that of its declared keywords."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from seocheck.base.plural import plural
from seocheck.formats.people.for_people import supported
from seocheck.formats.people.styled import Line, Style, Styled, cells, safe, wrapped
from seocheck.model.report import Report

MIN_WIDTH, MAX_WIDTH = 60, 100
NAMED = 6
"""Keywords of one kind that are named."""

_STYLES: dict[str, Style] = {"absent": "poor", "in part": "fair", "said": "good"}


class Row(NamedTuple):
    """An article with its numbers, and what is worth naming below them."""

    path: str
    numbers: Sequence[int]
    below: str


def keyword_table(reports: Iterable[Report], width: int) -> Iterator[Line]:
    """How many keywords each article declares, and how many of them its text says; the others by name."""

    def rows() -> Iterator[Row]:
        for report in reports:
            said, in_part, absent = supported(report.keywords)
            parts = [f"{kind}: {named(which)}" for kind, which in (("in part", in_part), ("absent", absent)) if which]
            numbers = (len(report.keywords), len(said), len(in_part), len(absent))
            yield Row(report.path, numbers, "; ".join(parts))

    return table(("declared", "said", "in part", "absent"), rows(), width, _keywords_in_all)


def table(
    header: Sequence[str], rows: Iterable[Row], width: int, in_all: Callable[[Sequence[int], int], str]
) -> Iterator[Line]:
    """A row for each article, and below them what holds for all; nothing without rows.

    in_all: says it, of the sums of the numbers, and of how many articles have none.
    """
    width = min(max(width, MIN_WIDTH), MAX_WIDTH)
    columns = [len(name) for name in header]
    lead = sum(columns) + 2 * len(columns) + 2
    sums, articles, none = [0] * len(header), 0, 0
    for row in rows:
        if not articles:
            yield [Styled("  " + "  ".join(header) + "  article", "bold")]
        articles += 1
        none += not any(row.numbers)
        sums = [a + b for a, b in zip(sums, row.numbers, strict=True)]
        line: Line = [Styled("  ")]
        for name, column, number in zip(header, columns, row.numbers, strict=True):
            line += [Styled(f"{number or '·':>{column}}", _style(name, number)), Styled("  ")]
        yield [*line, Styled(_end(safe(row.path), width - lead), "path")]
        if row.below:
            yield from wrapped(safe(row.below), width, " " * lead, "dim")
    if articles:
        yield []
        yield [Styled(f"{plural(articles, 'article')}: {in_all(sums, none)}", "bold")]


def _style(name: str, number: int) -> Style:
    if not number:
        return "dim"
    return _STYLES.get(name, "")


def named(which: Sequence[str]) -> str:
    """The first of them, and how many more there are."""
    more = f" and {len(which) - NAMED} more" if len(which) > NAMED else ""
    return ", ".join(which[:NAMED]) + more


def _end(path: str, width: int) -> str:
    return path if cells(path) <= width else "…" + path[-(width - 1) :]


def _keywords_in_all(sums: Sequence[int], none: int) -> str:
    declared, said, in_part, absent = sums
    without = f"; {none:,} without keywords" if none else ""
    return f"{plural(declared, 'keyword')}, {said:,} said, {in_part:,} in part, {absent:,} absent{without}"
