"""Markdown with front matter -> Article.

pulldown-cmark (through pyromark) gives every inline event with its range in UTF-8 bytes; `_Body`
gathers them into blocks. CommonMark with GFM's tables, alerts, footnotes and strikethrough.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from seocheck.base.text import Span, Text
from seocheck.model.article import Article, Field, Ignored, Problem, Source
from seocheck.readers.front_matter.declared import declared_fields
from seocheck.readers.front_matter.reader import read_front_matter
from seocheck.readers.labelled.find import find_label_blocks
from seocheck.readers.labelled.settings import READ, LabelSettings
from seocheck.readers.markdown.body import read_body
from seocheck.readers.suppressions.entries import suppression_entries


def read_markdown(
    source: Source, *, aliases: Mapping[str, Sequence[str]] | None = None, labels: LabelSettings = READ
) -> Article:
    """Read a Markdown file. Any text gives an article; what is wrong with it is in `problems`."""
    text = source.text
    fence: Sequence[Span] = ()
    if text.lstrip()[:1] in ("`", "~"):
        from seocheck.readers.markdown.whole_fence import whole_fence, without_fence

        fence = whole_fence(text)
        text = without_fence(text, fence)
    front = read_front_matter(text, byte_order_mark=source.byte_order_mark)
    declared = declared_fields(front.values, aliases)
    found = find_label_blocks(text, front.body_start, labels)
    body = read_body(text, front.body_start, mdx=source.path.lower().endswith(".mdx"), left_out=found.spans)
    around = tuple(Ignored(span, source.text[slice(*span)], "a fence around the text") for span in fence)
    metadata: dict[str, tuple[Field, ...]] = dict(declared.metadata or {})
    opening = Span(front.span.start, min(front.span.start + 3, front.span.end))
    seo_title = declared.seo_title.text if declared.seo_title else None
    suppressions, misread = suppression_entries(front.values)
    article = Article(
        source=source,
        format="markdown",
        title=declared.title,
        description=declared.description,
        keywords=declared.keywords,
        keywords_declared=declared.keywords_declared,
        taxonomy=declared.taxonomy,
        blocks=body.blocks,
        empty_headings=body.empty_headings,
        links=body.links,
        images=body.images,
        form_words=body.form_words,
        indented_code=body.indented_code,
        slug=_slug(declared.slug),
        declared_language=declared.language,
        shown_title=seo_title,
        fields_unknown=front.invalid and not front.meant,
        front_matter=front.kind != "none",
        metadata=metadata,
        metadata_span=opening,
        metadata_end=front.span.end,
        problems=(*(_behind_a_fence(front.problems) if fence else front.problems), *declared.problems, *misread),
        ignored=(*body.ignored, *found.ignored, *around),
        suppressions=suppressions,
    )
    if not found.blocks:
        return article
    from seocheck.readers.labelled.declared import with_labels  # few files have any

    return with_labels(article, found.blocks, title_from_h1=front.kind == "none")


def _behind_a_fence(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    from seocheck.readers.markdown.whole_fence import with_reason

    return with_reason(problems)


def _slug(field: Field | None) -> Text | None:
    return field.text if field else None
