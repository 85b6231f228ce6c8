"""The kinds of files that seocheck reads, as one table. Every question about a kind of file is asked here.

A new kind of file is one folder beside this module, with a function that makes an Article of a decoded file, and one
row below. Nothing else has to know it. docs/architecture.md has a whole reader.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any, Protocol

import msgspec

from seocheck.base.late_pattern import late_pattern
from seocheck.errors import SeocheckError
from seocheck.model.article import Article, Source
from seocheck.readers.label_names.label_count import count_labels
from seocheck.readers.labelled.settings import READ, LabelSettings
from seocheck.readers.properties import with_properties, with_title_from_h1

Aliases = dict[str, tuple[str, ...]]


class Reader(Protocol):
    """The function of a reader. It makes an article of any text, and raises nothing.

    aliases: names of fields that the settings add, by what they declare. labels: which label lines are read.
    """

    def __call__(self, source: Source, *, aliases: Aliases | None = None, labels: LabelSettings = READ) -> Article:
        """The article in a decoded file."""


class Unpacker(Protocol):
    """The function that makes a text of a file which is none, or none that people read."""

    def __call__(self, data: bytes, path: str) -> Source:
        """The text that the reader takes, with marks that say where each line comes from. Raises UnreadableError."""


class FileFormat(msgspec.Struct, frozen=True):
    """One kind of file.

    name: as reports have it. extensions: in lower case, with their dots. reader: "module:function", a `Reader`.
    called: what a sentence calls a file of this kind, with its article.
    has_front_matter: whether its metadata is a block before the body that can be edited.
    template_prints_title: whether a site's template may print the declared title as the H1.
    is_page: whether it is a whole page with a head of its own, whose text may hold entities.
    comments: pairs of marks around a comment, by extension, "" for all others; none where it has no comments.
    links_to: the endings of files beside it to which its links may lead.
    looks_like: a pattern of the beginning of a text of this kind, where the name doesn't tell.
    """

    name: str
    extensions: tuple[str, ...]
    reader: str
    called: str = ""
    has_front_matter: bool = False
    template_prints_title: bool = False
    is_page: bool = False
    comments: tuple[tuple[str, tuple[str, str]], ...] = ()
    links_to: tuple[str, ...] = ()
    looks_like: str = ""
    title_from_h1: bool = False
    """Whether its first H1 is the title where none is declared, as whatever shows such files has it."""
    is_draft: bool = False
    """Whether it is a kind that is never published as it is, so that label lines in it are where they belong."""
    unpack: str = ""
    """"module:function", an `Unpacker`, for a kind that has to be made a text of first; such files aren't changed."""
    labels_needed: int = 0
    """How many metadata labels a file in a folder must have to be an article; for kinds whose ending says little."""

    def read(self, source: Source, *, aliases: Aliases | None = None, labels: LabelSettings = READ) -> Article:
        """The article of a decoded file. Any text gives one. Raises SeocheckError for what is no format."""
        if not self.reader:
            raise SeocheckError(f"no such format; there are {', '.join(_BY_NAME)}")
        reader: Reader = _imported(self.reader)
        article = reader(source, aliases=aliases, labels=labels)
        if not self.unpack:
            return article
        article = with_properties(article, source.properties)
        if self.title_from_h1:
            article = with_title_from_h1(article)
        return msgspec.structs.replace(article, format=self.name)

    def decode(self, data: bytes, path: str) -> Source:
        """The text of a file that has to be made one. Raises UnreadableError."""
        unpack: Unpacker = _imported(self.unpack)
        return unpack(data, path)

    @property
    def in_words(self) -> str:
        """A file of this kind, in a sentence."""
        return self.called or f"a {self.name} file".replace("  ", " ")

    def is_article(self, text: str) -> bool:
        """Whether the beginning of a text has the metadata without which a file of this kind is no article."""
        if not self.labels_needed or text.lstrip("\ufeff\r\n ").startswith(("---\n", "---\r\n", "+++\n")):
            return True
        return count_labels(text) >= self.labels_needed

    def comment(self, path: str, words: str) -> str:
        """The words as a comment in a file of this path; "" where the kind has no comments."""
        marks = dict(self.comments)
        before, behind = marks.get(posixpath.splitext(path.lower())[1]) or marks.get("", ("", ""))
        return f"{before} {words} {behind}" if before else ""


_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd")
_HTML = (".html", ".htm", ".xhtml")

