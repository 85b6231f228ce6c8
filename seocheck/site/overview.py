"""A site as a whole: clusters of articles that share what each should have for itself, keywords, links."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from seocheck.model.report import Struct
from seocheck.site.pages import SiteFinding
from seocheck.site.site import Site

MOST_CLUSTERS = 200
MOST_KEYWORDS = 200
MOST_LINKED = 10
MOST_UNLINKED = 50
NAMED = 8
"""Articles of a cluster, or of a keyword, that are named."""


class Cluster(Struct, frozen=True):
    """Articles that share something.

    rule: which says so. shared: what they share. articles: how many; paths: the first of them.
    """

    rule: str
    shared: str
    articles: int
    paths: tuple[str, ...]


class KeywordUse(Struct, frozen=True):
    """A keyword of a site and a language.

    text: its usual form. others: the other ways in which it is written. articles: how many declare it; primary: how
    many as their primary keyword; paths: the first of them, those whose primary keyword it is before the others.
    """

    text: str
    language: str
    others: tuple[str, ...]
    articles: int
    primary: int
    paths: tuple[str, ...]


class LinkGraph(Struct, frozen=True):
    """Links between the articles.

    links: from one article to another, each pair once. broken: links that lead to no file, or to one that is called
    otherwise. linked: articles with a link from another; linking: those that have one to another. most: the articles
    with a link from most others, and from how many. unlinked: the first ones of those without any.
    """

    links: int
    broken: int
    linked: int
    linking: int
    most: tuple[tuple[str, int], ...]
    unlinked: tuple[str, ...]


class SiteOverview(Struct, frozen=True):
    """What a report shows of a site. all_clusters, all_keywords: how many there are; listed are the largest."""

    articles: int
    clusters: tuple[Cluster, ...]
    all_clusters: int
    keywords: tuple[KeywordUse, ...]
    all_keywords: int
    links: LinkGraph


def site_overview(site: Site, found: Iterable[tuple[str, SiteFinding]]) -> SiteOverview:
    """The overview. found: what rules found, each with the rule's name."""
    clusters = list(_clusters(site, found))
    kept = heapq.nsmallest(MOST_CLUSTERS, clusters, key=lambda each: (-each.articles, each.rule, each.paths))
    uses = list(_keywords(site))
    listed = heapq.nsmallest(MOST_KEYWORDS, uses, key=lambda each: (-each.articles, -each.primary, each.text))
    return SiteOverview(
        articles=len(site.index), clusters=tuple(kept), all_clusters=len(clusters), keywords=tuple(listed),
        all_keywords=len(uses), links=_links(site),
    )  # fmt: skip


def _clusters(site: Site, found: Iterable[tuple[str, SiteFinding]]) -> Iterator[Cluster]:
    """What findings that name other articles come to, put together: a copy of a copy is one cluster with both."""
    by_rule: dict[str, _Joined] = {}
    for rule, finding in found:
        if finding.others:
            by_rule.setdefault(rule, _Joined()).join((finding.page, *finding.others), finding.shared)
    for rule, joined in by_rule.items():
        for numbers, shared in joined.groups():
            paths = tuple(site.index.page(number).path for number in numbers[:NAMED])
            yield Cluster(rule=rule, shared=shared, articles=len(numbers), paths=paths)


class _Joined:
    """Sets of articles, those that have one in common made one (union-find)."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}
        self._shared: dict[int, str] = {}

    def _top(self, number: int) -> int:
        above = self._above.setdefault(number, number)
        while above != self._above[above]:
            self._above[number] = self._above[above]
            number, above = above, self._above[above]
        return above

    def join(self, numbers: tuple[int, ...], shared: str) -> None:
        """These belong together, since they share something."""
        first = min(self._top(number) for number in numbers)
        for number in numbers:
            self._above[self._top(number)] = first
        self._shared.setdefault(numbers[0], shared)

    def groups(self) -> Iterator[tuple[list[int], str]]:
        """The articles of each set in their order, and what they share."""
        found: dict[int, list[int]] = {}
        for number in sorted(self._above):
            found.setdefault(self._top(number), []).append(number)
        for numbers in found.values():
            yield numbers, next((self._shared[number] for number in numbers if self._shared.get(number)), "")


def _keywords(site: Site) -> Iterator[KeywordUse]:
    """Each keyword of each site and language, spellings and inflections of one counted as one."""
    for (_, language, alike), rows in groupby(site.index.keywords(), key=lambda row: row[:3]):
        if not alike:
            continue
        forms: Counter[str] = Counter()
        numbers: dict[int, bool] = {}
        for row in rows:
            forms[row.form] += 1
            numbers[row.number] = numbers.get(row.number, False) or row.leads
        usual, *others = [form for form, _ in forms.most_common()]
        first = sorted(numbers, key=lambda number: (not numbers[number], number))[:NAMED]
        yield KeywordUse(
            text=usual, language=language.partition(" ")[0], others=tuple(others[:NAMED]), articles=len(numbers),
            primary=sum(numbers.values()), paths=tuple(site.index.page(number).path for number in first),
        )  # fmt: skip


def _links(site: Site) -> LinkGraph:
    links = broken = linking = 0
    linked: Counter[int] = Counter()
    for page in site.index.pages():
        others = set()
        for link in page.summary.links:
            target = site.links.target(page.path, page.number, link.href)
            broken += target.kind in ("missing", "other case")
            if target.kind == "article" and target.number != page.number:
                others.add(target.number)
        links += len(others)
        linking += bool(others)
        linked.update(others)
    unlinked = [number for number in range(len(site.index)) if number not in linked][:MOST_UNLINKED]
    return LinkGraph(
        links=links, broken=broken, linked=len(linked), linking=linking,
        most=tuple((site.index.page(number).path, count) for number, count in linked.most_common(MOST_LINKED)),
        unlinked=tuple(site.index.page(number).path for number in unlinked),
    )  # fmt: skip
