"""A draft that is wholly in a fence (```markdown ... ```), as programs for chats print it for copying."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span
from seocheck.model.article import Problem

_OPENING = late_pattern(
    r"\s*(?P<fence>(?P<mark>`{3,}|~{3,})[ \t]*(?:markdown|md|mdx)[ \t]*)(?:\r\n|\n|\r)", re.IGNORECASE
)
_INNER = late_pattern(r"^[ \t]*(?P<fence>(?P<mark>`{3,}|~{3,})[ \t]*(?P<info>[^\r\n]*))\r?$", re.MULTILINE)
_LETTER = late_pattern(r"\S")


def whole_fence(text: str) -> list[Span]:
    """The first and the last line of a text that are a fence around all of it; empty where none is.

    A fence ends at the next one, so a listing within would end it. What a program prints has listings with the name of
    a language, and so those without are taken for the ends of others.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return []
    mark, last, is_open = opening["mark"], None, False
    for found in _INNER.finditer(text, opening.end()):
        if found["mark"][0] != mark[0] or len(found["mark"]) < len(mark):
            continue
        if last is not None:
            return []  # text or a fence behind the end
        if found["info"].strip():
            if is_open:
                return []
            is_open = True
        elif is_open:
            is_open = False
        else:
            last = found
    if last is None or text[last.end() :].strip():
        return []
    return [Span(*opening.span("fence")), Span(*last.span("fence"))]


def without_fence(text: str, fence: Sequence[Span]) -> str:
    """The text with spaces instead of the two lines."""
    pieces: list[str] = []
    at = 0
    for start, end in fence:
        pieces += [text[at:start], _LETTER.sub(" ", text[start:end])]
        at = end
    return "".join([*pieces, text[at:]])


def with_reason(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problems of front matter behind a fence, with the fence as what is before it."""
    return tuple(replace(each, message=each.message.replace("white space", "a fence")) for each in problems)
