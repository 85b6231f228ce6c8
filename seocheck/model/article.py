"""What an article declares and what it says: the one shape that every reader makes of a file.

Nothing here knows Markdown, HTML or labels, and nothing here judges. Readers fill it in, the
analysis asks it for facts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from seocheck.base.positions import Mark
from seocheck.base.text import Span, Text

Format = str
"""The name of a kind of file; `readers/formats.py` has them."""

ListingKind = Literal["sitemap", "feed"]
"""What lists articles but isn't one: it has no words of its own, and only the rules of a site look at it."""

BlockKind = Literal["heading", "paragraph", "item", "cell", "caption", "quotation"]
"""What a piece of the body is. Code blocks, scripts and page furniture aren't blocks at all."""


class Source(msgspec.Struct, frozen=True):
    """The decoded file. Offsets everywhere are code points of `text`, which has no byte order mark.

    marks: where each line comes from, if the text was made of a file of another kind. properties: what such a file
    declares beside its text, by the names of fields; label lines of the text win over it.
    """

    path: str
    text: str
    encoding: str = "utf-8"
    byte_order_mark: bool = False
    marks: tuple[Mark, ...] = ()
    properties: Mapping[str, str | tuple[str, ...]] = msgspec.field(default_factory=dict)


class Field(msgspec.Struct, frozen=True):
    """A declared value with the name it was declared under (`meta_description`, `og:title`, ...)."""

    key: str
    text: Text
    key_span: Span = Span(0, 0)


class Keyword(msgspec.Struct, frozen=True):
    """One declared keyword, in the order of declaration (`rank` from 0).

    primary: the focus keyword, or the first of a list that is not sorted. focus: declared as the one keyword
    that the article is about, not only first in a list. also: synonyms that the author gives; whoever says one of
    them says the keyword.
    """

    text: Text
    rank: int
    primary: bool = False
    key: str = "keywords"
    focus: bool = False
    also: tuple[str, ...] = ()


class Block(msgspec.Struct, frozen=True):
    """A piece of the body that holds running text: a paragraph, a heading, a list item, a table cell.

    `level` is 1 to 6 for headings and 0 otherwise. `code` lists the ranges of `text` that are inline code, in order
    and without overlap; `links` those that are link text. Both are ranges of the decoded text. `after_break` says
    that something that isn't running text (a code block, an image, a rule) is between it and the one before.
    `bold` says whether all its words are bold ("whole"), or only the first ("lead"). `language` is that of a passage
    in another language than the article's: as declared on its element, then as settled; "" for the article's own.
    """

    kind: BlockKind
    text: Text
    level: int = 0
    code: tuple[Span, ...] = ()
    links: tuple[Span, ...] = ()
    after_break: bool = False
    bold: Literal["", "lead", "whole"] = ""
    language: str = ""


class EmptyHeading(msgspec.Struct, frozen=True):
    """A heading with nothing to read in it: where it is with its marks or tags, and its level from 1 to 6.

    filled_later: whether a build, a server or a script puts words in its place.
    """

    span: Span
    level: int
    filled_later: bool = False


class Link(msgspec.Struct, frozen=True):
    """A link of the body: its text, its destination as written, and where both are."""

    text: Text
    href: str
    span: Span


class Image(msgspec.Struct, frozen=True):
    """An image of the body. `alt` is None where the attribute is missing, empty where it is declared empty."""

    alt: Text | None
    src: str
    span: Span


ProblemKind = Literal["invalid", "duplicate-key", "not-first", "wrong-type", "suppression"]


class Problem(msgspec.Struct, frozen=True):
    """Something wrong with the way the metadata is written; rules of group `front-matter/` report it, and
    `suppressions/unused` what is wrong with a request to suppress."""

    kind: ProblemKind
    span: Span
    message: str
    hint: str = ""
    subject: str = ""
    fault: Literal["", "one-text"] = ""
    """What `--fix` knows how to fix: "one-text" is several keywords in one text."""


