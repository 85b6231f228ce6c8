"""Which columns of a table have the labels and their values: beside them may be numbers, lengths and check marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from seocheck.readers.label_names.labels import find_label, words
from seocheck.readers.label_values.values import units
from seocheck.readers.labelled.lines import Line

_FEWEST = 2
"""Rows of a table with a head."""


def with_columns(lines: list[Line]) -> list[Line]:
    """The lines with the label and the value of each row, whichever columns they are in."""
    at = 0
    while at < len(lines):
        stop = at
        while stop < len(lines) and lines[stop].kind == "row":
            stop += 1
        if stop - at >= _FEWEST:
            lines[at:stop] = _table(lines[at:stop])
        at = max(stop, at + 1)
    return lines


def _table(rows: Sequence[Line]) -> list[Line]:
    label = 1 if _is_of_numbers(rows, 0) else 0
    count = max(len(row.cells) for row in rows)
    value = next((at for at in range(label + 1, count) if not _is_of_numbers(rows, at)), label + 1)
    if _shows_examples(rows[0], label, value):
        return [replace(row, value=None) for row in rows]
    if (label, value) == (0, 1):
        return list(rows)
    return [
        replace(row, text=row.cells[label], value=row.cells[value] if value < len(row.cells) else None)
        if label < len(row.cells) and row.text
        else row
        for row in rows
    ]


def _shows_examples(head: Line, label: int, value: int) -> bool:
    """Whether the head of a table says that its values are shown: "Field | Example", "Before | After"."""
    if value >= len(head.cells) or find_label(head.cells[label].value.strip("*_` ")) is not None:
        return False
    name = head.cells[value].value.casefold().strip("*_` ")
    return any(name.startswith(word) for word in words("examples"))


def _is_of_numbers(rows: Sequence[Line], at: int) -> bool:
    """Whether a column has nothing but numbers, lengths and marks below its head."""
    cells = [row.cells[at].value for row in rows if at < len(row.cells)]
    below = [cell for cell in cells[1:] if cell]
    return bool(below) and all(_number().fullmatch(cell) for cell in below)


@lru_cache(maxsize=1)
def _number() -> re.Pattern[str]:
    """A number, a length, or a mark alone; no range and no limit, as a guide to the fields has them."""
    return re.compile(rf"\W*|[^\w<≤≥]*\d[\d.,]*(?:\s*/\s*\d+)?\s*(?:{units()})?\W*", re.IGNORECASE)
