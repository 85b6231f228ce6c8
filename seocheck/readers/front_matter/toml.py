"""TOML front matter: values by tomllib, places by `toml_places`."""

from __future__ import annotations

import re
from typing import Any

from seocheck.base.text import Segment, Span, Text, verbatim
from seocheck.model.article import Problem
from seocheck.readers.front_matter.toml_places import (
    MAX_DEPTH,
    Items,
    Leaf,
    Node,
    Table,
    TooDeepError,
    scan,
    string_text,
)
from seocheck.readers.front_matter.values import Entry, FrontMatter, Mapping, Scalar, Sequence, Value


def read_toml(text: str, start: int, end: int, span: Span, body_start: int, problems: list[Problem]) -> FrontMatter:
    """Read the TOML in text[start:end]; `problems` found before come first."""
    import tomllib

    block = text[start:end]
    try:
        places = scan(text, start, end)  # first: it stops at depths that would be too much for tomllib
        parsed = tomllib.loads(block)
    except (tomllib.TOMLDecodeError, TooDeepError, RecursionError, ValueError) as error:
        problems.append(_invalid(error, text, start, end))
        return FrontMatter("toml", span, body_start, problems=tuple(problems), invalid=True)
    values = _Placed(text).mapping(parsed, places, Span(start, end), 0)
    return FrontMatter("toml", span, body_start, Mapping(values.entries, Span(start, end)), tuple(problems))


def _invalid(error: Exception, text: str, start: int, end: int) -> Problem:
    at = Span(start, start)
    where = re.search(r"at line (\d+), column (\d+)", str(error))
    if where:
        lines = text[start:end].split("\n")
        line = min(int(where[1]), len(lines))
        offset = start + sum(len(part) + 1 for part in lines[: line - 1])
        at = Span(offset, offset + len(lines[line - 1].rstrip()))
    elif isinstance(error, TooDeepError):
        offset = max(text.rfind("\n", start, error.at) + 1, start)
        stop = text.find("\n", error.at, end)
        at = Span(offset, stop if stop >= 0 else end)
    what = re.sub(r" \(at .*\)$", "", str(error)) or "it can't be parsed"
    return Problem(
        "invalid",
        at,
        f"Front matter isn't valid TOML: {what[:1].lower()}{what[1:]}.",
        "Fix this line; until then nothing in the front matter is read.",
        "front matter",
    )


class _Placed:
    """Joins values to their places. A value whose place was not found, or reads differently, gets its key's place."""

    def __init__(self, text: str) -> None:
        self._text = text

    def mapping(self, parsed: dict[str, Any], node: Node | None, key: Span, depth: int) -> Mapping:
        """The keys of a table; `key` is the place of its own key."""
        keys = node.keys if isinstance(node, Table) else {}
        entries = []
        for name, value in parsed.items():
            found = keys.get(name)
            place = found.span if found else Span(key.start, key.start) if depth == 0 else key
            entries.append(Entry(name, place, self._value(value, found.node if found else None, place, depth + 1)))
        span = Span(node.start, max(node.end, node.start)) if isinstance(node, Table) else key
        return Mapping(tuple(entries), _around(span, [entry.value for entry in entries]))

    def _value(self, parsed: Any, node: Node | None, key: Span, depth: int) -> Value:
        if isinstance(parsed, dict | list) and depth > 2 * MAX_DEPTH:
            return Scalar(Text("", anchor=key))  # only if the walk over the source ended before
        if isinstance(parsed, dict):
            return self.mapping(parsed, node, key, depth)
        if isinstance(parsed, list):
            nodes: list[Node | None] = [None] * len(parsed)
            span = key
            if isinstance(node, Items):
                span = Span(node.start, max(node.end, node.start))
                if len(node.nodes) == len(parsed):
                    nodes = [*node.nodes]
            items = tuple(self._value(item, at, key, depth + 1) for item, at in zip(parsed, nodes, strict=True))
            return Sequence(items, _around(span, items))
        return Scalar(self._text_of(parsed, node, key))

    def _text_of(self, parsed: Any, node: Node | None, key: Span) -> Text:
        if isinstance(node, Leaf) and isinstance(parsed, str) == bool(node.quote):
            if not isinstance(parsed, str):
                return verbatim(self._text, *node.span)
            found = string_text(self._text, node, parsed)
            if found is not None:
                return found
        words = str(parsed).lower() if isinstance(parsed, bool) else str(parsed)
        segments = (Segment(0, len(words), key.start, key.end, False),) if words and key.end > key.start else ()
        return Text(words, segments, anchor=key)


def _around(span: Span, values: list[Value] | tuple[Value, ...]) -> Span:
    """The range from the start of `span` to the end of the last of these values in the source."""
    ends = [value.text.span().end if isinstance(value, Scalar) else value.span.end for value in values]
    return Span(span.start, max([span.end, *ends]))
