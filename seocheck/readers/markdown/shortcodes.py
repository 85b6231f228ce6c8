"""Shortcodes that WordPress writes in square brackets: `[caption id="a"]...[/caption]`, `[gallery ids="1,2"]`."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span
from seocheck.model.article import Block

_NAMES = "caption|gallery|embed|audio|video|youtube|vimeo|soundcloud|playlist|slideshare"
_TAG = late_pattern(
    r"\[embed\][^\[\]\s]{1,500}\[/embed\]"
    rf"|\[/(?:{_NAMES})\]"
    rf"|\[(?:{_NAMES})\s+\w+=[\"'][^\[\]\n]{{0,500}}\]"
    rf"|\[(?:{_NAMES})(?=[\s=])(?:[^\[\]\n=:]{{0,100}}(?:=|://)[^\[\]\n]{{0,500}}|\s+[\w-]*\d[\w-]*\s*)\](?![(\[:])"
    r"|(?m:^[ \t]*\[(?:gallery|playlist)\][ \t]*$)"
)


def shortcodes(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Where shortcodes are in a text. A tag without attributes is one only if it closes, or fills its line."""
    if text.find("[", start, len(text) if end is None else end) < 0:
        return []
    return [Span(*match.span()) for match in _TAG.finditer(text, start, len(text) if end is None else end)]


def without_shortcodes(text: str, span: Span) -> list[Span]:
    """The parts of a range that hold no shortcode."""
    parts: list[Span] = []
    at = span.start
    for code in shortcodes(text, *span):
        parts.append(Span(at, code.start))
        at = code.end
    parts.append(Span(at, span.end))
    return [part for part in parts if part.end > part.start]


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
