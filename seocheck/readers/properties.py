"""What a file declares beside its text, as the properties of a Word document, fills what the text doesn't declare."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from seocheck.base.text import Origin, Text
from seocheck.model.article import Article, Field
from seocheck.readers.fields import make_keywords, split_keywords

PROPERTY = Origin("property")


def with_properties(article: Article, properties: Mapping[str, str | tuple[str, ...]]) -> Article:
    """The article with the properties whose fields it lacks.

    properties: by field: title, seo_title (the title tag), description, keywords and tags (also as lists), language;
        others go into the metadata.
    """
    changes: dict[str, Any] = {}
    metadata = dict(article.metadata)
    anchor = article.metadata_span
    for name, value in properties.items():
        words = value if isinstance(value, str) else ", ".join(value)
        if not words.strip():
            continue
        text = Text(" ".join(words.split()), (), PROPERTY, anchor)
        if name in ("title", "description"):
            declared = getattr(article, name)
            if declared is None or not declared.text:
                changes[name] = Field(name, text, anchor)
        elif name == "keywords":
            if not article.keywords:
                entries = _entries(text, value)
                changes["keywords"] = make_keywords(entries, name)
                changes["keywords_declared"] = bool(entries)
        elif name == "seo_title":
            changes["shown_title"] = article.shown_title or text
        elif name == "tags":
            if not article.taxonomy:
                changes["taxonomy"] = make_keywords(_entries(text, value), name)
        elif name == "language":
            changes["declared_language"] = article.declared_language or words.strip()
        else:
            metadata.setdefault(name, (Field(name, text, anchor),))
    return replace(article, metadata=metadata, **changes)


def _entries(text: Text, value: str | tuple[str, ...]) -> list[Text]:
    return split_keywords(text) if isinstance(value, str) else [replace(text, value=word) for word in value]


def with_title_from_h1(article: Article) -> Article:
    """The first H1 as title, where none is declared and the generator does the same."""
    if article.title is not None and article.title.text:
        return article
    h1 = next((b for b in article.headings if b.level == 1), None)
    return article if h1 is None else replace(article, title=Field("h1", h1.text, h1.text.span()))
