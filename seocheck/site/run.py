"""A check of a whole site: articles go through the check, their Summaries into the index, and then the rules ask it."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator

import msgspec

from seocheck.errors import UnreadableError
from seocheck.model.report import Report, Summary
from seocheck.model.result import PassedOver, Result
from seocheck.readers import decode
from seocheck.readers.listing import is_listing, is_template, read_listing
from seocheck.runs.run import Candidate, Run
from seocheck.runs.schedule import Checks
from seocheck.site.index import SiteIndex
from seocheck.site.overview import SiteOverview
from seocheck.site.results import SiteResults


class SiteChecker:
    """Stands in the place of a Checker: its results are Reports that hold what the rules of a site find.

    checker: checks the articles. run: settings, rules and profile. with_reports: give the Report of every article, with
    what the site's rules find in it added; they wait on disk until all articles are known. with_overview: have
    `overview` at the end. summaries: of further articles, which were checked elsewhere.
    """

    def __init__(
        self,
        checker: Checks,
        run: Run,
        *,
        with_reports: bool = False,
        with_overview: bool = False,
        summaries: Iterable[Summary] = (),
    ) -> None:
        self._checker = checker
        self._summaries = summaries
        self._run = run
        self._with_reports = with_reports
        self._with_overview = with_overview
        self.checked = 0
        self.only_findings = not with_reports
        self.overview: SiteOverview | None = None
        self.unknown: list[str] = []
        """The articles whose metadata could not be parsed: nobody can say what they share with others."""

    def results(self, candidates: Iterable[Candidate]) -> Generator[tuple[Candidate, Result], None, None]:
        """What could not be checked as it comes, then a Report for each article in which something was found."""
        named: set[str] = set()
        with SiteIndex() as index:
            found = list(candidates)
            for candidate in found:
                self._run.note(candidate)
            for candidate in filter(lambda each: is_listing(each.path), found):
                result = self._take(candidate, index)
                if result is not None:
                    yield candidate, result
            articles = [candidate for candidate in found if not is_listing(candidate.path)]
            for candidate, result in self._checker.results(articles):
                if not isinstance(result, Report):
                    yield candidate, result
                    continue
                self.checked += 1
                if result.summary.fields_unknown:
                    self.unknown.append(candidate.path)
                index.add(result.summary, result if self._with_reports else None)
                if candidate.named:
                    named.add(candidate.path)
            checked_here = self.checked
            for summary in self._summaries:
                self.checked += 1
                if summary.fields_unknown:
                    self.unknown.append(summary.path)
                index.add(summary)
            if not self.checked:
                return
            index.finish(sort=self.checked > checked_here)
            results = SiteResults(index, self._run)
            if self._with_overview:
                self.overview = results.overview()
            reports = results.reports()
            for path, report in _together(index, reports) if self._with_reports else reports:
                yield Candidate(path, path in named), report

    def _take(self, candidate: Candidate, index: SiteIndex) -> Result | None:
        """Put a sitemap or feed into the index; what is to be said of one that cannot be read, or is none."""
        path = candidate.path
        try:
            source = decode(self._run.read(candidate), path, listing=True)
            if is_template(source.text):
                return PassedOver(path, "a template of a sitemap or feed")
            listing = read_listing(source)
        except UnreadableError as error:
            return error
        if listing is not None:
            index.add_listing(path, listing)
            return None
        return UnreadableError(path, "neither a sitemap nor a feed") if candidate.named else None


def _together(index: SiteIndex, found: Iterator[tuple[str, Report]]) -> Iterator[tuple[str, Report]]:
    """Every article's own Report, with the findings of the site's rules after its own."""
    path, of_site = next(found, ("", None))
    for report in index.reports():
        if of_site is not None and report.path == path:
            report = msgspec.structs.replace(
                report, findings=report.findings + of_site.findings, suppressed=report.suppressed + of_site.suppressed,
                failures=report.failures + of_site.failures,
            )  # fmt: skip
            path, of_site = next(found, ("", None))
        yield report.path, report
    if of_site is not None:  # sitemaps and feeds have no report of their own
        yield path, of_site
        yield from found
