"""The article of an HTML page: its blocks in reading order, its links and images, and what was left out."""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span, Text, TextBuilder
from seocheck.model.article import Block, EmptyHeading, Ignored, Image, Link
from seocheck.readers.blocks.contents import without_contents
from seocheck.readers.blocks.form_words import form_words
from seocheck.readers.html.blocks import BlockWalker
from seocheck.readers.html.boxes import leave_out_boxes
from seocheck.readers.html.captions import caption_ranges
from seocheck.readers.html.furniture import hinted_reason
from seocheck.readers.html.headline import headline
from seocheck.readers.html.holders import prose_holders
from seocheck.readers.html.lines import furniture
from seocheck.readers.html.main_content import main_content
from seocheck.readers.html.prose import ProseByElement
from seocheck.readers.html.text import add_collapsed
from seocheck.readers.html.tokens import TextRun
from seocheck.readers.html.tree import Element, Tree
from seocheck.readers.markdown.shortcodes import captioned

_MAX_IGNORED = 50
_MAX_IGNORED_TEXT = 60  # characters
_NEVER_SHOWN = frozenset({"hidden", "dialog", "footer", "search"})
"""Why an element is left out whose H1 heads nothing, even if it is the only one."""
_LITTLE = 600
"""Characters of prose that a page has beside the form that it is for."""
_NOT_FOR_H1 = frozenset({"", "hidden", "navigation", "aside", "footer", "dialog", "search"})
_LOGO = late_pattern(r"logo|site-?(?:name|title)|brand|masthead", re.IGNORECASE)
_STANDFIRST = late_pattern(
    r"(?:^|[\s_-])(?:chapo|standfirst|stand-first|dek|lede|subt[ií]tulo|entradilla|bajada|sommario)(?=$|[\s_-])",
    re.IGNORECASE,
)
_MAX_STANDFIRSTS = 2  # a list of teasers has one each
_HOME = late_pattern(r"(?:https?:)?(?://[^/]*)?/?(?:index\.\w+)?", re.IGNORECASE)


class HtmlBody(msgspec.Struct):
    """What Article takes from the body of a page."""

    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    empty_headings: tuple[EmptyHeading, ...] = ()
    form_words: tuple[Text, ...] = ()


def read_body(tree: Tree) -> HtmlBody:
    """Find the article in a page and read it. A page without a body has no blocks."""
    prose = ProseByElement(tree)
    title = headline(tree, prose.left_out)
    root = main_content(tree, prose, title)
    if root is None:
        return HtmlBody()
    leave_out_boxes(tree, prose, root, title)
    holders = prose_holders(tree)
    walker = BlockWalker(tree, prose.left_out, holders)
    walker.walk(root)
    shown: Element | None = None
    if not any(block.level == 1 for block in walker.blocks):
        silent = {index: reason for index, reason in prose.left_out.items() if not reason}
        outer_h1 = [title] if title and title.tag == "h1" and title.index < root.index else []
        for h1 in (*outer_h1, *_outer_h1(tree, root, prose.left_out), *_only_h1(tree, prose.left_out)):
            outer = BlockWalker(tree, silent, holders)
            outer.walk(h1)
            if outer.blocks:
                walker.blocks.extend(outer.blocks)
                walker.links.extend(outer.links)
                walker.images.extend(outer.images)
                shown = h1
                break
    read = [shown] if shown else []
    below = _right_below(tree, shown) if shown and shown is title else []
    for lead in below or _standfirsts(tree, root, prose.left_out):
        outer = BlockWalker(tree, prose.left_out, holders)
        outer.walk(lead)
        # A deck set as a second heading heads nothing.
        walker.blocks.extend(replace(b, kind="paragraph", level=0) if b.kind == "heading" else b for b in outer.blocks)
        walker.links.extend(outer.links)
        walker.images.extend(outer.images)
        read.append(lead)
    ignored = _ignored(tree, root, prose.left_out, read)
    found = _captioned(
        tree, root, prose, captioned(tree.source, sorted(walker.blocks, key=lambda b: b.text.span().start))
    )
    reasons = furniture(found)
    links = sorted(walker.links, key=lambda k: k.span)
    blocks, contents = without_contents([b for index, b in enumerate(found) if index not in reasons], links)
    ignored += contents
    ignored += [Ignored(found[i].text.span(), found[i].text.value, reason) for i, reason in reasons.items()]
    return HtmlBody(
        tuple(blocks),
        tuple(links),
        tuple(sorted(walker.images, key=lambda i: i.span)),
        tuple(sorted(ignored, key=lambda i: i.span)[:_MAX_IGNORED]),
        tuple(walker.empty_headings),
        _form_words(tree, root, prose),
    )


