"""`seocheck rules`: a line for each rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import click

from seocheck.rulekit.registry import LoadedRule, load_rules


@click.command("rules")
def command() -> int:
    """List all rules with severity, weight and evidence."""
    click.echo("\n".join(table_lines(load_rules())))
    return 0


def table_lines(rules: Mapping[str, LoadedRule], group: str = "") -> Iterator[str]:
    """A header and a line for each rule. group: only its rules."""
    shown = {name: loaded for name, loaded in rules.items() if group in ("", loaded.group)}
    longest = max(len(name) for name in shown)
    yield f"{'rule':<{longest}}  severity    weight  evidence    what it finds"
    for name, loaded in shown.items():
        rule = loaded.rule
        summary = loaded.summary.rstrip(".")
        yield f"{name:<{longest}}  {rule.severity:<10}  {rule.weight:>6g}  {rule.evidence:<10}  {summary}"
