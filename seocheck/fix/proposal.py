"""What a kind of fix proposes: edits, and how the article must read with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import msgspec

from seocheck.check.run_rules import Found
from seocheck.edit.written import Edit
from seocheck.fix.examine import Examined

Way = Sequence[Edit]
"""Edits that together make a change."""


class Proposal(msgspec.Struct, frozen=True):
    """A change that fixes some findings of one rule.

    fixes: each fixed finding with what is done about it. ways: several ways to write the change; the first that reads
    back as intended is used. field: the one that may read differently afterwards, "" for none; value: how it must read.
    path: the names that lead to that field in the file, () for none. drop_mark: whether the byte order mark goes.
    in_body: whether the edits are below the front matter, where the metadata of drafts are. reads_as_meant: whether
    the result was read already, and says the same.
    """

    fixes: tuple[tuple[Found, str], ...]
    ways: tuple[Way, ...]
    field: Literal["", "description", "keywords"] = ""
    value: str | tuple[str, ...] = ""
    path: tuple[str, ...] = ()
    drop_mark: bool = False
    in_body: bool = False
    reads_as_meant: bool = False


class Proposed(msgspec.Struct):
    """A proposal, if any, and the findings for which there is none, with the reason."""

    proposal: Proposal | None = None
    refused: list[tuple[Found, str]] = msgspec.field(default_factory=list)


class Kind(msgspec.Struct, frozen=True):
    """A kind of fix: the rule whose findings it fixes, and the function that proposes how.

    propose: for all of these findings at once. It may leave out findings that aren't of its kind, and raises
    RefusedError if none of them can be fixed.
    """

    rule: str
    propose: Callable[[Examined, Sequence[Found]], Proposed]
