"""A paragraph of Word -> a line of Markdown: its words, links and pictures, without what was deleted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from seocheck.readers.made_text import escaped

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_OLD_PICTURE = "{urn:schemas-microsoft-com:vml}imagedata"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

_LEFT_OUT = frozenset(
    [f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "txbxContent", "footnoteRef")]
    + [_FALLBACK]
)
_SIGNS = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}


def line_of(element: Any, links: Mapping[str, str]) -> str:
    """The Markdown of a paragraph's content, in one line. links: the targets of its part, by id."""
    return " ".join("".join(_pieces(element, links)).split())


def plain_of(element: Any) -> str:
    """The words of a paragraph as they are, for code."""
    return "".join(
        each.text or "" if each.tag == f"{_W}t" else _SIGNS.get(each.tag, "") for each in _words(element)
    ).rstrip()


def _words(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag == f"{_W}t" or child.tag in _SIGNS:
            yield child
        else:
            yield from _words(child)


def _pieces(element: Any, links: Mapping[str, str]) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag in _LEFT_OUT:
            continue
        if tag == f"{_W}t":
            yield escaped(child.text or "")
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        elif tag == f"{_W}hyperlink":
            yield _link(child, links)
        elif tag in (f"{_W}drawing", f"{_W}pict"):
            yield from _pictures(child)
        else:
            yield from _pieces(child, links)


def _link(element: Any, links: Mapping[str, str]) -> str:
    words = "".join(_pieces(element, links))
    target = links.get(element.get(f"{_R}id", ""), "")
    anchor = element.get(f"{_W}anchor")
    if anchor:
        target = f"{target}#{anchor}"
    if not target:
        return words
    return f"[{words}](<{quote(target, safe=_KEPT)}>)"


_KEPT = "/:?#[]@!$&'()*+,;=%~-._"
"""Characters of an address that stay as they are."""


def _pictures(element: Any) -> Iterator[str]:
    """Pictures with their alternative texts; shapes and charts are none."""
    if any(True for _ in element.iter(_PICTURE)):
        for drawn in element.iter(_DRAWN):
            yield _picture(drawn.get("descr") or "", drawn.get("name") or "picture")
    for old in element.iter(_OLD_PICTURE):
        title = old.get("{urn:schemas-microsoft-com:office:office}title") or ""
        yield _picture(title, "picture")


def _picture(alt: str, name: str) -> str:
    return f"![{escaped(' '.join(alt.split()))}](<{quote(' '.join(name.split()), safe=' ._-')}>)"
