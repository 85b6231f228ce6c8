"""What a page shows beside what its reader took for the article: a card, a table, the headline in its header.

Of a page without any mark for its article a reader takes the part that looks most like one. What the rest says in no
link, menu or footer, a visitor reads as part of the page, too; of a page that marks its article only the headline is.
It isn't the article's text, so nothing is counted there; but nobody can say that the page lacks it.
"""

from __future__ import annotations

import html

from msgspec import structs

from seocheck.analysis.words.zones import Words
from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Origin, Text
from seocheck.languages import LanguageData
from seocheck.model.article import Article, Block, Ignored
from seocheck.readers.formats import named

_BESIDE = ("outside the article", "header")
_MARKED = late_pattern(r"(?i)<(?:article|main)\b|\brole\s*=\s*[\"']?(?:main|article)\b")
_TAG = late_pattern(r"<(/?)([a-zA-Z][\w-]*)(?:[^<>]{0,2000})>")
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
    marked = bool(parts) and _MARKED.search(article.source.text) is not None
    shown = ((part, _shown(_source(part, article), heads_only=marked)) for part in parts)
    blocks = [Block("item", Text(text, (), Origin("derived"), part.span)) for part, text in shown if text]
    return Words(structs.replace(article, blocks=(*article.blocks, *blocks)), language) if blocks else None


def _source(part: Ignored, article: Article) -> str:
    return article.source.text[part.span.start : min(part.span.end, part.span.start + _MOST)]


def _shown(source: str, *, heads_only: bool) -> str:
    """What a part says outside its links, menus and controls; heads_only: in its H1 alone. Time is linear."""
    silent = heads = done = 0
    found: list[str] = []
    for tag in _TAG.finditer(source):
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
