"""Read an HTML page: what its head declares and the article in its body."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span
from seocheck.model.article import Article, Source
from seocheck.readers.front_matter.declared import declared_fields
from seocheck.readers.front_matter.reader import read_front_matter
from seocheck.readers.front_matter.values import FrontMatter
from seocheck.readers.html.body import read_body
from seocheck.readers.html.builder import parse
from seocheck.readers.html.comment_lines import only_comments, with_comments
from seocheck.readers.html.label_lines import page_lines
from seocheck.readers.html.metadata import read_metadata
from seocheck.readers.html.templating import hide_in_text, without_comments
from seocheck.readers.label_names.labels import may_have_labels
from seocheck.readers.labelled.declared import with_labels, without_ranges
from seocheck.readers.labelled.find import blocks_in
from seocheck.readers.labelled.settings import READ, LabelSettings
from seocheck.readers.suppressions.entries import suppression_entries

_LETTER = late_pattern(r"[^\r\n]")
_ELEMENTS = late_pattern(r"(?:---|\+\+\+)\s*<")
_HEAD_END = late_pattern(r"</head\b|<body\b", re.IGNORECASE)


def read_html(
    source: Source, *, aliases: Mapping[str, Sequence[str]] | None = None, labels: LabelSettings = READ
) -> Article:
    """The article of a page. Never fails, whatever the text; time is linear in its length.

    `aliases` maps "title", "description", "keywords" and "focus_keyword" to further names of `<meta>`
    elements that a site uses for them; they are tried before the standard ones. Front matter, as generators have it
    above a page or a part of one, comes before all elements; it is read as in Markdown.
    """
    front = _front_matter(source)
    page = without_comments(source.text[front.body_start :])
    tree = parse(_LETTER.sub(" ", source.text[: front.body_start]) + page)
    hide_in_text(tree)
    metadata = read_metadata(tree, aliases or {})
    declared = declared_fields(front.values, aliases)
    suppressions, misread = suppression_entries(front.values)
    body = read_body(tree)
    listed = declared if declared.keywords_declared else metadata
    article = Article(
        source=source,
        format="html",
        title=declared.title or metadata.title,
        description=declared.description or metadata.description,
        keywords=listed.keywords,
        keywords_declared=listed.keywords_declared,
        taxonomy=declared.taxonomy,
        blocks=body.blocks,
        empty_headings=body.empty_headings,
        links=body.links,
        images=body.images,
        form_words=body.form_words,
        slug=declared.slug.text if declared.slug else None,
        declared_language=declared.language or metadata.language,
        shown_title=declared.seo_title.text if declared.seo_title else None,
        fields_unknown=front.invalid and not front.meant,
        front_matter=front.kind != "none",
        metadata={**(declared.metadata or {}), **metadata.others},
        metadata_span=front.span if front.kind != "none" else metadata.span,
        metadata_end=max(front.span.end, _head_end(source.text)),
        problems=(*front.problems, *declared.problems, *misread),
        ignored=body.ignored,
        suppressions=suppressions,
    )
    comments = only_comments(source.text) if labels.read and article.title is None else ""
    if not labels.read or not (
        may_have_labels(source.text, html=True, extra=labels.names)
        or (comments and may_have_labels(comments, extra=labels.names))
    ):
        return article
    lines = page_lines(tree)
    found = blocks_in(with_comments(lines, comments) if comments else lines, source.text, labels)
    if not found.blocks:
        return article
    article = without_ranges(article, found.spans)
    return with_labels(article, found.blocks, title_from_h1=article.title is None)


def _front_matter(source: Source) -> FrontMatter:
    """The front matter of a page; elements between two rows of dashes are none."""
    front = read_front_matter(source.text, byte_order_mark=source.byte_order_mark)
    if front.invalid and _ELEMENTS.match(source.text, front.span.start):
        return FrontMatter("none", Span(0, 0), 0)
    return front


def _head_end(text: str) -> int:
    """Where the head of a page ends: at its end tag, or where the body begins."""
    end = _HEAD_END.search(text)
    return end.start() if end else 0
