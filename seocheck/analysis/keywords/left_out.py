"""Keywords that an article says only in what its reader left out, where that is what the page says.

Readers leave lists of links out as navigation: where they say more than all headings and prose, the page has nothing
else. And of a page without any mark for its article they take the part that looks most like one, which on a form, a
tool or a page of cards may be next to nothing. Where it is more, a card, a table or a headline may still be beside it:
what is said there in no link, menu or footer, a visitor reads as part of the page. Of a page that marks its article
only the headline in its header is.
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
_HEADER = "header"
_NEXT_TO_NOTHING = 400
"""Letters of an article, at most, that a reader may have taken for the whole by mistake; a short news item has more."""
_TIMES = 1.5
"""How many times as many letters are beside it then, at least."""
_MARKED = late_pattern(r"(?i)<(?:article|main)\b|\brole\s*=\s*[\"']?(?:main|article)\b")
_TAG = late_pattern(r"<[^<>]{0,2000}>")
_NAMED_TAG = late_pattern(r"<(/?)([a-zA-Z][\w-]*)(?:[^<>]{0,2000})>")
_SILENT = frozenset(
    "a aside button footer form iframe label nav noscript option script select style svg template title".split()  # noqa: SIM905
)
"""Elements of which no words are the page's own running text: links and menus, controls, code."""
_RIGHTS = late_pattern(r"(?i)©|\(c\)|copyright|all rights reserved")
_MOST = 100_000
"""Characters of the parts that are looked at."""


class LeftOut(NamedTuple):
    """The words of an article with those that its reader left out, and the zone that these are shown as."""

    words: Words
    zone: Zone


def words_left_out(article: Article, language: LanguageData) -> LeftOut | None:
    """What an article says together with what its reader left out; None where the text says more."""
    lists = [part for part in article.ignored if part.reason in _LISTS]
    is_page = named(article.format).is_page
    beside = [part for part in article.ignored if part.reason == _BESIDE] if is_page else []
    headers = [part for part in article.ignored if part.reason == _HEADER] if is_page else []
    if not lists and not beside and not headers:
        return None
    marked = is_page and _MARKED.search(article.source.text) is not None
    kept = sum(_letters(block.text.value) for block in article.blocks)
    if beside and kept <= _NEXT_TO_NOTHING and not marked:
        texts = [_text(part, article) for part in beside]
        if sum(map(_letters, texts)) > _TIMES * kept:
            return LeftOut(_with(article, [*beside, *lists], language), "body")
    if lists and sum(_letters(_text(part, article)) for part in lists) > kept:
        return LeftOut(_with(article, lists, language), "link")
    shown = [(part, _shown(_source(part, article), heads_only=marked)) for part in (*headers, *beside)]
    blocks = [_block(text, part) for part, text in shown if text]
    return (
        LeftOut(Words(structs.replace(article, blocks=(*article.blocks, *blocks)), language), "body")
        if blocks
        else None
    )


def _with(article: Article, parts: list[Ignored], language: LanguageData) -> Words:
    more = (_block(_text(part, article), part) for part in parts)
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
    return " ".join(html.unescape(_TAG.sub(" ", _source(part, article))).split())


def _source(part: Ignored, article: Article) -> str:
    return article.source.text[part.span.start : min(part.span.end, part.span.start + _MOST)]


def _block(text: str, part: Ignored) -> Block:
    return Block("item", Text(text, (), Origin("derived"), part.span))


def _shown(source: str, *, heads_only: bool) -> str:
    """What a part says outside its links, menus and controls; heads_only: in its H1 alone. Time is linear."""
    silent = heads = done = 0
    found: list[str] = []
    for tag in _NAMED_TAG.finditer(source):
        if not silent and (heads or not heads_only):
            found.append(source[done : tag.start()])
        done = tag.end()
        name, step = tag[2].lower(), -1 if tag[1] else 1
        if name in _SILENT:
            silent = max(silent + step, 0)
        elif name == "h1":
            heads = max(heads + step, 0)
    pieces = (" ".join(html.unescape(piece).split()) for piece in found)
    return " ".join(piece for piece in pieces if piece and not _RIGHTS.search(piece))


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
