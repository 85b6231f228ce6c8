"""JSON of a notebook -> its cells, each line with its own line in the file.

The format is that of https://nbformat.readthedocs.io: cells in version 4, worksheets of cells in version 3.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from seocheck.errors import UnreadableError


class Placed(str):
    """A string of the file, with the offset at which it begins there."""

    __slots__ = ("at",)

    at: int


class CellLine(msgspec.Struct, frozen=True):
    """A line of a cell, without its end. line: its line in the file."""

    text: str
    line: int


class Cell(msgspec.Struct, frozen=True):
    """kind: markdown, code, raw, or heading with its level (version 3)."""

    kind: str
    lines: tuple[CellLine, ...]
    level: int = 1


class Notebook(msgspec.Struct, frozen=True):
    """cells in order, and the notebook's metadata."""

    cells: tuple[Cell, ...]
    metadata: Mapping[str, Any]


def read_notebook(text: str, path: str) -> Notebook:
    """The cells of a notebook. Raises UnreadableError for what is none."""
    try:
        read = _decoder().decode(text)
    except json.JSONDecodeError as error:
        raise UnreadableError(path, f"broken JSON in line {error.lineno}, column {error.colno}: {error.msg}") from None
    except RecursionError:
        raise UnreadableError(path, "JSON that is nested too deeply") from None
    if not isinstance(read, dict):
        raise UnreadableError(path, "not a notebook: the JSON is no object")
    cells = read.get("cells")
    if not isinstance(cells, list):
        sheets = read.get("worksheets")
        if not isinstance(sheets, list):
            raise UnreadableError(path, "not a notebook: it has no cells")
        listed = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
        cells = [cell for sheet in listed if isinstance(sheet, list) for cell in sheet]
    metadata = read.get("metadata")
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    made = (_cell(cell, lambda at: bisect_right(starts, at)) for cell in cells if isinstance(cell, dict))
    return Notebook(tuple(made), metadata if isinstance(metadata, dict) else {})


def _decoder() -> json.JSONDecoder:
    """A decoder whose strings know where they begin. It is that of the library in Python, which can be told how to read
    a string."""
    decoder = json.JSONDecoder()
    plain = json.decoder.scanstring  # type: ignore[attr-defined]

    def placed(text: str, end: int, strict: bool = True) -> tuple[str, int]:
        value, after = plain(text, end, strict)
        made = Placed(value)
        made.at = end
        return made, after

    decoder.parse_string = placed  # type: ignore[attr-defined]
    decoder.scan_once = json.scanner.py_make_scanner(decoder)  # type: ignore[attr-defined]
    return decoder


def _cell(cell: Mapping[str, Any], line_of: Callable[[int], int]) -> Cell:
    source = cell.get("source", cell.get("input", ""))
    parts = source if isinstance(source, list) else [source]
    level = cell.get("level")
    return Cell(
        str(cell.get("cell_type", "")),
        tuple(_lines([part for part in parts if isinstance(part, Placed)], line_of)),
        level if isinstance(level, int) and 1 <= level <= 6 else 1,
    )


def _lines(parts: list[Placed], line_of: Callable[[int], int]) -> Iterator[CellLine]:
    """The lines of the parts put together, each with the line of the part in which it begins."""
    held, line = "", 0
    for part in parts:
        pieces = part.splitlines(keepends=True)
        for piece in pieces:
            line = line if held else line_of(part.at)
            held += piece
            if held.endswith(("\n", "\r")):
                yield CellLine(held.rstrip("\r\n"), line)
                held = ""
    if held:
        yield CellLine(held, line)
