"""From the events of the Markdown parser to blocks, links and images with their places."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pyromark
from msgspec.structs import replace

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span, TextBuilder
from seocheck.model.article import Block, BlockKind, EmptyHeading, Ignored, Image, Link
from seocheck.readers.blocks.breadcrumbs import is_breadcrumb
from seocheck.readers.blocks.captions import is_below_image_tag
from seocheck.readers.blocks.empty_headings import is_blank, is_filled_later, without_attribute_list
from seocheck.readers.blocks.open_block import OpenBlock
from seocheck.readers.blocks.open_pre import PRE_END, Collected, is_open_pre
from seocheck.readers.markdown import html_fragment, inline_tags
from seocheck.readers.markdown.byte_offsets import ByteOffsets
from seocheck.readers.markdown.docfx import TAB, is_tab
from seocheck.readers.markdown.templating import FILLER

_OPTIONS = pyromark.Options
_PARSER = pyromark.Markdown(
    options=_OPTIONS.ENABLE_TABLES
    | _OPTIONS.ENABLE_FOOTNOTES
    | _OPTIONS.ENABLE_STRIKETHROUGH
    | _OPTIONS.ENABLE_TASKLISTS
    | _OPTIONS.ENABLE_HEADING_ATTRIBUTES
    | _OPTIONS.ENABLE_DEFINITION_LIST
    | _OPTIONS.ENABLE_GFM
)
_PIECES = late_pattern(rf"[{FILLER}]+|\s+|[^\s{FILLER}]+")
_NO_CELL = ({"Start": "TableCell"}, {"End": "TableCell"})
"""A cell that a row leaves out: there is nothing at its place."""


class Walker:
    """Turns the event stream into blocks. One pass, no recursion."""

    def __init__(self, text: str, masked: str, base: int) -> None:
        self._text = text
        self._masked = masked
        self._offset = ByteOffsets(masked)
        self._base = base
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.ignored: list[Ignored] = []
        self.empty_headings: list[EmptyHeading] = []
        self.indented_code: list[Span] = []
        self._open: OpenBlock | None = None
        self._containers: list[BlockKind] = []
        self._quotes = 0  # how many of them are quotations; lists may be nested by the ten thousand
        self._link: list[tuple[int, str]] = []
        self._tags = inline_tags.InlineTags()
        self._alt: TextBuilder | None = None
        self._alt_depth = 0
        self._src = ""
        self._skip = 0  # depth inside a code or metadata block
        self._html: list[Span] = []
        self.html: list[Span] = []
        """Where blocks of HTML are, in order."""
        self._tables = 0  # how many HTML tables are open, whose cells hold Markdown
        self._break = False
        self._picture = False  # whether an image without words was the last thing read
        self._made_heading = False  # whether the open heading is an HTML element within a paragraph
        self._pre: Collected | None = None  # what was there when a <pre> began that its HTML block does not end

    def walk(self) -> None:
        """Read all events."""
        for event, byte_range in _PARSER.events_with_range(self._masked):
            if byte_range["start"] == byte_range["end"] and event in _NO_CELL:
                continue
            start = self._offset(byte_range["start"]) + self._base
            end = self._offset(byte_range["end"]) + self._base
            if isinstance(event, str):
                if event in ("SoftBreak", "HardBreak"):
                    self._blank(start, end)
                elif event == "Rule":
                    self._break = True
                continue
            name, value = next(iter(event.items()))
            handler: Callable[[Any, int, int], None] | None = getattr(self, f"_on_{name.lower()}", None)
            if handler is not None:
                handler(value, start, end)
        self._close()

    # -- containers ------------------------------------------------------------------------------

    def _on_start(self, tag: Any, start: int, end: int) -> None:
        name, detail = _tag(tag)
        if name in ("CodeBlock", "MetadataBlock"):
            self._close()
            if detail == "Indented":
                self.indented_code.append(Span(start, end))
            self._skip += 1
            self._break = True
        elif self._skip:
            return
        elif name == "Paragraph":
            self._begin(self._containers[-1] if self._containers else "paragraph")
        elif name == "Heading":
            if self._quotes:
                self._begin("quotation")  # a heading in a quotation isn't this article's
            elif self._tables > 0:
                self._begin("cell")  # laid out by an HTML table; many processors print its marks as they are
            else:
                self._begin("heading", int(detail["level"][1:]), Span(start, end))
        elif name == "BlockQuote":
            self._close()
            # An alert (> [!NOTE]) is the author's own text in a box; only a plain block quote quotes.
            self._enter("quotation" if detail is None else "paragraph")
        elif name == "Item":
            self._close()
            self._enter("quotation" if self._quotes else "item" if self._is_written_as_item(start) else "paragraph")
        elif name == "DefinitionListTitle":
            self._begin("quotation" if self._quotes else "item")
        elif name == "DefinitionListDefinition":
            self._close()
            self._enter("quotation" if self._quotes else "item")
        elif name == "FootnoteDefinition":
            self._close()
            self._enter("caption")
        elif name == "TableCell":
            self._begin("cell")
        elif name in ("List", "Table", "HtmlBlock"):
            self._close()
            self._html = []
        elif name == "Link":
            self._link.append((len(self._block().builder), str(detail["dest_url"])))
        elif name in ("Strong", "Emphasis") and self._alt is None:
            block = self._block()
            (block.bold if name == "Strong" else block.italic).begin(block.builder)
        elif name == "Image":
            if self._alt is None:
                self._alt = TextBuilder()
                self._alt_depth = 0
                self._src = str(detail["dest_url"])
                self._break = self._break or not len(self._block().builder)
            else:
                self._alt_depth += 1

    def _on_end(self, tag: Any, start: int, end: int) -> None:
        name, _ = _tag(tag)
        if name in ("CodeBlock", "MetadataBlock"):
            self._skip = max(self._skip - 1, 0)
        elif self._skip:
            return
        elif name in ("Paragraph", "Heading", "TableCell", "List", "Table", "DefinitionListTitle"):
            self._close()
        elif name in ("BlockQuote", "Item", "FootnoteDefinition", "DefinitionListDefinition"):
            self._close()
            if self._containers:
                self._quotes -= self._containers.pop() == "quotation"
        elif name == "HtmlBlock":
            self._html_block()
        elif name == "Link":
            self._end_link(start, end)
        elif name in ("Strong", "Emphasis") and self._alt is None:
            block = self._block()
            (block.bold if name == "Strong" else block.italic).end(len(block.builder))
        elif name == "Image":
            if self._alt_depth:
                self._alt_depth -= 1
            elif self._alt is not None:
                alt = self._alt.build(anchor=Span(start, end))
                if not is_blank(alt.value):
                    self._shows()
                self._block().pictured = True
                self.images.append(Image(alt, self._src, Span(start, end)))
                self._alt = None

    def _is_written_as_item(self, start: int) -> bool:
        """Whether a list item is in the source; its marker may come from the header of a box or tab."""
        return self._text[start] == self._masked[start - self._base]

    def _enter(self, kind: BlockKind) -> None:
        self._containers.append(kind)
        self._quotes += kind == "quotation"

    def _begin(self, kind: BlockKind, level: int = 0, span: Span | None = None) -> None:
        self._close()
        self._open = OpenBlock(kind, level, span)

    def _shows(self) -> None:
        """The open block contains something other than text: if it is a heading, it isn't empty."""
        if self._open is not None:
            self._open.span = None

    def _keep_empty(self, level: int, span: Span) -> None:
        """Keep a heading without words. One that a template fills in begins a part of the text, as any other does."""
        written = self._text[span.start : span.end]
        masked = self._masked[span.start - self._base : span.end - self._base]
        blank = written == masked or is_blank(without_attribute_list(written).strip().strip("#"))
        filled = not blank or is_filled_later(written)
        self._break = self._break or filled
        end = span.start + len(written.rstrip())
        self.empty_headings.append(EmptyHeading(Span(span.start, end), level, filled_later=filled))

    def _block(self) -> OpenBlock:
        """The open block; text straight inside a tight list item opens one by itself."""
        if self._open is None:
            self._open = OpenBlock(self._containers[-1] if self._containers else "paragraph")
        return self._open

    def _close(self) -> None:
        block, self._open = self._open, None
        self._made_heading = False
        self._link.clear()
        self._tags.forget()
        if block is None:
            return
        text = block.text()
        if block.span is not None and is_blank(text.value):
            self._keep_empty(block.level, block.span)
        if not any(c.isalnum() for c in text.value):
            self._picture = self._picture or block.pictured
            return
        if block.kind == "heading" and is_tab(self._text, text.span().start):
            self.ignored.append(Ignored(text.span(), text.value, TAB))
            self._break = True
            return
        if not self.blocks and block.kind == "paragraph" and is_breadcrumb(text.value, block.links):
            self.ignored.append(Ignored(text.span(), text.value, "breadcrumbs"))
            return
        after_picture = self._picture or is_below_image_tag(self._text, text.span().start)
        self._picture = False
        finished = block.finish(after_break=self._break, after_picture=after_picture)
        if finished is None:  # nothing but code
            self._break = True
            return
        self.blocks.append(finished)
        self._break = finished.kind == "caption"

    # -- inline ----------------------------------------------------------------------------------

    def _target(self) -> TextBuilder:
        return self._alt if self._alt is not None else self._block().builder

    def _on_text(self, value: str, start: int, end: int) -> None:
        if not self._skip:
            self._add(value, start, end)

    def _on_code(self, value: str, start: int, end: int) -> None:
        builder = self._target()
        before = len(builder)
        inner = self._masked.find(value, start - self._base, end - self._base)
        if FILLER in value and inner >= 0:  # template code that is shown as code is shown
            inner += self._base
            shown = self._text[inner : inner + len(value)]
            builder.add(shown, inner, inner + len(shown), same=True)
        elif inner >= 0:
            self._add(value, inner + self._base, inner + self._base + len(value))
        else:
            self._add(value, start, end)
        if self._alt is None:
            self._block().code.append(Span(before, len(builder)))

    def _on_inlinehtml(self, value: str, start: int, end: int) -> None:
        name = html_fragment.tag_name(value)
        if self._pre is not None and PRE_END.match(value):
            self._end_pre()
        elif name == "br":
            self._blank(start, end)
        elif name == "img":
            self.images.extend(html_fragment.read(self._text, [Span(start, end)]).images)
        elif inline_tags.TAG.match(value) and self._alt is None and not self._link:
            link = self._tags.tag(self._text[start:end], start, end, self._block())
            if link is not None:
                self.links.append(link)
        bounds, level = html_fragment.block_level(value)
        if bounds and not self._in_heading_or_cell():
            self._close()
            if level and not self._quotes:
                self._begin("heading", level)
                self._made_heading = True
        if name and not html_fragment.adds_nothing_to_heading(value):
            self._shows()

    def _in_heading_or_cell(self) -> bool:
        return self._open is not None and self._open.kind in ("heading", "cell") and not self._made_heading

    def _on_footnotereference(self, value: str, start: int, end: int) -> None:
        self._shows()

    def _on_html(self, value: str, start: int, end: int) -> None:
        if not self._skip:
            self._html.append(Span(start, end))

    def _html_block(self) -> None:
        spans, self._html = self._html, []
        opens = False
        if spans:
            whole = Span(spans[0].start, spans[-1].end)
            self.html.append(whole)
            ended = PRE_END.search(self._text, *whole) if self._pre is not None else None
            if ended:
                self._end_pre()
                spans = [Span(max(a, ended.end()), b) for a, b in spans if b > ended.end()]
                whole = Span(ended.end(), whole.end)
            opens = is_open_pre(self._text, whole)
            self._tables = max(self._tables + html_fragment.opened_tables(self._text, whole), 0)
        body = html_fragment.read(self._text, spans)
        kind = self._containers[-1] if self._containers else None
        for block in body.blocks:
            if kind == "quotation" or (kind == "item" and block.kind == "paragraph"):
                block = replace(block, kind=kind, level=0)
            if self._break:
                block = replace(block, after_break=True)
                self._break = False
            self.blocks.append(block)
        self._break = self._break or body.broken
        self.links.extend(body.links)
        self.images.extend(body.images)
        if kind != "quotation":
            self.empty_headings.extend(body.empty_headings)
        if opens and self._pre is None:
            self._pre = Collected(len(self.blocks), len(self.links), len(self.images), len(self.empty_headings))

    def _end_pre(self) -> None:
        """Forget what was read since a `<pre>`: a blank line in it ends the HTML block, but not the code."""
        if self._pre is None:
            return
        del self.blocks[self._pre.blocks :]
        del self.links[self._pre.links :]
        del self.images[self._pre.images :]
        del self.empty_headings[self._pre.empty_headings :]
        self._pre = None
        self._break = True
        self._link.clear()
        if self._open is not None:
            self._open = OpenBlock(self._open.kind if self._open.kind != "heading" else "paragraph")

    def _add(self, value: str, start: int, end: int) -> None:
        """Add a piece; white space runs become one space, hidden template code becomes nothing."""
        builder = self._target()
        same = self._text[start:end] == value
        if not same and self._masked[start - self._base : end - self._base] != value:
            builder.add(value, start, end, same=False)
            return
        doubled = value[:1].isspace() and builder.last.isspace()  # around a tag or a comment that says nothing
        if not doubled and FILLER not in value and "  " not in value and "\n" not in value and "\t" not in value:
            builder.add(value, start, end, same=True)
            return
        for piece in _PIECES.finditer(value):
            a, b = start + piece.start(), start + piece.end()
            words = piece.group()
            if words[0] == FILLER:
                continue
            if words.isspace():
                self._blank(a, b)
            else:
                builder.add(words, a, b, same=True)

    def _blank(self, start: int, end: int) -> None:
        builder = self._target()
        if self._alt is None and self._open is None:
            return
        if builder.last and not builder.last.isspace():
            builder.add(" ", start, end, same=self._text[start:end] == " ")

    def _end_link(self, start: int, end: int) -> None:
        if not self._link:
            return
        begin, href = self._link.pop()
        if self._alt is not None:
            return
        block = self._block()
        stop = len(block.builder)
        text = block.builder.since(begin)
        self.links.append(Link(text, href, Span(start, end)))
        if text.value.strip() in (href, href.removeprefix("mailto:")):
            block.code.append(Span(begin, stop))  # a bare address isn't prose
        block.links.append(Span(begin, stop))


def _tag(tag: Any) -> tuple[str, Any]:
    return (tag, None) if isinstance(tag, str) else next(iter(tag.items()))
