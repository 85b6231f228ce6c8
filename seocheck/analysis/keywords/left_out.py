"""Keywords that an article says only in a list of links: on a page of links they are what it says.

Readers leave such lists out as navigation. Where they say more than all headings and prose, the page has nothing else.
"""

from __future__ import annotations

import html

from msgspec import structs

from seocheck.analysis.keywords.matching import support
from seocheck.analysis.keywords.support import RANK, Support
from seocheck.analysis.words.zones import Words
from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Origin, Text
from seocheck.languages import LanguageData
from seocheck.model.article import Article, Block, Ignored
from seocheck.readers.formats import named

_REASONS = ("list of links", "table of contents")
"""Not what is marked up as navigation: a menu says what the site is about."""
_TAG = late_pattern(r"<[^<>]{0,2000}>")
_MOST = 100_000
"""Characters of the lists that are looked at."""


def words_of_lists(article: Article, language: LanguageData) -> Words | None:
    """The words of an article with the lists of links that its reader left out; None where the text says more."""
    lists = [part for part in article.ignored if part.reason in _REASONS]
    if not lists:
        return None
    texts = [_text(part, article) for part in lists]
    if sum(map(_letters, texts)) <= sum(_letters(block.text.value) for block in article.blocks):
        return None
    more = (
        Block("item", Text(text, (), Origin("derived"), part.span)) for text, part in zip(texts, lists, strict=True)
    )
    return Words(structs.replace(article, blocks=(*article.blocks, *more)), language)


def met_in_lists(found: Support, words: Words, *, capitals_tell: bool) -> Support:
    """A keyword's support, if a list says more of it than the text does; its places stay those of the text."""
    again = support(found.keyword, words, capitals_tell=capitals_tell)
    if RANK[again.tier] >= RANK[found.tier] and len(again.missing) >= len(found.missing):
        return found
    zones = {**found.zones, "link": (again.tier, max(again.count, 1))}
    return structs.replace(again, hits=found.hits, zones=zones, count=found.count)


def _text(part: Ignored, article: Article) -> str:
    if not named(article.format).is_page:
        return part.text[:_MOST]
    source = article.source.text[part.span.start : min(part.span.end, part.span.start + _MOST)]
    return " ".join(html.unescape(_TAG.sub(" ", source)).split())


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
