"""`seocheck show-config PATH`: the settings that apply to an article, and where they come from."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from seocheck.cli.common.output import say
from seocheck.cli.common.own_rules import rules_in, rules_option

if TYPE_CHECKING:
    from seocheck.config import Settings


@click.command("show-config")
@click.argument("path", type=click.Path(readable=False), default="article.md")
@rules_option
@click.option("--config", metavar="FILE", help="Settings file to use instead of the closest one.")
def command(path: str, rules: tuple[str, ...], config: str | None) -> int:
    """Show the settings for an article at PATH as YAML, each with the place it comes from, and its language.

    PATH need not exist. Without it, the settings for an article in the current folder.
    """
    from seocheck.config.explain import explain, explained_lines

    explained = explain(path, config, rules_in(rules))
    for line in explained_lines(explained, _language(path, explained.settings)):
        say(line)
    return 0


def _language(path: str, settings: Settings) -> str:
    """The language by which the article is judged, and what tells it; "" where nothing does."""
    from seocheck.check.reporter import read_article
    from seocheck.config.plan import make_plan
    from seocheck.languages.tags import language_name
    from seocheck.model.article import Source
    from seocheck.readers import decode
    from seocheck.runs.run import read_bytes

    name = path.replace(os.sep, "/")
    source = decode(read_bytes(path, settings), name) if os.path.isfile(path) else Source(name, "")
    language = read_article(source, make_plan(settings)).language
    if not language.code:
        return ""
    how = {"article": "declared in the article", "path": "told by the path", "settings": "told by the settings"}
    return f"{language_name(language.code) or language.code}, {how.get(language.source, 'detected in the text')}"
