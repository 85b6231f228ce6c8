"""`seocheck keywords FILE...`: the map of declared keywords."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from seocheck.cli.common.output import Printer, notify, write_utf8
from seocheck.cli.common.own_rules import rules_in, rules_option, settings_finder
from seocheck.errors import UnreadableError
from seocheck.formats.machines.encode import harmless_json
from seocheck.formats.people.keyword_map import map_lines
from seocheck.formats.people.styled import safe
from seocheck.model.report import Report, encode_json
from seocheck.runs.run import Candidate, Run

NO_KEYWORD = "keywords/missing"
"""The map needs no rule at all; a run needs one."""
MAX_WIDTH = 100


@click.command("keywords")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(readable=False))
@click.option("--format", "-f", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@rules_option
@click.option("--config", metavar="FILE", help="Settings file to use instead of the closest one.")
def command(files: tuple[str, ...], output_format: str, rules: tuple[str, ...], config: str | None) -> int:
    """Show each declared keyword: how closely and how often each zone says it, where it comes first, and how it is
    spread over the text.

    JSON of several files is a list.
    """
    run = Run(settings_finder(rules_in(rules), config), select=[NO_KEYWORD])
    reports: list[Report] = []
    for file in dict.fromkeys(files):
        try:
            report = run.check(Candidate(file, True))
        except UnreadableError as error:
            notify(safe(str(error)))
            continue
        assert isinstance(report, Report)  # a file that is named is never skipped
        reports.append(report)
    if output_format == "json":
        _print_json(reports, several=len(files) > 1)
    else:
        printer = Printer(sys.stdout)
        for number, report in enumerate(reports):
            lines = map_lines(report, min(printer.width, MAX_WIDTH), ascii_only=printer.ascii_only)
            printer.print([[], *lines] if number else lines)
    return 0 if len(reports) == len(set(files)) else 2


def _print_json(reports: Sequence[Report], *, several: bool) -> None:
    import msgspec

    parts = [{"path": each.path, "keywords": each.keywords, "taxonomy": each.taxonomy} for each in reports]
    if parts or several:
        write_utf8()
        click.echo(harmless_json(msgspec.json.format(encode_json(parts if several else parts[0]), indent=2).decode()))
