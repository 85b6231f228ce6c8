"""An export with one item -> its content as HTML, and what WordPress and its plugins declare of it."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from xml.parsers import expat

import msgspec

from seocheck.base.late_pattern import late_pattern
from seocheck.errors import UnreadableError
from seocheck.model.article import Source
from seocheck.readers.made_text import MadeText
from seocheck.readers.wordpress.export import EntityDeclaredError, refuse_entities
from seocheck.readers.wordpress.seo_fields import focus_keywords, seo_description, seo_title

_BLOCK = late_pattern(
    r"</?(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|blockquote|pre|figure|figcaption|section|article"
    r"|aside|header|footer|form|hr|iframe|video|audio|script|style|noscript|details|summary|address|center)\b"
    r"|<!--|\[/?\w", 2,
)  # fmt: skip
_PARAGRAPH = late_pattern(r"<p[\s>]", 2)
_TAG = late_pattern(r"<[^<>]*>")
_HEAD = late_pattern(r"<(/?)(?=(?:title|meta|base|link|head|html|body)\b)", 2)
"""Elements of a page's head, which a post may show as an example: WordPress has its own, and these declare nothing."""


class Item(msgspec.Struct):
    """What an item says. texts: by the name of its element; meta: of plugins; terms: domain and name."""

    texts: dict[str, str] = msgspec.field(default_factory=dict)
    site: dict[str, str] = msgspec.field(default_factory=dict)
    meta: dict[str, str] = msgspec.field(default_factory=dict)
    terms: list[tuple[str, str]] = msgspec.field(default_factory=list)


def unpack_item(data: bytes, path: str) -> Source:
    """The content of the one item, each line with its line there. Raises UnreadableError."""
    item = read_item(data, path)
    made = MadeText()
    for number, line in enumerate(paragraphs(item.texts.get("content:encoded", "")), 1):
        made.add(_HEAD.sub(r"<\1x-", line), number)
    site = item.site.get("title", "")
    title = unescape(item.texts.get("title", ""))
    excerpt = " ".join(unescape(_TAG.sub(" ", item.texts.get("excerpt:encoded", ""))).split())
    tags = tuple(unescape(name) for domain, name in item.terms if domain in ("post_tag", "category"))
    tags = tuple(dict.fromkeys(name for name in tags if name.lower() != "uncategorized"))  # older ones name each twice
    return made.source(
        path,
        {
            "title": title,
            "seo_title": seo_title(item.meta, title, site),
            "description": seo_description(item.meta, title, site, excerpt) or excerpt,
            "keywords": focus_keywords(item.meta),
            "tags": tags,
            "language": item.site.get("language", ""),
            "canonical": item.texts.get("link", ""),
            "date": item.texts.get("wp:post_date", "")[:10],
            "author": item.texts.get("dc:creator", ""),
            "og:site_name": site,
        },
    )


def read_item(data: bytes, path: str) -> Item:
    """The item of an export that has one. Raises UnreadableError for broken XML."""
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        said = expat.ErrorString(error.code) or "a fault"
        raise UnreadableError(path, f"broken XML in line {error.lineno}: {said}") from None
    except EntityDeclaredError:
        raise UnreadableError(path, "declares entities, which exports don't") from None
    return reader.item


class _Reader:
    def __init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._hear
        self.parser.EntityDeclHandler = refuse_entities
        self.item = Item()
        self._path: list[str] = []
        self._heard: list[str] = []
        self._domain = ""
        self._key = ""

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._path.append(name)
        self._heard = []
        if name == "category":
            self._domain = attributes.get("domain", "")

    def _hear(self, text: str) -> None:
        self._heard.append(text)

    def _end(self, name: str) -> None:
        self._path.pop()
        text, item = "".join(self._heard).strip(), self.item
        self._heard = []
        within = self._path[2:]
        if not within and len(self._path) == 2:
            item.site.setdefault(name, text)
        elif within == ["item"]:
            if name == "category":
                item.terms.append((self._domain, text))
            elif name != "wp:postmeta":
                item.texts.setdefault(name, text)
        elif within == ["item", "wp:postmeta"]:
            if name == "wp:meta_key":
                self._key = text
            elif name == "wp:meta_value" and self._key:
                item.meta.setdefault(self._key, text)
                self._key = ""


def paragraphs(content: str) -> Iterator[str]:
    """The lines of the content. Where it has no paragraphs, blank lines make them, as in WordPress."""
    lines = content.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if _PARAGRAPH.search(content):
        yield from lines
        return
    before = ""
    for number, line in enumerate(lines):
        behind = lines[number + 1] if number + 1 < len(lines) else ""
        made = line
        if line.strip() and _BLOCK.match(line.lstrip()) is None:
            if not before.strip() or _BLOCK.match(before.lstrip()) is not None:
                made = f"<p>{made}"
            if not behind.strip() or _BLOCK.match(behind.lstrip()) is not None:
                made = f"{made}</p>"
        yield made
        before = line
