"""What the columns of a file of rows hold: the text, the id, and fields, which have the names that front matter has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from seocheck.errors import SeocheckError
from seocheck.readers.fields import DEFAULT_ALIASES, plain

ID, BODY = "id", "body"
_IDS = ("id", "_id", "uuid", "guid")
_BODIES = (
    "body", "text", "content", "html", "markdown", "body_html", "content_html", "html_content", "body_text",
    "content_text", "article_body", "article", "full_text",
)  # fmt: skip
"""Names of columns, the most telling first; case, spaces, hyphens and underscores don't count."""
_PROPERTIES = {"taxonomy": "tags", "slug": ""}
"""What a field is called as a property, where that differs; "" for one that is taken as it is."""
_LINKS = ("canonical", "canonical_url", "url", "link", "permalink")
FIELDS = (ID, BODY, "title", "seo_title", "description", "keywords", "focus_keyword", "tags", "language", "canonical")
"""What a column may be said to hold."""


class Columns(msgspec.Struct, frozen=True):
    """body, id: the names of columns, `id` "" for none. others: name and what it holds."""

    body: str
    id: str = ""
    others: tuple[tuple[str, str], ...] = ()

    @property
    def names(self) -> list[str]:
        """All columns that are read."""
        return [self.body, *([self.id] if self.id else []), *(name for name, _ in self.others)]


def choose_columns(names: Iterable[str], given: Mapping[str, str]) -> Columns:
    """What the columns with these names hold. given: the columns that somebody named, by what they hold.

    Raises SeocheckError for a column that isn't there, and where none holds the text.
    """
    there = list(dict.fromkeys(names))
    for name in given.values():
        if name not in there:
            raise SeocheckError(f"there is no column “{name}”; there are {_listed(there)}")
    free = [name for name in there if name not in given.values()]
    body = given.get(BODY) or _first(free, _BODIES)
    if not body:
        raise SeocheckError(
            f"no column is known to hold the text: name it, --fields body=COLUMN; there are {_listed(there)}"
        )
    found = {name: field for field, name in given.items() if field not in (ID, BODY)}
    for name in free:
        field = _field(name)
        if name != body and field and field not in found.values():
            found[name] = field
    return Columns(body, given.get(ID) or _first(free, _IDS), tuple(found.items()))


def _first(names: Iterable[str], known: Iterable[str]) -> str:
    by_name = {plain(name): name for name in reversed(list(names))}
    return next((by_name[plain(each)] for each in known if plain(each) in by_name), "")


def _field(name: str) -> str:
    said = plain(name)
    if said in map(plain, _LINKS):
        return "canonical"
    for field, known in DEFAULT_ALIASES.items():
        if said in map(plain, known):
            return _PROPERTIES.get(field, field)
    return {"date": "date", "author": "author", "published": "date"}.get(said, "")


def _listed(names: list[str]) -> str:
    return ", ".join(names[:30]) + (" ..." if len(names) > 30 else "") if names else "none"
