"""A text that is made of a file of another kind, line by line, with marks of where each line comes from."""

from __future__ import annotations

import json
from collections.abc import Mapping

from seocheck.base.late_pattern import late_pattern
from seocheck.base.positions import Mark
from seocheck.model.article import Source

_MARKS = late_pattern(r"([\\`*_\[\]<>|~&$])")
_AT_START = late_pattern(r"^(\s*)([#+=>:-])")


class MadeText:
    """Lines of Markdown as they are made."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._marks: list[Mark] = []
        self._offset = 0

    def add(self, text: str, line: int, label: str = "") -> None:
        """Add a line. line, label: as `Mark` has them."""
        self._marks.append(Mark(self._offset, line, label))
        self.add_unmarked(text)

    def add_unmarked(self, text: str = "") -> None:
        """Add a line that comes from where the one before it does."""
        self._lines.append(text)
        self._offset += len(text) + 1

    def source(self, path: str, properties: Mapping[str, str | tuple[str, ...]] | None = None) -> Source:
        """The text with its marks; of the last line without an end."""
        return Source(path, "\n".join(self._lines), "utf-8", False, tuple(self._marks), properties or {})


def escaped(text: str) -> str:
    """Words in which Markdown sees nothing but words."""
    return _MARKS.sub(r"\\\1", text)


def safe_start(line: str) -> str:
    """A line that begins no heading, item, quotation or rule of Markdown."""
    return _AT_START.sub(r"\1\\\2", line, count=1)


def quoted(value: str) -> str:
    """A value of YAML, in quotation marks."""
    return json.dumps(" ".join(value.split()), ensure_ascii=False)
