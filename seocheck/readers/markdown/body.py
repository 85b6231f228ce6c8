"""The body of a Markdown file: what it holds, once what is hidden in it is left out."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span, Text
from seocheck.model.article import Block, EmptyHeading, Ignored, Image, Link
from seocheck.readers.blocks.contents import without_contents
from seocheck.readers.blocks.form_words import form_words
from seocheck.readers.markdown.inner_front_matter import inner_front_matter
from seocheck.readers.markdown.shortcodes import captioned
from seocheck.readers.markdown.templating import hide
from seocheck.readers.markdown.walker import Walker
from seocheck.readers.markdown.wide_tables import without_padding

_WORD = late_pattern(r"\S")
_SURROGATE = late_pattern("[\ud800-\udfff]")


class MarkdownBody(msgspec.Struct, frozen=True):
    """Blocks in reading order with the links and images among them, and what was left out."""

    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    images: tuple[Image, ...]
    ignored: tuple[Ignored, ...] = ()
    empty_headings: tuple[EmptyHeading, ...] = ()
    indented_code: tuple[Span, ...] = ()
    form_words: tuple[Text, ...] = ()


def read_body(text: str, start: int, *, mdx: bool = False, left_out: Sequence[Span] = ()) -> MarkdownBody:
    """Read the Markdown in `text` from `start` on, without the ranges `left_out`. Never raises; time is linear."""
    masked = hide(text[start:], mdx=mdx)
    masked = _blanked(masked, [Span(a - start, b - start) for a, b in left_out])
    if _SURROGATE.search(masked):  # cannot be encoded; comes only from text made by hand
        masked = _SURROGATE.sub("\ufffd", masked)
    masked = without_padding(masked)
    walker = Walker(text, masked, start)
    walker.ignored += [Ignored(span, text[slice(*span)], "front matter") for span in inner_front_matter(text, start)]
    walker.walk()
    blocks, contents = without_contents(captioned(text, walker.blocks), walker.links)
    walker.ignored += contents
    return MarkdownBody(
        tuple(blocks),
        tuple(walker.links),
        tuple(walker.images),
        tuple(walker.ignored),
        tuple(walker.empty_headings),
        tuple(walker.indented_code),
        form_words(text, walker.html) if walker.html else (),
    )


def _blanked(text: str, ranges: Sequence[Span]) -> str:
    """The text with spaces instead of the words in these ranges, which are in order."""
    pieces: list[str] = []
    at = 0
    for start, end in ranges:
        pieces += [text[at:start], _WORD.sub(" ", text[start:end])]
        at = end
    return "".join([*pieces, text[at:]])
