"""Appends a run to a history."""

from __future__ import annotations

import os
import re
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import fmean, median

from seocheck._version import __version__
from seocheck.base.late_pattern import late_pattern
from seocheck.history.store import opened
from seocheck.history.trend import Trend, trend_of
from seocheck.model.report import Report

EPOCH = "SOURCE_DATE_EPOCH"
LATEST = 253_402_300_799
"""The last second of the year 9999."""
SHOWN = 40
"""Characters of a wrong value that are shown."""

_SURROGATE = late_pattern("[\ud800-\udfff]")

_DRAFTS = """
create temp table drafts (article text primary key, score real, errors integer, warnings integer, notes integer);
create temp table draft_groups (article text not null, name text not null, score real not null);
create temp table draft_rules (article text not null, name text not null, findings integer not null);
"""
_TAKE = """
insert or ignore into names (name)
    select article from drafts union select name from draft_groups union select name from draft_rules;
insert or replace into articles
    select :run, number, score, errors, warnings, notes from drafts join names on names.name = article;
insert or replace into article_groups select :run, a.number, n.number, score from draft_groups as d
    join names as a on a.name = d.article join names as n on n.name = d.name;
insert or replace into article_rules select :run, a.number, n.number, findings from draft_rules as d
    join names as a on a.name = d.article join names as n on n.name = d.name group by a.number, n.number;
insert into run_groups select :run, name, avg(score) from article_groups where run = :run group by name;
insert into run_rules select :run, name, sum(findings), count(*) from article_rules where run = :run group by name;
"""


class Recorder:
    """Takes the reports of a run. They go to a temporary table until all are there, so that other runs can write."""

    def __init__(self, connection: sqlite3.Connection, file: str | Path) -> None:
        self._connection = connection
        self._file = file
        self._scores: list[float] = []
        self._bases: set[str] = set()
        self._severities: Counter[str] = Counter()
        self._articles: set[str] = set()
        self._partial = False
        connection.executescript(_DRAFTS)

    def add(self, path: str, report: Report) -> None:
        """Take the next report. path: what the article is called in the history, by which runs find it again.

        A sitemap or feed isn't an article: its findings count for the run alone.
        """
        article = _SURROGATE.sub("\ufffd", path)
        severities = Counter(finding.severity for finding in report.findings)
        self._severities.update(severities)
        if not report.is_article:
            return
        connection = self._connection
        rules = Counter(finding.rule for finding in report.findings)
        connection.executemany("insert into draft_rules values (?, ?, ?)", [(article, *pair) for pair in rules.items()])
        if article in self._articles:  # what the rules of a site find comes in a report of its own
            connection.execute(
                "update drafts set errors = errors + ?, warnings = warnings + ?, notes = notes + ? where article = ?",
                (severities["error"], severities["warning"], severities["note"], article),
            )
            return
        self._articles.add(article)
        self._partial = self._partial or report.partial
        if report.score is not None:
            self._scores.append(report.score)
            self._bases.add(f"{report.scale} {report.profile} {report.weights}")
        connection.execute(
            "insert into drafts values (?, ?, ?, ?, ?)",
            (article, report.score, severities["error"], severities["warning"], severities["note"]),
        )
        connection.executemany(
            "insert into draft_groups values (?, ?, ?)", [(article, each.group, each.score) for each in report.groups]
        )

    def finish(self, *, at: float, revision: str, whole: bool, failures: int) -> Trend:
        """Write the run; what the history says with it. It is written only where it can be read as well: a damaged
        history is left as it is.

        at: seconds since 1970. whole: whether all articles were looked at, with all rules. Raises HistoryError and
        sqlite3.Error.
        """
        connection = self._connection
        connection.execute("begin immediate")
        run = connection.execute(
            "insert into runs (at, version, revision, basis, whole, articles, failures, mean, median, errors, "
            "warnings, notes) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(at)), __version__, revision,
                "; ".join(sorted(self._bases)), whole and not self._partial, len(self._articles), failures,
                fmean(self._scores) if self._scores else None, median(self._scores) if self._scores else None,
                self._severities["error"], self._severities["warning"], self._severities["note"],
            ),
        ).lastrowid  # fmt: skip
        for statement in _TAKE.split(";"):
            if statement.strip():
                connection.execute(statement, {"run": run} if ":run" in statement else {})
        trend = trend_of(connection, self._file)
        connection.execute("commit")
        return trend


@contextmanager
def recording(file: str | Path) -> Iterator[Recorder]:
    """A Recorder for a history, which is opened at once, so that a wrong file is known before any work is done.

    Raises HistoryError. Nothing is written before `Recorder.finish`.
    """
    with opened(file, make=True) as connection:
        yield Recorder(connection, file)


def now(said: Callable[[str], None] = lambda _: None) -> float:
    """Seconds since 1970; those of `SOURCE_DATE_EPOCH` where a build sets it (reproducible-builds.org).

    said: takes a line for a person on a value that is no time before the year 10000; the clock is asked then.
    """
    given = os.environ.get(EPOCH, "").strip()
    if re.fullmatch("[0-9]{1,12}", given) and int(given) <= LATEST:
        return float(int(given))
    if given:
        said(f"{EPOCH}: {given[:SHOWN]!r} is no number of seconds from 0 to {LATEST}; the clock's time is taken")
    return time.time()
