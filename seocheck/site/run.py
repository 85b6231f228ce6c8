"""A check of a whole site: articles go through the check, their Summaries into the index, and then the rules ask it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Any

import msgspec

from seocheck.checker import Checks
from seocheck.config import Plan, RulePlan, make_plan
from seocheck.errors import UnreadableError
from seocheck.readers import decode
from seocheck.report import Report, RuleFailure
from seocheck.results import Result
from seocheck.rule import Finding
from seocheck.runner import Candidate, Run, read_bytes
from seocheck.site.index import SiteIndex
from seocheck.site.pages import Page, SiteFinding
from seocheck.site.site import Site
from seocheck.text import Span

Found = tuple[RulePlan, SiteFinding]


class SiteChecker:
    """Stands in the place of a Checker: its results are Reports that hold what the rules of a site find.

    checker: checks the articles. run: settings, rules and profile. with_reports: give the Report of every article, with
    what the site's rules find in it added; they wait on disk until all articles are known.
    """

    def __init__(self, checker: Checks, run: Run, *, with_reports: bool = False) -> None:
        self._checker = checker
        self._run = run
        self._with_reports = with_reports
        self.checked = 0

    def results(self, candidates: Iterable[Candidate]) -> Generator[tuple[Candidate, Result], None, None]:
        """What could not be checked as it comes, then a Report for each article in which something was found."""
        named: set[str] = set()
        with SiteIndex() as index:
            for candidate, result in self._checker.results(candidates):
                if not isinstance(result, Report):
                    yield candidate, result
                    continue
                self.checked += 1
                index.add(result.summary, result if self._with_reports else None)
                if candidate.named:
                    named.add(candidate.path)
            if not self.checked:
                return
            index.finish()
            found = site_reports(index, self._run)
            for path, report in _together(index, found) if self._with_reports else found:
                yield Candidate(path, path in named), report


def _together(index: SiteIndex, found: Iterator[tuple[str, Report]]) -> Iterator[tuple[str, Report]]:
    """Every article's own Report, with the findings of the site's rules behind its own."""
    path, of_site = next(found, ("", None))
    for report in index.reports():
        if of_site is not None and report.path == path:
            report = msgspec.structs.replace(
                report, findings=report.findings + of_site.findings, suppressed=report.suppressed + of_site.suppressed,
                failures=report.failures + of_site.failures,
            )  # fmt: skip
            path, of_site = next(found, ("", None))
        yield report.path, report


def site_reports(index: SiteIndex, run: Run) -> Generator[tuple[str, Report], None, None]:
    """The path of each article in which rules of the site find something, in the order of the run, with a Report.

    The article is read once more, so that a finding shows its line and the article's own requests to suppress hold.
    """
    found: dict[int, list[Found]] = {}
    failures: list[RuleFailure] = []
    plan = site_plan(run, index.page(0).path)
    site = Site(index, lambda path: read_words(run, path))
    for rule_plan in plan.rules:
        try:
            check: Callable[[Site, Any], Iterator[SiteFinding]] = rule_plan.loaded.check  # type: ignore[assignment]
            for finding in check(site, rule_plan.options):
                found.setdefault(finding.page, []).append((rule_plan, finding))
        except Exception as error:  # a rule is somebody's code; what others found must not fall with it
            failures.append(RuleFailure(rule=rule_plan.loaded.id, error=f"{type(error).__name__}: {error}"))
    if failures:
        found.setdefault(0, [])
    for number in sorted(found):
        page = index.page(number)
        path = page.path
        report = _report(run, page, plan, found[number])
        if report is not None:
            yield path, msgspec.structs.replace(report, failures=tuple(failures)) if failures else report
            failures = []


def site_plan(run: Run, path: str) -> Plan:
    """The rules of the site, as the settings for a path have them."""
    select, ignore, profile = run.asked
    settings = run.settings_for(path)
    if profile is not None:
        settings = msgspec.structs.replace(settings, profile=profile)
    return make_plan(settings, select=select, ignore=ignore, scope="site")


def read_words(run: Run, path: str) -> list[str]:
    """The words of an article's running text; none where it cannot be read any more."""
    from seocheck.analysis import Analysis
    from seocheck.check import read_article
    from seocheck.summary import body_words

    plan = run.plan_for(path)
    try:
        article = read_article(decode(read_bytes(path, plan.settings), path), plan)
    except UnreadableError:
        return []
    return body_words(Analysis(article))


def _report(run: Run, page: Page, site_rules: Plan, found: Iterable[Found]) -> Report | None:
    """A Report with these findings alone; None where the article cannot be read any more."""
    from seocheck.check import read_article, report_findings

    path, plan = page.path, run.plan_for(page.path)
    try:
        source = decode(read_bytes(path, plan.settings), path)
    except UnreadableError:
        return None
    article = read_article(source, plan)
    findings = [(rule, _finding(finding, article.metadata_span.start)) for rule, finding in found]
    return report_findings(article, msgspec.structs.replace(site_rules, settings=plan.settings), findings, page.summary)


def _finding(found: SiteFinding, beginning: int) -> Finding:
    place = found.place
    span = Span(place.start.offset, place.end.offset) if place is not None else Span(beginning, beginning)
    return Finding(
        span, found.message, hint=found.hint, loss=0.0, subject=found.subject, measured=found.measured,
        target=found.target,
    )  # fmt: skip
