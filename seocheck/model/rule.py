"""What a rule is, and what it yields.

A rule is a module with a docstring in fixed sections, a frozen struct `Options`, a constant
`RULE` and a generator `check(analysis, options)`. It sees the analysis of one article and its own
options; it opens no file and knows no other rule.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from seocheck.base.text import Span

Severity = Literal["error", "warning", "note", "suggestion"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note", "suggestion")

Evidence = Literal["documented", "measured", "declared", "convention"]

Need = Literal[
    "title",
    "description",
    "keywords",
    "body",
    "language",
    "words",
    "front-matter",
    "html",
    "links",
    "images",
    "reading-ease",
    "school-grades",
    "salience",
    "passive-voice",
    "transitions",
    "suppressions",
]
"""What must be there before a rule can say anything.

`title`, `description` and `keywords` are declarations: where one is missing, only
the rule speaks that reports it. `front-matter` and `html` are formats: in a file of another one the
rule is left out. `suppressions` are those that met nothing: the rule is run after all others. The others are means:
without them the rule is not assessed.
"""


class Rule(msgspec.Struct, frozen=True):
    """The fixed facts about a rule.

    weight: the points, of 100, that it costs at most; 0 for a rule that only informs.
    severity: the default; a settings file may change it, and "off" means not run by default.
    evidence: what its effect is based on: why the fault matters.
    bound: what the number is based on from which it speaks, where that is something else.
    needs: what must be there; declarations first.
    min_words: words of prose below which it is not assessed; its weight grows to the full between
        that and twice as many.
    reports: declarations whose absence this rule reports.
    scope: "article", or "site" for one that sees all articles of a run and yields `SiteFinding`s; it costs no points.
    fold_above: with more findings than this in one article they are reported as one; 0 for never.
    folded: the message of that one, with {count}.
    """

    weight: float
    severity: Severity | Literal["off"]
    evidence: Evidence
    needs: tuple[Need, ...] = ()
    min_words: int = 0
    reports: tuple[Need, ...] = ()
    scope: Literal["article", "site"] = "article"
    bound: Evidence | None = None
    fold_above: int = 0
    folded: str = ""

    @property
    def grounds(self) -> str:
        """Effect and bound, as its documentation has them: "measured", or "measured, bound: convention"."""
        return self.evidence if self.bound is None else f"{self.evidence}, bound: {self.bound}"


class Finding(msgspec.Struct, frozen=True):
    """A fault at its place, as a rule yields it.

    span: the smallest source range that shows it.
    message: what is, in one sentence; names the measured value.
    hint: what to do, in one sentence.
    loss: the part of the rule's weight that it costs, in (0, 1]; 0 only in rules of weight 0.
    subject: what it is about ("description", a keyword): stable under edits elsewhere.
    measured, target: the value found and the value wanted, in words with units.
    severity: overrides the rule's own where the same fault can be more or less grave.
    related: further places that belong to the same fault.
    fault: which of its rule's faults it is, for what fixes it; nobody reads it.
    """

    span: Span
    message: str
    hint: str = ""
    loss: float = 1.0
    subject: str = ""
    measured: str = ""
    target: str = ""
    severity: Severity | None = None
    related: tuple[Span, ...] = ()
    fault: str = ""


class NotAssessedError(Exception):
    """Raised by a rule that can't judge an article after all. `str(error)` is the reason, as a report gives it."""


def rising(distance: float, full: float) -> float:
    """A loss that grows evenly with the distance from the target: near 0 at once beyond it, 1 at `full`."""
    return min(1.0, max(0.01, distance / full))


def combined(losses: Iterable[float]) -> float:
    """1 − Π(1 − loss): each further fault costs less, and none costs nothing."""
    kept = 1.0
    for loss in losses:
        kept *= 1.0 - min(max(loss, 0.0), 1.0)
    return 1.0 - kept
