"""Where several different words are close together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def closest(events: Sequence[tuple[int, int]], needed: int, reach: int) -> Iterator[tuple[int, int]]:
    """The runs that hold `needed` different words within `reach` places: (first place, number of places).

    events: (place, which word is there), in order. One run for each place that completes one, the shortest that
    ends there.
    """
    low = 0
    for high, (place, _) in enumerate(events):
        while place - events[low][0] >= reach:
            low += 1
        have: set[int] = set()
        begin = high
        while begin >= low:
            have.add(events[begin][1])
            if len(have) >= needed:
                start = events[begin][0]
                yield start, place - start + 1
                break
            begin -= 1
