"""`seocheck rules`: a line for each rule."""

from __future__ import annotations

from collections.abc import Iterator

import click

from seocheck.cli.own_rules import rules_in, rules_option
from seocheck.rulekit.rule_set import RuleSet


@click.command("rules")
@rules_option
def command(rules: tuple[str, ...]) -> int:
    """List all rules with severity, weight and evidence; those that aren't seocheck's with where they come from."""
    click.echo("\n".join(table_lines(rules_in(rules))))
    return 0


def table_lines(rules: RuleSet, group: str = "") -> Iterator[str]:
    """A header and a line for each rule. group: only its rules."""
    shown = {name: loaded for name, loaded in rules.loaded.items() if group in ("", loaded.group)}
    longest = max(len(name) for name in shown)
    yield f"{'rule':<{longest}}  severity    weight  evidence    what it finds"
    for name, loaded in shown.items():
        rule = loaded.rule
        summary = loaded.summary.rstrip(".") + (f" (from {loaded.origin})" if loaded.origin else "")
        yield f"{name:<{longest}}  {rule.severity:<10}  {rule.weight:>6g}  {rule.evidence:<10}  {summary}"
