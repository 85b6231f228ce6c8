"""What a format is told: before the first report, and after the last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

import msgspec

from seocheck.formats.paths import Paths
from seocheck.formats.people.summary import Result
from seocheck.model.report import NotAssessed, Report
from seocheck.rulekit.registry import LoadedRule

if TYPE_CHECKING:
    from seocheck.formats.people.view.article_view import ArticleView
    from seocheck.history.trend import Trend
    from seocheck.site.overview import SiteOverview


def _say_nothing(_: str) -> None:
    pass


class About(msgspec.Struct, frozen=True):
    """What was checked. site: name of the folder or repository. commit: of HEAD, shortened; date: of that commit, as
    2026-03-09; both "" without git. settings: the file that holds, "" without one."""

    site: str = ""
    commit: str = ""
    date: str = ""
    settings: str = ""


class RunStart(msgspec.Struct, frozen=True):
    """What holds for the whole run.

    fail_on: the severity from which on findings fail the gate, or "never". min_score: the score below which an
    article fails it. baseline: whether one is in use, so that findings are either known or new. paths: how paths
    are written. actions: whether the output is read by GitHub Actions, which takes some lines for commands.
    notify: takes a line for a person, which must not go into the format. file: what the format is written to, None for
    standard output. view: gives the text of a reported article with what is said of it at its place, None where that
    cannot be had; only formats that show the text ask for it. articles: how many are to be checked. about: tells what
    is checked; only formats that show it ask, since git has to be asked.
    """

    fail_on: str = "error"
    min_score: float | None = None
    baseline: bool = False
    paths: Paths = msgspec.field(default_factory=Paths)
    actions: bool = False
    notify: Callable[[str], None] = _say_nothing
    file: str | None = None
    view: Callable[[Report], ArticleView | None] | None = None
    articles: int = 0
    about: Callable[[], About] = About


class RunEnd(msgspec.Struct, frozen=True):
    """What is known when all is done.

    results: the little that a summary needs of each report, in their order. passed_over, failures: files that were
    found and not checked, and files that could not be read; each a path and a reason. trend: the runs of a history,
    this one the last, None where none is kept. checked: how many articles were looked at, where only those in which
    something was found have a report; 0 where each has one. site: the site as a whole, if articles were compared
    with each other and a format needs it.
    """

    results: Sequence[Result] = ()
    passed_over: Sequence[NotAssessed] = ()
    failures: Sequence[NotAssessed] = ()
    trend: Trend | None = None
    checked: int = 0
    site: SiteOverview | None = None


class Writer(Protocol):
    """A format. Made with a stream and a `RunStart`; keeps no whole reports."""

    def add(self, report: Report, rules: Sequence[LoadedRule]) -> None:
        """Take the next report. `rules`: those that were to run on this article, for formats whose row says
        `tells_of_rules`."""

    def close(self, end: RunEnd) -> None:
        """Write what is left. The stream stays open."""
