"""`seocheck show-config PATH`: which settings hold for an article, and where they are said."""

from __future__ import annotations

import click

from seocheck.cli.output import say


@click.command("show-config")
@click.argument("path", type=click.Path(readable=False), default="article.md")
@click.option("--config", metavar="FILE", help="Settings file to use instead of the closest one.")
def command(path: str, config: str | None) -> int:
    """Show the settings for an article at PATH, which need not exist, as YAML with their places.

    Without PATH, those for an article in the current folder.
    """
    from seocheck.config.explain import explain, explained_lines

    for line in explained_lines(explain(path, config)):
        say(line)
    return 0
