"""HTML inside Markdown: the words between its tags, with headings, links and images."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

import msgspec

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span, Text, TextBuilder
from seocheck.model.article import Block, BlockKind, EmptyHeading, Image, Link
from seocheck.readers.blocks.addresses import addresses, is_code
from seocheck.readers.blocks.bold import BoldLead
from seocheck.readers.blocks.captions import is_caption_class, is_caption_line
from seocheck.readers.blocks.empty_headings import adds_nothing, is_blank, is_filled_later
from seocheck.readers.blocks.ranges import moved, united
from seocheck.readers.html.elements import BLOCKS, INLINE, heading_level
from seocheck.readers.markdown.shortcodes import without_shortcodes

_TABLE = late_pattern(r"<(/?)table\b", re.IGNORECASE)
_QUOTED = r"\"[^\"]*\"|'[^']*'"
_EXPRESSION = r"\{[^{}]*\}"
_TOKEN = late_pattern(
    # Either all braces hold an expression or none does: tried both ways each, ten of them took seconds. The count is
    # bounded because "<a}{" again and again would have each tag look through to the end.
    r"<!--.*?(?:-->|\Z)|<(?P<close>/?)(?P<name>[a-zA-Z][\w.:-]*+)"
    rf"(?P<attrs>(?>(?:{_QUOTED}|{_EXPRESSION}|[^\"'<>{{]++|\{{){{0,500}})(?=>)|(?>(?:{_QUOTED}|[^\"'<>])*))>"
    r"|(?P<entity>&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,31});)|(?P<space>\s+)|(?P<text>[^<&\s]+)|[<&]",
    re.DOTALL,
)
_ATTRIBUTE = late_pattern(r"""([\w:.-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_SILENT = frozenset(("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "pre", "select",
                     "button", "form", "nav"))  # fmt: skip
_LANDMARKS = frozenset(("pre", "hr", "figure", "table", "video", "audio", "iframe", "object", "svg", "summary"))
_KINDS: dict[str, BlockKind] = {
    "li": "item", "dt": "item", "dd": "item", "td": "cell", "th": "cell",
    "figcaption": "caption", "caption": "caption", "summary": "paragraph", "blockquote": "quotation",
}  # fmt: skip


class Fragment(msgspec.Struct, frozen=True):
    """What a piece of HTML holds."""

    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    images: tuple[Image, ...]
    empty_headings: tuple[EmptyHeading, ...] = ()
    broken: bool = False  # whether it ends with a landmark: code, a picture, a table


def tag_name(tag: str) -> str:
    """The lower-case name of a single tag, "" for a comment or a closing tag."""
    match = re.match(r"<([a-zA-Z][\w.:-]*)", tag)
    return match[1].lower() if match else ""


def href_of(tag: str) -> str:
    """The address of a single start tag, "" without one."""
    match = _TOKEN.match(tag)
    return _href(match["attrs"] or "") if match else ""


def _href(attributes: str) -> str:
    href = next((a[2] or "" for a in _ATTRIBUTE.finditer(attributes) if a[1].lower() == "href"), "")
    return html.unescape(href.strip("'\""))


def read(source: str, spans: Sequence[Span]) -> Fragment:
    """Read the HTML in these ranges of the source, one after the other."""
    reader = _Reader(source)
    for span in _joined(spans):
        for part in without_shortcodes(source, span):
            reader.feed(part)
    reader.close()
    return Fragment(
        tuple(reader.blocks), tuple(reader.links), tuple(reader.images), tuple(reader.empty_headings), reader.broken
    )


def block_level(tag: str) -> tuple[bool, int]:
    """Whether a single tag, opening or closing, bounds a block; and the level of the heading that it opens, or 0."""
    match = re.match(r"<(/?)([a-zA-Z][\w.:-]*)", tag)
    if match is None:
        return False, 0
    name = match[2].lower()
    level = heading_level(name)
    return name in BLOCKS or level > 0, 0 if match[1] else level


def opened_tables(source: str, span: Span) -> int:
    """How many more tables begin than end in a piece of HTML."""
    return sum(-1 if tag.group(1) else 1 for tag in _TABLE.finditer(source, *span))


def adds_nothing_to_heading(tag: str) -> bool:
    """Whether a single start tag in a heading neither names it nor shows anything."""
    match = _TOKEN.match(tag)
    return match is None or _adds_nothing(match)


def _adds_nothing(match: re.Match[str]) -> bool:
    attributes = _ATTRIBUTE.finditer(match["attrs"])
    return adds_nothing(match["name"].lower(), ((a[1].lower(), (a[2] or "").strip("\"'")) for a in attributes))


def _joined(spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].end == span.start:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


class _Reader:
    """Collects the fragment's words; an unclosed tag ends with the fragment."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self._builder = TextBuilder()
        self._silent: str = ""
        self._kinds: list[tuple[str, BlockKind, int, bool]] = []  # the last: whether it or one around it quotes
        self._link: tuple[int, str, int] | None = None
        self._block_links: list[Span] = []
        self._block_code: list[Span] = []
        self._code = -1
        self._bold = BoldLead()
        self._pictured = False  # whether there is an image in the open block
        self.broken = False
        self.empty_headings: list[EmptyHeading] = []
        self._heading: tuple[str, int] | None = None  # a heading without anything to read so far, and where it begins

    def feed(self, span: Span) -> None:
        for match in _TOKEN.finditer(self._source, span.start, span.end):
            start, end = match.span()
            name = match["name"]
            shown = "" if name or match.group().startswith("<!--") else html.unescape(match.group())
            if self._heading and not is_blank(shown):
                self._heading = None
            if name:
                self._tag(name.lower(), bool(match["close"]), match, start, end)
            elif self._silent:
                continue
            elif match["text"]:
                self._builder.add(match["text"], start, end, same=True)
            elif match["entity"]:
                self._builder.add(html.unescape(match["entity"]), start, end, same=False)
            elif match["space"]:
                if self._builder.last and not self._builder.last.isspace():
                    self._builder.add(" ", start, end, same=match["space"] == " ")
            elif match.group() in "<&":
                self._builder.add(match.group(), start, end, same=True)

    def _tag(self, name: str, closing: bool, match: re.Match[str], start: int, end: int) -> None:
        if self._silent:
            if closing and name == self._silent:
                self._silent = ""
            return
        self._watch_heading(name, closing, match, start, end)
        if name in _SILENT and not closing:
            self.close()
            self.broken = self.broken or name in _LANDMARKS
            if not match["attrs"].rstrip().endswith("/"):
                self._silent = name
        elif name == "img" and not closing:
            self._pictured = True
            self.broken = self.broken or self._is_blank()
            self._image(match, start, end)
        elif name in ("strong", "b"):
            if closing:
                self._bold.end(len(self._builder))
            else:
                self._bold.begin(self._builder)
        elif name == "a":
            self._anchor(closing, match, start, end)
        elif name in ("code", "kbd", "samp"):
            if not closing:
                self._code = len(self._builder)
            elif self._code >= 0:
                self._block_code.append(Span(self._code, len(self._builder)))
                self._code = -1
        elif name == "br":
            if self._builder.last and not self._builder.last.isspace():
                self._builder.add(" ", start, end, same=False)
        elif name not in INLINE:
            self.close()
            self.broken = self.broken or name in _LANDMARKS
            level = heading_level(name)
            if not closing and name == "p" and self._kinds and self._kinds[-1][0] == "p":
                self._kinds.pop()  # one paragraph ends where the next begins
            if closing:
                while self._kinds and self._kinds.pop()[0] != name:
                    pass
            elif level:
                self._open(name, "heading", level)
            elif name in ("p", "div") and _is_caption(match["attrs"]):
                self._open(name, "caption")
            elif name in _KINDS:
                self._open(name, _KINDS[name])

    @property
    def _quoted(self) -> bool:
        return bool(self._kinds) and self._kinds[-1][3]

    def _open(self, name: str, kind: BlockKind, level: int = 0) -> None:
        self._kinds.append((name, kind, level, kind == "quotation" or self._quoted))

    def _watch_heading(self, name: str, closing: bool, match: re.Match[str], start: int, end: int) -> None:
        """Keep a heading that ends before anything was to be read in it."""
        if closing:
            if self._heading and name == self._heading[0]:
                if not self._quoted:
                    filled = is_filled_later(self._source[self._heading[1] : end])
                    self.broken = self.broken or filled
                    span = Span(self._heading[1], end)
                    self.empty_headings.append(EmptyHeading(span, heading_level(name), filled_later=filled))
                self._heading = None
        elif not _adds_nothing(match):
            self._heading = None
        elif heading_level(name):
            self._heading = (name, start)

    def _image(self, match: re.Match[str], start: int, end: int) -> None:
        base = match.start("attrs")
        alt: Text | None = None
        src = ""
        for attribute in _ATTRIBUTE.finditer(match["attrs"]):
            raw = attribute[2] or ""
            quoted = raw[:1] in ("'", '"')
            value = raw[1:-1] if quoted else raw
            at = base + attribute.start(2) + quoted if attribute[2] else base
            if attribute[1].lower() == "alt":
                builder = TextBuilder()
                decoded = html.unescape(value)
                builder.add(decoded, at, at + len(value), same=decoded == value)
                alt = builder.build(anchor=Span(at, at + len(value)))
            elif attribute[1].lower() == "src":
                src = html.unescape(value)
        if src.strip() or not re.search(r"\ssrc\s*=", match["attrs"]):
            self.images.append(Image(alt, src, Span(start, end)))

    def _anchor(self, closing: bool, match: re.Match[str], start: int, end: int) -> None:
        if not closing:
            self._link = (len(self._builder), _href(match["attrs"]), start)
        elif self._link is not None:
            begin, href, opened = self._link
            self._link = None
            stop = len(self._builder)
            if stop >= begin:
                text = self._builder.since(begin)
                self.links.append(Link(text, href, Span(opened, end)))
                self._block_links.append(Span(begin, stop))

    def _is_blank(self) -> bool:
        """Whether the open block is empty; runs of spaces were made one."""
        return len(self._builder) < 8 and not self._builder.build().value.strip()

    def close(self) -> None:
        """End the open block."""
        text = self._builder.build()
        bold = self._bold.of(text.value)
        lead = len(text.value) - len(text.value.lstrip())
        text = text.strip()
        if any(c.isalnum() for c in text.value):
            _, kind, level, quoted = self._kinds[-1] if self._kinds else ("", "paragraph", 0, False)
            if quoted:
                kind, level = "quotation", 0
            length = len(text.value)
            code, links = (moved(spans, lead, length) for spans in (self._block_code, self._block_links))
            if kind == "paragraph" and self._pictured and is_caption_line(text.value):
                kind = "caption"
            if kind == "paragraph" and is_code(text.value, code):
                self.broken = True
            else:
                code = united((*code, *addresses(text.value)))
                self.blocks.append(Block(kind, text, level, code, links, self.broken, bold))
                self.broken = self._pictured and kind == "caption"
            self._pictured = False
        self._builder = TextBuilder()
        self._block_links = []
        self._block_code = []
        self._link = None
        self._code = -1
        self._bold = BoldLead()


def _is_caption(attributes: str) -> bool:
    """Whether the class among a tag's attributes calls it the caption of a picture."""
    return any(
        a[1].lower() == "class" and is_caption_class((a[2] or "").strip("\"'")) for a in _ATTRIBUTE.finditer(attributes)
    )
