"""`--fields title=headline,body=html`: which columns of a file hold what."""

from __future__ import annotations

from collections.abc import Collection, Sequence

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

    found = columns_by_field(given, ("text", *FIELDS), shown=FIELDS)
    if "text" in found:
        found["body"] = found.pop("text")
    return found


def columns_by_field(given: Sequence[str], fields: Collection[str], *, shown: Collection[str] = ()) -> dict[str, str]:
    """The columns by field, of which only these are known. shown: those that an error names, by default all. Raises
    BadParameter."""
    found: dict[str, str] = {}
    for pair in (pair.strip() for value in given for pair in value.split(",")):
        field, equals, column = (part.strip() for part in pair.partition("="))
        if not equals or not column or field not in fields:
            said = f"“{pair}” is no FIELD=COLUMN; fields are {', '.join(shown or fields)}"
            raise click.BadParameter(said, param_hint="'--fields'")
        found[field] = column
    return found
