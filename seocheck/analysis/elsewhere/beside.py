"""What a page shows beside what its reader took for the article: a card, a table, the headline in its header.

Of a page without any mark for its article a reader takes the part that looks most like one. What the rest says in no
link, menu or footer, a visitor reads as part of the page, too. Of a page that marks its article only the headline is,
with the line below it, and what is within `<main>`; several `<article>` are cards and mark none. So is a short choice
of a form: a converter says its currencies nowhere else; and so are the parts in `page_parts`. It isn't the article's
text, so nothing is counted there; but nobody can say that the page lacks it.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import structs

from seocheck.analysis.elsewhere.page_parts import (
    card_lists,
    contacts,
    headlines,
    is_one_article,
    link_cards,
    may_have_cards,
    pictures,
    pictures_between,
)
from seocheck.analysis.words.zones import Words
from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Origin, Span, Text
from seocheck.languages import LanguageData
from seocheck.model.article import Article, Block, Ignored
from seocheck.readers.formats import named

_BESIDE = ("outside the article", "header")
_MAIN = late_pattern(r"(?i)<main\b|\brole\s*=\s*[\"']?main\b")
_BUTTON = late_pattern(r"(?is)<button\b[^<>]{0,1000}\baria-expanded\b[^<>]{0,1000}>(.{1,1000}?)</button\s*>")
_MENU = late_pattern(r"(?is)<nav\b[^<>]{0,2000}>(.{1,8000}?)</nav\s*>")
_PARAGRAPH = late_pattern(r"(?is)<p\b[^<>]{0,500}>(.{1,4000}?)</p\s*>")
_LEAST_ANSWER = 6
"""Spaces in a paragraph of a menu that is an answer; shorter ones are the menu's own."""
_END_OF_MAIN = late_pattern(r"(?i)</main\s*>")
_HEADLINE = late_pattern(r"(?i)</h1\s*>")
_END_OF_HEAD = late_pattern(r"(?i)</(?:header|section)\s*>|<(?:main|article|nav|section)\b")
_LONGEST_HEAD = 3_000
"""Characters behind a headline in which the line that goes with it is looked for."""
_SELECT = late_pattern(r"(?is)<select\b[^<>]{0,2000}>(.{0,4000}?)</select\s*>")
_OPTION = late_pattern(r"(?i)<option\b[^<>]{0,500}>([^<>]{1,200})")
_MOST_OPTIONS = 12
"""Options of a choice that says something; a longer one is of all countries, years or languages."""
_TAG = late_pattern(r"<(/?)([a-zA-Z][\w-]*)(?:[^<>]{0,2000})>")
_ADDRESS = late_pattern(r"(?i)\shref\s*=")
_SILENT = frozenset(
    "a aside button footer form iframe label nav noscript option script select style svg template title".split()  # noqa: SIM905
)
"""Elements of which no words are the page's own running text: links and menus, controls, code."""
_RIGHTS = late_pattern(r"(?i)©|\(c\)|copyright|all rights reserved")
_MOST = 100_000
"""Characters of a part that are looked at."""


def words_with_beside(article: Article, language: LanguageData) -> Words | None:
    """The words of an article and of what the page shows beside it; None where it shows nothing."""
    if not named(article.format).is_page:
        return None
    parts = [part for part in article.ignored if part.reason in _BESIDE]
    open_to = _read_whole(article)
    shown = ((part.span, _shown(_source(part, article), heads_only=not _is_within(part, open_to))) for part in parts)
    cards = chain(link_cards(article), card_lists(article)) if may_have_cards(article) else ()
    found = chain(
        shown, _choices(article), _lead_pictures(article), _unfolded(article), _main_aside(article), contacts(article),
        cards, pictures(article, open_to), headlines(article),
    )  # fmt: skip
    blocks = [Block("item", Text(text, (), Origin("derived"), span)) for span, text in found if text]
    return Words(structs.replace(article, blocks=(*article.blocks, *blocks)), language) if blocks else None


