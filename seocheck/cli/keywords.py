"""`seocheck keywords FILE`: the map of declared keywords."""

from __future__ import annotations

import sys

import click

from seocheck.cli.output import Printer, write_utf8
from seocheck.config import SettingsFinder, load_settings
from seocheck.formats.styled import Line, Piece, safe
from seocheck.formats.text import keyword_map
from seocheck.runner import Candidate, Run

NO_KEYWORD = "keywords"


@click.command("keywords")
@click.argument("file", type=click.Path())
@click.option("--format", "-f", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--config", metavar="FILE", help="Settings file to use instead of the closest one.")
def command(file: str, output_format: str, config: str | None) -> int:
    """Show each declared keyword: how closely the text says it, how often, where first, in which zones."""
    from seocheck.report import Report, encode_json

    finder = SettingsFinder(load_settings(config) if config else None)
    # The map needs no rule but one, and no ranking of phrases.
    report = Run(finder, select=[NO_KEYWORD], ignore=["keywords/undeclared-topic"]).check(Candidate(file, True))
    assert isinstance(report, Report)
    if output_format == "json":
        import msgspec

        parts = {"path": report.path, "keywords": report.keywords, "taxonomy": report.taxonomy}
        write_utf8()
        click.echo(msgspec.json.format(encode_json(parts), indent=2).decode())
        return 0
    printer = Printer(sys.stdout)
    lines: list[Line] = []
    for title, keywords in (("declared keywords", report.keywords), ("tags", report.taxonomy)):
        if keywords:
            supported = sum(k.tier != "absent" for k in keywords)
            said = f"{safe(report.path)}: {len(keywords)} {title}, {supported} supported by the text"
            lines += [[Piece(said, "bold")], [], *keyword_map(keywords, min(printer.width, 100)), []]
    if not lines:
        lines = [[Piece(f"{safe(report.path)}: no keywords are declared.")]]
    elif any(k.primary for k in report.keywords):
        lines.append([Piece("* the primary keyword", "dim")])
    printer.print(lines)
    return 0
