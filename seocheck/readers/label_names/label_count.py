"""The label lines of a page saved as text: what one declares, and how many of them a text has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from seocheck.base.late_pattern import late_pattern
from seocheck.readers.label_names.labels import find_label

_LINE = late_pattern(r"(?P<mark>[*_]{0,2})(?P<label>[^:：*_]{2,60}?)\s*(?:(?P=mark)\s*[:：]|[:：]\s*(?P=mark))\s*")


def label_of(line: str, extra: Mapping[str, str] | None = None) -> tuple[str, int, int] | None:
    """The field that a label line declares, the length of its label, and where its value begins.

    `extra` names further labels by their keys, as a settings file may. None when the line isn't a label line.
    """
    match = _LINE.match(line)
    if match is None:
        return None
    found = find_label(re.sub(r"\s*[(（].*?[)）]\s*$", "", match["label"]), extra)
    if found is None or found.field == "other":
        return None
    return found.field, match.end("label") + len(match["mark"]), match.end()


def count_labels(text: str) -> int:
    """How many different metadata labels the first lines of a text hold."""
    return len(set(_fields(text)))


def _fields(text: str) -> Iterator[str]:
    for line in text[:20_000].splitlines()[:200]:
        found = label_of(line.strip())
        if found:
            yield found[0]
