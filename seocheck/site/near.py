"""Articles whose texts are nearly the same: candidates by their sketches, then the exact figure.

The sketch of a Summary holds the smallest hashes of the text's shingles (bottom-k, Broder 1997): of two texts that
share nine in ten of all their shingles, the smallest are the same nine times in ten. So texts that share none of the
eight smallest are hardly alike (0.1^8), and the index over these eight finds candidates without comparing all with all.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from seocheck.check.summary import SHINGLE

PROBES = 8
"""The smallest hashes of a sketch by which candidates are looked up."""

LEAST_SHARED = 0.75
"""The part of the smaller hashes of two sketches that candidates share at least: room for the sketch's own error."""

MOST_ALIKE = 24
"""Articles that one hash leads to: what more of them share is a phrase of the site's template."""

SHORT = 32
"""Shingles of a text below which it says too little to be a copy of another."""


class Sketches:
    """Finds for each article an earlier one that may be nearly the same.

    An article takes about a kilobyte: its sketch as bytes, and the entries of its probes. A probe that leads to one
    article alone, as nearly all do, holds its number and no list.
    """

    def __init__(self) -> None:
        self._by_hash: dict[int, int | list[int]] = {}
        self._sketches: dict[int, bytes] = {}

    def candidates(self, number: int, signature: Sequence[int]) -> Iterator[int]:
        """Earlier articles like this one, those that share most first; it is then itself one of the earlier ones."""
        if len(signature) < SHORT:
            return
        shared = Counter(other for value in signature[:PROBES] for other in self._known(value))
        if shared:
            mine = frozenset(signature)
            for other, _ in shared.most_common(MOST_ALIKE):
                if _alike(mine, frozenset(array("I", self._sketches[other]))) >= LEAST_SHARED:
                    yield other
        self._sketches[number] = array("I", signature).tobytes()
        for value in signature[:PROBES]:
            self._add(value, number)

    def _known(self, value: int) -> Sequence[int]:
        known = self._by_hash.get(value, ())
        return (known,) if isinstance(known, int) else known

    def _add(self, value: int, number: int) -> None:
        known = self._by_hash.setdefault(value, number)
        if isinstance(known, list):
            if len(known) < MOST_ALIKE:
                known.append(number)
        elif known != number:
            self._by_hash[value] = [known, number]


def estimate(one: Sequence[int], other: Sequence[int]) -> float:
    """The Jaccard similarity of two texts as far as their sketches tell, to about ±0.1."""
    return _alike(frozenset(one), frozenset(other)) if one and other else 0.0


def _alike(one: frozenset[int], other: frozenset[int]) -> float:
    size = min(len(one), len(other))
    smallest = sorted(one | other)[:size]
    return sum(value in one and value in other for value in smallest) / size


def jaccard(one: Sequence[str], other: Sequence[str]) -> float:
    """The part of all runs of four words in two texts that are in both, 0 to 1."""
    first, second = set(_runs(one)), set(_runs(other))
    return len(first & second) / len(first | second) if first or second else 0.0


def _runs(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(SHINGLE)), strict=False)
