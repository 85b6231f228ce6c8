"""`seocheck keywords FILE`: the map of declared keywords."""

from __future__ import annotations

import sys

import click

from seocheck.cli.common.output import Printer, write_utf8
from seocheck.cli.common.own_rules import rules_in, rules_option, settings_finder
from seocheck.formats.machines.encode import harmless_json
from seocheck.formats.people.keyword_map import map_lines
from seocheck.runs.run import Candidate, Run

NO_KEYWORD = "keywords/missing"
"""The map needs no rule at all; a run needs one."""
MAX_WIDTH = 100


@click.command("keywords")
@click.argument("file", type=click.Path(readable=False))
@click.option("--format", "-f", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@rules_option
@click.option("--config", metavar="FILE", help="Settings file to use instead of the closest one.")
def command(file: str, output_format: str, rules: tuple[str, ...], config: str | None) -> int:
    """Show each declared keyword: how closely and how often each zone says it, where it comes first, and how it is
    spread over the text."""
    from seocheck.model.report import Report, encode_json

    report = Run(settings_finder(rules_in(rules), config), select=[NO_KEYWORD]).check(Candidate(file, True))
    assert isinstance(report, Report)
    if output_format == "json":
        import msgspec

        parts = {"path": report.path, "keywords": report.keywords, "taxonomy": report.taxonomy}
        write_utf8()
        click.echo(harmless_json(msgspec.json.format(encode_json(parts), indent=2).decode()))
        return 0
    printer = Printer(sys.stdout)
    printer.print(map_lines(report, min(printer.width, MAX_WIDTH), ascii_only=printer.ascii_only))
    return 0
