"""Draws styled lines in colour, and a progress bar. The only module that imports rich, and only for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from seocheck.formats.people.styled import Line, Style

_STYLES: dict[Style, str] = {
    "": "", "bold": "bold", "dim": "dim", "error": "bold red", "warning": "yellow", "note": "cyan",
    "suggestion": "magenta", "good": "green", "fair": "yellow", "poor": "red", "mark": "bold yellow", "path": "bold",
}  # fmt: skip

T = TypeVar("T")


class Painter:
    """Prints lines in colour to a stream."""

    def __init__(self, out: TextIO, *, force: bool) -> None:
        self.console = Console(file=out, force_terminal=force or None, highlight=False, soft_wrap=True, emoji=False)

    def print(self, lines: list[Line]) -> None:
        """Print styled lines as they are: no markup is read in them, nothing is wrapped."""
        for line in lines:
            text = Text()
            for piece in line:
                text.append(piece.text, style=_STYLES[piece.style])
            text.rstrip()
            self.console.print(text, soft_wrap=True)


def progress(items: Iterable[T], total: int, out: TextIO, painter: Painter | None = None) -> Iterator[T]:
    """The items, with a bar on the terminal `out` that goes away at the end.

    Where reports are painted on a terminal too, the bar keeps below them: both must go through one console.
    """
    columns = (TextColumn("checking"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = painter.console if painter is not None else Console(file=out)
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("checking", total=total)
        for item in items:
            yield item
            bar.advance(task)
