"""`--format NAME` and `--format NAME=FILE`, given once or several times: which formats go where."""

from __future__ import annotations

import os
from collections.abc import Sequence

import click
import msgspec

from seocheck.formats.registry import ALL


def format_names() -> str:
    """All formats in a sentence."""
    first, *others, last = ALL
    return f"{first} (the default), {', '.join(others)} or {last}"


class FormatTarget(msgspec.Struct, frozen=True):
    """A format and the file it is written to, None for standard output."""

    name: str
    file: str | None = None


def targets(formats: Sequence[str], output: str | None, *, in_actions: bool) -> list[FormatTarget]:
    """What `--format` and `--output` request. Without either, text; in GitHub Actions also annotations.

    Raises click.UsageError for an unknown format, two for one place, and an --output that nothing goes to.
    """
    if not formats and output is None and in_actions:
        return [FormatTarget("text"), FormatTarget("github")]
    asked = [_parse(value) for value in formats or ("text",)]
    bare = [target for target in asked if target.file is None]
    if len(bare) > 1:
        names = " and ".join(target.name for target in bare)
        raise click.UsageError(
            f"Only one format can go to {output or 'standard output'}, not {names}: give the others a file (NAME=FILE)."
        )
    if output is not None and not bare:
        raise click.UsageError(
            "--output is for a format that has no file of its own, but all of them have one: drop it."
        )
    where = None if output == "-" else output
    made = [FormatTarget(target.name, where) if target.file is None else target for target in asked]
    made = [FormatTarget(target.name, None) if target.file == "-" else target for target in made]
    for target in made:
        if target.file is None and not ALL[target.name].is_text:
            raise click.UsageError(f"{target.name} isn't text: give it a file ({target.name}=FILE).")
    places = [os.path.realpath(target.file) if target.file else "standard output" for target in made]
    for index, place in enumerate(places):
        if place in places[:index]:
            raise click.UsageError(f"Two formats go to {made[index].file or place}.")
    return made


def _parse(value: str) -> FormatTarget:
    name, equals, file = value.partition("=")
    if name not in ALL:
        import difflib  # only where something is wrong

        close = difflib.get_close_matches(name, ALL, n=1)
        meant = f"; did you mean '{close[0]}'?" if close else ""
        listed = ", ".join(f"'{known}'" for known in ALL)
        raise click.BadParameter(f"'{name}' is not one of {listed}{meant}", param_hint="'--format' / '-f'")
    if equals and not file:
        raise click.BadParameter(f"'{value}' needs a file name", param_hint="'--format' / '-f'")
    return FormatTarget(name, file or None)
