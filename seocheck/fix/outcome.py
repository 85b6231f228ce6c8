"""The result of fixing a file: plain, frozen values."""

from __future__ import annotations

from seocheck.edit.diff import unified_diff
from seocheck.model.report import Struct


class TextEdit(Struct, frozen=True, kw_only=True):
    """Replace the text's characters [start, end) by `new`, counted in code points without a byte order mark."""

    start: int
    end: int
    new: str


class Fixed(Struct, frozen=True, kw_only=True):
    """A finding that was fixed.

    finding: its id. done: what was done, as a clause in the past ("removed the second “bread”"). edits: what fixes it
    alone in the file as it was read, for editors to offer; none if it needs another fix first.
    drops_byte_order_mark: whether to remove the mark before the text too, which no edit can address.
    """

    rule: str
    finding: str
    done: str
    edits: tuple[TextEdit, ...] = ()
    drops_byte_order_mark: bool = False


class NotFixed(Struct, frozen=True, kw_only=True):
    """A finding that a fix exists for, and why it was not fixed; one line. line: its line, from 1."""

    rule: str
    finding: str
    reason: str
    line: int


class FixOutcome(Struct, frozen=True, kw_only=True):
    """The result of fixing a file.

    after: its new bytes, in the encoding it was read in; the old ones if nothing was fixed. diff: unified, "" if
    nothing was; a byte order mark shows in it as U+FEFF.
    """

    after: bytes
    fixed: tuple[Fixed, ...] = ()
    refused: tuple[NotFixed, ...] = ()
    path: str = ""
    text_before: str = ""
    text_after: str = ""

    @property
    def diff(self) -> str:
        """The change as a unified diff."""
        return unified_diff(self.text_before, self.text_after, self.path)
