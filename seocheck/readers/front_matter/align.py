"""Find where each character of a decoded scalar is in its written form."""

from __future__ import annotations

import re

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import SOURCE, Segment, Span, Text, TextBuilder

_ESCAPE = late_pattern(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|(?:\r\n|\r|\n)[ \t]*|.)", re.DOTALL)
_LINE_BREAK = late_pattern(r"\r\n|[\r\n\x85\u2028\u2029]")


def align(source: str, start: int, end: int, value: str, *, quote: str = "") -> Text:
    """`value` as decoded from source[start:end], a YAML, TOML or JSON scalar without its quotes.

    Walks both side by side: equal characters are verbatim; a white-space run matches a folded
    space or a line break; in double quotes a backslash sequence matches what it escapes, in single
    quotes two quotes match one. If the walk loses its way, the whole range matches the whole value.
    """
    anchor = Span(start, end)
    if source[start:end] == value:
        return Text(value, (Segment(0, len(value), start, end, True),) if value else (), SOURCE, anchor)
    built = _walk(source, start, end, value, quote)
    if built is None:
        segments = (Segment(0, len(value), start, end, False),) if value else ()
        return Text(value, segments, SOURCE, anchor)
    return built.build(anchor=anchor)


def _walk(source: str, start: int, end: int, value: str, quote: str) -> TextBuilder | None:
    builder = TextBuilder()
    at = start
    i = 0
    while i < len(value):
        run = 0
        limit = min(end - at, len(value) - i)
        while (
            run < limit
            and source[at + run] == value[i + run]
            and not (quote == '"' and source[at + run] == "\\")
            and not (quote == "'" and source[at + run] == "'")
            and not value[i + run].isspace()
        ):
            run += 1
        if run:
            builder.add(value[i : i + run], at, at + run, same=True)
            at += run
            i += run
            continue
        if at >= end:
            return builder if not value[i:].strip() else None
        if quote == '"' and source[at] == "\\":
            escape = _ESCAPE.match(source, at, end)
            if escape is None:
                return None
            if escape.group()[1] in "\r\n":  # an escaped line end joins two lines to nothing
                at = escape.end()
                continue
            stop = escape.end()
            width = 1
            if re.match(r"\\u[dD][89abAB]", escape.group()) and source[stop : stop + 2] == "\\u":
                stop += 6  # two surrogates of JSON are one character
            builder.add(value[i : i + width], at, stop, same=False)
            at, i = stop, i + width
            continue
        if quote == "'" and source.startswith("''", at):
            builder.add("'", at, at + 2, same=False)
            at, i = at + 2, i + 1
            continue
        if value[i].isspace():
            j = i
            while j < len(value) and value[j].isspace():
                j += 1
            b = at
            while b < end and source[b].isspace():
                b += 1
            if b == at:
                return None
            if quote == '"':  # white space from an escape isn't part of this run
                breaks = len(_LINE_BREAK.findall(source, at, b))
                j = min(j, i + (max(breaks - 1, 1) if breaks else b - at))
            builder.add(value[i:j], at, b, same=source[at:b] == value[i:j])
            at, i = b, j
            continue
        if source[at].isspace():  # indentation of a block scalar before its first word
            at += 1
            continue
        return None
    return builder
