"""Losses and points -> score.

The score is made of five pillars, each with a fixed share of 100. A rule costs at most its weight, in points: the
weight times 1 − Π(1 − loss) over its findings, shared among them in proportion to their losses. A pillar loses what its
rules cost, at most its share; so a rule that holds never makes up for one that fails. A pillar of which nothing could
be judged leaves the sum, and the others make up the hundred.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate
from operator import mul

import msgspec

from seocheck.model.rule import combined

SCALE = 3
"""Version of the score's scale: raised when a scored rule, a formula or a word list changes scores."""

PILLARS: Mapping[str, float] = {
    "keywords": 30.0, "title and description": 25.0, "readability": 20.0, "structure": 15.0, "everything else": 10.0,
}  # fmt: skip
"""The pillars and their shares, in points."""
_PILLAR_OF = {
    "keywords": "keywords", "title": "title and description", "description": "title and description",
    "readability": "readability", "headings": "structure",
}  # fmt: skip

GRADES = ((90.0, "A"), (80.0, "B"), (70.0, "C"), (60.0, "D"), (float("-inf"), "E"))
BEST_WITH_ERROR = 79.9
"""The score by which an article with an error is graded at best: C. The score itself isn't capped."""

Key = tuple[str, int]
"""A finding: its rule and its ordinal among the findings of that rule."""


def pillar_of(group: str) -> str:
    """The pillar that a group of rules belongs to."""
    return _PILLAR_OF.get(group, "everything else")


class RuleLoss(msgspec.Struct, frozen=True):
    """An assessed rule: what it can cost in this article, in points, and the losses of its findings."""

    rule: str
    group: str
    weight: float
    losses: tuple[float, ...] = ()

    @property
    def lost(self) -> float:
        """The points that it costs, before its pillar's share bounds them."""
        return self.weight * combined(self.losses)


class GroupScore(msgspec.Struct, frozen=True):
    """The score of one pillar, 0 to 100, and its part of the whole score, 0 to 1."""

    group: str
    score: float
    share: float


class Scored(msgspec.Struct, frozen=True):
    """The score of an article, and for each finding its points and gain.

    score: 0 to 100; None when nothing was assessed.
    points: what the finding costs; all points add up to 100 − score.
    gains: what the score would rise by if this finding alone were fixed.
    fix_first: the findings to fix first, each with the score after it and those before it are fixed.
    """

    score: float | None
    groups: tuple[GroupScore, ...] = ()
    points: Mapping[Key, float] = msgspec.field(default_factory=dict)
    gains: Mapping[Key, float] = msgspec.field(default_factory=dict)
    fix_first: tuple[tuple[Key, float], ...] = ()


def grade_of(score: float | None, *, error: bool = False) -> str:
    """A from 90, B from 80, C from 70, D from 60, else E; "–" for no score. With an error at most C."""
    if score is None:
        return "–"
    judged = min(score, BEST_WITH_ERROR) if error else score
    return next(grade for bound, grade in GRADES if judged >= bound)


def score_rules(
    rules: Sequence[RuleLoss],
    *,
    parts: Mapping[str, float] | None = None,
    fixes: int = 3,
    urgent: Collection[Key] = (),
) -> Scored:
    """Score an article from its assessed rules.

    parts: of pillars that count only in part, which part of their share does, from 0 to 1. urgent:
    what is to be fixed before anything else.
    """
    sheet = _Sheet(rules, parts or {})
    if not sheet.total:
        return Scored(None)
    groups = tuple(
        GroupScore(name, 100.0 * (1.0 - sheet.lost[name] / sheet.shares[name]), sheet.shares[name] / sheet.total)
        for name in sheet.shares
    )
    gains = sheet.gains()
    return Scored(sheet.score(), groups, sheet.points(), gains, _fix_first(sheet, gains, fixes, urgent))


