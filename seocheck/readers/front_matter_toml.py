"""TOML front matter: values by tomllib, places by looking for them where their key stands."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from seocheck.article import Problem
from seocheck.readers.align import align
from seocheck.readers.front_matter_values import Entry, FrontMatter, Mapping, Scalar, Sequence, Value
from seocheck.text import Segment, Span, Text

_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'')
_TABLE = re.compile(r"^[ \t]*\[{1,2}[^\]\n]*\]{1,2}[ \t]*(?:#.*)?$", re.MULTILINE)


def read_toml(text: str, start: int, end: int, span: Span, body_start: int, problems: list[Problem]) -> FrontMatter:
    """Read the TOML that stands in text[start:end]; `problems` found before are kept in front."""
    block = text[start:end]
    try:
        parsed = tomllib.loads(block.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        at = Span(start, start)
        where = re.search(r"at line (\d+), column (\d+)", str(error))
        if where:
            lines = block.split("\n")
            line = min(int(where[1]), len(lines))
            offset = start + sum(len(part) + 1 for part in lines[: line - 1])
            at = Span(offset, offset + len(lines[line - 1].rstrip()))
        what = re.sub(r" \(at .*\)$", "", str(error)) or "it cannot be parsed"
        problems.append(
            Problem(
                "invalid",
                at,
                f"Front matter is not valid TOML: {what[:1].lower()}{what[1:]}.",
                "Mend this line; nothing declared is read.",
                "front matter",
            )
        )
        return FrontMatter("toml", span, body_start, problems=tuple(problems), invalid=True)
    return FrontMatter(
        "toml", span, body_start, _Places(text, start, end).mapping(parsed, 0, start, end), tuple(problems)
    )


class _Places:
    """Finds the keys of parsed TOML in its source; what is not found takes the block's place."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._start = start
        self._end = end

    def mapping(self, parsed: dict[str, Any], depth: int, start: int, end: int) -> Mapping:
        entries = []
        for key, value in parsed.items():
            if isinstance(value, dict) and depth < 20:
                header = re.compile(
                    rf"^[ \t]*\[(?:[^\]\n]*\.)?[\"']?{re.escape(key)}[\"']?\][ \t]*(?:#.*)?$", re.MULTILINE
                )
                found = header.search(self._text, self._start, self._end)
                if found:
                    following = _TABLE.search(self._text, found.end(), self._end)
                    stop = following.start() if following else self._end
                    inner = self.mapping(value, depth + 1, found.end(), stop)
                    entries.append(Entry(key, Span(*found.span()), inner))
                    continue
                child = re.compile(rf"^[ \t]*\[(?:[^\]\n]*\.)?[\"']?{re.escape(key)}[\"']?\.[^\]\n]*\]", re.MULTILINE)
                if below := child.search(self._text, self._start, self._end):  # [params.seo] without [params]
                    inner = self.mapping(value, depth + 1, below.start(), below.start())
                    entries.append(Entry(key, Span(*below.span()), inner))
                    continue
            first_table = _TABLE.search(self._text, start, end) if depth == 0 else None
            entries.append(self._entry(key, value, depth, start, first_table.start() if first_table else end))
        return Mapping(tuple(entries), Span(start, end))

    def _entry(self, key: str, value: Any, depth: int, start: int, end: int) -> Entry:
        line = re.compile(rf"^[ \t]*([\"']?{re.escape(key)}[\"']?)[ \t]*=[ \t]*", re.MULTILINE).search(
            self._text, start, end
        )
        if line is None:
            whole = Span(start, start)
            return Entry(key, whole, self._value(value, depth, whole, None))
        following = re.compile(r"^[ \t]*(?:[\w.\"'-]+[ \t]*=|\[)", re.MULTILINE).search(self._text, line.end(), end)
        raw = self._text[line.end() : following.start() if following else end]
        span = Span(line.end(), line.end() + len(raw.rstrip()))
        return Entry(key, Span(*line.span(1)), self._value(value, depth, span, [span.start]))

    def _value(self, value: Any, depth: int, span: Span, cursor: list[int] | None) -> Value:
        """`cursor` is the offset from which the next string of this value is looked for."""
        if isinstance(value, list) and depth < 20:
            return Sequence(tuple(self._value(item, depth + 1, span, cursor) for item in value), span)
        if isinstance(value, dict) and depth < 20:
            inner = tuple(Entry(key, span, self._value(item, depth + 1, span, cursor)) for key, item in value.items())
            return Mapping(inner, span)
        if isinstance(value, str) and cursor:
            match = _STRING.search(self._text, cursor[0], span.end)
            if match and not self._text.startswith(('"""', "'''"), match.start()):
                cursor[0] = match.end()
                return Scalar(align(self._text, match.start() + 1, match.end() - 1, value, quote=match.group()[0]))
        words = str(value).lower() if isinstance(value, bool) else str(value)
        segments = (Segment(0, len(words), span.start, span.end, False),) if words and span.end > span.start else ()
        return Scalar(Text(words, segments, anchor=span), null=False)
