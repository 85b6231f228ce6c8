"""What suppressing comes to: why a finding is suppressed, and which requests met nothing."""

from __future__ import annotations

from typing import Literal

import msgspec

from seocheck.base.text import Span


class Suppressed(msgspec.Struct, frozen=True):
    """Why a finding is suppressed, as the report says it. span: of the request; None for a setting."""

    by: Literal["comment", "front matter", "settings"]
    reason: str
    span: Span | None = None


class Unused(msgspec.Struct, frozen=True):
    """A name in a request to suppress that met no finding, or names no rule.

    name: "" where none is given. known: whether there is such a rule or group. nearest: where there is not, the one
    most like it, "" for none.
    """

    span: Span
    name: str
    known: bool
    nearest: str = ""
