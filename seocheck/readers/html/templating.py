"""Hides what a template language writes into the text of a page: Jinja, Liquid, templates of Go, ERB, Vue.

Comments go wherever they are, for they may hold elements. Expressions and tags go from running text alone: metadata is
read with them, and code shows them. What is hidden keeps its length, so that offsets stay.
"""

from __future__ import annotations

import re

from seocheck.base.late_pattern import late_pattern
from seocheck.readers.html.tokens import TextRun
from seocheck.readers.html.tree import Element, Tree
from seocheck.readers.markdown.filler import blanked

_OPENING = late_pattern(
    r"(?P<go>\{\{-?\s{0,99}/\*)|(?P<liquid>\{%-?\s{0,99}comment\b[^%{}]{0,200}%\})"
    r"|(?P<jinja>\{#(?![A-Za-z@:/]))"  # {#if x} is Svelte's
    r"|(?P<jsp><%--)|(?P<erb><%#)"
)
_CLOSING = {
    "go": late_pattern(r"\*/\s{0,99}-?\}\}"),
    "liquid": late_pattern(r"\{%-?\s{0,99}endcomment\s{0,99}-?%\}"),
    "jinja": late_pattern(r"#\}"),
    "jsp": late_pattern(r"--%>"),
    "erb": late_pattern(r"%>"),
}
_TEMPLATE = late_pattern(
    r"\{\{(?:(?!\{\{|\}\})[\s\S]){0,1000}\}\}|\{%(?:(?!%\}|\{%)[\s\S]){0,1000}%\}|<%(?:(?!%>|<%)[\s\S]){0,1000}%>"
)
_AS_IT_IS = frozenset({"script", "style", "title", "textarea", "pre", "code", "kbd", "samp", "template"})
_FILLED = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "a"})
"""Elements that say something once they are filled in: with nothing left they would be empty."""
_OPENS = late_pattern(r"\{[{%]|<%")


def without_comments(page: str) -> str:
    """A page with the comments of its template language blanked."""
    if not any(opening in page for opening in ("{{", "{%", "{#", "<%")):
        return page
    pieces: list[str] = []
    done = 0
    never_closed: set[str] = set()  # from here on: nobody looks for the end of the page again and again
    for opening in _OPENING.finditer(page):
        kind = opening.lastgroup or ""
        if opening.start() < done or kind in never_closed:
            continue
        closing = _CLOSING[kind].search(page, opening.end())
        if closing is None:
            never_closed.add(kind)
            continue
        pieces += page[done : opening.start()], blanked(page[opening.start() : closing.end()])
        done = closing.end()
    return "".join((*pieces, page[done:]))


def hide_in_text(tree: Tree) -> None:
    """Hide expressions and tags of a template language in the texts of a page, but not in its code."""
    page = tree.source
    if "{{" not in page and "{%" not in page and "<%" not in page:
        return
    pieces: list[str] = []
    done = kept = 0
    for index, node in enumerate(tree.nodes):
        if index < kept:
            continue
        if not isinstance(node, TextRun):
            if node.tag in _AS_IT_IS or (node.tag in _FILLED and _says_nothing_else(tree, node)):
                kept = node.stop
        else:
            pieces += page[done : node.start], _TEMPLATE.sub(_dropped, page[node.start : node.end])
            done = node.end
    tree.source = "".join((*pieces, page[done:]))


def _says_nothing_else(tree: Tree, element: Element) -> bool:
    """Whether a template fills an element with all that it says."""
    runs = (node for node in tree.nodes[element.index + 1 : element.stop] if isinstance(node, TextRun))
    text = "".join(tree.source[run.start : run.end] for run in runs)
    return _OPENS.search(text) is not None and not any(map(str.isalnum, _TEMPLATE.sub("", text)))


def _dropped(match: re.Match[str]) -> str:
    """NUL characters, of which a page shows nothing."""
    return "\0" * len(match.group())
