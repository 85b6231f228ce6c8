"""What is said of links that a walk met and did not read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from seocheck.base.bounds import HIDDEN, NOWHERE, OUTSIDE
from seocheck.formats.people.styled import safe
from seocheck.model.result import PassedOver

SHOWN = 10
"""Links that are named; of more the number is given."""


def links_left_out(passed_over: Iterable[PassedOver]) -> Iterator[str]:
    """A line for each link that leads nowhere, or to where nothing is read: an article may be missing for it."""
    faulty = [each for each in passed_over if each.reason in (OUTSIDE, HIDDEN, NOWHERE)]
    for each in faulty[:SHOWN]:
        yield safe(f"warning: {each.path}: {each.reason}, skipped")
    if len(faulty) > SHOWN:
        yield f"warning: {len(faulty) - SHOWN:,} more links skipped"
