"""Articles that are no files: texts of a database, a CMS or a table, with the fields that are kept beside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from seocheck.errors import SeocheckError, UnreadableError
from seocheck.model.article import Article, Format, Source
from seocheck.model.report import Report

if TYPE_CHECKING:
    from seocheck.config import Plan

FIELDS = ("title", "description", "keywords", "language", "url")
"""What a row may say of its article besides its text."""


class Row(msgspec.Struct, frozen=True):
    """An article. id: what its report is called. text: with front matter, or the body alone. format: of the text; None
    for what the ending of the id tells, else Markdown. title, description, keywords, language, url: as in
    `check_article`; None for what isn't given."""

    id: str
    text: str
    format: Format | None = None
    title: str | None = None
    description: str | None = None
    keywords: str | tuple[str, ...] | None = None
    language: str = ""
    url: str = ""

    @property
    def has_fields(self) -> bool:
        """Whether anything is given besides the text."""
        return any(getattr(self, name) not in (None, "") for name in FIELDS) or self.title == "" or (
            self.description == "" or self.keywords == ""
        )  # fmt: skip


def make_row(item: object, number: int) -> Row:
    """A row from a pair of id and text, or from a mapping with `text` or `body` and any of the fields.

    number: of the item, from 1; the id of a mapping without one. Raises UnreadableError for anything else.
    """
    if isinstance(item, Row):
        return item
    if isinstance(item, Mapping):
        name = str(item.get("id", number))
        text = item.get("text", item.get("body"))
        known = {"id", "text", "body", "format", *FIELDS}
        if unknown := [str(key) for key in item if key not in known]:
            raise UnreadableError(name, f"unknown keys: {', '.join(unknown[:5])}; known are {', '.join(sorted(known))}")
        return _row(name, text, {key: item[key] for key in ("format", *FIELDS) if item.get(key) is not None})
    if isinstance(item, (tuple, list)) and len(item) == 2:
        return _row(str(item[0]), item[1], {})
    raise UnreadableError(str(number), "neither a pair of id and text nor a mapping")


def _row(name: str, text: object, fields: dict[str, Any]) -> Row:
    if not isinstance(text, str):
        raise UnreadableError(name, f"the text is {_kind(text)}")
    for key, value in fields.items():
        if key == "keywords" and not isinstance(value, str):
            try:
                fields[key] = tuple(str(word) for word in value if word is not None)
            except TypeError:
                raise UnreadableError(name, f"keywords are {_kind(value)}, not a text or a list") from None
        elif not isinstance(value, str):
            raise UnreadableError(name, f"{key} is {_kind(value)}, not a text")
    return Row(name, text, **fields)


def _kind(value: object) -> str:
    return "missing" if value is None else f"a {type(value).__name__}"


def check_row(row: Row, plan: Plan) -> Report:
    """The report of a row. Raises UnreadableError for a format that there isn't."""
    from seocheck.check.given import with_given
    from seocheck.check.reporter import check_article, read_article

    def given(article: Article) -> Article:
        return with_given(
            article, title=row.title, description=row.description, keywords=row.keywords, language=row.language,
            url=row.url,
        )  # fmt: skip

    mark = row.text.startswith("\ufeff")
    source = Source(row.id, row.text[1:] if mark else row.text, "utf-8", mark)
    try:
        return check_article(read_article(source, plan, row.format, given if row.has_fields else None), plan)
    except SeocheckError as error:
        raise UnreadableError(row.id, str(error)) from None
