"""An article whose title, description and keywords come from elsewhere, as from a database, and not from its text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from seocheck.base.text import Origin, Text
from seocheck.model.article import Article, Field
from seocheck.readers.fields import make_keywords, split_keywords

GIVEN = Origin("given")


def with_given(
    article: Article,
    *,
    title: str | None = None,
    description: str | None = None,
    keywords: str | Iterable[str] | None = None,
    language: str = "",
    url: str = "",
) -> Article:
    """The article with these fields, which win over its own; None leaves what it has.

    Their findings point at the beginning of the text, since they have no place in it, and name the field.
    keywords: a list, or a string as front matter has it ("tea, cups"). url: gives the slug.
    """
    anchor = article.metadata_span
    changes: dict[str, Any] = {}
    for name, value in (("title", title), ("description", description)):
        if value is not None:
            changes[name] = Field(name, Text(value, (), GIVEN, anchor), anchor)
    if title is not None:
        changes["shown_title"] = None
    if keywords is not None:
        texts = (
            split_keywords(Text(keywords, (), GIVEN, anchor))
            if isinstance(keywords, str)
            else [Text(word, (), GIVEN, anchor) for word in keywords]
        )
        changes["keywords"] = make_keywords(texts, "keywords")
        changes["keywords_declared"] = bool(texts)
    if language:
        changes["declared_language"] = language
    if url:
        from urllib.parse import unquote, urlsplit  # few articles are given an address

        parts = [part for part in unquote(urlsplit(url).path).split("/") if part]
        changes["slug"] = Text(parts[-1], (), GIVEN, anchor) if parts else article.slug
    return replace(article, **changes)
