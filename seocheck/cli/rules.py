"""`seocheck rules`: a line for each rule."""

from __future__ import annotations

import click

from seocheck.cli.common.own_rules import house_here, rules_in, rules_option
from seocheck.formats.people.rule_text import table_lines


@click.command("rules")
@rules_option
def command(rules: tuple[str, ...]) -> int:
    """List all rules with severity, points and evidence; those that aren't seocheck's with where they come from.

    The house style is that of an article in the current folder.
    """
    known = rules_in(rules)
    click.echo("\n".join(table_lines({**known.loaded, **house_here(known)})))
    return 0
