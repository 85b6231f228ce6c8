"""What a history tells: scores by group over its runs, and what changed between the last two."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from pathlib import Path
from statistics import fmean, median
from typing import Annotated, Any

import msgspec

from seocheck.base.database import DamagedDatabaseError
from seocheck.history.store import HistoryError, opened, rows
from seocheck.model.report import Struct

TREND_VERSION = 1
"""Raised when a key of the JSON form is renamed or removed, or its meaning changes."""

MOVED = 0.05
"""Points from which on a score has moved."""

NAMED = 10
"""Articles that are named on either side, and rules."""

Count = Annotated[int, msgspec.Meta(ge=0)]
Points = Annotated[float, msgspec.Meta(ge=0, le=100.001)]
Moment = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")]
"""What columns hold. A file may be damaged, or somebody else's."""

_OF = {"groups": tuple[int, int, Points], "rules": tuple[int, int, Count]}

RunRow = tuple[
    Moment, str, str, str, Count, Count, Count, Points | None, Points | None, Count, Count, Count
]  # fmt: skip


class TrendRun(Struct, frozen=True, kw_only=True):
    """A run. at: when, in UTC. revision: of the repository, "" if there isn't one.

    basis: what scores depend on besides the text; runs compare only where it is the same. whole: whether all articles
    were looked at, with all rules. mean, median: of the scores, 0 to 100, None if there isn't one. groups: group of
    rules -> mean score. rules: rule -> findings.
    """

    at: str
    version: str
    revision: str
    basis: str
    whole: bool
    articles: int
    failures: int
    mean: float | None
    median: float | None
    errors: int
    warnings: int
    notes: int
    groups: dict[str, float]
    rules: dict[str, int]


class ArticleChange(Struct, frozen=True, kw_only=True):
    """An article whose score moved between two runs."""

    path: str
    before: float
    after: float


class RuleChange(Struct, frozen=True, kw_only=True):
    """A rule that is met more or less often, over the articles of both runs."""

    rule: str
    before: int
    after: int


class Step(Struct, frozen=True, kw_only=True):
    """From the run before to the last, over the articles of both, so that new and gone ones move nothing.

    shared: how many these are. change: of their mean score. fell, rose: the articles that moved most, at most ten.
    """

    shared: int
    new: int
    gone: int
    change: float | None
    fell: tuple[ArticleChange, ...]
    rose: tuple[ArticleChange, ...]
    fell_count: int
    rose_count: int
    rules: tuple[RuleChange, ...]


class Trend(Struct, frozen=True, kw_only=True):
    """A history. runs: the oldest first. left_out: runs over a part of the articles or rules.

    step: None for fewer than two runs, or where the last two do not compare.
    """

    schema_version: int = TREND_VERSION
    runs: tuple[TrendRun, ...]
    left_out: int
    step: Step | None


def read_trend(file: str | Path, *, paths: Collection[str] = (), partial: bool = False) -> Trend:
    """Read a history.

    paths: only these articles and folders, by the names the history has for them; means and counts are then theirs.
    partial: with runs over a part of the articles or rules. Raises HistoryError.
    """
    with opened(file, make=False) as connection:
        connection.execute("begin")  # one state, whoever writes meanwhile
        return trend_of(connection, file, paths=paths, partial=partial)


def trend_of(
    connection: sqlite3.Connection, file: str | Path, *, paths: Collection[str] = (), partial: bool = False
) -> Trend:
    """The same over a connection. Raises HistoryError, and DamagedDatabaseError where it is damaged."""
    names = _Names(rows(connection, "select number, name from names", (), tuple[int, str]))
    articles = None if not paths else _articles(names, paths, connection, file)
    known = rows(connection, "select number, whole from runs order by number", (), tuple[int, Count])
    numbers = [number for number, whole in known if whole or partial]
    runs = [(number, _run(connection, number, names, articles)) for number in numbers]
    if articles is not None:
        runs = [(number, run) for number, run in runs if run.articles]
    step = None
    if len(runs) > 1 and runs[-1][1].basis == runs[-2][1].basis:
        step = _step(connection, runs[-2][0], runs[-1][0], names, articles)
    return Trend(runs=tuple(run for _, run in runs), left_out=len(known) - len(numbers), step=step)


