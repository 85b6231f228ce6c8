"""Boxes within the element that holds an article, known by how they are built: menus above it, cards, hover cards."""

from __future__ import annotations

import re

from seocheck.base.late_pattern import late_pattern
from seocheck.readers.html.elements import HEADINGS, LINK_LISTS
from seocheck.readers.html.prose import ProseByElement
from seocheck.readers.html.tokens import SPACE, TextRun
from seocheck.readers.html.tree import Element, Tree

_CARD_TAGS = frozenset({"div", "li", "article", "section", "a"})
_PICTURES = frozenset({"img", "picture", "svg", "amp-img"})
_CARDS = 2  # elements alike, one after the other, that make a group of cards
_MIN_TITLE = 15  # characters of link text that a card has at least: the title of another article
_MAX_BESIDE = 80  # characters in a box beside its cards: a heading, a link to more
_MAX_CARD = 300  # characters of a card: a title, a date, a teaser cut off
_MAX_NODES = 80  # elements and texts in a card
_MAX_BOXES = 10  # one in another around cards
_MAX_APART = 20  # characters between two cards
_TITLE_SHARE = 0.5  # of a card's text that its links make up; less is a caption with links in it
_HOVER = late_pattern(r"(?:^|[\s_-])(?:roll-?over|tool-?tip|hover-?card|pop-?over|fly-?out)", re.IGNORECASE)


def leave_out_boxes(tree: Tree, prose: ProseByElement, root: Element, title: Element | None) -> None:
    """Add to `prose.left_out` what isn't the article in its element `root`, headed by `title`."""
    kept = title if title and root.index < title.index < root.stop else None
    groups: dict[int, list[Element]] = {}
    at = root.index + 1
    while at < root.stop:
        node = tree.nodes[at]
        if isinstance(node, TextRun):
            at += 1
            continue
        if at in prose.left_out:
            at = node.stop
            continue
        if kept and node.stop <= kept.index and node.tag in LINK_LISTS and prose.is_link_list(node):
            prose.left_out[at] = "list of links"
            at = node.stop
            continue
        if node.tag in _CARD_TAGS and node.parent is not None and _is_card(tree, prose, node):
            groups.setdefault(node.parent.index, []).append(node)  # a box of cards may look like one itself
        if node.attributes and _is_hover(tree, node):
            _leave_out_hover_cards(tree, prose, node)
        at += 1
    for cards in groups.values():
        for run in _alike(tree, prose, cards):
            if len(run) >= _CARDS and not (kept and run[0].index <= kept.index < run[-1].stop):
                _leave_out_cards(prose, run, root, kept)


def _is_card(tree: Tree, prose: ProseByElement, element: Element) -> bool:
    """Whether an element is a linked title with a picture or as a heading, and no prose."""
    text, linked = prose.characters(element)
    if (
        linked < _MIN_TITLE
        or element.stop - element.index > _MAX_NODES
        or text > _MAX_CARD
        or prose.of(element) > _MAX_BESIDE
    ):
        return False
    pictured = linked_heading = False
    link = 0  # where the open one ends
    for node in tree.nodes[element.index : element.stop]:
        if isinstance(node, TextRun):
            continue
        if node.tag == "a":
            link = node.stop
        if node.tag in _PICTURES and node.index < link:
            pictured = True
        elif node.tag in HEADINGS:
            first = tree.nodes[node.index + 1] if node.index + 1 < node.stop else None
            linked_heading = linked_heading or node.index < link or (isinstance(first, Element) and first.tag == "a")
    return pictured or linked_heading


def _alike(tree: Tree, prose: ProseByElement, cards: list[Element]) -> list[list[Element]]:
    """The cards of one parent in runs of the same tag and class with nothing between them but cards."""
    runs: list[list[Element]] = []
    for card in cards:
        last = runs[-1][-1] if runs else None
        near = last is not None and prose.between_characters(last.stop, card.index) <= _MAX_APART
        if last and near and last.tag == card.tag and _names(tree, last) & _names(tree, card):
            runs[-1].append(card)
        else:
            runs.append([card])
    return runs


def _names(tree: Tree, element: Element) -> frozenset[str]:
    return frozenset(tree.word(element, "class").split()) or frozenset({""})


def _leave_out_cards(prose: ProseByElement, cards: list[Element], root: Element, title: Element | None) -> None:
    """Leave out the cards, and the boxes around them that hold hardly anything else."""
    box = cards[0].parent
    outer: Element | None = None
    inside = sum(prose.characters(card)[0] for card in cards)
    for _ in range(_MAX_BOXES):
        if box is None or box.index <= root.index or (title and box.index <= title.index < box.stop):
            break
        if prose.characters(box)[0] - inside > _MAX_BESIDE:
            break
        outer, box = box, box.parent
    for element in [outer] if outer else cards:
        prose.left_out.setdefault(element.index, "related articles")


def _is_hover(tree: Tree, element: Element) -> bool:
    return _HOVER.search(tree.word(element, "class")) is not None


def _leave_out_hover_cards(tree: Tree, prose: ProseByElement, element: Element) -> None:
    """Leave out what an element called so shows beside its first words only when a reader points at them."""
    if tree.word(element, "role") == "tooltip":
        prose.left_out[element.index] = "hidden"
        return
    shown = False
    for child in tree.children(element):
        if isinstance(child, TextRun):
            shown = shown or bool(tree.source[child.start : child.end].strip(SPACE))
        elif shown and _is_hover(tree, child):
            prose.left_out[child.index] = "hidden"
        else:
            shown = shown or prose.characters(child)[0] > 0
