"""`--format html`: one file for up to 200 articles; for more an index, and a folder of pages beside it."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

import msgspec

from seocheck._version import __version__
from seocheck.formats.findings import LEGEND
from seocheck.formats.people.for_people import for_people
from seocheck.formats.people.html.article_page import MARKS, TIER_WORDS, ZONES, article_page
from seocheck.formats.people.html.environment import render
from seocheck.formats.people.html.overview import Totals
from seocheck.formats.people.html.pages import PagesFolder
from seocheck.formats.people.html.rules_met import RulesMet
from seocheck.formats.people.html.trend_plot import trend_plot
from seocheck.formats.people.view.article_view import ArticleView, SegmentView
from seocheck.formats.run import RunEnd, RunStart
from seocheck.model.report import NotAssessed, Report
from seocheck.rulekit.registry import LoadedRule

TOGETHER = 200
"""Articles that one file holds; it then has about ten megabytes."""

IN_MEMORY = 16 * 1024 * 1024
"""Bytes of pages that wait in memory; more wait in a temporary file."""


class HtmlWriter:
    """Renders each article's page when its report comes, and the overview when all are there."""

    def __init__(self, out: TextIO, start: RunStart) -> None:
        self._out = out
        self._start = start
        self._totals = Totals()
        self._waiting: list[tuple[str, int]] = []  # path and length of each page that waits
        self._spool = tempfile.SpooledTemporaryFile(  # noqa: SIM115 - it lives as long as this writer
            IN_MEMORY, mode="w+", encoding="utf-8", errors="replace", newline="\n"
        )
        self._folder: PagesFolder | None = None
        self._rules = RulesMet()

    def add(self, report: Report, rules: Sequence[LoadedRule]) -> None:
        """Take one article."""
        self._rules.note(rules, (finding.rule for finding in report.findings))
        view = self._start.view(report) if self._start.view is not None else None
        report = msgspec.structs.replace(for_people(report), path=self._start.paths.from_root(report.path))
        number = len(self._totals.rows) + 1
        if self._folder is None and number > TOGETHER and self._start.file is not None:
            self._unfold(PagesFolder(self._start.file))
        page = self._page(report, view, _key(number))
        if self._folder is None:
            self._spool.write(page)
            self._waiting.append((report.path, len(page)))
            self._totals.add(report, f"#{_key(number)}")
        else:
            self._totals.add(report, _put(self._folder, report.path, _key(number), page))

    def close(self, end: RunEnd) -> None:
        """Write the file."""
        totals = self._totals
        only = len(totals.rows) == 1 and not end.failures and end.site is None
        self._out.write(_head(totals.rows[0].path if only else "seocheck", _key(1) if only else "overview"))
        if not only:
            self._out.write(self._overview(end))
        if self._folder is not None:
            self._folder.close()
        elif self._start.file is not None:
            PagesFolder(self._start.file).close()  # an earlier run may have left pages
        for key, _, page in self._pages():
            about = self._about_rules(2) if only else ""
            self._out.write(f"{_top(key, '' if only else '#overview')}{page}{about}</main>\n")
        if not only and len(self._rules):
            self._out.write(f"{_top('rules', '#overview')}{self._about_rules(1)}</main>\n")
        self._spool.close()
        self._out.write(render("foot.html.j2", version=__version__, legend=LEGEND, scripted=not only))

    def _page(self, report: Report, view: ArticleView | None, key: str) -> str:
        return render(
            "article.html.j2", page=article_page(report, view, key), zone_names=ZONES, marks=MARKS,
            tier_words=TIER_WORDS, keyword_title=_keyword_title, rules=self._rules,
        )  # fmt: skip

    def _overview(self, end: RunEnd) -> str:
        totals = self._totals
        site = end.site
        return render(
            "overview.html.j2", totals=totals, rows=totals.sorted_rows(), groups=totals.groups(), costs=totals.costs(),
            distribution=totals.distribution(), failures=end.failures, passed_over=_counted(end.passed_over),
            first=totals.first(), trend=trend_plot(end.trend), rules=self._rules.summaries(),
            about=self._start.about(), together=self._folder is None, articles=end.checked or totals.articles,
            site=site,
            hrefs={row.path: row.href for row in totals.rows} if site is not None else {},
            shown_path=self._start.paths.from_root,
            languages=len({each.language for each in site.keywords}) if site is not None else 0,
        )  # fmt: skip

    def _about_rules(self, level: int) -> str:
        """What the rules say of themselves. level: of the heading above them."""
        return render("rules.html.j2", rules=self._rules.all(), heading=f"h{level}", below=f"h{level + 1}")

    def _pages(self) -> Iterator[tuple[str, str, str]]:
        """What waits: key, path, page."""
        self._spool.seek(0)
        for number, (path, length) in enumerate(self._waiting, 1):
            yield _key(number), path, self._spool.read(length)
        self._waiting.clear()

    def _unfold(self, folder: PagesFolder) -> None:
        """There are too many articles for one file: what waits goes into a folder."""
        self._folder = folder
        rows = self._totals.rows
        for at, (key, path, page) in enumerate(self._pages()):
            rows[at] = msgspec.structs.replace(rows[at], href=_put(folder, path, key, page))


def _put(folder: PagesFolder, path: str, key: str, page: str) -> str:
    foot = render("foot.html.j2", version=__version__, legend=LEGEND, scripted=False)
    page = page.replace('href="#rule-', f'href="{folder.back}#rule-')  # rules are told of in the index
    return folder.put(path, f"{_head(path, key)}{_top(key, folder.back)}{page}</main>\n{foot}")


def _key(number: int) -> str:
    """The anchor of an article's page, which also makes the anchors within its own."""
    return f"a{number}"


def _top(key: str, back: str) -> str:
    return render("top.html.j2", key=key, back=back)


def _head(title: str, main: str) -> str:
    return render("head.html.j2", version=__version__, title=title, main=main)


def _counted(passed_over: Iterable[NotAssessed]) -> list[tuple[str, int]]:
    return Counter(entry.reason for entry in passed_over).most_common()


def _keyword_title(report: Report, segment: SegmentView) -> str:
    keywords = report.keywords  # of a report that was kept, perhaps fewer than the text has been read with
    said = ", ".join(keywords[index].text for index in segment.keywords if index < len(keywords))
    return f"{said}: {TIER_WORDS.get(segment.tier, segment.tier)}"
