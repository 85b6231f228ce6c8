"""One article's declared keywords, its text, and the queries that people asked: what meets what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from seocheck.analysis import Analysis
from seocheck.analysis.keywords.matching import support
from seocheck.analysis.keywords.support import RANK, Tier
from seocheck.analysis.words.folding import fold, lower
from seocheck.analysis.words.zones import split
from seocheck.base.text import Text
from seocheck.model.article import Keyword
from seocheck.queries.export import Asked

MOST = 1_000
"""Queries of a page that are looked up; those with the fewest impressions are left out."""
RUN_OF = 12
"""Words of a query that are read as one where they stand together."""
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


def page_queries(analysis: Analysis, page: str, asked: Sequence[Asked], least: float = 0) -> PageQueries:
    """Queries and keywords, in their groups, the most shown first.

    A query is written if the text says all its telling words, in any order, form or spelling. It meets the longest
    declared keyword of which it has all telling words: "rye bread recipe" meets "rye bread". least: impressions of
    queries that are shown; what rarer ones meet was asked all the same.
    """
    declared = {keyword.text.value: _stems(analysis, keyword) for keyword in analysis.keywords}
    met: set[str] = set()
    found: list[Query] = []
    little = _Little(analysis)
    for number, each in enumerate(asked):
        stems = _folded(analysis, each.query)
        has = {*stems, *_runs(stems), *_runs(tuple(fold(token.text) for token in split(each.query, analysis.language)))}
        meets = (
            (len(form), sum(map(len, form)), name)
            for name, forms in declared.items() for form, written in forms
            if form and (has.issuperset(form) or written in has)
        )  # fmt: skip
        keyword = max(meets, default=(0, 0, ""))[2]
        if keyword:
            met.add(keyword)
        if number >= MOST or each.impressions < least or not any(map(str.isalnum, each.query)):
            continue
        tier = support(Keyword(Text(each.query, ()), 0), analysis.words, capitals_tell=False).tier
        if not stems and little.says(each.query):
            tier = "apart"
        group: Group = "unwritten" if RANK[tier] > RANK["apart"] else "declared" if keyword else "undeclared"
        found.append(Query(each.query, group, tier, keyword, each.impressions, each.clicks, each.position))
    for name, result in {each.keyword.text.value: each for each in analysis.support}.items():
        if name not in met:
            found.append(Query(name, "unasked", result.tier, name))
    order = {group: number for number, (group, _) in enumerate(GROUPS)}
    found.sort(key=lambda query: (order[query.group], -query.impressions))
    return PageQueries(analysis.article.source.path, page, tuple(found), max(len(asked) - MOST, 0))


class _Little:
    """Whether the text has all words of a query that tell nothing, such as "how to"."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._words: set[str] = set()

    def says(self, query: str) -> bool:
        analysis = self._analysis
        if not self._words:
            self._words = {word for piece in analysis.words.pieces for word in self._split(piece.text.value)}
        return bool(words := self._split(query)) and self._words.issuperset(words)

    def _split(self, text: str) -> set[str]:
        return {lower(token.text) for token in split(text, self._analysis.language)}


def _stems(analysis: Analysis, keyword: Keyword) -> set[tuple[tuple[str, ...], str]]:
    """The stems of a keyword and of its synonyms, each with its words written as one."""
    return {
        (_folded(analysis, text), "".join(fold(token.text) for token in split(text, analysis.language)))
        for text in (keyword.text.value, *keyword.also)
    }


def _folded(analysis: Analysis, text: str) -> tuple[str, ...]:
    """The stems of telling words, without accents, which people leave out when they ask."""
    return tuple(fold(stem) for stem in analysis.content_stems(text))


def _runs(words: Sequence[str]) -> set[str]:
    """Words side by side written as one, as "sour dough" is "sourdough"; a word alone is one too."""
    few = words[:RUN_OF]
    return {"".join(few[i:j]) for i in range(len(few)) for j in range(i + 1, len(few) + 1)}


def of_group(queries: Iterable[Query], group: Group) -> list[Query]:
    """The queries of one group."""
    return [query for query in queries if query.group == group]
