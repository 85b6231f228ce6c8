"""What front matter gives for the head of a page: elements in lists, as VitePress, Starlight and Nuxt have them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from seocheck.base.text import Span, Text
from seocheck.model.article import Field
from seocheck.readers.front_matter.values import Entry, Mapping, Scalar, Sequence, Value

_LISTS = ("head", "meta")
_FIELDS = frozenset({"description", "keywords"})
_KEPT = ("og:", "twitter:", "article:")


class _Meta(NamedTuple):
    """A meta element: the attribute that names it, the name in lower case, where that is, and its content."""

    attribute: str
    name: str
    key_span: Span
    content: Value


def with_head(values: Mapping) -> Mapping:
    """The front matter with the title, description and keywords that its head declares, as if by key.

    `head: [[meta, {name: description, content: ...}]]`, `head: [{tag: meta, attrs: {...}}]`,
    `head: {title: ..., meta: [...]}`, or `meta: [{name: description, content: ...}]`. Keys of the front matter itself
    come first.
    """
    found = [Entry(m.name, m.key_span, m.content) for m in _metas(values) if m.name in _FIELDS]
    title = values.find("head.title")
    if title is not None and isinstance(title.value, Scalar):
        found.append(Entry("title", title.key_span, title.value))
    known = {entry.key for entry in values.entries}
    new = tuple(entry for entry in found if entry.key not in known)
    return Mapping((*values.entries, *new), values.span) if new else values


def head_metadata(values: Mapping) -> dict[str, tuple[Field, ...]]:
    """The `og:`, `twitter:` and `article:` elements of such a head, by name, as a page has them."""
    found: dict[str, tuple[Field, ...]] = {}
    for meta in _metas(values):
        if meta.name.startswith(_KEPT):
            text = meta.content.text if isinstance(meta.content, Scalar) else Text("", anchor=meta.key_span)
            field = Field(f'meta {meta.attribute}="{meta.name}"', text, meta.key_span)
            found[meta.name] = (*found.get(meta.name, ()), field)
    return found


def _metas(values: Mapping) -> Iterator[_Meta]:
    for name in (*_LISTS, "head.meta"):
        entry = values.find(name)
        if entry is not None and isinstance(entry.value, Sequence):
            for item in entry.value.items:
                yield from _meta(item)


def _meta(item: Value) -> Iterator[_Meta]:
    for element in item.items[1:2] if isinstance(item, Sequence) else (item,):
        if not isinstance(element, Mapping):
            continue
        attributes = element.find("attrs")
        if attributes is not None and isinstance(attributes.value, Mapping):
            element = attributes.value
        content = element.find("content")
        for attribute in ("name", "property"):
            named = element.find(attribute)
            if named is not None and content is not None and isinstance(named.value, Scalar):
                yield _Meta(attribute, named.value.text.value.strip().lower(), named.key_span, content.value)
