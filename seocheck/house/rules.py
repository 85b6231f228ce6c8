"""A rule of the house style as all others are: with an id, a documentation and a check. It costs no points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from seocheck.base.limits import not_counted
from seocheck.house.values import HouseRule, HouseStyle
from seocheck.model.rule import Finding, Rule
from seocheck.rulekit.options import NoOptions
from seocheck.rulekit.registry import LoadedRule

if TYPE_CHECKING:
    from seocheck.analysis import Analysis

GROUP = "house"
NAMED, FEW = 10, 3
"""Words that the documentation of a rule lists, and its first sentence."""


def house_rules(style: HouseStyle) -> Mapping[str, LoadedRule]:
    """The rules of a style, by id."""
    return {f"{GROUP}/{name}": _loaded(f"{GROUP}/{name}", rule) for name, rule in style.rules.items()}


def _loaded(name: str, rule: HouseRule) -> LoadedRule:
    facts = Rule(weight=0, severity=rule.severity, evidence="convention")
    return LoadedRule(name, GROUP, facts, NoOptions, _check(rule), None, origin=rule.file, text=documentation(rule))


def _check(rule: HouseRule) -> Any:
    matcher: list[Any] = []

    def check(analysis: Analysis, options: object) -> Iterator[Finding]:
        if not matcher:
            with not_counted():  # most runs have no house style, and import none of it
                from seocheck.house.matching import Matcher

                matcher.append(Matcher(rule))
        yield from matcher[0].check(analysis)

    return check


def _listed(words: list[str], most: int) -> str:
    more = f" and {len(words) - most} more" if len(words) > most else ""
    return ", ".join(f"“{word}”" for word in words[:most]) + more


def documentation(rule: HouseRule) -> str:
    """What is said of a rule, in the sections that all rules have."""
    zones = ", ".join(rule.zones)
    listed = list(rule.swap) if rule.kind == "substitution" else list(rule.words)
    words, few = _listed(listed, NAMED), _listed(listed, FEW)
    if rule.kind == "substitution":
        summary = f"Words for which the house style has others: {few}."
    elif rule.kind == "existence":
        summary = f"Words that the house style avoids: {few or 'by a pattern'}."
    else:
        summary = f"Words said more often, or less often, than the house style wants: {few}."
    source = f"your own house style, {rule.file}" if rule.file else "your own house style"
    if rule.link:
        source += f"; {rule.link}"
    looked = "Patterns" if rule.regex else "Words"
    parts = [
        summary,
        f"What it finds\n-------------\n{looked} in {zones}: {words or rule.before + rule.after}.",
        "Why it matters\n--------------\nReaders know a publication by its words.",
        f"Evidence\n--------\nClass: convention.\nSource: {source}.",
    ]
    return "\n\n".join(parts)
