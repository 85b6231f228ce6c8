"""White space in a declared text that no reader is meant to see."""

from __future__ import annotations

from typing import NamedTuple

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span, Text

BREAKS = "\n\r\v\f\x85\u2028\u2029"
_RUN = late_pattern(rf"[ \t{BREAKS}]{{2,}}|[\t{BREAKS}]")
_ENDS = tuple(".!?…:;\"'”’)")
_BEFORE = late_pattern(r"([\"'])([ \t]*)\Z")
_BEHIND = late_pattern(r"([ \t]*)([\"'])")
_NEAR = 200
"""Characters around a text in which its quotation marks are looked for."""


class Stray(NamedTuple):
    """Stray white space: inside a text, in the text's own offsets; at its edges, in the source's."""

    inside: tuple[Span, ...]
    edges: tuple[Span, ...]


def stray_white_space(source: str, text: Text) -> Stray:
    """Runs of spaces, tabs and line breaks in a text, and spaces between its words and its quotation marks.

    Two spaces after a sentence are intended: some writers type them.
    """
    value = text.value
    inside = tuple(
        Span(*run.span())
        for run in _RUN.finditer(value)
        if not (run.group() == "  " and value.endswith(_ENDS, 0, run.start()))
    )
    start, end = text.span()
    before = _BEFORE.search(source[max(start - _NEAR, 0) : start])
    behind = _BEHIND.match(source, end, end + _NEAR)
    edges: list[Span] = []
    if before and behind and before[1] == behind[2]:
        if before[2]:
            edges.append(Span(start - len(before[2]), start))
        if behind[1]:
            edges.append(Span(end, end + len(behind[1])))
    return Stray(inside, tuple(edges))
