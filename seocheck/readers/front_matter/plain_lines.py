"""Front matter that is no YAML only because a value without quotation marks has a second colon: its lines all the same.

`title: Rye: how to bake it` breaks the whole block for a site generator, and that is reported. What a person meant is
clear, so the other checks read it: each key with its lines alone, and a line that fails as the words behind its colon.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span, verbatim
from seocheck.readers.front_matter.values import Entry, Mapping, Scalar

_KEY = late_pattern(r"^[^\s#:'\"\[\]{}&*!|>%@`,?-][^:\r\n]{0,80}:(?=[ \t\r\n]|\Z)", re.MULTILINE)
_LINE = late_pattern(
    r"(?P<key>[^:\r\n]+?)[ \t]*:[ \t]+(?P<value>[^\s'\"\[\]{}&*!|>%@`#,?][^\r\n]*?)(?:[ \t]+#[^\r\n]*)?\s*\Z"
)
_MOST = 200
"""Keys at most: each is read alone."""


def read_plain_lines(text: str, start: int, end: int, read: Callable[[int, int], Mapping | None]) -> Mapping | None:
    """The values in text[start:end]; None where a line can't be understood.

    read: reads the YAML between two places, and gives None where it can't.
    """
    parts = list(_parts(text, start, end))
    if not 0 < len(parts) <= _MOST:
        return None
    entries: dict[str, Entry] = {}
    for part in parts:
        found = read(*part)
        if found is None:
            line = _LINE.match(text[slice(*part)])
            if line is None:
                return None
            key, value = (Span(part.start + line.start(name), part.start + line.end(name)) for name in ("key", "value"))
            found = Mapping((Entry(line["key"], key, Scalar(verbatim(text, *value))),), part)
        entries.update((entry.key, entry) for entry in found.entries)
    return Mapping(tuple(entries.values()), Span(start, end))


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    """Each key with the lines that belong to it. Nothing where the first line with words is no key."""
    starts = [match.start() for match in _KEY.finditer(text, start, end)]
    if not starts or any(
        line.strip() and not line.lstrip().startswith("#") for line in text[start : starts[0]].splitlines()
    ):
        return
    for begin, stop in zip(starts, [*starts[1:], end], strict=True):
        yield Span(begin, stop)
