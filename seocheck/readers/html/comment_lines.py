"""The comments of a pasted page, in which writers leave its metadata, as lines for the reader of label blocks."""

from __future__ import annotations

from seocheck.base.late_pattern import late_pattern
from seocheck.readers.labelled.lines import Line, source_lines

_LETTER = late_pattern(r"[^\r\n]")


def only_comments(source: str) -> str:
    """The text of a page with spaces instead of all that is in no comment; empty for a page without comments."""
    pieces: list[str] = []
    at = 0
    while (start := source.find("<!--", at)) >= 0:
        end = source.find("-->", start + 4)
        if end < 0:
            break
        pieces += [_LETTER.sub(" ", source[at:start]), source[start : end + 3]]
        at = end + 3
    return "".join([*pieces, _LETTER.sub(" ", source[at:])]) if pieces else ""


def with_comments(lines: list[Line], comments: str) -> list[Line]:
    """The lines of a page with those of its comments where they are."""
    found = [line for line in source_lines(comments) if line.kind == "comment" or line.inside == "comment"]
    return sorted([*lines, *found], key=lambda line: line.span.start)
