"""A label of a text with its value."""

from __future__ import annotations

from functools import cached_property

import msgspec

from seocheck.base.text import Text
from seocheck.readers.label_values.keyword_lists import is_list_in_brackets
from seocheck.readers.label_values.meant import (
    is_about_descriptions,
    is_demand,
    is_from_field,
    is_limit_of_field,
    is_unfilled,
)
from seocheck.readers.label_values.values import clean, joined
from seocheck.readers.labelled.label_line import Labelled

DECLARING = frozenset({"seo_title", "title", "description", "focus_keyword", "keywords", "slug", "canonical", "h1"})
LISTS = frozenset({"focus_keyword", "keywords", "taxonomy", "categories", "other"})


class LabelEntry(msgspec.Struct, frozen=True, dict=True):
    """A label with its value: lines first to last. parts: the value as written, one text a bullet. choices: whether
    several values are below it, of which none was chosen."""

    at: Labelled
    first: int
    last: int
    parts: tuple[Text, ...]
    bullets: bool = False
    choices: bool = False

    @property
    def field(self) -> str:
        """What it declares; "" where the label isn't known."""
        return self.at.label.field if self.at.label else ""

    @property
    def plain(self) -> bool:
        """Whether the label can hardly mean anything else."""
        return self.at.label is not None and self.at.label.plain

    @cached_property
    def unfilled(self) -> bool:
        """Whether the value is empty, or a template's."""
        value = self.value.value
        return is_unfilled(value) and not (self.field in LISTS and is_list_in_brackets(value))

    @property
    def told(self) -> bool:
        """Whether the value tells the writer what to write."""
        value = self.value.value
        if self.field == "description" and is_about_descriptions(value):
            return True
        return is_demand(value) or is_from_field(value) or is_limit_of_field(self.at.value.value)

    @cached_property
    def value(self) -> Text:
        """The value as one text, clean."""
        return clean(joined(self.parts)) if self.parts else self.at.value
