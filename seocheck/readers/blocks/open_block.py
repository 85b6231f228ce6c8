"""A block of a Markdown body while its pieces arrive, and what becomes of it at its end."""

from __future__ import annotations

from seocheck.base.text import Span, Text, TextBuilder
from seocheck.model.article import Block, BlockKind
from seocheck.readers.blocks.addresses import addresses, is_code
from seocheck.readers.blocks.bold import BoldLead
from seocheck.readers.blocks.captions import is_caption_line
from seocheck.readers.blocks.ranges import moved, united

_CAPTION = 400  # characters


class OpenBlock:
    """A block while its pieces arrive. `span` is a heading's place until something shows in it."""

    __slots__ = ("bold", "builder", "code", "italic", "kind", "level", "links", "pictured", "span")

    def __init__(self, kind: BlockKind, level: int = 0, span: Span | None = None) -> None:
        self.kind: BlockKind = kind
        self.level = level
        self.span = span
        self.builder = TextBuilder()
        self.bold = BoldLead()
        self.italic = BoldLead()
        self.pictured = False  # whether an image is in it
        self.code: list[Span] = []
        self.links: list[Span] = []

    def text(self) -> Text:
        """The words so far, without spaces around them."""
        return self.builder.build().strip()

    def finish(self, *, after_break: bool, after_picture: bool) -> Block | None:
        """The block with its code, links and bold beginning; None if it is nothing but code.

        after_picture: whether it is right below an image, where words in italics are a caption.
        """
        whole = self.builder.build()
        text = whole.strip()
        shift = len(whole.value) - len(whole.value.lstrip())
        code = list(moved(self.code, shift, len(text.value)))
        links = moved(self.links, shift, len(text.value))
        if self.kind == "paragraph" and is_code(text.value, [span for span in code if span not in links]):
            return None
        code.extend(addresses(text.value))
        below = after_picture and len(text.value) <= _CAPTION and self.italic.of(whole.value) == "whole"
        is_caption = below or (self.pictured and is_caption_line(text.value))
        kind: BlockKind = "caption" if is_caption and self.kind == "paragraph" else self.kind
        bold = self.bold.of(whole.value)
        return Block(kind, text, self.level, united(code), tuple(links), after_break, bold)