def trend_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `seocheck trend --format json`."""
    from seocheck.base.documentation import described_schema

    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"seocheck trend, version {TREND_VERSION}",
        **described_schema(Trend),
    }


class _Names(dict[int, str]):
    """Names by their numbers."""

    def __missing__(self, number: int) -> str:
        raise DamagedDatabaseError(f"no name {number}")


def _articles(
    names: dict[int, str], paths: Collection[str], connection: sqlite3.Connection, file: str | Path
) -> set[int]:
    known = {number for (number,) in rows(connection, "select distinct article from articles", (), tuple[int])}
    found: set[int] = set()
    for path in paths:
        inside = path.rstrip("/") + "/"
        mine = {n for n in known if path == "." or names[n] == path or names[n].startswith(inside)}
        if not mine:
            raise HistoryError(f"{file}: no article {path} in this history")
        found |= mine
    return found


def _run(
    connection: sqlite3.Connection, number: int, names: dict[int, str], articles: Collection[int] | None
) -> TrendRun:
    query = (
        "select at, version, revision, basis, whole, articles, failures, mean, median, errors, warnings, notes "
        "from runs where number = ?"
    )
    for row in rows(connection, query, (number,), RunRow):
        at, version, revision, basis, whole, count, failures, mean, middle, *severities = row
        break
    else:
        raise DamagedDatabaseError(f"no run {number}")
    groups: dict[str, float]
    rules: dict[str, int]
    if articles is None:
        query = "select name, mean from run_groups where run = ?"
        groups = {names[name]: value for name, value in rows(connection, query, (number,), tuple[int, Points])}
        query = "select name, findings from run_rules where run = ?"
        rules = {names[name]: value for name, value in rows(connection, query, (number,), tuple[int, Count])}
    else:
        query = "select article, score, errors, warnings, notes from articles where run = ?"
        kind = tuple[int, Points | None, Count, Count, Count]
        mine = [found for found in rows(connection, query, (number,), kind) if found[0] in articles]
        scores = [score for _, score, *_ in mine if score is not None]
        count, failures = len(mine), 0
        mean, middle = (fmean(scores), median(scores)) if scores else (None, None)
        severities = [sum(column) for column in zip(*(each[2:] for each in mine), strict=True)] or [0, 0, 0]
        groups = {name: fmean(found) for name, found in _of(connection, "groups", "score", number, names, articles)}
        rules = {name: int(sum(found)) for name, found in _of(connection, "rules", "findings", number, names, articles)}
    errors, warnings, notes = severities
    return TrendRun(
        at=at, version=version, revision=revision, basis=basis, whole=bool(whole), articles=count, failures=failures,
        mean=mean, median=middle, errors=errors, warnings=warnings, notes=notes,
        groups=dict(sorted(groups.items())), rules=dict(sorted(rules.items())),
    )  # fmt: skip


def _of(
    connection: sqlite3.Connection,
    table: str,
    column: str,
    number: int,
    names: dict[int, str],
    articles: Collection[int],
) -> list[tuple[str, list[float]]]:
    """The values of some articles in one run, by group or rule."""
    found: dict[str, list[float]] = {}
    query = f"select article, name, {column} from article_{table} where run = ?"
    for article, name, value in rows(connection, query, (number,), _OF[table]):
        if article in articles:
            found.setdefault(names[name], []).append(value)
    return sorted(found.items())


def _step(
    connection: sqlite3.Connection, earlier: int, later: int, names: dict[int, str], articles: Collection[int] | None
) -> Step:
    before, after = (_scores(connection, number, articles) for number in (earlier, later))
    shared = before.keys() & after.keys()
    moves = []
    for article in shared:
        old, new = before[article], after[article]
        if old is not None and new is not None:
            moves.append(ArticleChange(path=names[article], before=old, after=new))
    fell = sorted((m for m in moves if m.after - m.before <= -MOVED), key=lambda m: (m.after - m.before, m.path))
    rose = sorted((m for m in moves if m.after - m.before >= MOVED), key=lambda m: (m.before - m.after, m.path))
    return Step(
        shared=len(shared), new=len(after) - len(shared), gone=len(before) - len(shared),
        change=fmean(m.after - m.before for m in moves) if moves else None,
        fell=tuple(fell[:NAMED]), rose=tuple(rose[:NAMED]), fell_count=len(fell), rose_count=len(rose),
        rules=_rules(connection, (earlier, later), names, shared),
    )  # fmt: skip


def _scores(connection: sqlite3.Connection, number: int, articles: Collection[int] | None) -> dict[int, float | None]:
    query = "select article, score from articles where run = ?"
    found = rows(connection, query, (number,), tuple[int, Points | None])
    return {article: score for article, score in found if articles is None or article in articles}


def _rules(
    connection: sqlite3.Connection, numbers: Sequence[int], names: dict[int, str], shared: Collection[int]
) -> tuple[RuleChange, ...]:
    before, after = (
        {name: int(sum(found)) for name, found in _of(connection, "rules", "findings", number, names, shared)}
        for number in numbers
    )
    changes = [
        RuleChange(rule=rule, before=before.get(rule, 0), after=after.get(rule, 0))
        for rule in before.keys() | after.keys()
        if before.get(rule, 0) != after.get(rule, 0)
    ]
    return tuple(sorted(changes, key=lambda c: (-abs(c.after - c.before), c.rule))[: 2 * NAMED])
