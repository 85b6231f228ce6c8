"""A rule of the house style as all others are: with an id, a documentation and a check. It costs no points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from seocheck.analysis import Analysis
from seocheck.house.values import HouseRule, HouseStyle
from seocheck.model.rule import Finding, Rule
from seocheck.rulekit.options import NoOptions
from seocheck.rulekit.registry import LoadedRule

GROUP = "house"
NAMED = 10
"""Words that the documentation of a rule lists."""


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
            from seocheck.house.matching import Matcher  # most runs have no house style

            matcher.append(Matcher(rule))
        yield from matcher[0].check(analysis)

    return check


def documentation(rule: HouseRule) -> str:
    """What is said of a rule, in the sections that all rules have."""
    zones = ", ".join(rule.zones)
    listed = list(rule.swap) if rule.kind == "substitution" else list(rule.words)
    words = ", ".join(f"“{word}”" for word in listed[:NAMED])
    if len(listed) > NAMED:
        words += f" and {len(listed) - NAMED} more"
    if rule.kind == "substitution":
        summary = "Words for which the house style has better ones."
    elif rule.kind == "existence":
        summary = "Words that the house style avoids."
    else:
        summary = "Words that are said more often, or less often, than the house style wants."
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
