"""The source line of a finding, with the words underlined."""

from __future__ import annotations

from seocheck.formats.people.styled import Line, Styled, cells, safe
from seocheck.model.report import ReportedFinding

LEAD = 24
"""Columns of context kept before the underlined words if the line is too long."""


def excerpt(finding: ReportedFinding, width: int) -> list[Line]:
    """Two lines: the source around the place, and marks under the words. Nothing for an empty place."""
    line = finding.line
    if line is None or not line.text.strip():
        return []
    start = finding.place.start
    gutter = f"    {line.number} │ "
    room = width - len(gutter)
    at = start.column - line.first_column
    length = finding.place.end.offset - start.offset
    if at < 0 or at > len(line.text):
        return []
    text = line.text
    cut_left = line.first_column > 1
    if cells(text[:at]) + min(length, 30) > room or cut_left:
        begin = max(at - LEAD, 0)
        # Begin at a word, so that the excerpt can be read.
        space = text.find(" ", begin, at)
        begin = space + 1 if begin and space >= 0 else begin
        cut_left = cut_left or begin > 0
        text = text[begin:]
        at -= begin
    if cut_left:
        text = "…" + text
        at += 1
    text = safe(text)
    shown = _fit(text, room)
    marked = shown[at : at + length] if length else ""
    if shown.endswith("…") and at + length >= len(shown):
        marked = shown[at:]
    under = " " * cells(shown[:at]) + "~" * max(cells(marked), 1)
    beneath = " " * (len(gutter) - 2) + "│ "
    return [[Styled(gutter, "dim"), Styled(shown)], [Styled(beneath, "dim"), Styled(under, "mark")]]


def _fit(text: str, room: int) -> str:
    if cells(text) <= room:
        return text
    taken = 0
    for index, character in enumerate(text):
        taken += cells(character)
        if taken > room - 1:
            return text[:index] + "…"
    return text
