"""Decode character references and white space of HTML into texts that know their places."""

from __future__ import annotations

import html
from html.entities import html5

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import SOURCE, Span, Text, TextBuilder
from seocheck.readers.html.tokens import SPACE, Attribute

_REFERENCE = late_pattern(r"&(?:#(?P<decimal>[0-9]+);?|#[xX](?P<hex>[0-9a-fA-F]+);?|[a-zA-Z][a-zA-Z0-9]{0,31};?)")
_MAX_DIGITS = 12  # more digits name no character; int() refuses more than 4,300
_SPACES = late_pattern(r"[\t\n\f\r ]*")
# A single space between words reads the same; everything else here reads differently.
_DECODED = late_pattern(r"[\t\n\f\r ]*[\t\n\f\r][\t\n\f\r ]*|  +|[&\0]")
_DECODED_IN_ATTRIBUTE = late_pattern(r"\r\n?|[&\0]")


def reference(source: str, at: int, end: int, *, attribute: bool = False) -> tuple[str, int] | None:
    """The characters of the reference at `at`, and where it ends; None where "&" is just that.

    Follows `html.unescape`: names without their semicolon count where HTML lists them so ("&copy"). In
    an attribute such a name does not count before "=" or a letter, so that "?a=1&copy=2" stays whole.
    """
    match = _REFERENCE.match(source, at, end)
    if match is None:
        return None
    written = match.group()
    digits = match["decimal"] or match["hex"]
    if digits:
        if len(digits.lstrip("0")) > _MAX_DIGITS:
            return "\ufffd", match.end()
        return html.unescape(written), match.end()
    name = written[1:]
    for length in range(len(name), 1, -1):
        value = html5.get(name[:length])
        if value is None:
            continue
        stop = at + 1 + length
        if attribute and name[length - 1] != ";":
            following = source[stop : stop + 1] if stop < end else ""
            if following == "=" or (following.isascii() and following.isalnum()):
                return None
        return value, stop
    return None


def add_collapsed(builder: TextBuilder, source: str, start: int, end: int, *, references: bool = True) -> None:
    """Append source[start:end] as a browser shows it: references decoded, white space runs as one space.

    White space at the very beginning of `builder`, or after a space, is dropped.
    """
    at = start
    while at < end:
        if builder.last in ("", " "):
            spaces = _SPACES.match(source, at, end)
            at = spaces.end() if spaces else at
        found = _DECODED.search(source, at, end)
        stop = found.start() if found else end
        builder.add(source[at:stop], at, stop, same=True)
        if found is None:
            return
        at = found.end()
        mark = found.group()
        if mark == "&":
            decoded = reference(source, stop, end) if references else None
            value, at = decoded or ("&", at)
            if value in SPACE and value:
                if builder.last not in ("", " "):
                    builder.add(" ", stop, at, same=False)
            else:
                builder.add(value, stop, at, same=decoded is None)
        elif mark != "\0" and builder.last not in ("", " "):
            builder.add(" ", stop, at, same=False)


def attribute_text(source: str, attribute: Attribute) -> Text:
    """The value of an attribute, decoded; line ends become LF, other white space stays."""
    builder = TextBuilder()
    at, end = attribute.value_start, attribute.value_end
    anchor = Span(at, end) if end > at else Span(attribute.start, attribute.end)
    while at < end:
        found = _DECODED_IN_ATTRIBUTE.search(source, at, end)
        stop = found.start() if found else end
        builder.add(source[at:stop], at, stop, same=True)
        if found is None:
            break
        at = found.end()
        mark = found.group()
        if mark == "&":
            decoded = reference(source, stop, end, attribute=True)
            value, at = decoded or ("&", at)
            builder.add(value, stop, at, same=decoded is None)
        else:
            builder.add("\ufffd" if mark == "\0" else "\n", stop, at, same=False)
    return builder.build(SOURCE, anchor)


def element_text(source: str, start: int, end: int, *, references: bool = True) -> Text:
    """The text in source[start:end] without tags, collapsed and stripped."""
    builder = TextBuilder()
    add_collapsed(builder, source, start, end, references=references)
    return builder.build(SOURCE, Span(start, end)).strip()
