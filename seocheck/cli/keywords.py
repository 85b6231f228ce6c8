"""`seocheck keywords PATH...`: the map of declared keywords."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import click

from seocheck.cli.common.found_articles import FoundArticles
from seocheck.cli.common.output import Printer, write_utf8
from seocheck.cli.common.own_rules import rules_in, rules_option, settings_finder
from seocheck.errors import UnreadableError
from seocheck.formats.machines.encode import harmless_json
from seocheck.formats.people.folder_table import keyword_table
from seocheck.formats.people.keyword_map import map_lines
from seocheck.model.report import Report, encode_json
from seocheck.runs.run import Run

NO_KEYWORD = "keywords/missing"
"""The map needs no rule at all; a run needs one."""
MAX_WIDTH = 100


@click.command("keywords")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(readable=False))
@click.option("--format", "-f", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@rules_option
@click.option("--config", metavar="FILE", help="Settings file to use instead of the closest one.")
def command(paths: tuple[str, ...], output_format: str, rules: tuple[str, ...], config: str | None) -> int:
    """Show each declared keyword: how closely and how often each zone says it, where it comes first, and how it is
    spread over the text.

    With a folder, show a table with a row for each article. JSON of a folder, or of several files, is a list.
    """
    run = Run(settings_finder(rules_in(rules), config), select=[NO_KEYWORD])
    found = FoundArticles(run, paths)
    reports = _reports(run, found)
    if output_format == "json":
        _print_json(list(reports), several=found.many or len(paths) > 1)
        return 2 if found.failed else 0
    printer = Printer(sys.stdout)
    width = min(printer.width, MAX_WIDTH)
    if found.many:
        for line in keyword_table(reports, width):
            printer.print([line])
        return 2 if found.failed else 0
    for number, report in enumerate(reports):
        lines = map_lines(report, width, ascii_only=printer.ascii_only)
        printer.print([[], *lines] if number else lines)
    return 2 if found.failed else 0


def _reports(run: Run, found: FoundArticles) -> Iterator[Report]:
    for candidate in found:
        try:
            report = run.check(candidate)
        except UnreadableError as error:
            found.fail(error)
            continue
        if isinstance(report, Report):
            yield report


def _print_json(reports: Sequence[Report], *, several: bool) -> None:
    import msgspec

    parts = [{"path": each.path, "keywords": each.keywords, "taxonomy": each.taxonomy} for each in reports]
    if parts or several:
        write_utf8()
        click.echo(harmless_json(msgspec.json.format(encode_json(parts if several else parts[0]), indent=2).decode()))
