"""Parts of a page that its reader leaves out, but that a visitor reads: headlines, contacts, cards, pictures.

A menu names other pages, and a footer says on each page what the site is. But who answers, and where the shop is,
stands in the footer alone; and a page of little text, such as the first one of a site, says what it offers in cards
that are links as a whole. And a gallery has no words but those for its pictures.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from seocheck.analysis.elsewhere.shown_text import shown_text
from seocheck.analysis.words.folding import fold
from seocheck.analysis.words.zones import FILE_NAME
from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span
from seocheck.model.article import Article

_LISTS = ("list of links", "outside the article")
_ARTICLE_TAG = late_pattern(r"(?i)</?article\b|<\w[^<>]{0,500}\brole\s*=\s*[\"']?article\b")
_RELATED = "related articles"
_NOT_THE_PAGE = frozenset(
    (
        "navigation",
        "header",
        "footer",
        _RELATED,
        "aside",
        "hidden",
        "form",
        "share buttons",
        "comments",
        "advertisement",
    )
)
_IMAGE = late_pattern(r"(?i)<img\b[^<>]{0,4000}>")
_ALT = late_pattern(r"(?is)\balt\s*=\s*(?:\"([^\"]{1,500})\"|'([^']{1,500})')")
_LITTLE = 1_500
"""Letters of running text of a page that its cards are part of; below more of it are cards of other articles."""
_NEXT_TO_NOTHING = 400
"""Letters of it on a page that has nothing else than cards."""
_MOST = 100_000
"""Characters of a part that are looked at."""
_CONTACT = late_pattern(
    r"(?i)<(address)\b|<(div|section|ul|dl|p|td|li|aside)\b[^<>]{0,500}?\b(?:class|id|itemprop)\s*=\s*[\"']?[^\"'<>]{0,200}?"
    r"(?:contact|kontakt|contatt|contat|yhteys|kapcsolat|iletisim|lienhe|address|adres|direcci|indirizz|endere)"
)
"""An element for addresses, or one that is named after them in one of some languages."""
_ADDRESS = late_pattern(r"(?<!\S)\S{0,200}?(?:@|://|www\.)\S*")
"""Addresses of mail and pages, which are names and say nothing."""
_LINK = late_pattern(r"(?is)<a\b[^<>]{0,2000}>(.{1,2000}?)</a\s*>")
_PIECE = late_pattern(r"(?is)<(div|p|h[2-6])\b[^<>]{0,500}>([^<>]{2,300})")
_HEADING = late_pattern(r"(?is)<(h[1-3])\b[^<>]{0,500}>(.{1,400}?)</\1\s*>")
_LEAST_HEADLINE = 4
_LEAST_PIECES = 2
"""Pieces of a link with letters in them that is a card: a name, and what it is."""


def contacts(article: Article) -> Iterator[tuple[Span, str]]:
    """What the footers of a page say in elements for addresses."""
    for part in article.ignored:
        if part.reason == "footer":
            source = article.source.text[part.span.start : min(part.span.end, part.span.start + _MOST)]
            at = 0
            while (found := _CONTACT.search(source, at)) is not None:
                at = _end_of(source, found.start(), (found[1] or found[2]).lower())
                yield part.span, _ADDRESS.sub(" ", _text(source[found.start() : at]))


def is_one_article(article: Article) -> bool:
    """Whether what was read is within one element that is marked as an article, and not in cards or in none."""
    opens = [(match.start(), match[0][1] != "/") for match in _ARTICLE_TAG.finditer(article.source.text)]
    inside: set[int] = set()
    for block in article.blocks:
        number = bisect_right(opens, (block.text.span().start, True)) if block.kind == "paragraph" else 0
        if number:
            at, is_open = opens[number - 1]
            inside.add(at if is_open else -1)
    return len(inside) == 1 and -1 not in inside


def may_have_cards(article: Article) -> bool:
    """Whether a page has so little text that its cards are a part of it, and isn't one article."""
    reasons = (*_LISTS, _RELATED)
    if not any(part.reason in reasons for part in article.ignored) or _running(article) > _LITTLE:
        return False
    return not is_one_article(article)


def _running(article: Article) -> int:
    return sum(len(block.text.value) for block in article.blocks if block.kind == "paragraph")


def link_cards(article: Article) -> Iterator[tuple[Span, str]]:
    """The cards of a page of little text that are links as a whole."""
    for part in article.ignored:
        if part.reason in _LISTS:
            source = article.source.text[part.span.start : min(part.span.end, part.span.start + _MOST)]
            for link in _LINK.finditer(source):
                pieces = [piece[2] for piece in _PIECE.finditer(link[1]) if any(map(str.isalpha, piece[2]))]
                if len(pieces) >= _LEAST_PIECES:
                    yield part.span, " · ".join(map(_text, pieces))


def card_lists(article: Article) -> Iterator[tuple[Span, str]]:
    """The cards, links or not, of a page that says more in them than in everything else: a list of what there is."""
    read = sum(len(block.text.value) for block in article.blocks)
    if _running(article) <= _NEXT_TO_NOTHING:
        for part in article.ignored:
            if part.reason == _RELATED:
                text = _text(article.source.text[part.span.start : min(part.span.end, part.span.start + _MOST)])
                if len(text) > read:
                    yield part.span, text


def headlines(article: Article) -> Iterator[tuple[Span, str]]:
    """The headings outside the article that the page's title has, too: a band above it names the page."""
    title = fold(article.title.text.value) if article.title else ""
    for part in article.ignored:
        if part.reason == "outside the article" and title:
            source = article.source.text[part.span.start : min(part.span.end, part.span.start + _MOST)]
            for heading in _HEADING.finditer(source):
                text = _text(heading[2])
                if len(text) >= _LEAST_HEADLINE and fold(text) in title:
                    yield part.span, text


def pictures(article: Article, ranges: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """What the pictures of a page are said to show, outside its menus and footers.

    ranges: those in which all is read as part of the page.
    """
    away = [part.span for part in article.ignored if part.reason in _NOT_THE_PAGE]
    for each in ranges:
        for span, text in pictures_between(article.source.text, each.start, min(each.end, each.start + _MOST)):
            is_logo = "logo" in article.source.text[span.start : span.end].lower()
            if not is_logo and not any(part.start <= span.start < part.end for part in away):
                yield span, text


def pictures_between(source: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    """The alternative texts between two offsets that are phrases and no names of files."""
    for picture in _IMAGE.finditer(source, start, end):
        alt = _ALT.search(picture[0])
        text = " ".join(html.unescape(alt[1] or alt[2] or "").split()) if alt else ""
        if " " in text and not FILE_NAME.fullmatch(text):
            yield Span(*picture.span()), text


def _end_of(source: str, start: int, name: str) -> int:
    """Where an element ends that begins at an offset; where nothing ends it, the text does."""
    depth = 0
    for tag in re.compile(rf"(?i)<(/?){name}\b[^<>]{{0,2000}}>").finditer(source, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return len(source)


def _text(source: str) -> str:
    return " ".join(html.unescape(shown_text(source)).split())
