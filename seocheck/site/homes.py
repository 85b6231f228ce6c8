"""Which article is the home of a keyword: of those that are about it, the one that says it best."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from seocheck.analysis.inflection.stems import Stems
from seocheck.analysis.keywords.support import TIERS
from seocheck.analysis.words.folding import lower
from seocheck.analysis.words.zones import split
from seocheck.base.late_pattern import late_pattern
from seocheck.languages import LanguageData, function_words
from seocheck.model.report import SummaryKeyword
from seocheck.site.index import SiteIndex, SiteKeyword

_PARTS = late_pattern(r"\s*[:：|｜?？!！]\s+|\s+[–—-]\s+|[|｜:：？！]")
"""What parts of a title are separated by."""

HOME_ZONES = ("title", "h1", "introduction", "description", "headings")
"""Where a home says its keyword, most telling first."""


def by_keyword(index: SiteIndex) -> Iterator[tuple[str, str, str, list[SiteKeyword]]]:
    """Site, language and stems of each keyword, with its declarations in the order of the articles."""
    rows = groupby(index.keywords(), key=lambda row: (row.site, row.language, row.stems))
    yield from ((site, language, stems, list(group)) for (site, language, stems), group in rows)


def about(index: SiteIndex, declared: Iterable[SiteKeyword]) -> dict[int, SummaryKeyword]:
    """The articles that are certainly about a keyword, each with how it says it.

    The primary keyword counts where it is marked as the focus, or where title or H1 say it: the first of a list may be
    any.
    """
    found = {row.number: row.position for row in declared if row.leads}
    keywords = {number: index.page(number).summary.keywords[place] for number, place in found.items()}
    return {
        number: keyword
        for number, keyword in keywords.items()
        if keyword.focus or not {"title", "h1"}.isdisjoint(keyword.zones)
    }


def names_its_title(keyword: SummaryKeyword, title: str, language: LanguageData) -> bool:
    """Whether a keyword is most of what a title says, or of a part of it before a colon, a dash or a bar.

    An article with the title "Why databases need no SQL" is not what to read on SQL.
    """
    small, stems = function_words(language.code), Stems(language)

    def content(text: str) -> list[str]:
        words = [token.text for token in split(text, language)]
        return [stems(word) for word in words if lower(word) not in small and any(map(str.isalpha, word))]

    own = content(keyword.text)
    parts = map(content, _PARTS.split(title))
    return bool(own) and any(set(own) <= set(part) and 2 * len(own) >= len(part) for part in parts)


def home_of(keywords: Mapping[int, SummaryKeyword]) -> int:
    """The article that says its keyword best: closeness first, then title, introduction and headings."""
    return min(keywords, key=lambda number: (_distance(keywords[number]), number))


def _distance(keyword: SummaryKeyword) -> tuple[int, tuple[bool, ...]]:
    tier = TIERS.index(keyword.tier) if keyword.tier in TIERS else len(TIERS)
    return tier, tuple(zone not in keyword.zones for zone in HOME_ZONES)
