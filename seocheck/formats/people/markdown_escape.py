"""An article's words in Markdown, as words and nothing else: no link, no HTML, no table, nobody called by name."""

from __future__ import annotations

from html import escape

from seocheck.base.late_pattern import late_pattern
from seocheck.formats.logs import defused
from seocheck.formats.people.styled import crop, safe

MARK = "<!-- seocheck -->"
"""The first line of a comment, by which a later run finds it and edits it."""

_MARKS = late_pattern(r"[\\`*_\[\]<>|~&$]")
_GAP = "\u200b"
"""A zero-width space. It splits what GitHub and GitLab would turn into a reference: they look for references in the
output of Markdown, where a backslash doesn't prevent them."""
_REFERENCES = (
    late_pattern(r"[@#!%&~^$](?=\w)"),  # @name #12 !12 %1 &1 ~label
    late_pattern(r":(?=[\w+-]+:)"),  # :name:
    late_pattern(r"(?i)\b(?:https?|ftp|mailto|xmpp):(?=\S)|www(?=\.)|\bgh-(?=\d)"),
)


def markdown(text: str, width: int) -> str:
    """`text`, cut to `width` columns, for a line of Markdown or a cell of a table."""
    return _MARKS.sub(lambda match: "\\" + match[0], _parted(text, width))


def html(text: str, width: int) -> str:
    """The same inside an HTML tag, where backslashes mean nothing."""
    return escape(_parted(text, width)).replace("[", "&#91;").replace("]", "&#93;")


def _parted(text: str, width: int) -> str:
    text = crop(defused(safe(text)), width)
    for pattern in _REFERENCES:
        text = pattern.sub(lambda match: match[0] + _GAP, text)
    return text
