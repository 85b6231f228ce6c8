"""What a form says: its labels, placeholders and buttons. On a contact page or a search that is all there is."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span, Text, TextBuilder

_TOKEN = late_pattern(
    r"(?P<comment><!--)|<(?P<close>/?)(?P<name>[a-zA-Z][\w-]{0,30})(?P<attrs>[^<>]{0,2000})>|(?P<text>[^<]+)"
)
_ATTRIBUTE = late_pattern(r"""([\w-]{1,40})\s{0,5}=\s{0,5}("[^"]*"|'[^']*'|[^\s"'<>]+)""")
_FIELD = late_pattern(r"<(?:input|textarea|select)\b", re.IGNORECASE)
_SILENT = frozenset(("script", "style", "noscript", "template", "svg", "select"))
"""A choice of countries says nothing of them."""
_SHOWN = ("placeholder", "aria-label", "title", "alt")
_PRESSED = frozenset(("submit", "button", "reset"))
MOST = 200
"""Pieces that are kept of a page."""


def form_words(source: str, spans: Sequence[Span], *, read: Sequence[Span] = ()) -> tuple[Text, ...]:
    """The pieces of what forms say in these ranges of a file, in order; none where there is no field to fill in.

    read: forms whose text is read as the article's, of which only buttons and attributes are wanted. Buttons and fields
    outside a form count, too: scripts send many. Time is linear.
    """
    found: list[Text] = []
    begins = {span.start for span in read}
    for span in spans:
        if not _FIELD.search(source, *span):
            continue
        speaking = 0
        silent = ""
        hidden, comments = 0, True  # where the last comment ends, and whether there may be more
        for token in _TOKEN.finditer(source, *span):
            if token.start() < hidden:
                continue
            if token["comment"]:
                ends = source.find("-->", token.end(), span.end) if comments else -1
                hidden, comments = max(ends, 0), ends >= 0
                continue
            name = (token["name"] or "").lower()
            if silent:
                silent = "" if token["close"] and name == silent else silent
            elif name in _SILENT and not token["close"]:
                _attributes(found, source, name, token.start("attrs"), token["attrs"])
                silent = name
            elif name == "button" or (name == "form" and token.start() not in begins):
                speaking = max(speaking + (-1 if token["close"] else 1), 0)
            if silent or len(found) >= MOST:
                continue
            if token["text"] and speaking:
                _add(found, source, *token.span())
            elif name and not token["close"]:
                _attributes(found, source, name, token.start("attrs"), token["attrs"])
    return tuple(found)


def _attributes(found: list[Text], source: str, name: str, base: int, written: str) -> None:
    """Add what the start tag of a field shows or has read out."""
    if name not in ("input", "textarea", "select", "button"):
        return
    attributes = list(_ATTRIBUTE.finditer(written))
    pressed = any(a[1].lower() == "type" and a[2].strip("\"'").lower() in _PRESSED for a in attributes)
    for attribute in attributes:
        if attribute[1].lower() in _SHOWN or (pressed and attribute[1].lower() == "value"):
            quoted = attribute[2][:1] in "\"'"
            start, end = base + attribute.start(2) + quoted, base + attribute.end(2) - quoted
            _add(found, source, start, end)


def _add(found: list[Text], source: str, start: int, end: int) -> None:
    written = source[start:end]
    start += len(written) - len(written.lstrip())
    written = written.strip()
    if not any(c.isalnum() for c in written) or "{{" in written or "{%" in written:
        return
    builder = TextBuilder()
    shown = html.unescape(written)
    builder.add(shown, start, start + len(written), same=shown == written)
    found.append(builder.build(anchor=Span(start, start + len(written))))
