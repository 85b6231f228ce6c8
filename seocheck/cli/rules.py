"""`seocheck rules`: a line a rule."""

from __future__ import annotations

import click

from seocheck.rulekit.registry import load_rules


@click.command("rules")
def command() -> int:
    """List all rules with severity, weight and evidence."""
    rules = load_rules()
    longest = max(len(name) for name in rules)
    click.echo(f"{'rule':<{longest}}  severity    weight  evidence    what it finds")
    for name, loaded in rules.items():
        rule = loaded.rule
        summary = loaded.summary.rstrip(".")
        click.echo(f"{name:<{longest}}  {rule.severity:<10}  {rule.weight:>6g}  {rule.evidence:<10}  {summary}")
    return 0
