"""Where output goes: a stream or a file, with colour or without, how wide."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, BinaryIO, TextIO

import click

from seocheck.base.late_pattern import late_pattern
from seocheck.errors import SeocheckError, why
from seocheck.formats.logs import harmless
from seocheck.formats.people.styled import Line, Styled, plain, shown

if TYPE_CHECKING:
    from seocheck.formats.people.terminal import Painter


def wants_colour(stream: TextIO) -> bool:
    """NO_COLOR and FORCE_COLOR are respected (no-color.org, force-color.org); else colour for terminals."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width_of(stream: TextIO) -> int:
    """Columns of a terminal; else COLUMNS, or 80."""
    if stream.isatty() or os.environ.get("COLUMNS"):
        import shutil  # with three packers, and only a terminal needs it

        return shutil.get_terminal_size((80, 24)).columns
    return 80


def in_actions() -> bool:
    """Whether GitHub Actions reads what is printed."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def notify(message: str) -> None:
    """A line for a person, on standard error."""
    click.echo(harmless(f"seocheck: {message}"), err=True)


def say(line: str, *, err: bool = False) -> None:
    """A line for a person, without what a terminal or a build's log would obey."""
    click.echo(shown(line), err=err)


IN_CI = ("CI", "TF_BUILD", "TEAMCITY_VERSION", "JENKINS_URL", "BUILDKITE", "APPVEYOR", "TRAVIS", "GITHUB_ACTIONS")
"""Variables that build servers set."""


def print_diff(diff: str) -> None:
    """Print a unified diff: as it is, so that `git apply` takes it, where it goes to a file or to another program.

    To a terminal it goes without what a terminal obeys. A pipe on a build server may be the log or `git apply`: there
    only what the server would obey is changed, so that a diff without commands still applies.
    """
    if sys.stdout.isatty():
        diff = "\n".join(_with_head(line, shown) for line in diff.split("\n"))
    elif any(os.environ.get(name) for name in IN_CI) and not _is_file(sys.stdout):
        diff = "\n".join(
            _with_head(line, lambda text: harmless(_CONTROL.sub("\ufffd", text))) for line in diff.split("\n")
        )
    click.echo(diff, nl=False)


_CONTROL = late_pattern(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Control characters, except a tab."""


def _with_head(line: str, made: Callable[[str], str]) -> str:
    """A line of a diff after a change; its own heads stay, and so does a Windows line end."""
    head = line[:4] if line.startswith(("--- a/", "+++ b/")) else ""
    end = "\r" if line.endswith("\r") else ""
    return head + made(line[len(head) : len(line) - len(end)]) + end


def _is_file(stream: TextIO) -> bool:
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):  # no file at all
        return False


@contextmanager
def opened(output: str | None) -> Iterator[TextIO]:
    """Standard output, or a file that is replaced as a whole if the block succeeds, and stays as it was if not.

    Raises SeocheckError if the file can't be written.
    """
    if output is None or output == "-":
        yield sys.stdout
        return
    from seocheck.base.atomic import opened_atomically

    with ExitStack() as stack:
        try:
            data = stack.enter_context(opened_atomically(output))
        except (OSError, ValueError) as error:  # ValueError: a NUL byte in the name
            raise _unwritable(output, error) from None
        file = _Output(data, output)
        yield file
        file.flush()
        try:
            stack.close()
        except OSError as error:
            raise _unwritable(output, error) from None


class _Output(io.TextIOWrapper):
    """A UTF-8 file whose errors name it: several may be open at once."""

    def __init__(self, data: BinaryIO, name: str) -> None:
        super().__init__(data, encoding="utf-8", errors="replace", newline="\n")
        self._called = name

    def write(self, text: str, /) -> int:
        try:
            return super().write(text)
        except OSError as error:
            raise _unwritable(self._called, error) from None

    def flush(self) -> None:
        try:
            super().flush()
        except OSError as error:
            raise _unwritable(self._called, error) from None


def _unwritable(output: str, error: Exception) -> SeocheckError:
    return SeocheckError(f"{output}: cannot be written: {why(error)}")


def write_utf8() -> None:
    """Make standard output use UTF-8 whatever the locale says, as JSON requires (RFC 8259, 8.1)."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")


def _takes(stream: TextIO, characters: str) -> bool:
    """Whether a stream's encoding has these characters."""
    try:
        characters.encode(stream.encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return False
    return True


class Printer:
    """Prints styled lines to a stream; uses rich only for colour.

    width: columns. ascii_only: whether the stream's encoding lacks the characters of strips.
    """

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self.width = width_of(out)
        self.ascii_only = not _takes(out, "·▂▄▆█…")
        self.painter: Painter | None = None
        if wants_colour(out):
            from seocheck.formats.people.terminal import Painter

            self.painter = Painter(out, force=not out.isatty())

    def print(self, lines: list[Line]) -> None:
        """Print lines."""
        if self.painter is None:
            self._out.write(plain(lines))
        else:
            self.painter.print([_harmless(line) for line in lines])


def _harmless(line: Line) -> Line:
    """A line as it is, or in one piece if an article's words would be taken for a command."""
    whole = "".join(piece.text for piece in line)
    said = shown(whole)
    return line if said == whole else [Styled(said)]
