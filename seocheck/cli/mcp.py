"""`seocheck mcp`: the tools for agents, over the Model Context Protocol on standard input and output."""

from __future__ import annotations

import logging
import os
import sys

import click

from seocheck.cli.common.own_rules import rules_option
from seocheck.errors import SeocheckError


@click.command("mcp")
@click.argument("folders", nargs=-1, metavar="FOLDER...", type=click.Path(readable=False))
@rules_option
@click.option("--config", metavar="FILE", help="Settings file for all articles, instead of the closest one.")
@click.option("--isolated", is_flag=True, help="Use no settings file.")
def command(folders: tuple[str, ...], rules: tuple[str, ...], config: str | None, isolated: bool) -> int:
    """Start the MCP server for agents. What runs the agent starts this; docs/agents.md shows how to set it up.

    Its tools are check, keywords, suggest, rule and fix. They read and write articles below the FOLDERs alone; without
    any, below the current folder.
    """
    from seocheck.cli.lsp import leave_folder

    if config and isolated:
        raise click.UsageError("--isolated uses no settings file: drop --config.")
    if sys.stdin is None:
        raise SeocheckError("standard input is closed")
    leave_folder()
    try:
        import mcp.server.lowlevel  # noqa: F401
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "mcp":
            raise
        raise SeocheckError("the server for agents needs mcp: pip install mcp") from None
    from seocheck.agents.articles import Articles
    from seocheck.agents.folders import Folders
    from seocheck.agents.own_rules import rules_for
    from seocheck.agents.server import serve
    from seocheck.agents.tools import Tools
    from seocheck.config import Settings, load_settings

    logging.basicConfig(stream=sys.stderr, level="WARNING", format="seocheck: %(name)s: %(message)s")
    below = Folders(folders or (".",))
    own = [os.path.abspath(folder) for folder in rules]
    config = os.path.abspath(config) if config else None
    known = rules_for(below, own)
    os.chdir(below.roots[0])  # paths mean what they mean to `seocheck check` there
    fixed = Settings() if isolated else load_settings(config, rules=known) if config else None
    return serve(Tools(Articles(below, known, fixed)))
