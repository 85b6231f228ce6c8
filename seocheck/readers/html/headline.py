"""The heading of a page that says what its title says: where the article begins, whatever the elements around it."""

from __future__ import annotations

from collections.abc import Mapping

from seocheck.base.late_pattern import late_pattern
from seocheck.readers.html.elements import HEADINGS
from seocheck.readers.html.text import attribute_text, element_text
from seocheck.readers.html.tokens import TextRun
from seocheck.readers.html.tree import Element, Tree

_WORD = late_pattern(r"\w+")
_SEPARATOR = late_pattern(r"\s+[|•·–—-]+\s+|\s*[|»«:]\s+")
_NEVER = frozenset({"", "hidden", "navigation", "footer", "dialog", "search"})
"""What is in elements left out for these reasons heads nothing that is shown."""

_MIN_LETTERS = 8  # of a title without its site's name; less is a word that any heading may be
_NEARLY = 0.8  # of a title's words that a heading must say, in their order, from the first one on
_MAX_TITLES = 4


def headline(tree: Tree, left_out: Mapping[int, str]) -> Element | None:
    """The first H1, else the first H2, that equals the title of the page without its site's name; None without one.

    A heading that is the name of the site, with which titles end, isn't the title.
    """
    titles = _titles(tree)
    if not titles or tree.body is None:
        return None
    second: Element | None = None
    at = tree.body.index
    while at < tree.body.stop:
        node = tree.nodes[at]
        if isinstance(node, Element):
            if left_out.get(at) in _NEVER:
                at = node.stop
                continue
            if (node.tag == "h1" or (node.tag == "h2" and second is None)) and _says(_words_of(tree, node), titles):
                if node.tag == "h1":
                    return node
                if not _is_linked(tree, node):
                    second = node
        at += 1
    return second


def _titles(tree: Tree) -> list[list[str]]:
    """The words of what the page calls its title: with and without what follows a separator."""
    found: list[str] = []
    for element in tree.elements("title"):
        inner = element.index + 1
        if inner < element.stop and isinstance(run := tree.nodes[inner], TextRun):
            title = element_text(tree.source, run.start, run.end).value
            found.append(title)
            parts = _SEPARATOR.split(title)
            if len(parts) > 1:
                longest = max(parts, key=len)
                first = parts[0]
                found += [first] if len(first) * 2 >= len(longest) else [longest]
        break
    for element in tree.elements("meta"):
        if len(found) >= _MAX_TITLES:
            break
        if tree.word(element, "property") == "og:title" or tree.word(element, "name") == "twitter:title":
            content = element.attribute("content")
            if content is not None:
                found.append(attribute_text(tree.source, content).value)
    return [_WORD.findall(title.casefold()) for title in found if sum(map(str.isalnum, title)) >= _MIN_LETTERS]


def _words_of(tree: Tree, heading: Element) -> list[str]:
    words: list[str] = []
    for node in tree.nodes[heading.index + 1 : heading.stop]:
        if isinstance(node, TextRun):
            words += _WORD.findall(element_text(tree.source, node.start, node.end).value.casefold())
    return words


def _says(words: list[str], titles: list[list[str]]) -> bool:
    """Whether the words are a title's, all of them or nearly all from its beginning."""
    for title in titles:
        if words == title:
            return True
        shared = 0
        for ours, theirs in zip(words, title, strict=False):
            if ours != theirs:
                break
            shared += 1
        if shared and shared >= _NEARLY * max(len(words), len(title)):
            return True
    return False


def _is_linked(tree: Tree, heading: Element) -> bool:
    """Whether a heading is a link, as that of a teaser is."""
    return any(isinstance(node, Element) and node.tag == "a" for node in tree.nodes[heading.index : heading.stop]) or (
        heading.parent is not None and heading.parent.tag == "a" and heading.tag in HEADINGS
    )