class _Sheet:
    """The rules of one article by pillar. shares, lost: of each pillar that is assessed, in points of the whole."""

    def __init__(self, rules: Sequence[RuleLoss], parts: Mapping[str, float]) -> None:
        # Most rules lose nothing. They say that their pillar is assessed, and are not counted again for each sum.
        self._rules: dict[str, list[RuleLoss]] = defaultdict(list)
        assessed: set[str] = set()
        for rule in rules:
            if rule.weight > 0:
                pillar = pillar_of(rule.group)
                assessed.add(pillar)
                if rule.losses:
                    self._rules[pillar].append(rule)
        self._parts = {name: parts.get(name, 1.0) for name in PILLARS}
        self.shares = {
            name: share * self._parts[name]
            for name, share in PILLARS.items()
            if name in assessed and self._parts[name] > 0
        }
        self.total = sum(self.shares.values())
        self.lost = {name: self._bounded(name, sum(r.lost for r in self._rules[name])) for name in self.shares}

    def _bounded(self, pillar: str, lost: float) -> float:
        return self._parts[pillar] * min(PILLARS[pillar], lost)

    def score(self, fixed: Collection[Key] = ()) -> float:
        """The score; without the findings in `fixed`, if any."""
        lost = 0.0
        for name in self.shares:
            if not fixed:
                lost += self.lost[name]
                continue
            kept = (
                rule.weight * combined(part for i, part in enumerate(rule.losses) if (rule.rule, i) not in fixed)
                for rule in self._rules[name]
            )
            lost += self._bounded(name, sum(kept))
        return max(0.0, 100.0 * (1.0 - lost / self.total))

    def points(self) -> dict[Key, float]:
        """What each finding costs of 100."""
        found: dict[Key, float] = {}
        for name in self.shares:
            whole = sum(rule.lost for rule in self._rules[name])
            scale = 100.0 / self.total * (self.lost[name] / whole if whole else 0.0)
            for rule in self._rules[name]:
                losses = sum(rule.losses)
                each = scale * rule.lost / losses if losses else 0.0
                for ordinal, loss in enumerate(rule.losses):
                    found[rule.rule, ordinal] = each * loss
        return found

    def gains(self) -> dict[Key, float]:
        """What the score would rise by without each finding alone; in one pass, since there may be thousands."""
        found: dict[Key, float] = {}
        for name in self.shares:
            whole = sum(rule.lost for rule in self._rules[name])
            for rule in self._rules[name]:
                kept = [1.0 - min(max(loss, 0.0), 1.0) for loss in rule.losses]
                before = list(accumulate(kept, mul, initial=1.0))
                after = list(accumulate(reversed(kept), mul, initial=1.0))[::-1]
                elsewhere = whole - rule.lost
                for ordinal in range(len(kept)):
                    others = rule.weight * (1.0 - before[ordinal] * after[ordinal + 1])
                    less = self.lost[name] - self._bounded(name, elsewhere + others)
                    found[rule.rule, ordinal] = 100.0 * max(0.0, less) / self.total
        return found


def _fix_first(
    sheet: _Sheet, gains: Mapping[Key, float], fixes: int, urgent: Collection[Key]
) -> tuple[tuple[Key, float], ...]:
    """Greedy: the finding with the largest gain, then the next given that it is fixed, and so on; urgent ones first."""
    chosen: list[tuple[Key, float]] = []
    ordered = sorted(gains, key=lambda key: -gains[key])
    for candidates in ([key for key in ordered if key in urgent], [key for key in ordered if key not in urgent]):
        while len(chosen) < fixes:
            fixed = {key for key, _ in chosen}
            best: tuple[float, Key] | None = None
            for key in candidates[:50]:
                if key not in fixed:
                    after = sheet.score(fixed | {key})
                    if best is None or after > best[0] + 1e-9:
                        best = (after, key)
            before = chosen[-1][1] if chosen else sheet.score()
            if best is None or best[0] <= before + 0.05:
                break
            chosen.append((best[1], best[0]))
    return tuple(chosen)
