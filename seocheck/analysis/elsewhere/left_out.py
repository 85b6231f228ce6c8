"""Keywords that an article says only in what its reader left out, where that is what the page says.

Readers leave lists of links out as navigation: where they say more than all headings and prose, the page has nothing
else. And of a page without any mark for its article they take the part that looks most like one, which on a form, a
tool or a page of cards may be next to nothing.
"""

from __future__ import annotations

import html
from typing import NamedTuple

from msgspec import structs

from seocheck.analysis.keywords.matching import support
from seocheck.analysis.keywords.support import RANK, Support
from seocheck.analysis.words.zones import Words, Zone
from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Origin, Text
from seocheck.languages import LanguageData
from seocheck.model.article import Article, Block, Ignored
from seocheck.readers.formats import named

_LISTS = ("list of links", "table of contents")
"""Not what is marked up as navigation: a menu says what the site is about."""
_BESIDE = "outside the article"
_NEXT_TO_NOTHING = 400
"""Letters of an article, at most, that a reader may have taken for the whole by mistake; a short news item has more."""
_TIMES = 1.5
"""How many times as many letters are beside it then, at least."""
_MARKED = late_pattern(r"(?i)<(?:article|main)\b|\brole\s*=\s*[\"']?(?:main|article)\b")
_TAG = late_pattern(r"<[^<>]{0,2000}>")
_MOST = 100_000
"""Characters of the parts that are looked at."""


class LeftOut(NamedTuple):
    """The words of an article with those that its reader left out, and the zone that these are shown as."""

    words: Words
    zone: Zone


def words_left_out(article: Article, language: LanguageData) -> LeftOut | None:
    """What an article says together with what its reader left out; None where the text says more."""
    lists = [part for part in article.ignored if part.reason in _LISTS]
    beside = [part for part in article.ignored if part.reason == _BESIDE] if named(article.format).is_page else []
    if not lists and not beside:
        return None
    kept = sum(_letters(block.text.value) for block in article.blocks)
    if beside and kept <= _NEXT_TO_NOTHING and not _MARKED.search(article.source.text):
        texts = [_text(part, article) for part in beside]
        if sum(map(_letters, texts)) > _TIMES * kept:
            return LeftOut(_with(article, [*beside, *lists], language), "body")
    if lists and sum(_letters(_text(part, article)) for part in lists) > kept:
        return LeftOut(_with(article, lists, language), "link")
    return None


def _with(article: Article, parts: list[Ignored], language: LanguageData) -> Words:
    more = (Block("item", Text(_text(part, article), (), Origin("derived"), part.span)) for part in parts)
    return Words(structs.replace(article, blocks=(*article.blocks, *more)), language)


def met_in_left_out(found: Support, left_out: LeftOut, *, capitals_tell: bool) -> Support:
    """A keyword's support, if what was left out says more of it than the text does; its places stay those of the
    text."""
    again = support(found.keyword, left_out.words, capitals_tell=capitals_tell)
    if RANK[again.tier] >= RANK[found.tier] and len(again.missing) >= len(found.missing):
        return found
    zones = {**found.zones, left_out.zone: (again.tier, max(again.count, 1))}
    return structs.replace(again, hits=found.hits, zones=zones, count=found.count)


def _text(part: Ignored, article: Article) -> str:
    if not named(article.format).is_page:
        return part.text[:_MOST]
    source = article.source.text[part.span.start : min(part.span.end, part.span.start + _MOST)]
    return " ".join(html.unescape(_TAG.sub(" ", source)).split())


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
