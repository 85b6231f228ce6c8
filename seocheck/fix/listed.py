"""Lists of keywords where they are in front matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from seocheck.base.text import Span, Text
from seocheck.edit.front_matter import EDITORS, check_template, content_of, names_from
from seocheck.edit.front_matter import writable_front_matter as front_matter_of
from seocheck.edit.lists import texts_of
from seocheck.edit.written import Located, RefusedError, Written, locate
from seocheck.fix.examine import Examined
from seocheck.readers.fields import SEPARATORS, aliases
from seocheck.readers.front_matter.values import Scalar, Value


class Listed(NamedTuple):
    """A list of keywords: the names that lead to it, its value, the keywords in it, and how it is written.

    limit: where the front matter ends.
    """

    path: tuple[str, ...]
    value: Value
    texts: list[Text]
    written: Written
    limit: int


def list_with(state: Examined, place: int) -> Listed | None:
    """The list of keywords, focus keywords or tags with one that begins at this offset. None if there isn't one.

    Raises RefusedError for one that cannot be written.
    """
    front = front_matter_of(state.source, state.article)
    text = state.source.text
    for found in _lists(state):
        span = _span(found.entry.value)
        if not span.start <= place <= span.end:
            continue
        check_template(state.source, found)
        content = content_of(text, front)
        written = EDITORS[front.kind].find(text, front, content, found.path)
        return Listed(found.path, found.entry.value, texts_of(found.entry.value), written, content.end)
    return None


def _lists(state: Examined) -> Iterator[Located]:
    front = front_matter_of(state.source, state.article)
    table = aliases(names_from(state.plan))
    for name in (*table["keywords"], *table["focus_keyword"], *table["secondary_keywords"], *table["taxonomy"]):
        found = locate(front.values, name)
        if found is not None:
            yield found


def _span(value: Value) -> Span:
    if isinstance(value, Scalar):
        return value.text.span() if value.text.segments else value.text.anchor
    return value.span


def check_nothing_lost(source: str, span: Span, kept: list[Span]) -> None:
    """Raise RefusedError where more than marks would go with a piece of a list: a comment, say.

    span: what goes or is written anew. kept: the keywords in it.
    """
    at = span.start
    for start, end in [*sorted(kept), (span.end, span.end)]:
        if source[at:start].strip(f" \t\r\n{SEPARATORS}\"'[]>+-“”„«»"):
            raise RefusedError("there is a comment between its keywords")
        at = max(at, end)
