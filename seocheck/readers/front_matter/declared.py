"""From front matter to declared fields: title, description, keywords, and what has the wrong type."""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from collections.abc import Sequence as SequenceABC

import msgspec
from msgspec.structs import replace

from seocheck.base.text import Text
from seocheck.model.article import Field, Keyword, Problem
from seocheck.readers.fields import aliases, plain
from seocheck.readers.front_matter.head import head_metadata, with_head
from seocheck.readers.front_matter.lists import list_field
from seocheck.readers.front_matter.values import Mapping, Scalar, Sequence, candidates


class DeclaredFields(msgspec.Struct, frozen=True):
    """The fields that an article declares, read from front matter under their aliases."""

    title: Field | None = None
    seo_title: Field | None = None
    description: Field | None = None
    keywords: tuple[Keyword, ...] = ()
    keywords_declared: bool = False
    taxonomy: tuple[Keyword, ...] = ()
    slug: Field | None = None
    language: str = ""
    metadata: MappingABC[str, tuple[Field, ...]] | None = None
    problems: tuple[Problem, ...] = ()


def declared_fields(values: Mapping, settings: MappingABC[str, SequenceABC[str]] | None = None) -> DeclaredFields:
    """Pick the fields out of front matter; `settings` adds aliases, which are tried first."""
    table = aliases(settings)
    scalars = {**_scalars(values), **head_metadata(values)}
    values = with_head(values)
    problems: list[Problem] = []
    title = _text_field(values, table["title"], "title", problems)
    seo_title = _text_field(values, table["seo_title"], "title", problems)
    description = _text_field(values, table["description"], "description", problems)
    focus = list_field(values, table["focus_keyword"], problems, spaces_are_fine=True)
    listed = list_field(values, table["keywords"], problems)
    taxonomy = list_field(values, table["taxonomy"], problems, spaces_are_fine=True)
    keywords = listed[1]
    if focus[1]:
        primary = [replace(k, primary=True, focus=True) for k in focus[1][:1]]
        names = {k.text.value.casefold() for k in focus[1]}
        rest = [replace(k, primary=False) for k in keywords if k.text.value.casefold() not in names]
        more = [replace(k, primary=False) for k in focus[1][1:]]
        keywords = tuple(replace(k, rank=rank) for rank, k in enumerate([*primary, *more, *rest]))
    language = _first(values, table["language"])
    slug = _first(values, table["slug"])
    return DeclaredFields(
        title=title if title and title.text else seo_title or title,
        seo_title=seo_title,
        description=description,
        keywords=keywords,
        keywords_declared=bool(keywords),
        taxonomy=tuple(replace(tag, primary=False) for tag in taxonomy[1]),  # the order of tags says nothing
        slug=slug,
        language=language.text.value.strip() if language else "",
        metadata=scalars,
        problems=tuple(problems),
    )


def _first(values: Mapping, names: SequenceABC[str]) -> Field | None:
    for entry in candidates(values, names):
        if isinstance(entry.value, Scalar) and entry.value.text:
            return Field(entry.key, entry.value.text, entry.key_span)
    return None


def _text_field(values: Mapping, names: SequenceABC[str], subject: str, problems: list[Problem]) -> Field | None:
    """The first alias that holds words; an empty one is kept only when nothing else is declared.

    A value of a wrong type is a problem if it contains words. If it doesn't, the field is missing, and that finding
    is enough.
    """
    empty = None
    unusable: list[Problem] = []
    for entry in candidates(values, names):
        value = entry.value
        if isinstance(value, Scalar):
            if value.text:
                problems.extend(unusable)
                return Field(entry.key, value.text.strip(), entry.key_span)
            empty = empty or Field(entry.key, Text("", anchor=entry.key_span), entry.key_span)
            continue
        kind = "a list" if isinstance(value, Sequence) else "a mapping"
        unusable.append(
            Problem(
                "wrong-type",
                entry.key_span,
                f"“{entry.key}” is {kind}, not a text.",
                f'Write it as one line of text: {entry.key}: "...".',
                subject,
            )
        )
        items = value.items if isinstance(value, Sequence) else ()
        words = next((item.text for item in items if isinstance(item, Scalar) and item.text), None)
        if words is not None:
            problems.extend(unusable)
            return Field(entry.key, words.strip(), entry.key_span)
        empty = empty or Field(entry.key, Text("", anchor=entry.key_span), entry.key_span)
    return empty


def _scalars(values: Mapping) -> dict[str, tuple[Field, ...]]:
    found: dict[str, tuple[Field, ...]] = {}
    for entry in values.entries:
        if isinstance(entry.value, Scalar):
            name = plain(entry.key)
            found[name] = (*found.get(name, ()), Field(entry.key, entry.value.text, entry.key_span))
        elif isinstance(entry.value, Sequence):
            items = tuple(Field(entry.key, i.text, entry.key_span) for i in entry.value.items if isinstance(i, Scalar))
            # An empty list has a place too, which findings can point to.
            found[plain(entry.key)] = items or (Field(entry.key, Text(""), entry.key_span),)
    return found
