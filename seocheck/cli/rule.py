"""`seocheck rule NAME`: the documentation of one rule, or the rules of a group."""

from __future__ import annotations

import click

from seocheck.cli.rules import table_lines
from seocheck.config.validate import groups, unknown_rule
from seocheck.errors import SeocheckError
from seocheck.rulekit.registry import load_rules


@click.command("rule")
@click.argument("name")
def command(name: str) -> int:
    """Show what a rule finds, why it matters, its evidence and its options; for a group, list its rules."""
    if name in groups():
        click.echo("\n".join(table_lines(load_rules(), name)))
        return 0
    rules = load_rules()
    if name not in rules:
        raise SeocheckError(unknown_rule(name))
    loaded = rules[name]
    rule = loaded.rule
    click.echo(f"{name}\n{'=' * len(name)}\n")
    click.echo(f"severity {rule.severity}, weight {rule.weight:g}, evidence {rule.evidence}\n")
    click.echo(loaded.doc)
    defaults = loaded.option_defaults()
    if defaults:
        said = loaded.option_docs()
        click.echo("\nOptions\n-------")
        click.echo("\n".join(f"{key}: {said.get(key, '')} Default: {value}." for key, value in defaults.items()))
    details = loaded.details()
    if details:
        click.echo(f"\n{details}")
    return 0
