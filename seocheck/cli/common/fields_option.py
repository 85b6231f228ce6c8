"""`--fields title=headline,body=html`: which columns of a file of rows hold what."""

from __future__ import annotations

import click

fields_option = click.option(
    "--fields", multiple=True, metavar="FIELD=COLUMN",
    help="Which columns of a table hold what (body=html,title=headline); with it, tables in folders are read too.",
)  # fmt: skip


def columns_of(given: tuple[str, ...]) -> dict[str, str] | None:
    """The columns by what they hold; None where the option isn't given. Raises BadParameter."""
    if not given:
        return None
    from seocheck.readers.table.columns import FIELDS

    found: dict[str, str] = {}
    for pair in (pair.strip() for value in given for pair in value.split(",")):
        field, equals, column = (part.strip() for part in pair.partition("="))
        field = "body" if field == "text" else field
        if not equals or not column or field not in FIELDS:
            raise click.BadParameter(
                f"“{pair}” is no FIELD=COLUMN; fields are {', '.join(FIELDS)}", param_hint="--fields"
            )
        found[field] = column
    return found
