"""A row -> an Article: its text as Markdown or HTML, whichever it is, with the fields of its columns."""

from __future__ import annotations

import msgspec

from seocheck.base.late_pattern import late_pattern
from seocheck.errors import UnreadableError
from seocheck.model.article import Article, Source
from seocheck.readers.labelled.settings import READ, LabelSettings
from seocheck.readers.table.load import Row

_STARTS = late_pattern(
    r"\s*<(?:!doctype|html|body|p|div|h[1-6]|ul|ol|section|article|figure|blockquote|table|span)\b", 2
)
_CLOSES = late_pattern(r"</(?:p|h[1-6]|li|div)\s*>", 2)


def unpack_row(data: bytes, path: str) -> Source:
    """The text of a row, and its fields as properties. Raises UnreadableError for what is no row."""
    try:
        row = msgspec.json.decode(data, type=Row)
    except (ValueError, RecursionError):
        raise UnreadableError(path, "no row of a table") from None
    mark = row.body.startswith("\ufeff")
    return Source(path, row.body[1:] if mark else row.body, "utf-8", mark, (), row.fields)


def read_row(
    source: Source, *, aliases: dict[str, tuple[str, ...]] | None = None, labels: LabelSettings = READ
) -> Article:
    """The article in a row. HTML is what begins with an element of a page, or closes two of them."""
    text = source.text
    if _STARTS.match(text) or len(_CLOSES.findall(text, 0, 20_000)) > 1:
        from seocheck.readers.html.reader import read_html as read
    else:
        from seocheck.readers.markdown.reader import read_markdown as read
    return read(source, aliases=aliases, labels=labels)
