"""Reading an edited text again: does it declare and say the same, except for the one value?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from seocheck.edit.written import plainly
from seocheck.model.article import Article
from seocheck.readers.front_matter.values import FrontMatter, Value


def value_at(front: FrontMatter, path: Sequence[str]) -> Value | None:
    """The value at the end of a path of keys; None if there isn't one."""
    value: Any = front.values
    for key in path:
        entries = getattr(value, "entries", ())
        value = next((entry.value for entry in entries if entry.key == key), None)
        if value is None:
            return None
    return value  # type: ignore[no-any-return]


def all_but(front: FrontMatter, path: Sequence[str]) -> object:
    """All values except the one at a path."""
    values = plainly(front.values)
    holder: Any = values
    for key in path[:-1]:
        holder = holder.get(key, {})
    if isinstance(holder, dict):
        holder.pop(path[-1], None)
    return values


def same_but(before: Article, after: Article, field: str, key: str) -> bool:
    """Whether two articles declare and say the same, except for one field; "" for none."""

    def said(article: Article) -> object:
        keywords = None if field == "keywords" else [k.text.value for k in (*article.keywords, *article.taxonomy)]
        metadata = {n: [f.text.value for f in fs] for n, fs in article.metadata.items() if fs and fs[0].key != key}
        return (
            article.title.text.value if article.title else None,
            article.description.text.value if article.description and field != "description" else None,
            keywords,
            article.slug.value if article.slug else None,
            article.declared_language,
            article.shown_title.value if article.shown_title else None,
            metadata,
            [(b.kind, b.level, b.text.value) for b in article.blocks],
        )

    return said(before) == said(after)


def problems(article: Article) -> set[tuple[str, str, str]]:
    """What is wrong with the way the metadata is written, except for where it begins."""
    return {(p.kind, p.subject, p.message) for p in article.problems if p.kind != "not-first"}
