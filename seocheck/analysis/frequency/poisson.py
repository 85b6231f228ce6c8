"""How improbable a count is where things happen at a known rate, independently of each other."""

from __future__ import annotations

import math


def improbability(count: int, expected: float) -> float:
    """−log10 of the chance that a Poisson variable with this mean is `count` or more; 0 up to the mean.

    Summed upwards from `count`, where the terms fall fast: chances far below the smallest float come out right.
    """
    if count <= max(expected, 0.0):
        return 0.0
    if expected <= 0:
        return math.inf
    log_term = count * math.log(expected) - expected - math.lgamma(count + 1)
    total, term, index = 1.0, 1.0, count
    while term > 1e-12:
        index += 1
        term *= expected / index
        total += term
    return max(0.0, -(log_term + math.log(total)) / math.log(10))


def most_probable(expected: float, bound: float) -> int:
    """The largest count whose improbability stays below `bound`."""
    low, high = int(expected), int(expected) + 1
    while improbability(high, expected) < bound:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if improbability(middle, expected) < bound else (low, middle)
    return low
