"""One article's declared keywords, its text, and the queries that people asked: what meets what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from seocheck.analysis import Analysis
from seocheck.analysis.keywords.matching import support
from seocheck.analysis.keywords.support import RANK, Tier
from seocheck.base.text import Text
from seocheck.model.article import Keyword
from seocheck.queries.export import Asked

MOST = 1_000
"""Queries of a page that are looked up; those with the fewest impressions are left out."""
Group = Literal["unwritten", "undeclared", "declared", "unasked"]
GROUPS: tuple[tuple[Group, str], ...] = (
    ("unwritten", "asked, and not written"),
    ("undeclared", "asked and written, and not declared"),
    ("declared", "asked and declared"),
    ("unasked", "declared, and never asked"),
)


class Query(Struct, frozen=True):
    """A query, or a declared keyword that nobody asked. tier: how closely the text says it. keyword: the declared one
    that it meets, "" for none."""

    text: str
    group: Group
    tier: Tier
    keyword: str = ""
    impressions: float = 0
    clicks: float = 0
    position: float = 0


class PageQueries(Struct, frozen=True):
    """What was asked of an article. page: its address in the export; "" if the export names no pages. left_out: queries
    that were not looked up because there are too many."""

    path: str
    page: str
    queries: tuple[Query, ...]
    left_out: int = 0


def page_queries(analysis: Analysis, page: str, asked: Sequence[Asked]) -> PageQueries:
    """Queries and keywords, in their groups, the most shown first.

    A query is written if the text says all its telling words, in any order, form or spelling. It meets the longest
    declared keyword of which it has all telling words: "rye bread recipe" meets "rye bread".
    """
    declared = {keyword.text.value: _stems(analysis, keyword) for keyword in analysis.keywords}
    met: set[str] = set()
    found: list[Query] = []
    for each in asked[:MOST]:
        stems = frozenset(analysis.content_stems(each.query))
        meets = ((len(form), name) for name, forms in declared.items() for form in forms if form and form <= stems)
        keyword = max(meets, default=(0, ""))[1]
        tier = support(Keyword(Text(each.query, ()), 0), analysis.words).tier
        if keyword:
            met.add(keyword)
        group: Group = "unwritten" if RANK[tier] > RANK["apart"] else "declared" if keyword else "undeclared"
        found.append(Query(each.query, group, tier, keyword, each.impressions, each.clicks, each.position))
    for name, result in zip(declared, analysis.support, strict=False):
        if name not in met:
            found.append(Query(name, "unasked", result.tier, name))
    order = {group: number for number, (group, _) in enumerate(GROUPS)}
    found.sort(key=lambda query: (order[query.group], -query.impressions))
    return PageQueries(analysis.article.source.path, page, tuple(found), max(len(asked) - MOST, 0))


def _stems(analysis: Analysis, keyword: Keyword) -> set[frozenset[str]]:
    return {frozenset(analysis.content_stems(text)) for text in (keyword.text.value, *keyword.also)}


def of_group(queries: Iterable[Query], group: Group) -> list[Query]:
    """The queries of one group."""
    return [query for query in queries if query.group == group]
