"""Warnings about links that a walk found and did not follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from seocheck.base.bounds import HIDDEN, NOWHERE, OUTSIDE
from seocheck.base.plural import plural
from seocheck.formats.people.styled import safe
from seocheck.model.result import PassedOver

SHOWN = 10
"""Links that are listed; of more, only the number is given."""


def links_left_out(passed_over: Iterable[PassedOver]) -> Iterator[str]:
    """A line for each link that leads nowhere, or out of the folders: an article may be missing because of it."""
    faulty = [each for each in passed_over if each.reason in (OUTSIDE, HIDDEN, NOWHERE)]
    for each in faulty[:SHOWN]:
        yield safe(f"warning: {each.path}: {each.reason}, skipped")
    if len(faulty) > SHOWN:
        yield f"warning: {plural(len(faulty) - SHOWN, 'more link')} skipped"
