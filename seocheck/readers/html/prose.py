"""How much prose, link text and other text the elements of a page hold, and which of them are left out."""

from __future__ import annotations

from itertools import accumulate

from seocheck.readers.html.elements import HEADINGS, SECTIONING
from seocheck.readers.html.furniture import hinted_reason, reason_left_out
from seocheck.readers.html.tokens import SPACE, TextRun
from seocheck.readers.html.tree import Element, Tree

_LONG_RUN = 80  # a text run of that many characters outside any paragraph element is prose all the same
_HINT_SHARE = 0.3  # of the page's prose that an element may hold and still be furniture by its class name
_LINKS = 3  # links that an element must hold to be a list of links
_LINK_SHARE = 0.75  # of its text that they must make up
_COMMENTS_SHARE = 0.8  # the same for comments, which may well be longer than the article


class _Counts:
    """Characters in each node of a tree: of prose, of any text, of link text; and which begin a link."""

    def __init__(self, size: int) -> None:
        self.prose, self.text, self.link_text, self.links = ([0] * size for _ in range(4))

    def clear(self, element: Element) -> None:
        nothing = [0] * (element.stop - element.index)
        for counts in (self.prose, self.text, self.link_text, self.links):
            counts[element.index : element.stop] = nothing


def _sums(counts: list[int]) -> list[int]:
    return [0, *accumulate(counts)]


class ProseByElement:
    """How much prose each element holds, in characters, and which elements are left out.

    Prose is text of paragraphs and long runs of text elsewhere, without link text. `left_out` maps the
    index of each outermost element that is not article text to the reason ("" for none to mention).
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.left_out: dict[int, str] = {}
        self._doubtful: list[tuple[Element, str]] = []
        counts = self._measure()
        self._prose = _sums(counts.prose)
        self._leave_out_doubtful(counts)
        self._prose, self._text = _sums(counts.prose), _sums(counts.text)
        self._link_text, self._links = _sums(counts.link_text), _sums(counts.links)

    def of(self, element: Element) -> int:
        """Characters of prose in an element."""
        return self._prose[element.stop] - self._prose[element.index]

    def between(self, first: int, stop: int) -> int:
        """Characters of prose in the nodes from `first` up to `stop`."""
        return self._prose[stop] - self._prose[first]

    def characters(self, element: Element) -> tuple[int, int]:
        """Characters of any text in an element, and those of link text."""
        first, stop = element.index, element.stop
        return self._text[stop] - self._text[first], self._link_text[stop] - self._link_text[first]

    def between_characters(self, first: int, stop: int) -> int:
        """Characters of any text in the nodes from `first` up to `stop`."""
        return self._text[stop] - self._text[first]

    def is_link_list(self, element: Element) -> bool:
        """Whether an element holds several links, hardly any text beside them, and no prose."""
        first, stop = element.index, element.stop
        text = self._text[stop] - self._text[first]
        return (
            self._links[stop] - self._links[first] >= _LINKS
            and self._link_text[stop] - self._link_text[first] >= _LINK_SHARE * text
            and self.of(element) < _LONG_RUN
        )

    def _measure(self) -> _Counts:
        """Count the text of each node; nothing in nodes that are certainly left out."""
        tree, nodes = self._tree, self._tree.nodes
        counts = _Counts(len(nodes))
        section = paragraph = link = heading = at = 0  # where the outermost open one ends
        while at < len(nodes):
            node = nodes[at]
            if isinstance(node, TextRun):
                length = counts.text[at] = len(tree.source[node.start : node.end].strip(SPACE))
                if at < link:
                    counts.link_text[at] = length
                elif at >= heading and (at < paragraph or length >= _LONG_RUN):
                    counts.prose[at] = length
                at += 1
                continue
            reason = reason_left_out(tree, node, in_section=at < section)
            if reason is not None:
                self.left_out[at] = reason
                at = node.stop
                continue
            if node.tag in ("p", "blockquote"):
                paragraph = max(paragraph, node.stop)
            elif node.tag == "a":
                link = max(link, node.stop)
                counts.links[at] = 1
            elif node.tag in HEADINGS:
                heading = max(heading, node.stop)
            elif node.tag in SECTIONING or tree.word(node, "role") in ("main", "article"):
                section = max(section, node.stop)
            doubt = "form" if node.tag == "form" else hinted_reason(tree, node)
            if doubt is not None:
                self._doubtful.append((node, doubt))
            at += 1
        return counts

    def _leave_out_doubtful(self, counts: _Counts) -> None:
        """Leave out forms and what its class calls furniture, unless much of the page's prose is in it."""
        total = self._prose[-1]
        stop = 0
        for element, reason in self._doubtful:
            if element.index < stop:
                continue
            share = _COMMENTS_SHARE if reason == "comments" else _HINT_SHARE
            if self.of(element) <= share * total:
                self.left_out[element.index] = reason
                stop = element.stop
                counts.clear(element)
