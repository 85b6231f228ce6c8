"""A notebook as the Markdown that it shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from seocheck.errors import UnreadableError
from seocheck.model.article import Source
from seocheck.readers.made_text import MadeText
from seocheck.readers.notebook.cells import Cell, read_notebook

_FIELDS = {
    "title": "title", "description": "description", "summary": "description", "keywords": "keywords",
    "tags": "tags", "lang": "language", "date": "date",
}  # fmt: skip
"""Names in a notebook's metadata, and the fields that they declare. `language` there is the kernel's."""


def unpack_notebook(data: bytes, path: str) -> Source:
    """The Markdown of a notebook; its code cells are fenced. Raises UnreadableError for what is no notebook."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError(path, "not UTF-8, as notebooks are") from None
    notebook = read_notebook(text, path)
    made = MadeText()
    for number, cell in enumerate(notebook.cells, 1):
        if not cell.lines:
            continue
        before, behind = _around(cell, first=number == 1)
        if before:
            made.add(before, cell.lines[0].line, f"cell {number}")
        for within, line in enumerate(cell.lines, 1):
            lead = "#" * cell.level + " " if cell.kind == "heading" and within == 1 else ""
            made.add(lead + line.text, line.line, f"cell {number}, line {within}")
        if behind:
            made.add_unmarked(behind)
        made.add_unmarked()
    return made.source(path, properties(notebook.metadata))


def _around(cell: Cell, *, first: bool) -> tuple[str, str]:
    """What goes before and behind the lines of a cell, so that code is code; a first raw cell may be front matter."""
    if cell.kind in ("markdown", "heading"):
        return "", ""
    text = [line.text.strip() for line in cell.lines]
    if cell.kind == "raw" and first and text and text[0] in ("---", "+++"):
        return "", ""
    longest = max((len(line) - len(line.lstrip("`")) for line in text), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}python", fence


def properties(metadata: Mapping[str, Any]) -> dict[str, str | tuple[str, ...]]:
    """What the notebook's own metadata declare."""
    found: dict[str, str | tuple[str, ...]] = {}
    for name, field in _FIELDS.items():
        value = metadata.get(name)
        if isinstance(value, str):
            found.setdefault(field, str(value))
        elif isinstance(value, list):
            found.setdefault(field, tuple(_words(value)))
    authors = metadata.get("authors")
    if isinstance(authors, list):
        names = (each.get("name") for each in authors if isinstance(each, dict))
        found["author"] = ", ".join(str(name) for name in names if isinstance(name, str))
    return found


def _words(values: Iterable[Any]) -> list[str]:
    return [str(value) for value in values if isinstance(value, str)]
