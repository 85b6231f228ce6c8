"""Walk an element of a page and collect its running text as blocks, with links and images."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from seocheck.base.text import Span, Text, TextBuilder
from seocheck.model.article import Block, BlockKind, EmptyHeading, Image, Link
from seocheck.readers.blocks.addresses import addresses, is_code
from seocheck.readers.blocks.bold import BoldLead
from seocheck.readers.blocks.captions import is_caption_line
from seocheck.readers.blocks.empty_headings import adds_nothing, is_blank, is_filled_later
from seocheck.readers.blocks.ranges import united
from seocheck.readers.html.elements import BLOCKS, CODE, HEADINGS, INLINE, heading_level
from seocheck.readers.html.pictures import image_of
from seocheck.readers.html.text import add_collapsed, attribute_text
from seocheck.readers.html.tokens import TextRun
from seocheck.readers.html.tree import Element, Tree
from seocheck.readers.markdown.shortcodes import without_shortcodes

_KINDS: dict[str, BlockKind] = {
    "li": "item", "dt": "item", "dd": "item", "td": "cell", "th": "cell",
    "figcaption": "caption", "caption": "caption", "blockquote": "quotation",
}  # fmt: skip
_LANDMARKS = frozenset(
    ("pre", "hr", "figure", "table", "video", "audio", "iframe", "summary")
)  # what breaks up a wall of text


class _Context(msgspec.Struct):
    """A block element that is open: its kind, and the node index where it ends.

    `heading` is the element of a heading until something shows in it; `language` what a `lang` attribute
    around the block says.
    """

    stop: int
    kind: BlockKind
    level: int = 0
    heading: Element | None = None
    language: str = ""


class _OpenLink(msgspec.Struct):
    element: Element
    href: str
    start: int
    text: TextBuilder = msgspec.field(default_factory=TextBuilder)
    name: Text | None = None


class BlockWalker:
    """Collects `blocks`, `links` and `images`; skips the elements whose indices are in `left_out`.

    `holders` are the indices that `prose_holders` found.
    """

    def __init__(self, tree: Tree, left_out: Mapping[int, str], holders: frozenset[int]) -> None:
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.empty_headings: list[EmptyHeading] = []
        self._tree = tree
        self._left_out = left_out
        self._prose_holders = holders
        self._contexts: list[_Context] = []
        self._link: _OpenLink | None = None
        self._code_start = self._code_stop = self._bold_stop = 0
        self._after_break = False
        self._broken = False
        self._start_block()

    def walk(self, root: Element) -> None:
        """Collect what is in `root`, itself included."""
        level = int(root.tag[1]) if root.tag in HEADINGS else 0
        self._contexts = [_Context(root.stop, "heading" if level else "paragraph", level)]
        at = root.index + 1
        while at < root.stop:
            self._leave(at)
            node = self._tree.nodes[at]
            if isinstance(node, TextRun):
                self._text(node)
            elif at in self._left_out or self._is_footnote_mark(node):
                if node.tag in BLOCKS:
                    self._flush()
                self._broken = self._broken or node.tag in _LANDMARKS
                self._contexts[-1].heading = None  # what is left out may be an icon, or be shown later
                at = node.stop
                continue
            else:
                self._enter(node)
            at += 1
        self._leave(root.stop)
        self._flush()

    # Elements.

    def _enter(self, element: Element) -> None:
        tag = element.tag
        if self._contexts[-1].heading is not None and not self._adds_nothing(element):
            self._contexts[-1].heading = None
        if tag == "br":
            self._break(element)
        elif tag == "img" or tag == "amp-img":
            self._broken = self._broken or not len(self._builder)
            self._pictured = True
            self._image(element)
        elif tag == "a":
            href = self._tree.value(element, "href")
            if href is not None:
                self._close_link()
                self._link = _OpenLink(element, href.value.strip(), len(self._builder))
                label = self._tree.value(element, "aria-label") or self._tree.value(element, "title")
                self._link.name = label if label else None
        elif tag in ("strong", "b"):
            self._bold.begin(self._builder)
            self._bold_stop = self._bold_stop or element.stop
        elif tag in CODE:
            if element.index >= self._code_stop:
                self._code_start = len(self._builder)
            self._code_stop = max(self._code_stop, element.stop)
        elif tag in BLOCKS or self._tree.word(element, "role") == "heading" or _is_own_block(element):
            self._open_block(element)

    def _open_block(self, element: Element) -> None:
        outer = self._contexts[-1]
        if outer.kind == "heading":  # a heading is one block, whatever is in it
            self._blank(element)
            return
        self._flush()
        self._broken = self._broken or element.tag in _LANDMARKS
        kind: BlockKind = outer.kind
        level = 0
        if kind != "quotation":
            kind, level = self._kind(element, outer.kind)
        heading = element if kind == "heading" and self._adds_nothing(element) else None
        language = self._tree.word(element, "lang") or outer.language
        self._contexts.append(_Context(element.stop, kind, level, heading, language))

    def _kind(self, element: Element, outer: BlockKind) -> tuple[BlockKind, int]:
        tag = element.tag
        if heading_level(tag):
            return "heading", heading_level(tag)
        if self._tree.word(element, "role") == "heading":
            level = self._tree.word(element, "aria-level")
            return "heading", int(level) if level in ("1", "2", "3", "4", "5", "6") else 2
        if element.index in self._prose_holders:
            return "paragraph", 0
        return _KINDS.get(tag, outer), 0

    def _leave(self, at: int) -> None:
        """Close what ends before node `at`."""
        if self._code_stop and at >= self._code_stop:
            self._add_code()
            self._code_stop = 0
        if self._link and at >= self._link.element.stop:
            self._close_link()
        if self._bold_stop and at >= self._bold_stop:
            self._bold.end(len(self._builder))
            self._bold_stop = 0
        while len(self._contexts) > 1 and self._contexts[-1].stop <= at:
            self._flush()
            context = self._contexts.pop()
            if context.heading is not None:
                filled = is_filled_later(self._tree.source[slice(*context.heading.span)])
                self._broken = self._broken or filled
                self.empty_headings.append(EmptyHeading(context.heading.span, context.level, filled))

    def _adds_nothing(self, element: Element) -> bool:
        attributes = ((a.name, attribute_text(self._tree.source, a).value) for a in element.attributes)
        return adds_nothing(element.tag, attributes)

    def _is_footnote_mark(self, element: Element) -> bool:
        """Whether this is a raised link to a note: its number would run into the word before it."""
        if element.tag != "sup" or element.index + 1 >= element.stop:
            return False
        inner = self._tree.nodes[element.index + 1]
        if not isinstance(inner, Element) or inner.tag != "a":
            return False
        return self._tree.word(inner, "href").startswith("#")

    # Text.

    def _start_block(self) -> None:
        self._builder = TextBuilder()
        self._bold = BoldLead()
        self._code: list[Span] = []
        self._links: list[Span] = []
        self._pictured = False  # whether there is an image in the block
        self._after_break = False

    def _text(self, run: TextRun) -> None:
        source = self._tree.source
        if self._after_break and source[run.start : run.end].replace("&nbsp;", "").strip():
            self._after_break = False
        for start, end in without_shortcodes(source, Span(run.start, run.end)):
            add_collapsed(self._builder, source, start, end, references=run.references)
            if self._link:
                add_collapsed(self._link.text, source, start, end, references=run.references)

    def _blank(self, element: Element) -> None:
        for builder in (self._builder, self._link.text if self._link else None):
            if builder is not None and builder.last not in ("", " "):
                builder.add(" ", element.start, element.start_end, same=False)

    def _break(self, element: Element) -> None:
        """One `<br>` separates words, a second one paragraphs."""
        if self._after_break and self._contexts[-1].kind != "heading":
            self._flush()
        else:
            self._blank(element)
        self._after_break = True

    def _add_code(self) -> None:
        if len(self._builder) > self._code_start:
            self._code.append(Span(self._code_start, len(self._builder)))

    def _flush(self) -> None:
        """End the current block; a link or code that is still open goes on in the next one."""
        if self._code_stop:
            self._add_code()
            self._code_start = 0
        if self._link:
            if len(self._builder) > self._link.start:
                self._links.append(Span(self._link.start, len(self._builder)))
            self._link.start = 0
            if self._link.text.last not in ("", " "):
                self._link.text.fill(" ")
        built = self._builder.build()
        if self._contexts and self._contexts[-1].heading is not None and is_blank(built.value):
            self._start_block()
            return
        if built:
            self._contexts[-1].heading = None
            text = built.strip()
            shift = len(built.value) - len(built.value.lstrip())
            context = self._contexts[-1]
            code = _within(self._code, shift, text.value)
            links = _within(self._links, shift, text.value)
            kind = context.kind
            if kind == "paragraph" and is_code(text.value, code):
                self._start_block()
                self._broken = True
                return
            if kind == "paragraph" and self._pictured and not links and is_caption_line(text.value):
                kind = "caption"
            code = united((*code, *addresses(text.value)))
            after_table = bool(self.blocks) and self.blocks[-1].kind == "cell" and kind != "cell"
            self.blocks.append(
                Block(
                    kind,
                    text,
                    context.level,
                    code,
                    links,
                    self._broken or after_table,
                    self._bold.of(built.value),
                    context.language,
                )
            )
            self._broken = kind == "caption" and self._pictured
        self._start_block()

    def _close_link(self) -> None:
        link, self._link = self._link, None
        if link is None:
            return
        if len(self._builder) > link.start:
            self._links.append(Span(link.start, len(self._builder)))
        text = link.text.build(anchor=Span(link.element.start, link.element.start_end)).strip()
        if not text and link.name is not None:  # an image's text or a label names the link
            text = link.name.strip()
        self.links.append(Link(text, link.href, link.element.span))

    def _image(self, element: Element) -> None:
        image = image_of(self._tree, element)
        if image is None:
            return
        if self._link and image.alt:
            self._link.name = image.alt
        self.images.append(image)


def _is_own_block(element: Element) -> bool:
    """Whether this is an element of the site's own that stands alone, not in a line of text."""
    if heading_level(element.tag):
        return True
    return "-" in element.tag and element.parent is not None and element.parent.tag not in INLINE | {"p"}


def _within(spans: list[Span], shift: int, value: str) -> tuple[Span, ...]:
    """Ranges moved by `shift`, without white space at their ends, empty ones dropped."""
    found = []
    for span in spans:
        start, end = max(span.start - shift, 0), min(span.end - shift, len(value))
        while start < end and value[start].isspace():
            start += 1
        while end > start and value[end - 1].isspace():
            end -= 1
        if end > start:
            found.append(Span(start, end))
    return tuple(found)
