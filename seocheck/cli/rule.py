"""`seocheck rule NAME`: the documentation of one rule, or the rules of a group."""

from __future__ import annotations

import click

from seocheck.cli.common.own_rules import house_here, rules_in, rules_option
from seocheck.errors import SeocheckError
from seocheck.formats.people.rule_text import rule_lines, table_lines
from seocheck.house.rules import GROUP
from seocheck.rulekit.renamed import RENAMED, current, notice


@click.command("rule")
@click.argument("name")
@rules_option
def command(name: str, rules: tuple[str, ...]) -> int:
    """Show what a rule finds, why it matters, its evidence and its options; for a group, list its rules."""
    known = rules_in(rules)
    if name in RENAMED:
        click.echo(f"seocheck: {notice(name)}", err=True)
        name = current(name)
    house = house_here(known) if name.partition("/")[0] == GROUP else {}
    if name in known.groups or (name == GROUP and house):
        click.echo("\n".join(table_lines({**known.loaded, **house}, name)))
        return 0
    if name not in known.loaded and name not in house:
        raise SeocheckError(known.unknown(name))
    click.echo("\n".join(rule_lines(name, house.get(name) or known.loaded[name])))
    return 0
