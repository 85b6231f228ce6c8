"""Pages whose description is not about their own text: lists that a generator fills in, and what the law asks for."""

from __future__ import annotations

import re
from functools import lru_cache

from seocheck.analysis import Analysis
from seocheck.analysis.words.folding import fold
from seocheck.languages import load

_INDEX = ("_index",)
"""Names of files, without endings, below which a generator lists the pages of a section."""
SHORT = 150
"""Words from which on such a file has a text of its own."""


def is_listing(analysis: Analysis) -> bool:
    """Whether most of what a page shows is a list of other pages, which its file doesn't have."""
    name = re.split(r"[/\\\\]", analysis.article.source.path)[-1].partition(".")[0]
    return name in _INDEX and analysis.word_count < SHORT


def is_legal_page(analysis: Analysis) -> bool:
    """Whether a page is a privacy policy, an imprint or the like, by the parts of its title."""
    title = analysis.article.title
    if title is None:
        return False
    parts = re.split(r"\s[|·•–—-]\s|[|:/&・]", title.text.value)
    return any(fold(part.strip()) in _legal_pages(analysis.language.code) for part in parts)


@lru_cache(maxsize=32)
def _legal_pages(code: str) -> frozenset[str]:
    listed = f"{load(code).legal_pages},{load('en').legal_pages}"
    return frozenset(fold(name.strip()) for name in listed.split(",") if name.strip())
