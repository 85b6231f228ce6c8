"""Leave out tables of contents: lines that are nothing but links to places on the same page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from seocheck.model.article import Block, Ignored, Link

_LINKED = 0.9  # of the letters of a line that must be link text


def without_contents(blocks: Sequence[Block], links: Sequence[Link]) -> tuple[list[Block], list[Ignored]]:
    """The blocks without lines of a table of contents, and those lines.

    links: in order of place, as every reader yields them.
    """
    starts = [link.span.start for link in links]
    kept: list[Block] = []
    left_out: list[Ignored] = []
    for block in blocks:
        if block.links and block.kind != "heading" and _is_contents(block, links, starts):
            left_out.append(Ignored(block.text.span(), block.text.value, "table of contents"))
        else:
            kept.append(block)
    return kept, left_out


def _is_contents(block: Block, links: Sequence[Link], starts: Sequence[int]) -> bool:
    span = block.text.span()
    # A link begins before its text: with its bracket, or its tag.
    at = max(bisect_left(starts, span.start) - 1, 0)
    inside = []
    while at < len(links) and starts[at] < span.end:
        if links[at].span.end > span.start:
            inside.append(links[at])
        at += 1
    if not inside or not all(link.href.startswith("#") and len(link.href) > 1 for link in inside):
        return False
    value = block.text.value
    linked = sum(character.isalnum() for a, b in block.links for character in value[a:b])
    return linked >= _LINKED * sum(character.isalnum() for character in value)
