"""Sitemaps and feeds -> the addresses they list, with their places.

Sitemaps as in https://www.sitemaps.org/protocol.html; RSS 0.9 to 2.0 and Atom (RFC 4287). Expat parses them; it fetches
nothing, and a document that declares entities is refused, so that none can expand.
"""

from __future__ import annotations

import posixpath
import re
from xml.parsers import expat

import msgspec

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span
from seocheck.errors import UnreadableError
from seocheck.model.article import ListingKind, Source

ENDINGS = (".xml", ".rss", ".atom")

_NAMED_SO = late_pattern(r"sitemap|feed|rss|atom|^index\.xml$", re.IGNORECASE)
_ROOTS: dict[str, ListingKind] = {
    "urlset": "sitemap", "sitemapindex": "sitemap", "rss": "feed", "RDF": "feed", "feed": "feed",
}  # fmt: skip
_HREF = late_pattern(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_TEMPLATE = late_pattern(r"^\s*---\s*$|\{\{|\{%|<%|<\?php", re.MULTILINE)
_TEXT_OF = {("url", "loc"), ("item", "link")}
"""The elements, each with its parent, whose text is the address of a page."""


class ListedAddress(msgspec.Struct, frozen=True):
    """An address as written in a sitemap or feed, and its place."""

    href: str
    span: Span


class Listing(msgspec.Struct, frozen=True):
    """A sitemap or feed. entries: in its order; a sitemap of sitemaps has none."""

    kind: ListingKind
    entries: tuple[ListedAddress, ...]


def is_listing(path: str) -> bool:
    """Whether to read a file that was named on the command line as a sitemap or feed."""
    return path.lower().endswith(ENDINGS)


def looks_like_listing(path: str) -> bool:
    """Whether a file that a walk finds has the name of a sitemap or feed: sitemap-posts.xml, feed.xml, news.rss."""
    name = posixpath.basename(path.replace("\\", "/"))
    return is_listing(name) and (not name.lower().endswith(".xml") or _NAMED_SO.search(name) is not None)


def is_template(text: str) -> bool:
    """Whether a file is the template of a sitemap or feed, with front matter or marks of a template."""
    return _TEMPLATE.search(text[:4000]) is not None


def read_listing(source: Source) -> Listing | None:
    """What a sitemap or feed lists; None for a document that is neither. Raises UnreadableError if it isn't
    well-formed XML."""
    reader = _Reader(source.text)
    try:
        reader.parser.Parse(source.text, True)
    except expat.ExpatError as error:
        if not reader.begun and not source.text.lstrip().startswith("<"):
            return None
        said = expat.ErrorString(error.code) or "a fault"
        raise UnreadableError(
            source.path, f"broken XML in line {error.lineno}, column {error.offset + 1}: {said}"
        ) from None
    except _EntityDeclared:
        raise UnreadableError(source.path, "declares entities, which sitemaps and feeds don't") from None
    except _NoListing:
        return None
    return Listing(reader.kind, tuple(reader.entries))


class _EntityDeclared(Exception):
    pass


class _NoListing(Exception):
    pass


class _Reader:
    """Handles the parser's events."""

    def __init__(self, text: str) -> None:
        self.kind: ListingKind = "sitemap"
        self.entries: list[ListedAddress] = []
        self.begun = False
        self._text = text
        self._bytes = b"" if text.isascii() else text.encode("utf-8", "surrogatepass")
        self._known = (0, 0)  # a byte, and its character
        self._path: list[str] = []
        self._words: list[str] | None = None
        self._start = 0
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._say
        self.parser.EntityDeclHandler = self._declare

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if not self.begun:
            if name not in _ROOTS:
                raise _NoListing
            self.kind, self.begun = _ROOTS[name], True
        around = self._path[-1] if self._path else ""
        self._path.append(name)
        self._words = [] if (around, name) in _TEXT_OF else None
        if (around, name) == ("entry", "link") and attributes.get("rel", "alternate") == "alternate":
            self._take_attribute(attributes.get("href", ""))

    def _take_attribute(self, href: str) -> None:
        at = self._character(self.parser.CurrentByteIndex)
        written = _HREF.search(self._text, at, self._text.find(">", at) + 1)
        if written and href.strip():
            group = 1 if written[1] is not None else 2
            self.entries.append(ListedAddress(href.strip(), Span(*written.span(group))))

    def _say(self, words: str) -> None:
        if self._words is not None:
            if not self._words:
                self._start = self.parser.CurrentByteIndex
            self._words.append(words)

    def _end(self, name: str) -> None:
        self._path.pop()
        said, self._words = self._words, None
        if not said or not (href := "".join(said).strip()):
            return
        start, end = self._character(self._start), self._character(self.parser.CurrentByteIndex)
        written = self._text[start:end].removesuffix("]]>")
        start += len(written) - len(written.lstrip())
        self.entries.append(ListedAddress(href, Span(start, start + len(written.strip()))))

    def _declare(self, *_: object) -> None:
        raise _EntityDeclared

    def _character(self, byte: int) -> int:
        """The character at a byte of the text as UTF-8; calls must be in rising order."""
        if not self._bytes:
            return byte
        last, characters = self._known
        characters += len(self._bytes[last:byte].decode("utf-8", "surrogatepass"))
        self._known = (byte, characters)
        return characters
