"""`seocheck schema`: the JSON Schema of the JSON report."""

from __future__ import annotations

import json

import click

from seocheck.cli.output import write_utf8


@click.command("schema")
def command() -> int:
    """Print the JSON Schema of what `check --format json` writes."""
    from seocheck.report import schema

    write_utf8()
    click.echo(json.dumps(schema(), indent=2, ensure_ascii=False))
    return 0
