"""`seocheck lsp`: the language server, on standard input and output."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import sys

import click

from seocheck.cli.common.own_rules import rules_in, rules_option
from seocheck.errors import SeocheckError


@click.command("lsp")
@click.option("--stdio", is_flag=True, help="Use standard input and output, which is the default and the only way.")
@click.option("--log", "level", type=click.Choice(["error", "warning", "info", "debug"]), default="warning",
              show_default=True, help="What to log on standard error.")  # fmt: skip
@rules_option
def command(stdio: bool, level: str, rules: tuple[str, ...]) -> int:
    """Start the language server. Your editor runs this; docs/editors.md shows how to set it up.

    Exit code 0 if the editor shuts it down, 1 if the editor goes away without doing so.
    """
    try:
        from seocheck.lsp.protocol import OneLine
        from seocheck.lsp.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol", "cattrs", "attrs", "attr"):
            raise
        raise SeocheckError("the language server needs pygls: pip install pygls") from None
    if sys.stdin is None:
        raise SeocheckError("standard input is closed")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter((logging.Formatter if level == "debug" else OneLine)("seocheck: %(name)s: %(message)s"))
    logging.basicConfig(handlers=[handler], level=level.upper())
    leave_folder()
    rules_in(rules)  # what can't be loaded is said before the editor waits for an answer
    folders = [os.path.abspath(folder) for folder in rules]
    if signal.getsignal(signal.SIGTERM) is not signal.SIG_IGN:
        with contextlib.suppress(ValueError):  # not the main thread
            signal.signal(signal.SIGTERM, signal.SIG_DFL)  # it writes no file that could be left behind
    # Whatever a library prints must not end up between two messages.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out, contextlib.redirect_stdout(sys.stderr):
        return serve(sys.stdin.buffer, out, folders)


def leave_folder() -> None:
    """Stop importing from the working folder: it is the author's, and `python -m` makes Python look there first.
    The folder is only needed if seocheck itself is in it."""
    own = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    here = os.getcwd()
    sys.path[:] = [path for path in sys.path if os.path.abspath(path) != here or here == own]
