"""What the rules of a site find over an index, as Reports of its articles and as an overview."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from seocheck.base.text import Span
from seocheck.config import Plan, RulePlan, make_plan
from seocheck.errors import UnreadableError
from seocheck.model.article import Article, Language, ListingKind, Source
from seocheck.model.report import Place, Report, RuleFailure, Summary
from seocheck.model.rule import Finding
from seocheck.readers import decode
from seocheck.readers.formats import by_path
from seocheck.rulekit.foreign import fault
from seocheck.runs.run import Run
from seocheck.site.index import SiteIndex
from seocheck.site.overview import SiteOverview, site_overview
from seocheck.site.pages import Page, SiteFinding
from seocheck.site.site import Site

if TYPE_CHECKING:
    from seocheck.analysis import Analysis

Found = tuple[RulePlan, SiteFinding]


class SiteResults:
    """Runs the rules of the site when it is made. index: with all articles."""

    def __init__(self, index: SiteIndex, run: Run) -> None:
        self._index = index
        self._run = run
        self._pages: dict[int, list[Found]] = {}
        self._listings: dict[int, list[Found]] = {}
        self._failures: list[RuleFailure] = []
        self._plan = site_plan(run, index.page(0).path)
        self._site = Site(index, lambda path: read_article_again(run, path))
        for rule in self._plan.rules:
            self._check(rule)

    def _check(self, rule: RulePlan) -> None:
        try:
            check: Callable[[Site, Any], Iterator[SiteFinding]] = rule.loaded.check  # type: ignore[assignment]
            found = list(check(self._site, rule.options))
            for finding in found if rule.loaded.origin else ():
                self._check_finding(finding)
            for finding in found:
                if finding.listing is None:
                    self._pages.setdefault(finding.page, []).append((rule, finding))
                else:
                    self._listings.setdefault(finding.listing, []).append((rule, finding))
        except Exception as error:  # a rule is somebody's code; what others found must not fall with it
            self._failures.append(RuleFailure(rule=rule.loaded.id, error=fault(error)))

    def _check_finding(self, found: object) -> None:
        """Refuse what isn't a finding: it would otherwise cost the whole run, and not just this rule."""
        if not isinstance(found, SiteFinding):
            raise TypeError(f"check yields {type(found).__name__}, not SiteFinding")
        msgspec.convert(msgspec.structs.asdict(found), SiteFinding, strict=True)
        if not found.message.strip():
            raise ValueError("a finding has no message")
        if found.listing is not None:
            if found.listing not in {number for number, _, _ in self._index.listings()}:
                raise ValueError(f"a finding is in sitemap or feed {found.listing}, and there is none")
        elif not 0 <= found.page < len(self._index):
            raise ValueError(f"a finding is in article {found.page}, but there are only {len(self._index)}")
        if isinstance(found.place, Span) and not 0 <= found.place.start <= found.place.end:
            raise ValueError(f"a finding is at {found.place.start} to {found.place.end}")

    def reports(self) -> Iterator[tuple[str, Report]]:
        """The path of each article in which something was found, in the order of the run, with a Report; then those of
        sitemaps and feeds.

        The article is read once more, so that a finding shows its line and the article's own requests to suppress hold.
        """
        failures = self._failures
        for number in sorted(self._pages.keys() | ({0} if failures else set())):
            page = self._index.page(number)
            report = _report(self._run, page, self._plan, self._pages.get(number, ()))
            yield page.path, msgspec.structs.replace(report, failures=tuple(failures)) if failures else report
            failures = []
        for number, path, kind in self._index.listings():
            found = self._listings.get(number)
            if found and (of_listing := _listing_report(self._run, path, kind, self._plan, found)):
                yield path, of_listing

    def overview(self) -> SiteOverview:
        """The site in numbers, with its clusters of articles that share what each should have for itself."""
        found = ((rule.loaded.id, finding) for all_of in self._pages.values() for rule, finding in all_of)
        return site_overview(self._site, found)


def site_plan(run: Run, path: str) -> Plan:
    """The rules of the site, as the settings for a path have them."""
    select, ignore, profile = run.asked
    settings = run.settings_for(path)
    if profile is not None:
        settings = msgspec.structs.replace(settings, profile=profile)
    return make_plan(settings, select=select, ignore=ignore, scope="site", rules=run.rules)


def read_article_again(run: Run, path: str) -> Analysis | None:
    """An article for a second look; None where it cannot be read any more."""
    from seocheck.analysis import Analysis
    from seocheck.check.reporter import read_article

    plan = run.plan_for(path)
    try:
        article = read_article(decode(run.read_again(path), path), plan)
    except UnreadableError:
        return None
    return Analysis.of(article, plan.settings)


def _report(run: Run, page: Page, site_rules: Plan, found: Iterable[Found]) -> Report:
    """A Report with these findings alone."""
    from seocheck.check.reporter import read_article, report_findings

    path, plan = page.path, run.plan_for(page.path)
    rules = msgspec.structs.replace(site_rules, settings=plan.settings)
    try:
        article = read_article(decode(run.read_again(path), path), plan)
    except UnreadableError:
        return _from_summary(page.summary, rules, found)
    findings = [(rule, _finding(finding, article.metadata_span.start)) for rule, finding in found]
    return report_findings(article, rules, findings, page.summary)


def _from_summary(summary: Summary, site_rules: Plan, found: Iterable[Found]) -> Report:
    """The same for an article whose text isn't there (any more): places are those that its Summary knows."""
    from seocheck.check.reporter import report_findings

    found = list(found)
    positions = {
        position.offset: position
        for _, each in found
        if isinstance(each.place, Place)
        for position in (each.place.start, each.place.end)
    }
    language = Language(summary.language, "unknown" if not summary.language else "article", summary.language)
    kind = by_path(summary.path)
    article = Article(Source(summary.path, ""), kind.name if kind is not None else "markdown", language=language)
    findings = [(rule, _finding(each, 0)) for rule, each in found]
    return report_findings(article, site_rules, findings, summary, positions)


def _listing_report(run: Run, path: str, kind: ListingKind, site_rules: Plan, found: Iterable[Found]) -> Report | None:
    """A Report of a sitemap or feed; None where it cannot be read any more."""
    from seocheck.check.reporter import report_findings
    from seocheck.readers import with_suppressions

    settings = run.settings_for(path)
    try:
        source = decode(run.read_again(path), path, listing=True)
    except UnreadableError:
        return None
    article = with_suppressions(Article(source, kind))
    findings = [(rule, _finding(finding, 0)) for rule, finding in found]
    nothing = Summary(
        path=path, language="", site="", canonical="", translation_key="", title="", description="", keywords=(),
        content_hash="", signature=(), links=(), anchors=(), title_place=None, description_place=None,
    )  # fmt: skip
    return report_findings(article, msgspec.structs.replace(site_rules, settings=settings), findings, nothing)


def _finding(found: SiteFinding, beginning: int) -> Finding:
    place = found.place
    if isinstance(place, Place):
        span = Span(place.start.offset, place.end.offset)
    else:
        span = place or Span(beginning, beginning)
    return Finding(
        span, found.message, hint=found.hint, loss=0.0, subject=found.subject, measured=found.measured,
        target=found.target,
    )  # fmt: skip