FORMATS: tuple[FileFormat, ...] = (
    FileFormat(
        "markdown", _MARKDOWN, "seocheck.readers.markdown.reader:read_markdown", called="Markdown",
        has_front_matter=True, template_prints_title=True,
        comments=(("", ("<!--", "-->")), (".mdx", ("{/*", "*/}"))), links_to=_MARKDOWN,
    ),
    FileFormat(
        "html", _HTML, "seocheck.readers.html.reader:read_html", called="an HTML page",
        is_page=True, comments=(("", ("<!--", "-->")),), links_to=_HTML,
        looks_like=r"<(?:!doctype html|html|head|body)\b",
    ),
    FileFormat(
        "labelled-text", (".txt",), "seocheck.readers.labelled.reader:read_labelled_text", called="a labelled text",
        labels_needed=2,
    ),
    FileFormat(
        "rst", (".rst", ".rest"), "seocheck.readers.markdown.reader:read_markdown", called="reStructuredText",
        unpack="seocheck.readers.rst.unpack:unpack_rst", template_prints_title=True,
        comments=(("", (".. ", "")),), links_to=(".rst", ".rest"),
    ),
    FileFormat(
        "asciidoc", (".adoc", ".asciidoc"), "seocheck.readers.markdown.reader:read_markdown", called="AsciiDoc",
        unpack="seocheck.readers.asciidoc.unpack:unpack_asciidoc", template_prints_title=True,
        comments=(("", ("//", "")),), links_to=(".adoc", ".asciidoc"),
    ),
    FileFormat(
        "docx", (".docx",), "seocheck.readers.markdown.reader:read_markdown", called="a Word document",
        unpack="seocheck.readers.docx.unpack:unpack_docx", template_prints_title=True, title_from_h1=True,
        is_draft=True,
        comments=(("", ("<!--", "-->")),), links_to=(".docx",),
    ),
    FileFormat(
        "wordpress", (), "seocheck.readers.html.reader:read_html", called="an export of WordPress",
        unpack="seocheck.readers.wordpress.unpack:unpack_item", template_prints_title=True,
        comments=(("", ("<!--", "-->")),),
    ),
    FileFormat(
        "row", (), "seocheck.readers.table.reader:read_row", called="a row of a table",
        unpack="seocheck.readers.table.reader:unpack_row", template_prints_title=True,
        comments=(("", ("<!--", "-->")),),
    ),
    FileFormat(
        "notebook", (".ipynb",), "seocheck.readers.markdown.reader:read_markdown", called="a notebook",
        unpack="seocheck.readers.notebook.unpack:unpack_notebook", template_prints_title=True, title_from_h1=True,
        comments=(("", ("<!--", "-->")),), links_to=(*_MARKDOWN, ".ipynb"),
    ),
)  # fmt: skip


def _imported(name: str) -> Any:
    module, _, function = name.partition(":")
    return getattr(import_module(module), function)


_BY_NAME = {each.name: each for each in FORMATS}
_BY_EXTENSION = {extension: each for each in FORMATS for extension in each.extensions}

TABLES = (".jsonl", ".ndjson", ".csv", ".tsv", ".parquet")
"""The endings of files of rows, in which each row is an article."""

_ITEM = late_pattern(r"\.(?:(xml|wxr)|jsonl|ndjson|csv|tsv|parquet)#[^/\\]+$", re.IGNORECASE)
_ENDING = late_pattern(r"\.[a-z][a-z0-9_+-]{0,9}")
_WITH_PANDOC = "convert it to Markdown first, for example with pandoc"
_CONVERTED = {
    ".doc": "save it as .docx or as text first",
    ".epub": _WITH_PANDOC,
    ".odt": _WITH_PANDOC,
    ".pages": "export it from Pages as Word or text first",
    ".pdf": "check the text it was made from",
    ".rtf": _WITH_PANDOC,
    ".tex": _WITH_PANDOC,
}
"""What to do about a kind of document that isn't read, by its ending."""

_FRONT_MATTER = late_pattern(r"(?:---|\+\+\+)[ \t]*\r?\n[\w\"'.-]+[ \t]*[:=]")

LISTING = FileFormat("", (), "", comments=(("", ("<!--", "-->")),))
"""What is no article: a sitemap, a feed."""


def named(name: str) -> FileFormat:
    """The format of this name; that of a listing for what is no article."""
    return _BY_NAME.get(name, LISTING)


def by_path(path: str | os.PathLike[str]) -> FileFormat | None:
    """The format that a file's ending tells; None for an ending that no format has.

    An article within an export or a file of rows has the path of the file and its number there: export.xml#12.
    """
    if within := _ITEM.search(os.fspath(path)):
        return _BY_NAME["wordpress" if within[1] else "row"]
    return _BY_EXTENSION.get(posixpath.splitext(os.fspath(path).lower())[1])


def file_of(path: str) -> str:
    """The file of an article within another: export.xml of export.xml#12; any other path as it is."""
    return path.rpartition("#")[0] if _ITEM.search(path) else path


def extensions(*, of: Iterable[FileFormat] = FORMATS) -> tuple[str, ...]:
    """The endings of all these formats."""
    return tuple(extension for each in of for extension in each.extensions)


def ending_of(language: str) -> str:
    """The ending of a file in what an editor calls a language ("markdown", "mdx"); "" for one that is no format."""
    endings = named(language).extensions or tuple(each for each in (f".{language}",) if each in _BY_EXTENSION)
    return endings[0] if endings else ""


def choose(text: str, path: str) -> FileFormat:
    """The format of a text by its name; by what it holds where the name doesn't tell, and Markdown without any sign."""
    known = by_path(path)
    if known is not None and not (known.labels_needed and _FRONT_MATTER.match(text[:2000].lstrip())):
        return known
    return _by_content(text) or FORMATS[0]


def refusal(text: str, path: str) -> str:
    """Why a file of this name isn't read: its ending is that of another kind, and its text is none that is read.

    "" for a file that is read; for a name without an ending, which says nothing.
    """
    ending = posixpath.splitext(path.lower())[1]
    if not _ENDING.fullmatch(ending) or by_path(path) is not None or _by_content(text) is not None:
        return ""
    advice = _CONVERTED.get(ending) or "rename it, or pass it to standard input with --stdin-filename NAME.md"
    return f"{ending} files aren't read, only {', '.join(extensions())}; {advice}"


def _by_content(text: str) -> FileFormat | None:
    """The format that a text shows by front matter, by a beginning of its kind, or by label lines."""
    start = text[:2000].lstrip()
    if _FRONT_MATTER.match(start):
        return next(each for each in FORMATS if each.has_front_matter)
    for each in FORMATS:
        if each.looks_like and re.match(each.looks_like, start, re.IGNORECASE):
            return each
    labels = next(each for each in FORMATS if each.labels_needed)
    if not start.startswith(("---", "+++")) and count_labels(text) >= labels.labels_needed:
        return labels
    return None
