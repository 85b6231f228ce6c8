"""What DocFX, the generator of Microsoft's documentation, writes as headings that are none."""

from __future__ import annotations

from seocheck.base.late_pattern import late_pattern

TAB = "the label of a tab"
"""Why it isn't read as a heading."""
_TAB = late_pattern(r"[ \t]{0,3}#{1,6}[ \t]+(?:<a\b[^>\n]*>[ \t]*</a>[ \t]*)?\[[^\]\n]{0,200}\]\(#tab/")


def is_tab(text: str, start: int) -> bool:
    """Whether the heading with a word at this place is the label of a tab: `# [Linux](#tab/linux)`."""
    return "](#tab/" in text and _TAB.match(text, text.rfind("\n", 0, start) + 1) is not None