class Suppression(msgspec.Struct, frozen=True):
    """The author's request not to be told of certain findings.

    rules: rules or groups as written; none means all. by: a comment in the text or an entry of the front
    matter. scope: the range of the source in which it holds; None for the whole article, its metadata included.
    reason: as given, "" for none. span: where the request itself is.
    """

    rules: tuple[str, ...]
    by: Literal["comment", "front matter"]
    span: Span
    scope: Span | None = None
    reason: str = ""


class LabelLine(msgspec.Struct, frozen=True):
    """A label with its value in a block of labels.

    field: what it declares ("title", "seo_title", "description", "keywords", ...), "other" for nothing that is judged.
    span: from the label to the end of the value. texts: the keywords or tags in it. plain: whether the label can hardly
    mean anything else ("Meta description", not "Description"). remark: the words in parentheses behind its name.
    """

    field: str
    value: Field
    span: Span
    texts: tuple[Text, ...] = ()
    plain: bool = False
    remark: str = ""


class LabelBlock(msgspec.Struct, frozen=True):
    """Metadata in label lines, as drafts have them. printed: whether readers would see it; not so in a comment, or in a
    header of MultiMarkdown."""

    span: Span
    labels: tuple[LabelLine, ...]
    printed: bool = True


class Ignored(msgspec.Struct, frozen=True):
    """A part of the file that was not counted as the article's words, and why."""

    span: Span
    text: str
    reason: str


class Language(msgspec.Struct, frozen=True):
    """The article's language: a lower-case ISO 639 code, or "" when unknown; and how it is known.

    `tag` is the language as declared ("pt-BR"), for readers of the report.
    """

    code: str
    source: Literal["article", "path", "settings", "detected", "unknown"]
    tag: str = ""


class Article(msgspec.Struct, frozen=True):
    """An article as read: declared metadata, body blocks in reading order, and what was left out.

    `title` is the title as declared; `h1` lives among the blocks. `declared_language` is what the
    article itself says; `language` is settled after reading. `fields_unknown` is true when the
    metadata could not be parsed, so that nothing can be said to be missing; `given_elsewhere` names the fields that the
    article doesn't declare and the site gives where seocheck can't read it. `front_matter`: whether a
    block of it comes before the body. `metadata` holds all other metadata found, by the name it goes by
    in the file ("canonical", "robots", "og:title", "json-ld", "draft", ...), values in order of
    appearance.
    `form_words` is what its forms say (labels, placeholders, buttons). `metadata_span` is the place to point at when
    something is missing from the metadata; `metadata_end` is where the metadata ends, 0 where it has no part of the
    file to itself. `address` is where the page is published, "" where that isn't known.
    """

    source: Source
    format: Format | ListingKind
    title: Field | None = None
    description: Field | None = None
    keywords: tuple[Keyword, ...] = ()
    keywords_declared: bool = False
    taxonomy: tuple[Keyword, ...] = ()
    blocks: tuple[Block, ...] = ()
    empty_headings: tuple[EmptyHeading, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    form_words: tuple[Text, ...] = ()
    indented_code: tuple[Span, ...] = ()
    slug: Text | None = None
    address: str = ""
    declared_language: str = ""
    language: Language = Language("", "unknown")
    title_is_h1: bool = False
    shown_title: Text | None = None
    fields_unknown: bool = False
    given_elsewhere: tuple[str, ...] = ()
    front_matter: bool = False
    metadata: Mapping[str, tuple[Field, ...]] = msgspec.field(default_factory=dict)
    metadata_span: Span = Span(0, 0)
    metadata_end: int = 0
    problems: tuple[Problem, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    label_blocks: tuple[LabelBlock, ...] = ()

    @property
    def headings(self) -> tuple[Block, ...]:
        """Heading blocks in reading order, the H1 among them."""
        return tuple(b for b in self.blocks if b.kind == "heading")
