"""What DocFX, the generator of Microsoft's documentation, writes as headings that are none, and around words."""

from __future__ import annotations

import re

from seocheck.base.late_pattern import late_pattern
from seocheck.readers.markdown.filler import FILLER

TAB = "the label of a tab"
"""Why it isn't read as a heading."""
_TAB = late_pattern(r"[ \t]{0,3}#{1,6}[ \t]+(?:<a\b[^>\n]*>[ \t]*</a>[ \t]*)?\[[^\]\n]{0,200}\]\(#tab/")

_MARKED = late_pattern(r"(\[!(?:DNL|UICONTROL|UILABEL)[ \t]+)([^\[\]\n]{1,200})\]")
"""Words that are not to be translated: [!DNL Name], [!UICONTROL Button]."""


def hide_docfx(text: str) -> str:
    """`text` with such marks hidden, but not what they mark; its length stays as it is."""
    return _MARKED.sub(_unmarked, text) if "[!" in text else text


def _unmarked(match: re.Match[str]) -> str:
    return FILLER * len(match[1]) + match[2] + FILLER


def is_tab(text: str, start: int) -> bool:
    """Whether the heading with a word at this place is the label of a tab: `# [Linux](#tab/linux)`."""
    return "](#tab/" in text and _TAB.match(text, text.rfind("\n", 0, start) + 1) is not None
