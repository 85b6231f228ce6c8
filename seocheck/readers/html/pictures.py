"""Images of a page: which of them readers see, and what they are called."""

from __future__ import annotations

import re

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span
from seocheck.model.article import Image
from seocheck.readers.html.tree import Element, Tree

_NO_SIZE = ("0", "1", "0px", "1px")
_STYLE_SIZE = late_pattern(r"(?:^|[;\s])(width|height)\s*:\s*([\d.]+)px", re.IGNORECASE)
_ONE_PIXEL = late_pattern(r"data:image/(?:gif;base64,R0lGOD(?:lh|dh)AQAB|png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB)")
"""A GIF or PNG of one pixel, which keeps a place until a script fills it."""
_AUTHOR = late_pattern(
    r"(?:^|[\s_-])(?:avatar|gravatar|(?:author|byline)[\w-]*(?:photo|image|img|icon|pic|thumb))", re.I
)
_AUTHORS = late_pattern(r"(?:^|//|\.)gravatar\.com/avatar")
_LEVELS = 2  # of the elements around an image whose classes may say that it shows the author
_SOURCES = ("src", "data-src", "data-lazy-src", "data-original", "data-srcset", "srcset")


def image_of(tree: Tree, element: Element) -> Image | None:
    """The image that an element shows; None for counting pixels, placeholders and icons of authors."""
    written = tree.value(element, "src")
    sources = [_first(value.value) for name in _SOURCES if (value := tree.value(element, name))]
    shown = [source for source in sources if source and _ONE_PIXEL.match(source) is None]
    if (sources or written is not None) and not shown:
        return None  # a frame that a script fills
    if _is_pixel(tree, element) or _is_author(tree, element, shown[0] if shown else ""):
        return None
    return Image(tree.value(element, "alt"), shown[0] if shown else "", Span(element.start, element.start_end))


def _first(value: str) -> str:
    """The address in a value, or the first one of a list of them with widths."""
    value = value.strip()
    return value.split()[0].rstrip(",") if " " in value and value.endswith(("w", "x")) else value


def _is_pixel(tree: Tree, element: Element) -> bool:
    """Whether an image is as small as only those that count visits are."""
    sizes = {name: tree.word(element, name) for name in ("width", "height")}
    if "style" in (attribute.name for attribute in element.attributes):
        for found in _STYLE_SIZE.finditer(tree.word(element, "style")):
            sizes[found[1].lower()] = found[2]
    given = [size for size in sizes.values() if size]
    return bool(given) and all(size in _NO_SIZE for size in given)


def _is_author(tree: Tree, element: Element, source: str) -> bool:
    if _AUTHORS.search(source):
        return True
    around: Element | None = element
    for _ in range(_LEVELS + 1):
        if around is None:
            break
        if _AUTHOR.search(tree.word(around, "class")):
            return True
        around = around.parent
    return False
