"""Losses and weights -> points.

Score = 100 · (1 − Σ weight·loss / Σ weight) over the rules assessed. A rule's loss is 1 − Π(1 − loss) over
its findings, shared among them in proportion to their own losses, so that the points of all findings add
up to what the score lacks. A rule whose declaration is missing keeps its weight and loses it whole; the
finding that reports the missing declaration carries that loss.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from operator import mul

import msgspec

from seocheck.model.rule import combined

SCALE = 2
"""Version of the score's scale: raised when a scored rule, a formula or a word list changes scores."""

GRADES = ((90.0, "A"), (80.0, "B"), (70.0, "C"), (60.0, "D"), (float("-inf"), "E"))


class RuleLoss(msgspec.Struct, frozen=True):
    """An assessed rule: its weight for this article and the losses of its findings.

    carried_by: the rule whose finding carries this one's whole weight, where a declaration is missing.
    """

    rule: str
    group: str
    weight: float
    losses: tuple[float, ...] = ()
    carried_by: str = ""

    @property
    def loss(self) -> float:
        """The part of the weight that is lost, 0 to 1."""
        return 1.0 if self.carried_by else combined(self.losses)


class GroupScore(msgspec.Struct, frozen=True):
    """The score of one group of rules, 0 to 100, and the group's share of the whole weight, 0 to 1."""

    group: str
    score: float
    share: float


class Scored(msgspec.Struct, frozen=True):
    """The score of an article, and for each finding (rule, ordinal) its points and gain.

    score: 0 to 100; None when nothing was assessed.
    points: what the finding costs; all points add up to 100 − score.
    gains: what the score would rise by if this finding alone were fixed.
    fix_first: the findings to fix first, each with the score after it and those before it are fixed.
    """

    score: float | None
    grade: str
    groups: tuple[GroupScore, ...]
    points: Mapping[tuple[str, int], float] = msgspec.field(default_factory=dict)
    gains: Mapping[tuple[str, int], float] = msgspec.field(default_factory=dict)
    fix_first: tuple[tuple[tuple[str, int], float], ...] = ()


def grade_of(score: float | None) -> str:
    """A from 90, B from 80, C from 70, D from 60, else E; "–" for no score."""
    return "–" if score is None else next(grade for bound, grade in GRADES if score >= bound)


def score_rules(rules: Sequence[RuleLoss], *, fixes: int = 3) -> Scored:
    """Score an article from its assessed rules."""
    weighing = [rule for rule in rules if rule.weight > 0]
    total = sum(rule.weight for rule in weighing)
    if total <= 0:
        return Scored(None, "–", ())
    score = _score(weighing, total)
    points: dict[tuple[str, int], float] = {}
    for rule in weighing:
        share = 100.0 * rule.weight * rule.loss / total
        if rule.carried_by:
            continue
        whole = sum(rule.losses)
        for ordinal, loss in enumerate(rule.losses):
            points[rule.rule, ordinal] = share * loss / whole if whole else 0.0
    carried: dict[str, float] = {}
    for rule in weighing:
        if rule.carried_by:
            carried[rule.carried_by] = carried.get(rule.carried_by, 0.0) + 100.0 * rule.weight / total
    for carrier, extra in carried.items():
        points[carrier, 0] = points.get((carrier, 0), 0.0) + extra
    gains = _gains(weighing, points, total, score)
    groups = []
    for name in dict.fromkeys(rule.group for rule in weighing):
        members = [rule for rule in weighing if rule.group == name]
        weight = sum(rule.weight for rule in members)
        groups.append(GroupScore(name, _score(members, weight), weight / total))
    return Scored(score, grade_of(score), tuple(groups), points, gains, _fix_first(weighing, gains, total, fixes))


def _score(rules: Sequence[RuleLoss], total: float) -> float:
    return max(0.0, 100.0 * (1.0 - sum(rule.weight * rule.loss for rule in rules) / total))


def _without(rules: Sequence[RuleLoss], fixed: set[tuple[str, int]], total: float) -> float:
    """The score if these findings were not there; what they carry is gone with them."""
    lost = 0.0
    for rule in rules:
        if rule.carried_by:
            lost += 0.0 if (rule.carried_by, 0) in fixed else rule.weight
        else:
            lost += rule.weight * combined(
                loss for ordinal, loss in enumerate(rule.losses) if (rule.rule, ordinal) not in fixed
            )
    return max(0.0, 100.0 * (1.0 - lost / total))


def _gains(
    rules: Sequence[RuleLoss], points: Mapping[tuple[str, int], float], total: float, score: float
) -> dict[tuple[str, int], float]:
    """For each finding `_without` it alone, less the score; in one pass, since there may be thousands."""
    lost = sum(rule.weight * rule.loss for rule in rules)
    less = dict.fromkeys(points, 0.0)
    for rule in rules:
        if rule.carried_by:
            less[rule.carried_by, 0] += rule.weight
            continue
        kept = [1.0 - min(max(loss, 0.0), 1.0) for loss in rule.losses]
        before = list(accumulate(kept, mul, initial=1.0))
        after = list(accumulate(reversed(kept), mul, initial=1.0))[::-1]
        whole = 1.0 - before[-1]
        for ordinal in range(len(kept)):
            others = 1.0 - before[ordinal] * after[ordinal + 1]
            less[rule.rule, ordinal] += rule.weight * (whole - others)
    return {key: max(0.0, 100.0 * (1.0 - (lost - part) / total)) - score for key, part in less.items()}


def _fix_first(
    rules: Sequence[RuleLoss], gains: Mapping[tuple[str, int], float], total: float, fixes: int
) -> tuple[tuple[tuple[str, int], float], ...]:
    """Greedy: the finding with the largest gain, then the next given that it is fixed, and so on."""
    chosen: list[tuple[tuple[str, int], float]] = []
    fixed: set[tuple[str, int]] = set()
    candidates = sorted(gains, key=lambda key: -gains[key])[:50]
    for _ in range(fixes):
        best: tuple[float, tuple[str, int]] | None = None
        for key in candidates:
            if key not in fixed:
                after = _without(rules, fixed | {key}, total)
                if best is None or after > best[0] + 1e-9:
                    best = (after, key)
        if best is None:
            break
        before = chosen[-1][1] if chosen else _without(rules, set(), total)
        if best[0] <= before + 0.05:
            break
        fixed.add(best[1])
        chosen.append((best[1], best[0]))
    return tuple(chosen)
