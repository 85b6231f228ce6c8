"""What the settings say of labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from seocheck.readers.label_names.label_parts import key_of


class LabelSettings(msgspec.Struct, frozen=True):
    """names: further labels by their keys, and the field that each declares. read: whether blocks of labels in
    Markdown and HTML declare; else they are text that readers see."""

    names: Mapping[str, str] = {}
    read: bool = True


READ = LabelSettings()


def label_settings(*tables: Mapping[str, str | Sequence[str]], read: bool = True) -> LabelSettings:
    """Labels from tables of a field's further names."""
    names: dict[str, str] = {}
    for table in tables:
        for name_of_field, given in table.items():
            field = "keywords" if name_of_field == "secondary_keywords" else name_of_field
            for name in (given,) if isinstance(given, str) else given:
                names.setdefault(key_of(name), field)
    return LabelSettings(names, read)
