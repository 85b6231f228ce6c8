"""`seocheck show-config PATH`: the settings that apply to an article, and where they come from."""

from __future__ import annotations

import click

from seocheck.cli.common.output import say
from seocheck.cli.common.own_rules import rules_in, rules_option


@click.command("show-config")
@click.argument("path", type=click.Path(readable=False), default="article.md")
@rules_option
@click.option("--config", metavar="FILE", help="Settings file to use instead of the closest one.")
def command(path: str, rules: tuple[str, ...], config: str | None) -> int:
    """Show the settings for an article at PATH as YAML, each with the place it comes from.

    PATH need not exist. Without it, the settings for an article in the current folder.
    """
    from seocheck.config.explain import explain, explained_lines

    for line in explained_lines(explain(path, config, rules_in(rules))):
        say(line)
    return 0
