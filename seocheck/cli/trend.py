"""`seocheck trend FILE`: how scores changed over the runs of a history."""

from __future__ import annotations

import click

from seocheck.cli.common.output import Printer, opened, write_utf8


@click.command("trend")
@click.argument("history", type=click.Path(readable=False))
@click.argument("paths", nargs=-1)
@click.option("--format", "-f", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--output", "-o", metavar="FILE", help="Write to a file.")
@click.option("--last", type=click.IntRange(min=1), default=12, show_default=True, metavar="N", help="Runs to list.")
@click.option("--partial", is_flag=True, help="Include runs over only some of the articles or rules.")
@click.option(
    "--max-drop", type=click.FloatRange(0, 100), metavar="N",
    help="Exit 1 if the mean score of the articles in both runs fell by more since the previous run.",
)  # fmt: skip
def command(
    history: str,
    paths: tuple[str, ...],
    output_format: str,
    output: str | None,
    last: int,
    partial: bool,
    max_drop: float | None,
) -> int:
    """Show how scores changed over the runs that `seocheck check --history HISTORY` recorded.

    With PATHS, only these articles or folders; give them as reports do, relative to the repository's root.
    """
    from seocheck.history.trend import read_trend

    trend = read_trend(history, paths=paths, partial=partial)
    with opened(output) as out:
        if output_format == "json":
            from seocheck.formats.machines.encode import json_text

            write_utf8()
            out.write(json_text(trend) + "\n")
        else:
            from seocheck.formats.people.trend import trend_lines

            printer = Printer(out)
            printer.print(trend_lines(trend, min(printer.width, 100), last=last, ascii_only=printer.ascii_only))
    change = trend.step.change if trend.step is not None else None
    return 1 if max_drop is not None and change is not None and -change > max_drop else 0
