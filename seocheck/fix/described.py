"""The description as it is written, and the ways to rewrite pieces of it."""

from __future__ import annotations

import html
from collections.abc import Sequence

from seocheck.edit.front_matter import EDITORS, check_template, content_of, from_settings, names_from
from seocheck.edit.front_matter import writable_front_matter as front_matter_of
from seocheck.edit.written import Edit, RefusedError, Written, edited, located_text
from seocheck.fix.examine import Examined
from seocheck.fix.proposal import Way
from seocheck.model.article import Field
from seocheck.readers.fields import aliases
from seocheck.readers.formats import named

_HARMLESS = "&.'"
"""What can appear inside an unquoted text; reading it again tells whether it can here."""


def declared_description(state: Examined) -> Field:
    """The article's description. Raises RefusedError if it comes from the settings."""
    field = state.article.description
    if field is None:
        raise RefusedError("there is no description")
    if field.text.origin.kind == "inherited":
        raise RefusedError(from_settings("description", field.text.origin.file))
    return field


def written_description(state: Examined, field: Field) -> tuple[Written | None, tuple[str, ...]]:
    """The description as front matter writes it, None if there isn't any; and its path. Raises RefusedError."""
    if not named(state.article.format).has_front_matter:
        return None, (field.key,)
    front = front_matter_of(state.source, state.article)
    found = located_text(front.values, aliases(names_from(state.plan))["description"])
    if found is None:
        raise RefusedError("its place is unknown")
    check_template(state.source, found)
    text = state.source.text
    written: Written = EDITORS[front.kind].find(text, front, content_of(text, front), found.path)
    if written.form == "list":
        raise RefusedError(f"“{found.entry.key}” is a list, not a text")
    return written, found.path


def ways_to_write(
    state: Examined, field: Field, written: Written | None, changes: Sequence[Edit], around: Sequence[Edit] = ()
) -> tuple[str, list[Way]]:
    """The new description, and the ways to write it.

    changes: in offsets of the description. around: in those of the source, between the value and its quotation marks.

    If possible, only the pieces are changed, so that line breaks stay; else the whole value.
    """
    value = edited(field.text.value, changes).strip()
    ways: list[Way] = []
    pieces = [_piece(state, written, change.new) for change in changes]
    if all(piece is not None for piece in pieces):
        spans = [field.text.span(change.start, change.end) for change in changes]
        ways.append([*(Edit(*span, piece or "") for span, piece in zip(spans, pieces, strict=True)), *around])
    if written is not None:
        ways.append([Edit(*written.span, written.write(value))])
    return value, ways


def _piece(state: Examined, written: Written | None, new: str) -> str | None:
    """A piece as written inside the value; None if it can't appear there."""
    if new.strip(" ") == "":
        return new
    if written is not None:
        piece = written.within(new)
        harmless = all(c in _HARMLESS or (not c.isascii() and c.isprintable()) for c in new)
        return new if piece is None and harmless else piece
    return html.escape(new) if named(state.article.format).is_page else new