def _form_words(tree: Tree, root: Element, prose: ProseByElement) -> tuple[Text, ...]:
    """What forms of the article say. Those in menus and the like, and a box to subscribe below a text, are in every
    page of the site."""
    left_out = prose.left_out
    forms = {"form", ""} if prose.of(root) > _LITTLE else {"form", "", "newsletter"}
    parts: list[Span] = []
    kept = [e.span for e in tree.nodes[root.index : root.stop] if isinstance(e, Element) and e.tag == "form"
            and e.index not in left_out]  # fmt: skip
    start = root.start
    at = root.index + 1
    while at < root.stop:
        node = tree.nodes[at]
        if isinstance(node, Element) and left_out.get(at, "form") not in forms:
            parts.append(Span(start, node.start))
            start, at = node.span.end, node.stop
        else:
            at += 1
    return form_words(tree.source, [*parts, Span(start, root.span.end)], read=kept)


def _captioned(tree: Tree, root: Element, prose: ProseByElement, blocks: list[Block]) -> list[Block]:
    """The blocks, in which what is in figures, captions and galleries becomes captions."""
    ranges = caption_ranges(tree, root, prose)
    at = 0
    found: list[Block] = []
    for block in blocks:
        span = block.text.span()
        while at < len(ranges) and ranges[at][0].end <= span.start:
            at += 1
        inside = at < len(ranges) and ranges[at][0].start <= span.start and span.end <= ranges[at][0].end
        if inside and block.kind in (("paragraph", "heading") if ranges[at][1] else ("paragraph",)):
            block = replace(block, kind="caption", level=0)
        found.append(block)
    return found


def _outer_h1(tree: Tree, root: Element, left_out: dict[int, str]) -> list[Element]:
    """The H1 elements that may head an article which has none inside, nearest first; no logos."""
    found: list[Element] = []
    at = 0
    while at < root.stop:
        node = tree.nodes[at]
        if isinstance(node, Element):
            if left_out.get(at) in _NOT_FOR_H1:
                at = node.stop
                continue
            if node.tag == "h1" and not _is_logo(tree, node):
                found.append(node)
        at += 1
    return found[::-1]


def _only_h1(tree: Tree, left_out: dict[int, str]) -> list[Element]:
    """The one H1 of a page, where it is in the page's main part, whatever the element around it is called."""
    found: list[Element] = []
    at = tree.body.index if tree.body else 0
    while at < len(tree.nodes):
        node = tree.nodes[at]
        if isinstance(node, Element):
            if left_out.get(at) in _NEVER_SHOWN:
                at = node.stop
                continue
            if node.tag == "h1":
                found.append(node)
        at += 1
    if len(found) != 1 or _is_logo(tree, found[0]):
        return []
    around: Element | None = found[0]
    while around is not None and around.tag != "main" and tree.word(around, "role") != "main":
        around = around.parent
    return found if around is not None else []


def _standfirsts(tree: Tree, root: Element, left_out: dict[int, str]) -> list[Element]:
    """The part between the last H1 before the article's text and that text, if it is called a standfirst.

    Or is set as one: H2 elements right after the H1.
    """
    found: list[Element] = []
    at = 0
    headed = False
    deck = -1  # where a deck would begin
    while at < root.index:
        node = tree.nodes[at]
        if isinstance(node, Element):
            if at in left_out:
                at = node.stop
                continue
            if node.tag == "h1":
                headed = True
                deck = node.stop
                found.clear()
            elif node.tag == "h2" and headed and _is_blank_between(tree, deck, at):
                found.append(node)
                at = deck = node.stop
                continue
            elif headed and node.tag in ("p", "div") and node.stop <= root.index and _is_standfirst(tree, node):
                found.append(node)
                at = node.stop
                continue
        at += 1
    return found[:_MAX_STANDFIRSTS]


