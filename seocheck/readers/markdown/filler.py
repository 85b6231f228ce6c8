"""Placeholders for characters of a Markdown file that aren't prose."""

from __future__ import annotations

import re

from seocheck.base.late_pattern import late_pattern

FILLER = "\ufdd0"
"""A Unicode noncharacter: replaces hidden characters within a line and is dropped from the words.

Spaces would not do: eight of them at the start of a line make it a code block.
"""

_IN_LINE = late_pattern(r"[^\r\n]")


def filled(text: str) -> str:
    """`text` with each character replaced by a filler, except line ends."""
    return _IN_LINE.sub(FILLER, text)


def fill(match: re.Match[str]) -> str:
    """A match hidden within its line."""
    return filled(match.group())


def blanked(text: str) -> str:
    """`text` with each character replaced by a space, except line ends."""
    return _IN_LINE.sub(" ", text)


def blank(match: re.Match[str]) -> str:
    """A match of whole lines, made blank lines."""
    return blanked(match.group())
