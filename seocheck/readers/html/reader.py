"""Read an HTML page: what its head declares and the article in its body."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from seocheck.model.article import Article, Source
from seocheck.readers.html.body import read_body
from seocheck.readers.html.builder import parse
from seocheck.readers.html.metadata import read_metadata
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
    return Article(
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


def _head_end(text: str) -> int:
    """Where the head of a page ends: at its end tag, or where the body begins."""
    end = _HEAD_END.search(text)
    return end.start() if end else 0
