"""The command line: the only place that knows click and exit codes.

0: nothing at or above --fail-on, and no score under --min-score. 1: findings, or a score. 2: the check could not be
completed (a wrong option, an unknown rule, a missing file, broken settings, a rule that failed); 2 wins over 1.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import Any

import click

from seocheck._version import __version__
from seocheck.base.kept_folder import keep_in
from seocheck.cli.common.output import notify, say, width_of
from seocheck.errors import SeocheckError, why
from seocheck.formats.people.styled import safe

_COMMANDS = {
    "check": "Check articles and report what to fix first.",
    "compare": "Compare changed articles with an earlier version: what got worse, what got better.",
    "init": "Write a settings file that fits the site in a folder.",
    "keywords": "Show where an article says each declared keyword.",
    "lsp": "Start the language server for editors.",
    "mcp": "Start the server for agents (Model Context Protocol).",
    "queries": "Compare what people asked in search engines with what articles declare and say.",
    "rule": "Show the documentation of one rule.",
    "rules": "List all rules.",
    "schema": "Print the JSON Schema of the JSON report, of settings files, or of a trend.",
    "show-config": "Show the settings that apply to an article, and where they come from.",
    "site": "Compare articles with each other: duplicates, competing keywords, broken links.",
    "suggest": "Suggest keywords, headings and descriptions in the article's own words.",
    "test-rule": "Run a rule of your own on its cases.",
    "trend": "Show how scores changed over the runs that check --history recorded.",
}


class _Lazy(click.Group):
    """Imports a command's module when it is called: `--version` needs none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"seocheck.cli.{cmd_name.replace('-', '_')}").command
        return _with_help(command)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _with_help(self)
        super().format_help(ctx, formatter)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            import difflib

            close = difflib.get_close_matches(args[0], _COMMANDS, n=1)
            meant = close[0] if close else f"check {args[0]}" if os.path.exists(args[0]) else ""
            if not meant:
                raise
            raise click.UsageError(f"{error.message.rstrip('.')}; did you mean “{meant}”?", ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


_CLICKS_LEAST = 52
"""Columns below which click writes its help as for so many, unless it is told how many there are."""
_NAMES = 12
"""Letters of an option there; what is longer has a line of its own."""


def _with_help(command: click.Command) -> click.Command:
    """The command with the help that its docstring gives it, which `python -OO` drops."""
    if command.help is None and command.callback is not None:
        from seocheck.base.documentation import documentation

        command.help = documentation(command.callback)
    command.context_class = _Context
    return command


class _Formatter(click.HelpFormatter):
    """Help for narrow terminals too: click would leave ten letters a line for what an option does."""

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl(list(rows), col_max if self.width >= _CLICKS_LEAST - 2 else _NAMES, col_spacing)


class _Context(click.Context):
    formatter_class = _Formatter


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="seocheck", message="%(prog)s %(version)s")
def cli() -> None:
    """Check an article's declared keywords and meta description against its text."""
    from seocheck.cli.common.cache import folder_by_default

    keep_in(folder_by_default)


def main(args: list[str] | None = None) -> None:
    """The console script: run a command and exit. Never a traceback unless SEOCHECK_DEBUG is set."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal without UTF-8 gets "?" and not a crash
    code = 2
    try:
        if sys.stdout is None:
            raise SeocheckError("standard output is closed")
        _check_names(sys.argv[1:] if args is None else args)
        columns = width_of(sys.stdout)
        narrow = columns - 2 if columns < _CLICKS_LEAST else None
        result = cli.main(args=args, prog_name="seocheck", standalone_mode=False, terminal_width=narrow)
        code = result if isinstance(result, int) else 0
        sys.stdout.flush()
    except click.exceptions.Exit as error:
        code = error.exit_code
    except click.UsageError as error:
        shown = io.StringIO()
        error.show(shown)
        for line in shown.getvalue().splitlines():  # it repeats what was given, a file's name perhaps
            say(line, err=True)
    except click.ClickException as error:
        notify(safe(error.format_message()))
    except click.Abort:
        notify("interrupted")
        code = 130
    except BrokenPipeError:
        # The reader of the pipe has stopped. Python would complain when it flushes at exit.
        _drop_output()
        code = 0
    except SeocheckError as error:
        notify(safe(str(error)))
    except OSError as error:  # what cannot be read is an UnreadableError; this is output: a full disk
        notify(f"cannot be written: {why(error)}")
        _drop_output()
    except Exception as error:
        if os.environ.get("SEOCHECK_DEBUG"):
            raise
        message = safe(str(error).splitlines()[0]) if str(error) else ""
        notify(f"internal error: {type(error).__name__}: {message} (set SEOCHECK_DEBUG=1 for details)")
    sys.exit(code)


def _check_names(args: list[str]) -> None:
    """Raise UsageError for an option that is also the name of a file, where it isn't clear which is meant.

    If a script passes file names without `--` before them, the file `-oREADME.md` would be taken for an option.
    """
    if "--" not in args:
        for arg in args:
            if len(arg) > 1 and arg.startswith("-") and os.path.lexists(arg):
                raise click.UsageError(
                    f"“{safe(arg)}” is an option, but there is also a file of that name: put -- before the file names."
                )


def _drop_output() -> None:
    """Discard what would still be flushed at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
