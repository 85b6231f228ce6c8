"""Shortcodes that WordPress writes in square brackets: `[caption id="a"]...[/caption]`, `[gallery ids="1,2"]`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span
from seocheck.model.article import Block

_NAMES = "caption|gallery|embed|audio|video|youtube|vimeo|soundcloud|playlist|slideshare"
_MAX_NAMES = 100
_TAG = late_pattern(
    r"\[embed\][^\[\]\s]{1,500}\[/embed\]"
    rf"|\[/(?:{_NAMES})\]"
    rf"|\[(?:{_NAMES})\s+\w+=[\"'][^\[\]\n]{{0,500}}\]"
    rf"|\[(?:{_NAMES})(?=[\s=])(?:[^\[\]\n=:]{{0,100}}(?:=|://)[^\[\]\n]{{0,500}}|\s+[\w-]*\d[\w-]*\s*)\](?![(\[:])"
    r"|(?m:^[ \t]*\[(?:gallery|playlist)\][ \t]*$)"
)
_NAMED = late_pattern(rf"\[/?(?:{_NAMES})")
"""Without this there is no such tag, and it is found by its bracket alone."""
_ATTRIBUTED = late_pattern(
    r"\[[A-Za-z][\w-]{1,40}(?:[ \t]+[\w-]{1,40}){0,3}[ \t]+[\w-]{1,40}="
    r"(?:[\"'“”″][^\[\]\n]{0,500}|[\w.:/#%-]{1,200}[ \t]*)\](?![(:])"
)
"""A tag of any plugin, with an attribute."""
_CLOSING = late_pattern(r"\[/([A-Za-z][\w-]{1,40})\]")


def shortcodes(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Where shortcodes are in a text: tags with attributes, and tags of names that one of the text closes.

    Any other tag without attributes is one only if it fills its line.
    """
    stop = len(text) if end is None else end
    if text.find("[", start, stop) < 0:
        return []
    found: set[Span] = set()
    if _NAMED.search(text, start, stop):
        found.update(Span(*match.span()) for match in _TAG.finditer(text, start, stop))
    found.update(Span(*match.span()) for match in _ATTRIBUTED.finditer(text, start, stop))
    pairs = _pairs(text)
    if pairs is not None:
        found.update(Span(*match.span()) for match in pairs.finditer(text, start, stop))
    spans: list[Span] = []
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
    return spans


@lru_cache(maxsize=2)
def _pairs(text: str) -> re.Pattern[str] | None:
    """Tags without attributes that are opened and closed in a text; None for none."""
    names = {name for name in _CLOSING.findall(text) if f"[{name}]" in text or f"[{name} " in text}
    if not names or len(names) > _MAX_NAMES:
        return None
    known = "|".join(sorted(map(re.escape, names)))
    return late_pattern(rf"\[/?(?:{known})\](?![(:])")


def without_shortcodes(text: str, span: Span, *, spaces: bool = True) -> list[Span]:
    """The parts of a range that hold no shortcode; without `spaces`, only those with anything but white space."""
    parts: list[Span] = []
    at = span.start
    for code in shortcodes(text, *span):
        parts.append(Span(at, code.start))
        at = code.end
    parts.append(Span(at, span.end))
    return [part for part in parts if part.end > part.start and (spaces or text[slice(*part)].strip())]


def captioned(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in the order of the text, with paragraphs between the tags of a caption made captions."""
    ranges: list[Span] = []
    opened = -1
    for code in shortcodes(text) if "[/caption]" in text else ():
        if text.startswith("[caption", code.start):
            opened = code.end
        elif text.startswith("[/caption", code.start) and opened >= 0:
            ranges.append(Span(opened, code.start))
            opened = -1
    if not ranges:
        return list(blocks)
    found: list[Block] = []
    at = 0
    for block in blocks:
        span = block.text.span()
        while at < len(ranges) and ranges[at].end <= span.start:
            at += 1
        inside = at < len(ranges) and ranges[at].start <= span.start and span.end <= ranges[at].end
        found.append(replace(block, kind="caption") if inside and block.kind == "paragraph" else block)
    return found
