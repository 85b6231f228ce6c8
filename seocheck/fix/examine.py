"""An article and what the rules find in it, without the figures that a report has besides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from seocheck.analysis import Analysis
from seocheck.check.reporter import read_article
from seocheck.check.run_rules import Found, run_rules
from seocheck.config import Plan
from seocheck.model.article import Article, Source


class Examined(msgspec.Struct, frozen=True):
    """An article as read, and its findings; suppressed ones are not among them."""

    source: Source
    plan: Plan
    article: Article
    findings: tuple[Found, ...]

    def of(self, rule: str) -> list[Found]:
        """The findings of one rule, in its order."""
        return [found for found in self.findings if found[0].loaded.id == rule]

    def counts(self) -> Counter[tuple[str, str]]:
        """How many findings there are of each rule about each subject."""
        return Counter((plan.loaded.id, finding.subject) for plan, _, finding in self.findings)


def examine(source: Source, plan: Plan, only: Iterable[str] | None = None) -> Examined:
    """Read an article and run the rules of a plan on it, or those alone that `only` names."""
    if only is not None:
        names = frozenset(only)
        plan = replace(plan, rules=tuple(r for r in plan.rules if r.loaded.id in names), partial=True)
    article = read_article(source, plan)
    grades = any("school-grades" in r.loaded.rule.needs for r in plan.rules)
    analysis = Analysis.of(article, plan.settings, grades=grades)
    return Examined(source, plan, article, tuple(run_rules(analysis, plan).findings))


def finding_id(found: Found) -> str:
    """A finding's id, as a report gives it."""
    plan, ordinal, finding = found
    return f"{plan.loaded.id}:{finding.subject}:{ordinal}"
