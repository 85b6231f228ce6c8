"""What stands in for characters of a Markdown file that are not prose."""

from __future__ import annotations

import re

FILLER = "\ufdd0"
"""A Unicode noncharacter: stands for hidden characters within a line and is dropped from the words.

Blanks would not do: eight of them at the start of a line make it a code block.
"""

_IN_LINE = re.compile(r"[^\r\n]")


def filled(text: str) -> str:
    """Fillers in place of each character of `text`, line ends kept."""
    return _IN_LINE.sub(FILLER, text)


def fill(match: re.Match[str]) -> str:
    """A match hidden within its line."""
    return filled(match.group())


def blanked(text: str) -> str:
    """Blanks in place of each character of `text`, line ends kept."""
    return _IN_LINE.sub(" ", text)


def blank(match: re.Match[str]) -> str:
    """A match of whole lines made blank lines."""
    return blanked(match.group())
