"""`seocheck rules`: a line for each rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import click

from seocheck.cli.common.own_rules import house_here, rules_in, rules_option
from seocheck.rulekit.registry import LoadedRule


@click.command("rules")
@rules_option
def command(rules: tuple[str, ...]) -> int:
    """List all rules with severity, points and evidence; those that aren't seocheck's with where they come from.

    The house style is that of an article in the current folder.
    """
    known = rules_in(rules)
    click.echo("\n".join(table_lines({**known.loaded, **house_here(known)})))
    return 0


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
