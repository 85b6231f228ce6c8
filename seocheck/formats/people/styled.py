"""Lines of styled pieces: what a report says, before it is drawn with or without colour."""

from __future__ import annotations

import unicodedata
from typing import Literal, NamedTuple

from seocheck.base.late_pattern import late_pattern
from seocheck.formats.logs import harmless

Style = Literal["", "bold", "dim", "error", "warning", "note", "suggestion", "good", "fair", "poor", "mark", "path"]


class Styled(NamedTuple):
    """Words in one style."""

    text: str
    style: Style = ""


Line = list[Styled]

UNSAFE = late_pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufdd0]")
"""Escape sequences, control characters, marks that turn the direction of writing, halves of surrogate pairs."""


def safe(text: str) -> str:
    """`text` without what an article must not send to a terminal: escape sequences, control characters,
    marks that turn the direction of writing."""
    return UNSAFE.sub("\ufffd", text.replace("\t", " ").replace("\r", " ").replace("\n", " "))


def cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(_cell(character) for character in text)


def _cell(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def crop(text: str, width: int) -> str:
    """`text` cut to `width` columns, with dots where something is left out."""
    if cells(text) <= width:
        return text
    taken = 0
    for index, character in enumerate(text):
        taken += _cell(character)
        if taken > width - 1:
            return text[:index].rstrip() + "…"
    return text


def wrapped(text: str, width: int, indent: str, style: Style = "", first: str | None = None) -> list[Line]:
    """`text` in lines of at most `width` columns, each after `indent`; the first after `first`."""
    import textwrap  # compiles three patterns, and a summary wraps nothing

    lead = indent if first is None else first
    lines = textwrap.wrap(
        text,
        width,
        initial_indent=lead,
        subsequent_indent=indent,
        break_long_words=cells(text) != len(text),
        break_on_hyphens=False,
    )
    return [[Styled(line, style)] for line in lines]


def plain(lines: list[Line]) -> str:
    """The lines without styles, and without what a terminal or a build's log would obey."""
    return "".join(shown("".join(piece.text for piece in line).rstrip()) + "\n" for line in lines)


def shown(line: str) -> str:
    """A line that may hold an article's words, without what a terminal or a build's log would obey."""
    return harmless(safe(line))
