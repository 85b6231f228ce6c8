"""Read an HTML page: what its head declares and the article in its body."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from seocheck.model.article import Article, Source
from seocheck.readers.html.body import read_body
from seocheck.readers.html.builder import parse
from seocheck.readers.html.label_lines import page_lines
from seocheck.readers.html.metadata import read_metadata
from seocheck.readers.labelled.declared import with_labels, without_ranges
from seocheck.readers.labelled.find import blocks_in
from seocheck.readers.labelled.labels import may_have_labels
from seocheck.readers.labelled.settings import READ, LabelSettings

_HEAD_END = re.compile(r"</head\b|<body\b", re.IGNORECASE)


def read_html(
    source: Source, *, aliases: Mapping[str, Sequence[str]] | None = None, labels: LabelSettings = READ
) -> Article:
    """The article of a page. Never fails, whatever the text; time is linear in its length.

    `aliases` maps "title", "description", "keywords" and "focus_keyword" to further names of `<meta>`
    elements that a site uses for them; they are tried before the standard ones.
    """
    tree = parse(source.text)
    metadata = read_metadata(tree, aliases or {})
    body = read_body(tree)
    article = Article(
        source=source,
        format="html",
        title=metadata.title,
        description=metadata.description,
        keywords=metadata.keywords,
        keywords_declared=metadata.keywords_declared,
        blocks=body.blocks,
        empty_headings=body.empty_headings,
        links=body.links,
        images=body.images,
        declared_language=metadata.language,
        metadata=metadata.others,
        metadata_span=metadata.span,
        metadata_end=_head_end(source.text),
        ignored=body.ignored,
    )
    if not labels.read or not may_have_labels(source.text, html=True, extra=labels.names):
        return article
    found = blocks_in(page_lines(tree), source.text, labels)
    if not found.blocks:
        return article
    article = without_ranges(article, found.spans)
    return with_labels(article, found.blocks, title_from_h1=article.title is None)


def _head_end(text: str) -> int:
    """Where the head of a page ends: at its end tag, or where the body begins."""
    end = _HEAD_END.search(text)
    return end.start() if end else 0
