"""From front matter to declared fields: title, description, keywords, and what has the wrong type."""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from collections.abc import Sequence as SequenceABC

import msgspec
from msgspec.structs import replace

from seocheck.base.text import Text
from seocheck.model.article import Field, Keyword, Problem
from seocheck.readers.comma_keyword import is_one_with_comma
from seocheck.readers.fields import aliases, make_keywords, plain
from seocheck.readers.front_matter.head import head_metadata, with_head
from seocheck.readers.front_matter.lists import list_field
from seocheck.readers.front_matter.values import Entry, Mapping, Scalar, Sequence, candidates


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
    said = [field.text.value for field in (title, seo_title, description) if field]
    focus = _focus(list_field(values, table["focus_keyword"], problems, spaces_are_fine=True), said)
    listed = list_field(values, table["keywords"], problems)
    taxonomy = list_field(values, table["taxonomy"], problems, spaces_are_fine=True)
    more = _further(values, table["secondary_keywords"], problems)
    keywords = _joined(focus[1], listed[1], more)
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


def _focus(
    found: tuple[Entry | None, tuple[Keyword, ...]], said: SequenceABC[str]
) -> tuple[Entry | None, tuple[Keyword, ...]]:
    """The focus keyword as one where it has a comma in it, as a title or a description has it."""
    entry, keywords = found
    if entry is None or not isinstance(entry.value, Scalar):
        return found
    text = entry.value.text.strip()
    whole = is_one_with_comma(text.value, [keyword.text for keyword in keywords], said)
    return (entry, make_keywords([text], entry.key)) if whole else found


def _further(values: Mapping, names: SequenceABC[str], problems: list[Problem]) -> list[tuple[Keyword, ...]]:
    """The lists that add to the keywords, in the order of the names: each counts, not only the first."""
    lists = [list_field(values, (name,), problems, spaces_are_fine=True)[1] for name in names]
    return [found for found in lists if found]


def _joined(
    focus: tuple[Keyword, ...], listed: tuple[Keyword, ...], further: SequenceABC[tuple[Keyword, ...]]
) -> tuple[Keyword, ...]:
    """The keywords of all lists, each once: the focus keyword first, which is the primary one."""
    if not focus and not further:
        return listed
    known: dict[str, Keyword] = {}
    for keyword in (*focus, *listed, *(k for each in further for k in each)):
        known.setdefault(keyword.text.value.casefold(), keyword)
    first = focus[:1] or tuple(k for k in listed if k.primary)
    return tuple(
        replace(k, rank=rank, primary=k in first, focus=k in focus[:1]) for rank, k in enumerate(known.values())
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
