"""What mending a file came to: plain, frozen values."""

from __future__ import annotations

from seocheck.edit.diff import unified_diff
from seocheck.model.report import Struct


class TextEdit(Struct, frozen=True, kw_only=True):
    """Put `new` where the text's characters [start, end) stand, counted in code points without a byte order mark."""

    start: int
    end: int
    new: str


class Fixed(Struct, frozen=True, kw_only=True):
    """A finding that was mended.

    finding: its id. done: what was done, as a clause in the past ("took out the second “bread”"). edits: what mends
    it alone in the file as it was read, for an editor to offer; none where only another fix before makes it possible.
    drops_byte_order_mark: whether the mark before the text, which no edit can name, is to go too.
    """

    rule: str
    finding: str
    done: str
    edits: tuple[TextEdit, ...] = ()
    drops_byte_order_mark: bool = False


class Refused(Struct, frozen=True, kw_only=True):
    """A finding of a kind that can be mended, and why this one was not; one line. line: where it stands, from 1."""

    rule: str
    finding: str
    reason: str
    line: int


class FixOutcome(Struct, frozen=True, kw_only=True):
    """What came of mending a file.

    after: its new bytes, in the encoding it was read in; the old ones where nothing was mended. diff: unified, ""
    where nothing was; a byte order mark shows in it as U+FEFF.
    """

    after: bytes
    fixed: tuple[Fixed, ...] = ()
    refused: tuple[Refused, ...] = ()
    path: str = ""
    text_before: str = ""
    text_after: str = ""

    @property
    def diff(self) -> str:
        """The change as a unified diff."""
        return unified_diff(self.text_before, self.text_after, self.path)
