"""Which article each page of an export is, and what was asked of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from seocheck.analysis import Analysis
from seocheck.check.reporter import read_article
from seocheck.errors import UnreadableError
from seocheck.model.report import Report
from seocheck.queries.compare import PageQueries, page_queries
from seocheck.queries.export import Asked, queries_by_page
from seocheck.readers import decode
from seocheck.runs.run import Candidate, Run
from seocheck.site.addresses import Addresses
from seocheck.site.index import SiteIndex

Asks = dict[str, tuple[str, list[Asked]]]
"""Path of an article -> its address in the export, and what was asked."""


class FoundPages(NamedTuple):
    """asks: of the articles at the pages. unknown: the pages of no article. unsure: those that may be of several."""

    asks: Asks
    unknown: list[str]
    unsure: list[str]


def find_pages(
    run: Run,
    candidates: Sequence[Candidate],
    by_page: Mapping[str, list[Asked]],
    on_failure: Callable[[UnreadableError], None],
) -> FoundPages:
    """Look the addresses of an export up as the view of a site does."""
    found = FoundPages({}, [], [])
    with SiteIndex() as index:
        for candidate in candidates:
            try:
                report = run.check(candidate)
            except UnreadableError as error:
                on_failure(error)
                continue
            if isinstance(report, Report):
                index.add(report.summary)
        if not len(index):
            return FoundPages({}, list(by_page), [])
        index.finish()
        addresses = Addresses(index.pages(), by_page)
        for page, asked in by_page.items():
            number = addresses.article(page) if page else None
            if number is None:
                found.unknown.append(page)
                continue
            if addresses.is_of_several(page):
                found.unsure.append(page)
            path = index.page(number).path
            before = found.asks.get(path)  # the same page with and without a slash, or with a parameter
            found.asks[path] = (page, asked) if before is None else (before[0], [*before[1], *asked])
    return found


def compared_pages(
    run: Run,
    candidates: Sequence[Candidate],
    asks: Asks,
    least: float,
    on_failure: Callable[[UnreadableError], None],
) -> Iterator[PageQueries]:
    """Each article of which something was asked, beside what it declares and says. least: impressions of a query."""
    for candidate in candidates:
        path = candidate.path.replace("\\", "/")
        page, asked = asks.get(path, asks.get(candidate.path, ("", None)))
        if asked is None:
            continue
        plan = run.plan_for(candidate.path)
        try:
            article = read_article(decode(run.read(candidate), path), plan)
        except UnreadableError as error:
            on_failure(error)
            continue
        merged = queries_by_page([Asked(a.query, page, a.impressions, a.clicks, a.position) for a in asked])
        made = page_queries(Analysis.of(article, plan.settings), page, merged.get(page, []), least)
        if any(query.group != "unasked" for query in made.queries):
            yield made
