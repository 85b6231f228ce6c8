"""The header of an AsciiDoc document: its title, its attributes, and front matter as Jekyll and Hugo have it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from seocheck.base.late_pattern import late_pattern

ENTRY = late_pattern(r":(!?[A-Za-z0-9_][\w-]*!?):(?:[ \t]+(.*))?")
_TITLE = late_pattern(r"[=#][ \t]+(\S.*)")
_PREFIXES = ("page-", "jbake-", "nikola-")
_DECLARED = {
    "description": "description", "keywords": "keywords", "lang": "lang", "tags": "tags", "categories": "categories",
    "category": "categories", "author": "author", "revdate": "date", "date": "date", "title": "seo_title",
    "doctitle": "title", "summary": "description",
}  # fmt: skip
"""Attributes, without the prefix of a generator, and the fields that they declare."""


class Declared(msgspec.Struct, frozen=True):
    """A value of the header, and the line that declares it, from 1."""

    value: str
    line: int


class Header(msgspec.Struct):
    """front: the lines of front matter, with its marks. title: the document's. end: where the body begins, as an index
    of lines. declared: fields. attributes: all of them, for the text."""

    front: list[str] = msgspec.field(default_factory=list)
    title: Declared | None = None
    end: int = 0
    declared: dict[str, Declared] = msgspec.field(default_factory=dict)
    attributes: dict[str, str] = msgspec.field(default_factory=dict)


def read_header(lines: Sequence[str]) -> Header:
    """The header of a document."""
    header = Header()
    at = _front_matter(lines, header)
    authors = 0
    while at < len(lines):
        line = lines[at].rstrip()
        if not line.strip():
            if header.title is not None or header.attributes:
                following = next((each for each in lines[at:] if each.strip()), "")
                if header.title is not None or not (ENTRY.fullmatch(following) or _TITLE.fullmatch(following)):
                    break
        elif (entry := ENTRY.fullmatch(line)) is not None:
            value, at_end = joined(entry[2] or "", lines, at)
            declare(header, entry[1], value, at + 1)
            at = at_end
        elif line.startswith("//") and not line.startswith("////"):
            if "seocheck-" in line:
                break
        elif header.title is None and (title := _TITLE.fullmatch(line)) is not None:
            header.title = Declared(title[1].strip(), at + 1)
        elif header.title is not None and authors < 2 and not header.attributes:
            authors += 1  # the line of authors, and that of the revision
        else:
            break
        at += 1
    header.end = at
    return header


def joined(value: str, lines: Sequence[str], at: int) -> tuple[str, int]:
    """A value with the lines that it goes on in, and the index of the last of them."""
    while value.endswith(" \\") and at + 1 < len(lines):
        at += 1
        value = f"{value[:-1].rstrip()} {lines[at].strip()}"
    return value.removesuffix("\\").rstrip(), at


def declare(header: Header, name: str, value: str, line: int) -> None:
    """Take an attribute, and what it declares."""
    plain = name.strip("!").lower()
    if "!" in name:
        header.attributes.pop(plain, None)
        return
    header.attributes[plain] = value
    field = plain
    for prefix in _PREFIXES:
        field = field.removeprefix(prefix)
    if field in _DECLARED and value:
        header.declared.setdefault(_DECLARED[field], Declared(value, line))


def _front_matter(lines: Sequence[str], header: Header) -> int:
    """The index of the first line after front matter."""
    if not lines or lines[0].rstrip() not in ("---", "+++"):
        return 0
    for at in range(1, len(lines)):
        if lines[at].rstrip() == lines[0].rstrip():
            header.front = [line.rstrip("\r") for line in lines[: at + 1]]
            return at + 1
    return 0
