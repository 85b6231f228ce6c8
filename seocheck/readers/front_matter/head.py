"""What front matter gives for the head of a page, as VitePress and VuePress have it: lists of meta elements."""

from __future__ import annotations

from collections.abc import Iterator

from seocheck.readers.front_matter.values import Entry, Mapping, Scalar, Sequence, Value

_LISTS = ("head", "meta")


def with_head(values: Mapping) -> Mapping:
    """The front matter with the description and the keywords that its list of meta elements declares, as if by key.

    `head: [[meta, {name: description, content: ...}]]`, or `meta: [{name: description, content: ...}]`. Keys of the
    front matter itself come first.
    """
    found: list[Entry] = []
    for name in _LISTS:
        entry = values.find(name)
        if entry is not None and isinstance(entry.value, Sequence):
            found += [made for item in entry.value.items for made in _meta(item)]
    known = {entry.key for entry in values.entries}
    new = tuple(entry for entry in found if entry.key not in known)
    return Mapping((*values.entries, *new), values.span) if new else values


def _meta(item: Value) -> Iterator[Entry]:
    for element in item.items[1:2] if isinstance(item, Sequence) else (item,):
        if isinstance(element, Mapping):
            name, content = element.find("name"), element.find("content")
            if name is not None and content is not None and isinstance(name.value, Scalar):
                called = name.value.text.value
                if called in ("description", "keywords"):
                    yield Entry(called, name.key_span, content.value)
