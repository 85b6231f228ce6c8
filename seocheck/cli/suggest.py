"""`seocheck suggest PATH...`: what the metadata could say, in the article's own words; --apply writes it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import click

from seocheck.cli.common.output import Printer, notify, print_diff, write_utf8
from seocheck.cli.common.own_rules import rules_in, rules_option, settings_finder
from seocheck.formats.machines.encode import harmless_json
from seocheck.formats.people.styled import safe

if TYPE_CHECKING:
    from seocheck.runs.run import Run
    from seocheck.suggest.suggestions import Suggestions


@click.command("suggest")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(readable=False))
@click.option("--format", "-f", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@rules_option
@click.option("--topics", type=click.Choice(["yake"]), help="Let the package yake rank phrases.")
@click.option("--config", metavar="FILE", help="Settings file to use instead of the closest one.")
@click.option(
    "--apply", "fields", multiple=True, type=click.Choice(["keywords", "description", "front-matter", "labels"]),
    help="Write suggested keywords or a suggested description into the front matter; give it twice for both. Or move "
    "a draft's label lines into front matter, or front matter into label lines.",
)  # fmt: skip
@click.option("--pick", type=click.IntRange(1, 3), metavar="N", help="Which description to write; 1 by default.")
@click.option("--keywords", "names", metavar='"A, B"', help="Which suggested keywords to write; all by default.")
@click.option("--drop", is_flag=True, help="Also remove the keywords worth dropping.")
@click.option("--create", is_flag=True, help="Add YAML front matter if the file has none.")
@click.option("--dry-run", is_flag=True, help="Print a unified diff and write nothing.")
def command(
    paths: tuple[str, ...],
    output_format: str,
    rules: tuple[str, ...],
    topics: Literal["yake"] | None,
    config: str | None,
    fields: tuple[Literal["keywords", "description", "front-matter", "labels"], ...],
    pick: int | None,
    names: str | None,
    drop: bool,
    create: bool,
    dry_run: bool,
) -> int:
    """Suggest keywords, headings and descriptions for an article, all in its own words.

    With a folder, several files or a file with many articles, show a table with a row for each; JSON is a list then.

    --apply takes one file, changes only that value of the front matter, and leaves every other byte as it is. If that
    can't be done safely, nothing is written and the exit code is 2.
    """
    _check_options(fields, pick=pick, names=names, drop=drop, create=create, dry_run=dry_run)
    from msgspec.structs import replace

    from seocheck.model.report import encode_json
    from seocheck.runs.run import Run, read_bytes
    from seocheck.runs.within import holds_many, one_of
    from seocheck.suggest.collect import suggestions_of

    file = paths[0]
    if len(paths) > 1 or holds_many(file):
        if fields:
            raise click.UsageError("--apply changes one file: name it alone.")
        return _show_all(Run(settings_finder(rules_in(rules), config)), paths, output_format, topics)
    run = Run(settings_finder(rules_in(rules), config))
    plan = run.plan_for(file)
    if topics:
        plan = replace(plan, settings=replace(plan.settings, topics=topics))
    data = _part(run, file) if one_of(file) else read_bytes(file, plan.settings)
    found = suggestions_of(data, file.replace(os.sep, "/"), plan)
    printer = Printer(sys.stdout)
    if not fields:
        if output_format == "json":
            write_utf8()
            click.echo(harmless_json(found.to_json(indent=2)))
        else:
            from seocheck.suggest.lines import suggestion_lines

            printer.print(suggestion_lines(found, width=printer.width))
        return 0
    from seocheck.suggest.choose import Choice
    from seocheck.suggest.files import apply_suggestions

    chosen = None if names is None else tuple(name.strip() for name in names.split(",") if name.strip())
    choice = Choice(fields=tuple(dict.fromkeys(fields)), pick=pick, keywords=chosen, drop=drop, create=create)
    applied = apply_suggestions(file, data, plan, found, choice, dry_run)
    if output_format == "json":
        import msgspec

        write_utf8()
        parts = {**msgspec.to_builtins(found), "applied": applied}
        click.echo(harmless_json(msgspec.json.format(encode_json(parts), indent=2).decode()))
    elif dry_run:
        write_utf8()
        print_diff(applied.diff)
        for why in applied.left_alone:
            notify(safe(f"{file}: {why}"))
    else:
        from seocheck.suggest.lines import applied_lines

        printer.print(applied_lines(file.replace(os.sep, "/"), applied))
    return 0


def _part(run: Run, path: str) -> bytes:
    """The one article with this path in an export or a table. Raises UnreadableError."""
    from seocheck.errors import UnreadableError
    from seocheck.runs.run import discover

    failures: list[UnreadableError] = []
    for candidate in discover([path], on_failure=failures.append):
        return run.read(candidate)
    raise failures[0] if failures else UnreadableError(path, "is no article")


def _show_all(run: Run, paths: tuple[str, ...], output_format: str, topics: Literal["yake"] | None) -> int:
    """The suggestions for every article in these paths, as a table or as JSON."""
    import msgspec

    from seocheck.check.reporter import read_article
    from seocheck.cli.common.found_articles import FoundArticles
    from seocheck.errors import UnreadableError
    from seocheck.model.report import encode_json
    from seocheck.readers import decode
    from seocheck.runs.run import not_an_article
    from seocheck.suggest.collect import suggestions
    from seocheck.suggest.table import suggestion_table

    articles = FoundArticles(run, paths)

    def found() -> Iterator[Suggestions]:
        for candidate in articles:
            plan = run.plan_for(candidate.path)
            if topics:
                plan = msgspec.structs.replace(plan, settings=msgspec.structs.replace(plan.settings, topics=topics))
            try:
                article = read_article(decode(run.read(candidate), candidate.path.replace(os.sep, "/")), plan)
            except UnreadableError as error:
                articles.fail(error)
                continue
            if candidate.named or not not_an_article(article):
                yield suggestions(article, plan)

    if output_format == "json":
        write_utf8()
        click.echo(harmless_json(msgspec.json.format(encode_json(list(found())), indent=2).decode()))
    else:
        printer = Printer(sys.stdout)
        for line in suggestion_table(found(), printer.width):
            printer.print([line])
    return 2 if articles.failed else 0


def _check_options(fields: tuple[str, ...], **options: object) -> None:
    """Raise UsageError for options that need --apply and would do nothing without it."""
    flags = {"pick": "--pick", "names": "--keywords", "drop": "--drop", "create": "--create", "dry_run": "--dry-run"}
    needed = {"pick": "description", "names": "keywords", "drop": "keywords"}
    moves = [field for field in fields if field in ("front-matter", "labels")]
    if moves and len(set(fields)) > 1:
        raise click.UsageError(f"--apply {moves[0]} can't be combined with another --apply.")
    for name, value in options.items():
        if value in (None, False):
            continue
        if not fields:
            raise click.UsageError(f"{flags[name]} needs --apply.")
        if name in needed and needed[name] not in fields:
            raise click.UsageError(f"{flags[name]} needs --apply {needed[name]}.")
