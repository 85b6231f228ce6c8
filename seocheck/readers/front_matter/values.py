"""The values of front matter as written, each with its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from seocheck.base.text import Span, Text
from seocheck.model.article import Problem
from seocheck.readers.fields import plain


class Scalar(msgspec.Struct, frozen=True):
    """A single value as written; `null` for an empty value, `~` or `null`.

    quoted: whether it is in quotation marks that YAML needs only for what would mean something else.
    """

    text: Text
    null: bool = False
    quoted: bool = False


class Sequence(msgspec.Struct, frozen=True):
    """A list of values."""

    items: tuple[Value, ...]
    span: Span


class Entry(msgspec.Struct, frozen=True):
    """A key as written, its place, and its value."""

    key: str
    key_span: Span
    value: Value


class Mapping(msgspec.Struct, frozen=True):
    """Keys with their values. Of a key given twice the last one counts, as in every YAML library."""

    entries: tuple[Entry, ...]
    span: Span

    def find(self, name: str) -> Entry | None:
        """The entry with this name, compared without case, hyphens and underscores.

        A dotted name is looked up as one key first ("ms.keywords"), then through nested mappings.
        """
        wanted = plain(name)
        found = None
        for entry in self.entries:
            if entry.key == name:
                return entry
            if found is None and plain(entry.key) == wanted:
                found = entry
        if found is None and "." in name:
            head, _, rest = name.partition(".")
            outer = self.find(head)
            if outer is not None and isinstance(outer.value, Mapping):
                found = outer.value.find(rest)
        return found


Value = Scalar | Sequence | Mapping


class FrontMatter(msgspec.Struct, frozen=True):
    """What is before the body. `invalid` when a block is there that no parser takes; `meant` when its values are
    clear to a person all the same."""

    kind: Literal["yaml", "toml", "json", "none"]
    span: Span
    body_start: int
    values: Mapping = msgspec.field(default_factory=lambda: Mapping((), Span(0, 0)))
    problems: tuple[Problem, ...] = ()
    invalid: bool = False
    meant: bool = False


def candidates(values: Mapping, names: Iterable[str]) -> list[Entry]:
    """The entries that have one of these names, each once."""
    found = [entry for name in names if (entry := values.find(name)) is not None]
    return list({id(entry): entry for entry in found}.values())
