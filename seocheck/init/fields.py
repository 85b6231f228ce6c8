"""Which names a site's articles give to title, description and keywords, where seocheck does not know them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import msgspec

from seocheck.base.late_pattern import late_pattern
from seocheck.readers.fields import plain
from seocheck.readers.front_matter.declared import declared_fields
from seocheck.readers.front_matter.reader import read_front_matter
from seocheck.readers.front_matter.values import Mapping, Scalar, Sequence

SAMPLE = 200
"""Articles that are read."""

_LOOKS_LIKE = {
    "description": late_pattern(r"desc|excerpt|summary|teaser|abstract|intro|lead|snippet|beschreibung|resum|riassunt"),
    "keywords": late_pattern(r"keyword|keyphrase|schlagw|schluessel|palabras|motscl|parolech"),
    "title": late_pattern(r"^(?:name|heading|titel|titre|titulo|titolo)$"),
}
_LIKELY = 0.3
"""The part of the articles without a known name in which another one must be to be taken for it."""


class Names(msgspec.Struct):
    """What the front matter of a site's articles declares.

    articles: how many were read. with_field: how many of them declare title, description, keywords, taxonomy.
    others: field -> further names that seem to mean it, the commonest first.
    """

    articles: int = 0
    with_field: Counter[str] = msgspec.field(default_factory=Counter)
    others: dict[str, list[str]] = msgspec.field(default_factory=dict)


def names_of(texts: Iterable[str]) -> Names:
    """Read the front matter of articles. Without any, `articles` is 0."""
    names = Names()
    candidates: dict[str, Counter[str]] = {name: Counter() for name in _LOOKS_LIKE}
    for text in texts:
        front = read_front_matter(text)
        if front.kind == "none" or front.invalid:
            continue
        names.articles += 1
        declared = declared_fields(front.values)
        known = {
            "title": declared.title is not None and bool(declared.title.text),
            "description": declared.description is not None and bool(declared.description.text),
            "keywords": bool(declared.keywords),
            "taxonomy": bool(declared.taxonomy),
        }
        names.with_field.update(name for name, there in known.items() if there)
        for name, pattern in _LOOKS_LIKE.items():
            if not known[name]:
                candidates[name].update(_matching(front.values, pattern, listed=name == "keywords"))
    for name, counted in candidates.items():
        without = names.articles - names.with_field[name]
        likely = [key for key, count in counted.most_common(3) if count >= max(_LIKELY * without, 1)]
        if likely:
            names.others[name] = likely
    return names


def _matching(values: Mapping, pattern: re.Pattern[str], *, listed: bool, prefix: str = "") -> set[str]:
    found: set[str] = set()
    for entry in values.entries:
        key = f"{prefix}{entry.key}"
        if isinstance(entry.value, Mapping) and not prefix.count("."):
            found |= _matching(entry.value, pattern, listed=listed, prefix=f"{key}.")
        elif pattern.search(plain(entry.key)):
            scalar = isinstance(entry.value, Scalar) and bool(entry.value.text)
            if scalar or (listed and isinstance(entry.value, Sequence) and entry.value.items):
                found.add(key)
    return found
