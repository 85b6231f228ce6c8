"""`seocheck queries`: what people asked, what articles declare, and what they say."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence

import click

from seocheck.base.plural import plural
from seocheck.cli.common.fields_option import columns_by_field
from seocheck.cli.common.found_articles import FoundArticles
from seocheck.cli.common.output import Printer, notify, write_utf8
from seocheck.cli.common.own_rules import rules_in, settings_finder
from seocheck.errors import SeocheckError
from seocheck.formats.logs import harmless
from seocheck.formats.machines.encode import harmless_json
from seocheck.formats.people.styled import safe
from seocheck.formats.tables.csv import csv_cell
from seocheck.queries.compare import PageQueries
from seocheck.queries.export import FIELDS, queries_by_page, read_export
from seocheck.queries.pages import FoundPages, compared_pages, find_pages
from seocheck.runs.run import Run

NAMED = 3
COLUMNS = ("path", "page", "group", "query", "keyword", "tier", "impressions", "clicks", "position")


@click.command("queries")
@click.argument("export", type=click.Path(readable=False))
@click.argument("paths", nargs=-1, required=True, type=click.Path(readable=False))
@click.option("--format", "-f", "output_format", type=click.Choice(["text", "csv", "json"]), default="text",
              show_default=True)  # fmt: skip
@click.option("--fields", multiple=True, metavar="FIELD=COLUMN",
              help="Which columns hold what (query=Suchanfrage,page=Seite,impressions=Impressionen).")  # fmt: skip
@click.option("--min-impressions", type=click.FloatRange(min=0), default=0, metavar="N",
              help="Leave out queries that were shown less often.")  # fmt: skip
@click.option("--all", "every", is_flag=True, help="Show every query, and not only the most asked five of a group.")
@click.option("--config", metavar="FILE", help="Settings file to use instead of the closest one.")
def command(
    export: str, paths: tuple[str, ...], output_format: str, fields: tuple[str, ...], min_impressions: float,
    every: bool, config: str | None,
) -> int:  # fmt: skip
    """Compare what people asked with what articles declare and say.

    EXPORT is a CSV file of queries and pages from Search Console, its API, Bing or any tool; PATHS are the articles. An
    export without a column of pages needs one article.
    """
    asked = read_export(export, columns_by_field(fields, FIELDS))
    if not asked:
        raise SeocheckError(f"{export} holds no queries")
    if min_impressions and not any(row.impressions for row in asked):
        raise SeocheckError(f"{export} says no impressions, which --min-impressions needs")
    by_page = queries_by_page(asked)
    run = Run(settings_finder(rules_in(()), config), select=["title/missing"])
    articles = FoundArticles(run, paths)
    candidates = [candidate for candidate in articles if candidate.path != export]
    if not any(by_page):
        if len(candidates) != 1:
            raise SeocheckError(f"{export} names no pages: name the one article that it is about")
        found = FoundPages({candidates[0].path: ("", by_page.get("", []))}, [], [])
    else:
        found = find_pages(run, candidates, by_page, articles.fail)
    pages = list(compared_pages(run, candidates, found.asks, min_impressions, articles.fail))
    unknown = [
        page for page in found.unknown if any(each.impressions >= min_impressions for each in by_page.get(page, []))
    ]
    _print(pages, output_format, every)
    if unknown:
        notify(safe(f"{plural(len(unknown), 'page')} of {export} without an article: {_listed(unknown)}"))
    if found.unsure:
        said = "may be of several articles, the first is taken"
        notify(safe(f"{plural(len(found.unsure), 'page')} of {export} {said}: {_listed(found.unsure)}"))
    if output_format == "text":
        without = len(candidates) - len(pages)
        click.echo(f"{plural(len(pages), 'article')} with queries, {without:,} without")
    return 2 if articles.failed else 0


def _listed(pages: Sequence[str]) -> str:
    named = ", ".join(page or "rows without a page" for page in pages[:NAMED])
    return named + (f" and {len(pages) - NAMED:,} more" if len(pages) > NAMED else "")


def _print(pages: Sequence[PageQueries], output_format: str, every: bool) -> None:
    if output_format == "text":
        from seocheck.queries.lines import query_lines

        printer = Printer(sys.stdout)
        for line in query_lines(pages, every):
            printer.print([line])
        return
    write_utf8()
    if output_format == "json":
        import msgspec

        from seocheck.model.report import encode_json

        click.echo(harmless_json(msgspec.json.format(encode_json(list(pages)), indent=2).decode()))
        return
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for page in pages:
        for query in page.queries:
            said = (page.path, page.page, query.group, query.text, query.keyword, query.tier)
            numbers = (query.impressions, query.clicks, query.position)
            writer.writerow([csv_cell(value) for value in (*said, *numbers)])
    click.echo(harmless(out.getvalue()), nl=False)
