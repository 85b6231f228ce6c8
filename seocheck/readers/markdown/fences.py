"""Where the fenced code of a Markdown file is."""

from __future__ import annotations

import re

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span

_FENCE = late_pattern(r"^[ \t>]*(?:[-*+][ \t]+)?(?P<mark>`{3,}|~{3,})(?P<info>[^\n]*)$", re.MULTILINE)


def fences(text: str) -> list[Span]:
    """The ranges of fenced code blocks in order, fences included; one that is never closed reaches to the end."""
    found: list[Span] = []
    opening: re.Match[str] | None = None
    for match in _FENCE.finditer(text):
        mark = match["mark"]
        if opening is None:
            if mark[0] == "~" or "`" not in match["info"]:  # "```x```" in one line is inline code
                opening = match
        elif mark[0] == opening["mark"][0] and len(mark) >= len(opening["mark"]) and not match["info"].strip():
            found.append(Span(opening.start(), match.end()))
            opening = None
    if opening is not None:
        found.append(Span(opening.start(), len(text)))
    return found
