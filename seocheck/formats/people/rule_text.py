"""The documentation of a rule, and the list of rules, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from seocheck.rulekit.registry import LoadedRule


def costs(most: float) -> str:
    """What a rule costs, in words."""
    return f"costs at most {most:g} points" if most else "costs no points"


def table_lines(rules: Mapping[str, LoadedRule], group: str = "") -> Iterator[str]:
    """A header and a line for each rule. group: only its rules."""
    shown = {name: loaded for name, loaded in rules.items() if group in ("", loaded.group)}
    longest = max(len(name) for name in shown)
    yield f"{'rule':<{longest}}  severity    points  evidence    what it finds"
    for name, loaded in shown.items():
        rule = loaded.rule
        summary = loaded.summary.rstrip(".") + (f" (from {loaded.origin})" if loaded.origin else "")
        yield f"{name:<{longest}}  {rule.severity:<10}  {rule.weight:>6g}  {rule.evidence:<10}  {summary}"


def rule_lines(name: str, loaded: LoadedRule) -> Iterator[str]:
    """What a rule finds, why it matters, its evidence and its options; an item may be several lines."""
    rule = loaded.rule
    yield f"{name}\n{'=' * len(name)}\n"
    origin = f", from {loaded.origin}" if loaded.origin else ""
    yield f"severity {rule.severity}, {costs(rule.weight)}, evidence {rule.grounds}{origin}\n"
    yield loaded.doc
    defaults = loaded.option_defaults()
    if defaults:
        said = loaded.option_docs()
        yield "\nOptions\n-------"
        yield from (f"{key}: {said.get(key, '')} Default: {value}." for key, value in defaults.items())
    details = loaded.details()
    if details:
        yield f"\n{details}"