def _read_whole(article: Article) -> Sequence[Span]:
    """The ranges of a page in which all that isn't a link or a menu is read as part of it."""
    source = article.source.text
    main = _MAIN.search(source)
    if main is None and not is_one_article(article):
        return [Span(0, len(source))]
    found = []
    if main is not None and (end := _END_OF_MAIN.search(source, main.end())) is not None:
        found.append(Span(main.start(), end.end()))
    if (headline := _HEADLINE.search(source)) is not None:
        most = headline.end() + _LONGEST_HEAD
        behind = _END_OF_HEAD.search(source, headline.end(), most)
        found.append(Span(headline.end(), behind.start() if behind else headline.end()))
    return found


def _is_within(part: Ignored, ranges: Sequence[Span]) -> bool:
    return any(each.start <= part.span.start and part.span.end <= each.end for each in ranges)


def _choices(article: Article) -> Iterator[tuple[Span, str]]:
    """The options of the short choices of a page's forms, those in menus and footers apart."""
    source = article.source.text
    if "<select" not in source and "<SELECT" not in source:
        return
    away = [part.span for part in article.ignored if part.reason not in ("outside the article", "form")]
    for choice in _SELECT.finditer(source):
        options = _OPTION.findall(choice[1])
        if 1 < len(options) <= _MOST_OPTIONS and not any(s.start <= choice.start() < s.end for s in away):
            yield Span(*choice.span()), " · ".join(" ".join(html.unescape(option).split()) for option in options)


def _lead_pictures(article: Article) -> Iterator[tuple[Span, str]]:
    """What the pictures between the headline and the first paragraph show, which belong to no element of the text."""
    source = article.source.text
    headline = _HEADLINE.search(source)
    first = next((block.text.span().start for block in article.blocks if block.kind == "paragraph"), 0)
    if headline is None:
        return
    end = min(max(first, headline.end()), headline.end() + _MOST)
    yield from pictures_between(article.source.text, headline.end(), end)


def _unfolded(article: Article) -> Iterator[tuple[Span, str]]:
    """Questions on buttons that unfold an answer, and answers in a menu's element: both are of a list of questions."""
    source = article.source.text
    if "aria-expanded" in source:
        for button in _BUTTON.finditer(source):
            text = " ".join(html.unescape(_TAG.sub(" ", button[1])).split())
            if text.endswith(("?", "？", "؟")):
                yield Span(*button.span()), text
    for menu in _MENU.finditer(source):
        for paragraph in _PARAGRAPH.finditer(menu[1]):
            text = " ".join(html.unescape(_TAG.sub(" ", paragraph[1])).split())
            if text.count(" ") >= _LEAST_ANSWER and "<a" not in paragraph[1]:
                yield Span(*menu.span()), text


def _main_aside(article: Article) -> Iterator[tuple[Span, str]]:
    """What an `<aside>` says that holds more text than what was read: beside a map, it is the page."""
    read = sum(len(block.text.value) for block in article.blocks)
    for part in article.ignored:
        if part.reason == "aside":
            source = _source(part, article)
            begin = source.find(">") + 1 if source[:1] == "<" else 0
            text = _shown(source[begin:], heads_only=False)
            if len(text) > read:
                yield part.span, text


def _source(part: Ignored, article: Article) -> str:
    return article.source.text[part.span.start : min(part.span.end, part.span.start + _MOST)]


def _shown(source: str, *, heads_only: bool) -> str:
    """What a part says outside its links, menus and controls; heads_only: in its H1 alone. Time is linear."""
    silent = heads = done = anchors = 0
    found: list[str] = []
    for tag in _TAG.finditer(source):
        if not silent and (heads or not heads_only):
            found.append(source[done : tag.start()])
        done = tag.end()
        name, step = tag[2].lower(), -1 if tag[1] else 1
        if name == "a" and (anchors if tag[1] else _ADDRESS.search(tag[0]) is None):
            anchors += step  # a place to go to, which is no link
        elif name in _SILENT:
            silent = max(silent + step, 0)
        elif name == "h1":
            heads = max(heads + step, 0)
    pieces = (" ".join(html.unescape(piece).split()) for piece in found)
    return " ".join(piece for piece in pieces if piece and not _RIGHTS.search(piece))