def _right_below(tree: Tree, h1: Element) -> list[Element]:
    """The paragraphs without a link that follow an H1 at once in its element, as a standfirst does in a `<header>`."""
    found: list[Element] = []
    at, end = h1.stop, h1.parent.stop if h1.parent else h1.stop
    while at < end and len(found) < _MAX_STANDFIRSTS:
        node = tree.nodes[at]
        if isinstance(node, Element):
            inside = tree.nodes[at + 1 : node.stop]
            if node.tag != "p" or any(isinstance(each, Element) and each.tag == "a" for each in inside):
                break
            found.append(node)
            at = node.stop
            continue
        if isinstance(node, TextRun) and tree.source[node.start : node.end].strip():
            break
        at += 1
    return found


def _is_blank_between(tree: Tree, first: int, stop: int) -> bool:
    """Whether the nodes from `first` up to `stop` contain only white space."""
    return first >= 0 and all(
        isinstance(node, TextRun) and not tree.source[node.start : node.end].strip() for node in tree.nodes[first:stop]
    )


def _is_standfirst(tree: Tree, element: Element) -> bool:
    return any(_STANDFIRST.search(tree.word(element, name)) is not None for name in ("class", "id"))


def _is_logo(tree: Tree, h1: Element) -> bool:
    """Whether an H1 is the name of the site: by its class, or because it links to the home page."""
    for element in (h1, h1.parent):
        if element and any(_LOGO.search(tree.word(element, name)) for name in ("class", "id")):
            return True
    for node in tree.nodes[h1.index + 1 : h1.stop]:
        if isinstance(node, Element) and node.tag == "a":
            href = tree.word(node, "href")
            return bool(href) and _HOME.fullmatch(href) is not None
        if isinstance(node, TextRun) and tree.source[node.start : node.end].strip():
            return False
    return False


def _ignored(tree: Tree, root: Element, left_out: dict[int, str], read: list[Element]) -> list[Ignored]:
    """The outermost elements with text that were not read, in document order; `read` are those that were."""
    found: list[Ignored] = []
    at = tree.body.index if tree.body else 0
    around = at  # where the header ends that only its headline is read of
    while at < len(tree.nodes) and len(found) < _MAX_IGNORED:
        node = tree.nodes[at]
        inside = root.index <= at < root.stop and at >= around
        if isinstance(node, TextRun):
            if not inside:
                reason = "header" if at < around else "outside the article"
                _add(found, tree, at, at + 1, Span(node.start, node.end), reason)
            at += 1
            continue
        if any(node is element for element in read):
            at = node.stop
            continue
        if any(node.index < element.index < node.stop for element in read):
            if left_out.get(at) == "header":
                around = node.stop
            at += 1
            continue
        if at in left_out:
            reason = left_out[at]
        elif at < around:
            reason = "header"
        elif inside or node.index <= root.index < node.stop:
            at += 1
            continue
        else:
            reason = hinted_reason(tree, node) or "outside the article"
        if reason:
            _add(found, tree, at, node.stop, node.span, reason)
        at = node.stop
    return found


def _add(found: list[Ignored], tree: Tree, first: int, stop: int, span: Span, reason: str) -> None:
    builder = TextBuilder()
    at = first
    while at < stop and len(builder) <= _MAX_IGNORED_TEXT:
        node = tree.nodes[at]
        if isinstance(node, TextRun):
            add_collapsed(builder, tree.source, node.start, min(node.end, node.start + 500))
        elif node.tag in ("script", "style", "noscript", "template", "svg"):
            at = node.stop
            continue
        elif builder.last not in ("", " "):
            builder.fill(" ")
        at += 1
    words = builder.build().value.strip()
    if any(c.isalnum() for c in words):
        short = words if len(words) <= _MAX_IGNORED_TEXT else words[:_MAX_IGNORED_TEXT].rstrip() + "…"
        found.append(Ignored(span, short, reason))
