"""Metadata as JSON in a fence: `"meta_title": "Bees in town",` is the label and the value of a line."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Text, TextBuilder
from seocheck.readers.labelled.lines import Line

NAMES = ("json", "jsonc", "json5")
_PAIR = late_pattern(r'"(?P<name>[^"\\\n]{2,60})"\s*:\s*(?P<value>\S.*?)\s*,?$')
_STRING = late_pattern(r'"(?P<words>(?:[^"\\]|\\.)*)"')
_BRACKETS = ("{", "}", "[", "]", "},", "],")
_SCHEMA = ('"@context"', '"@type"')
"""What says of the page to machines what it is, beside the metadata that a writer gives."""


def with_json(lines: Sequence[Line]) -> list[Line]:
    """The lines with the pairs of JSON in fences as labels and values; those of a schema stay as they are."""
    found = list(lines)
    begin = -1
    for at, line in enumerate(found):
        if line.kind == "fence":
            named = line.text.value.strip("`~ ").casefold()
            if begin >= 0:
                _read(found, begin, at)
            begin = at + 1 if begin < 0 and named in NAMES else -1
    return found


def _read(lines: list[Line], begin: int, end: int) -> None:
    if any(mark in lines[at].text.value for at in range(begin, end) for mark in _SCHEMA):
        return
    for at in range(begin, end):
        if lines[at].text.value in _BRACKETS:
            lines[at] = replace(lines[at], kind="blank")
            continue
        pair = _PAIR.match(lines[at].text.value)
        text = _said(lines[at].text, pair.span("name"), pair.span("value")) if pair else None
        if text is not None:
            lines[at] = replace(lines[at], text=text)


def _said(text: Text, name: tuple[int, int], value: tuple[int, int]) -> Text | None:
    """A pair as a label with its value; None where it is neither words nor a list of words."""
    written = text.value[slice(*value)]
    strings = list(_STRING.finditer(text.value, *value))
    is_list = written.startswith("[") and written.endswith("]")
    if not strings or "\\" in written or not (is_list or strings[0].span() == value):
        return None
    builder = TextBuilder()
    _add(builder, text.slice(*name))
    for i, string in enumerate(strings):
        builder.fill(": " if i == 0 else "; " if is_list else " ")
        _add(builder, text.slice(*string.span("words")))
    return builder.build()


def _add(builder: TextBuilder, text: Text) -> None:
    for part in text.segments:
        builder.add(text.value[part.start : part.end], part.source_start, part.source_end, same=part.verbatim)
