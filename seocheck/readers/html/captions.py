"""Where a page has what belongs to its pictures: figures, elements called captions, galleries."""

from __future__ import annotations

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span
from seocheck.readers.html.furniture import is_caption
from seocheck.readers.html.prose import ProseByElement
from seocheck.readers.html.tree import Element, Tree

_CAPTION_SHARE = 0.3  # of an article's prose that one picture's caption may hold
_GALLERY = late_pattern(r"(?:^|[\s_-])(?:gallery|slide-?show|carousel)(?=$|[\s_-])")
_PICTURES = 3  # images, or items of a list, that make an element a gallery
_BESIDE = 800  # characters of prose beside a gallery in an article that isn't one itself
_MAX_GALLERIES = 20  # elements called so that are looked into


def caption_ranges(tree: Tree, root: Element, prose: ProseByElement) -> list[tuple[Span, bool]]:
    """The ranges in `root` whose paragraphs are captions, in order; True where its headings are too."""
    found: list[tuple[Span, bool]] = []
    whole = prose.of(root)
    galleries = 0
    for node in tree.nodes[root.index + 1 : root.stop]:
        if not isinstance(node, Element) or (found and node.start < found[-1][0].end):
            continue
        if node.tag == "figure" or is_caption(tree, node):
            if prose.of(node) <= _CAPTION_SHARE * whole and node.tag not in ("table", "ul", "ol"):
                found.append((node.span, False))
        elif node.attributes and galleries < _MAX_GALLERIES and _GALLERY.search(tree.word(node, "class")):
            galleries += 1
            pictures = max(tree.source.count(tag, node.start, node.end) for tag in ("<img", "<li"))
            if pictures >= _PICTURES and whole - prose.of(node) >= _BESIDE:
                found.append((node.span, True))
    return found
