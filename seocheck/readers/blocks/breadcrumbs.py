"""Tell the line above an article that says where in its site it is."""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span

_SEPARATOR = late_pattern(r"\s+[/>›»→|]\s+")


def is_breadcrumb(value: str, links: Sequence[Span]) -> bool:
    """Whether the first line of a page is a path of links to it: "Docs / Install / Linux"."""
    parts = [part.strip() for part in _SEPARATOR.split(value.strip())]
    return (
        2 <= len(parts) <= 6
        and len(value) <= 120
        and not value.rstrip().endswith((".", "!", "?", ":"))
        and len(links) in (len(parts) - 1, len(parts))
        and all(parts)
    )
