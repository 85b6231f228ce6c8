"""An article's Summary: the little of it that rules over many articles see."""

from __future__ import annotations

import heapq
import zlib
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate

from seocheck.analysis import Analysis
from seocheck.base.digest import blake2b
from seocheck.base.text import Span
from seocheck.model.article import Article, Field, Link
from seocheck.model.report import Place, Summary, SummaryKeyword, SummaryLink
from seocheck.readers.markdown.filler import FILLER

ADDRESSES = ("slug", "url", "permalink", "aliases", "alias", "redirectfrom", "redirects")
"""Names of metadata, as they are looked up, that say where an article is to be found."""
MOST_ADDRESSES = 20
"""Of each name."""
FALLBACK = "x-default"
"""The hreflang of the page for readers of all other languages."""

SHINGLE = 4
SKETCH = 64
"""How many of the smallest shingle hashes are kept: a bottom-k sketch estimates Jaccard similarity to
about ±1/√k (Broder 1997, On the resemblance and containment of documents)."""


def _shingles(words: bytes) -> set[int]:
    """The hashes of all runs of so many words; words are separated by one space."""
    after = list(accumulate([len(word) + 1 for word in words.split(b" ")], initial=0))  # where the next word begins
    return {zlib.crc32(words[start : end - 1]) for start, end in zip(after, after[SHINGLE:], strict=False)}


def summarise(analysis: Analysis, place: Callable[[Span], Place], site: str) -> Summary:
    """The Summary of an analysed article; `place` resolves spans to positions."""
    article = analysis.article
    joined = _joined_words(analysis)
    metadata = article.metadata

    def first(*names: str) -> str:
        return next((metadata[name][0].text.value for name in names if name in metadata), "")

    return Summary(
        path=article.source.path,
        language=article.language.code,
        site=site,
        canonical=first("canonical", "canonicalurl"),
        translation_key=first("translationkey", "translationid"),
        title=article.title.text.value if article.title else "",
        description=article.description.text.value if article.description else "",
        keywords=tuple(
            SummaryKeyword(
                text=s.keyword.text.value,
                stems=stems_of(analysis, s.keyword.text.value),
                primary=s.keyword.primary,
                focus=s.keyword.focus,
                tier=s.tier,
                zones=tuple(s.zones),
                place=place(s.keyword.text.span()),
            )
            for s in analysis.support
        ),
        content_hash=_hash(joined),
        signature=tuple(heapq.nsmallest(SKETCH, _shingles(joined))),
        links=tuple(SummaryLink(href=_destination(link, article), place=place(link.span)) for link in article.links),
        addresses=tuple(
            field.text.value for name in ADDRESSES for field in metadata.get(name, ())[:MOST_ADDRESSES] if field.text
        ),
        anchors=tuple(b.text.value for b in article.headings),
        fields_unknown=article.fields_unknown,
        alternates=_named(metadata, lambda language: language != FALLBACK),
        fallbacks=_named(metadata, lambda language: language == FALLBACK),
        title_place=place(article.title.text.span()) if article.title else None,
        description_place=place(article.description.text.span()) if article.description else None,
    )


def content_hash(analysis: Analysis) -> str:
    """Equal for articles with the same words in paragraphs and items."""
    return _hash(_joined_words(analysis))


def _joined_words(analysis: Analysis) -> bytes:
    return " ".join(body_words(analysis)).encode("utf-8", "surrogatepass")


def _named(metadata: Mapping[str, Sequence[Field]], wanted: Callable[[str], bool]) -> tuple[str, ...]:
    """The addresses of the hreflang links with such a language."""
    return tuple(
        field.text.value
        for name, fields in metadata.items()
        if name.startswith("alternate:") and wanted(name.partition(":")[2].lower())
        for field in fields[:MOST_ADDRESSES]
    )


def _hash(words: bytes) -> str:
    return blake2b(words, digest_size=16).hexdigest()


def _destination(link: Link, article: Article) -> str:
    """Where a link leads, as written: a template's part of it too, which readers fill up."""
    if FILLER not in link.href:
        return link.href
    written = article.source.text[link.span.start : link.span.end]
    _, _, rest = written.rpartition("](")
    return rest.rpartition(")")[0].strip() if rest else link.href.replace(FILLER, "")


def stems_of(analysis: Analysis, keyword: str) -> tuple[str, ...]:
    """The stems of a keyword's words, by which spellings of one keyword can be told to be one."""
    from seocheck.analysis.words.zones import split

    return tuple(analysis.words.stems(token.text) for token in split(keyword, analysis.language))


def body_words(analysis: Analysis) -> list[str]:
    """The folded words of paragraphs and items, in order: what two articles are compared by."""
    folded = analysis.words.folded
    return [
        folded[i]
        for piece in analysis.words.pieces
        if piece.zone in ("introduction", "body")
        for i in range(piece.first, piece.first + piece.count)
    ]
