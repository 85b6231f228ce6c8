"""List items and table cells that arrange a page rather than list or tabulate anything."""

from __future__ import annotations

from seocheck.readers.html.elements import HEADINGS
from seocheck.readers.html.tree import Element, Tree

_LAYOUT_PARAGRAPHS = 3  # a table with a cell of that many paragraphs arranges the page, it tabulates nothing


def prose_holders(tree: Tree) -> frozenset[int]:
    """List items and table cells that hold sections of prose and so aren't items or cells to a reader.

    Items with a heading of their own; the cells of tables made for layout: with `role=presentation`, or
    without header cells and with a heading, a further table or several paragraphs in a cell.
    """
    found: set[int] = set()
    cells: dict[int, list[int]] = {}
    layout: set[int] = set()
    tabular: set[int] = set()
    paragraphs: dict[int, int] = {}
    open_elements: list[Element] = []
    for node in tree.nodes:
        if not isinstance(node, Element):
            continue
        while open_elements and open_elements[-1].stop <= node.index:
            open_elements.pop()
        holder = open_elements[-1] if open_elements else None
        table = next((e for e in open_elements[:-4:-1] if e.tag == "table"), None)
        if node.tag in HEADINGS and holder:
            if holder.tag == "li":
                found.add(holder.index)
            elif holder.tag == "td" and table:
                layout.add(table.index)
        elif node.tag == "p" and holder and holder.tag == "td" and table:
            paragraphs[holder.index] = paragraphs.get(holder.index, 0) + 1
            if paragraphs[holder.index] >= _LAYOUT_PARAGRAPHS:
                layout.add(table.index)
        elif node.tag in ("th", "caption") and table:
            tabular.add(table.index)
        elif node.tag == "table":
            if table and holder and holder.tag == "td":
                layout.add(table.index)
            if tree.word(node, "role") in ("presentation", "none"):
                layout.add(node.index)
        if node.tag == "td" and table:
            cells.setdefault(table.index, []).append(node.index)
        if node.tag in ("li", "td", "table"):
            open_elements.append(node)
    for index in layout - tabular:
        found.update(cells.get(index, ()))
    return frozenset(found)
