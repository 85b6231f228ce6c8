"""The names of places in an article that a link can lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from seocheck.base.late_pattern import late_pattern

_ELEMENT = late_pattern(
    r"""\b(?:id|name)\s*=\s*["']?([^"'\s>]+)|\{:?[^{}\n]*#([\w:.-]+)[^{}\n]*\}|^\[\^?([^\]\n]+)\]:""", re.MULTILINE
)
_MADE_ELSEWHERE = ("{{", "{%", "<%", "{/*", ":::", "!!!", "--8<--", "<include", "import ")
"""Marks of templates and components, which may bring headings that the file does not hold."""
_MOST = 4_000_000  # bytes of a file that are looked at
LEAST = 5
"""Letters of a heading with which a longer name may begin."""
_COUNTED = late_pattern(r"[-_]?\d+$")


def is_no_anchor(fragment: str) -> bool:
    """Whether a fragment means something else than a named place: nothing, the top, a text, a footnote, a line."""
    plain = fragment.casefold()
    return (
        plain in ("", "top")
        or plain.startswith((":~:", "/", "!", "fn", "footnote", "ref-"))
        or re.fullmatch(r"l\d+(-l?\d+)?|\d+", plain) is not None
    )


class Anchors:
    """headings: the texts of an article's headings. path: its file, read only for a name that no heading has."""

    def __init__(self, headings: Iterable[str], path: str) -> None:
        self._headings = {_letters(heading) for heading in headings}
        self._path = path

    def has(self, fragment: str) -> bool:
        """Whether there may be such a place; True where the file does not tell."""
        wanted = _letters(fragment)
        if not wanted or wanted in self._headings or _letters(_COUNTED.sub("", fragment)) in self._headings:
            return True
        # A generator may add the name of an emoji that the heading ends in.
        if any(len(heading) >= LEAST and wanted.startswith(heading) for heading in self._headings):
            return True
        return self._elements is None or wanted in self._elements

    @cached_property
    def _elements(self) -> frozenset[str] | None:
        """The names of elements; None where a template or component may bring others."""
        try:
            with open(self._path, "rb") as file:
                text = file.read(_MOST).decode("utf-8", "replace")
        except (OSError, ValueError):
            return None
        if any(mark in text for mark in _MADE_ELSEWHERE):
            return None
        return frozenset(_letters(name) for match in _ELEMENT.finditer(text) for name in match.groups() if name)


def _letters(name: str) -> str:
    """Letters and digits alone: GitHub, Hugo, Kramdown and MkDocs differ in what they make of the rest."""
    return "".join(character for character in name.casefold() if character.isalnum())
