"""The positioned element tree of an HTML page.

The tree is a flat list in document order: the descendants of an element are the nodes from its own
index up to its `stop`. So nothing recurses, and a page of 20,000 nested elements is read like any other.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from seocheck.base.text import Span, Text
from seocheck.readers.html.text import attribute_text
from seocheck.readers.html.tokens import Attribute, TextRun


class Element(msgspec.Struct, eq=False):
    """An element: its tag, the range of its start tag [start, start_end), and of the whole [start, end)."""

    tag: str
    start: int
    start_end: int
    end: int
    attributes: tuple[Attribute, ...]
    parent: Element | None
    index: int
    stop: int = -1
    depth: int = 0

    def attribute(self, name: str) -> Attribute | None:
        """The first attribute of this name, or None."""
        for found in self.attributes:
            if found.name == name:
                return found
        return None

    @property
    def span(self) -> Span:
        """The range of the source from its start tag to its end."""
        return Span(self.start, self.end)


class Tree(msgspec.Struct):
    """A page: its nodes in document order; `head` and `body` are None where the page has none."""

    source: str
    nodes: list[Element | TextRun] = msgspec.field(default_factory=list)
    head: Element | None = None
    body: Element | None = None

    def value(self, element: Element, name: str) -> Text | None:
        """The decoded value of an attribute, None where the attribute is missing."""
        found = element.attribute(name)
        return attribute_text(self.source, found) if found else None

    def word(self, element: Element, name: str) -> str:
        """An attribute's value in lower case and stripped, for comparing; "" where it is missing."""
        if not element.attributes:
            return ""
        value = self.value(element, name)
        return value.value.strip().lower() if value else ""

    def children(self, element: Element) -> Iterator[Element | TextRun]:
        """The nodes directly inside an element."""
        at = element.index + 1
        while at < element.stop:
            node = self.nodes[at]
            yield node
            at = node.stop if isinstance(node, Element) else at + 1

    def elements(self, *tags: str) -> Iterator[Element]:
        """All elements with one of these tags, in document order."""
        for node in self.nodes:
            if isinstance(node, Element) and node.tag in tags:
                yield node
