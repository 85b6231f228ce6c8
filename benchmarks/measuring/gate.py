"""The gate against regressions: what is slower than it was, told from ratios within one run.

Seconds differ from machine to machine and from minute to minute. What a stage takes is therefore divided by what a
fixed piece of Python takes in the same run, in turn with it; only the least of many runs counts on both sides, since
noise only ever adds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

LIMIT = 1.33
"""How much slower a stage may be than the baseline."""

ATTEMPTS = 4
"""Measurements in all before a stage is called slower."""

SMALL = 0.02
"""Stages below this part of the reference are judged together: alone they are too short to be told from noise."""

OTHERS = "all small stages"

_WORDS = re.compile(r"\w+(?:'\w+)?|[^\w\s]")
_TEXT = " ".join(f"w{i * i % 977} of the {i * 7919 % 104_729}," for i in range(1200))


def reference() -> int:
    """A fixed piece of work of the kind that checking is: cutting text, looking words up, counting, sorting."""
    positions: dict[str, list[int]] = {}
    length = 0
    for index, match in enumerate(_WORDS.finditer(_TEXT)):
        word = match.group().lower()
        positions.setdefault(word, []).append(index)
        if word.isalpha() and word not in ("of", "the"):
            length += len(word)
    ranked = sorted(positions.items(), key=lambda item: (-len(item[1]), item[0]))
    joined = " ".join(word[:4] for word, found in ranked if len(found) > 1)
    return length + len(joined) + sum(len(part) for part in joined.split())


@dataclass(frozen=True, slots=True)
class Slower:
    """A stage that has become slower. was, now: times the reference."""

    stage: str
    was: float
    now: float

    @property
    def factor(self) -> float:
        """How many times slower."""
        return self.now / self.was


def grouped(ratios: Mapping[str, float], small: Sequence[str]) -> dict[str, float]:
    """Ratios with the small ones added up."""
    kept = {name: value for name, value in ratios.items() if name not in small}
    together = sum(value for name, value in ratios.items() if name in small)
    return {**kept, OTHERS: together} if small else kept


def slower(baseline: Mapping[str, float], found: Mapping[str, float], limit: float = LIMIT) -> list[Slower]:
    """What is slower than the baseline by more than the limit, the worst first. Stages that only one side has are no
    regressions."""
    shared = [name for name in baseline if name in found]
    small = [name for name in shared if baseline[name] < SMALL]
    was = grouped({name: baseline[name] for name in shared}, small)
    now = grouped({name: found[name] for name in shared}, small)
    told = [Slower(name, was[name], now[name]) for name in was if now[name] > limit * was[name]]
    return sorted(told, key=lambda one: -one.factor)


def least(first: Mapping[str, float], second: Mapping[str, float]) -> dict[str, float]:
    """For each stage the lesser of two measurements."""
    return {name: min(value, second.get(name, value)) for name, value in {**second, **first}.items()}


def judged(
    measure: Callable[[], Mapping[str, float]],
    baseline: Mapping[str, float],
    *,
    limit: float = LIMIT,
    attempts: int = ATTEMPTS,
) -> tuple[dict[str, float], list[Slower]]:
    """Measure, and again where something looks slower: what is still slower after all attempts is.

    measure: gives each stage's time as a ratio to the reference. Returns the least ratios, and what is slower.
    """
    found = dict(measure())
    for _ in range(attempts - 1):
        if not slower(baseline, found, limit):
            break
        found = least(found, measure())
    return found, slower(baseline, found, limit)
