"""Widen a phrase that is always beside the same word: "Wage and Hour" to "Wage and Hour Division"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

SHARE = 0.75
"""The part of a phrase's places at which the same word must be beside it."""
LONGEST = 5
"""Words of the longest phrase that is made so."""
Place = tuple[int, int]


class CoreWord(NamedTuple):
    """A word without possessive ending or elided article; `whole` if nothing was cut off its end."""

    key: str
    start: int
    end: int
    glued: bool
    whole: bool


def widened(
    places: Sequence[Place], length: int, rows: Sequence[Sequence[CoreWord]], common: Collection[str]
) -> tuple[list[Place], int] | None:
    """The places and the length of the wider phrase; None if the phrase needs no widening.

    places: (row, index of the first word) of each occurrence. A small word beside it isn't part of it.
    """
    wider = list(places)
    size = length
    while size < LONGEST:
        before = Counter(_beside(rows[row], at - 1, at) for row, at in wider)
        after = Counter(_beside(rows[row], at + size, at + size - 1) for row, at in wider)
        (left, lefts), (right, rights) = before.most_common(1)[0], after.most_common(1)[0]
        enough = max(2, SHARE * len(wider))
        if right and right not in common and rights >= enough:
            wider = [(row, at) for row, at in wider if _beside(rows[row], at + size, at + size - 1) == right]
        elif left and left not in common and lefts >= enough:
            wider = [(row, at - 1) for row, at in wider if _beside(rows[row], at - 1, at) == left]
        else:
            break
        size += 1
    return (wider, size) if size > length else None


def _beside(row: Sequence[CoreWord], index: int, neighbour: int) -> str:
    """The word at `index`, if only a space or a hyphen is between it and its neighbour in the phrase."""
    if not 0 <= index < len(row):
        return ""
    first, second = sorted((index, neighbour))
    if row[second].start - row[first].end != 1 or not row[first].whole:
        return ""
    return row[index].key
