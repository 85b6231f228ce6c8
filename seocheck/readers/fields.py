"""Which declared names mean title, description, keywords: the alias table, and how keyword lists are split."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from seocheck.base.text import Text
from seocheck.model.article import Keyword

DEFAULT_ALIASES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "page_title", "linkTitle"),
    "seo_title": ("seo_title", "meta_title", "metaTitle", "seo.title", "meta.title"),
    "description": (
        "description",
        "meta_description",
        "seo_description",
        "seo.description",
        "meta.description",
        "desc",
        "summary",
        "excerpt",
        "deck",
    ),
    "keywords": (
        "keywords",
        "keyword",
        "meta_keywords",
        "news_keywords",
        "ms.keywords",
        "seo_keywords",
        "seo.keywords",
    ),
    "focus_keyword": (
        "focus_keyword",
        "focus_keyphrase",
        "focuskw",
        "keyphrase",
        "primary_keyword",
        "main_keyword",
        "target_keyword",
    ),
    "taxonomy": ("tags", "tag", "topics", "topic"),
    "language": ("lang", "language", "locale"),
    "slug": ("slug", "permalink", "url"),
}
"""Names found in real front matter, most specific meaning first. Case, hyphens and underscores don't count."""


@lru_cache(maxsize=4_000)
def plain(name: str) -> str:
    """A field name without case, spaces, hyphens and underscores: metaTitle = meta_title = Meta-Title."""
    return re.sub(r"[\s_-]+", "", name).casefold()


def aliases(settings: Mapping[str, Sequence[str]] | None = None) -> dict[str, tuple[str, ...]]:
    """The names of each field in the order they are tried: those of the settings, then the defaults."""
    table = {}
    for field, names in DEFAULT_ALIASES.items():
        table[field] = (*(settings or {}).get(field, ()), *names)
    return table


_QUOTED = re.compile(r'\s*"([^"]*)"\s*(?=,|$)')


_THOUSANDS = re.compile(r"\d,\d{3}(?!\d)")


def split_keywords(text: Text) -> list[Text]:
    """Cut a keyword list written as one string; each part keeps its place.

    Commas separate keywords; if there are none, semicolons, vertical bars or line breaks do. A keyword in
    double quotes keeps its comma. A full stop at the end of the list isn't part of the last keyword.
    """
    value = text.value
    end = len(value.rstrip())
    if end > 1 and value[end - 1] == "." and "," in value and not re.search(r"\.[^\s,.]+\.$|\b\w\.$", value[:end]):
        end -= 1
    separator = next((s for s in ",\uff0c\u3001\u060c;|\n" if s in value[:end]), ",")
    parts: list[Text] = []
    start = 0
    while start <= end:
        quoted = _QUOTED.match(value, start, end) if separator == "," else None
        if quoted:
            parts.append(text.slice(*quoted.span(1)))
            start = quoted.end() + 1
            continue
        stop = _next(value, separator, start, end)
        parts.append(text.slice(start, stop).strip())
        start = stop + 1
    return [part for part in parts if part]


def _next(value: str, separator: str, start: int, end: int) -> int:
    """Where the next separator is; the comma of a number (1,000 miles) isn't one."""
    at = start
    while True:
        stop = value.find(separator, at, end)
        if stop < 0:
            return end
        if not (separator == "," and _THOUSANDS.match(value, max(stop - 1, 0))):
            return stop
        at = stop + 1


def primary_index(words: Sequence[str]) -> int | None:
    """Which keyword of a list is the primary one: the first, unless the list is sorted alphabetically.

    The order of an alphabetical list of three or more says nothing about what matters most.
    """
    if not words:
        return None
    # Decomposed, so that Äpfel sorts before Birne, however the file encodes it.
    folded = [unicodedata.normalize("NFD", word).casefold() for word in words]
    if len(folded) > 2 and folded == sorted(folded):
        return None
    return 0


def make_keywords(texts: Sequence[Text], key: str = "keywords") -> tuple[Keyword, ...]:
    """Declared keywords in order, the primary one marked."""
    primary = primary_index([text.value for text in texts])
    return tuple(Keyword(text, rank, rank == primary, key) for rank, text in enumerate(texts))
