"""`seocheck schema`: the JSON Schema of the JSON report, of settings files, or of a trend."""

from __future__ import annotations

import json

import click

from seocheck.cli.common.output import write_utf8
from seocheck.cli.common.own_rules import rules_in, rules_option


@click.command("schema")
@click.argument("what", type=click.Choice(["report", "settings", "trend"]), default="report")
@rules_option
def command(what: str, rules: tuple[str, ...]) -> int:
    """Print the JSON Schema of what `check --format json` or `trend --format json` writes, or of the settings file.

    For completion in an editor, write the schema of settings to a file and name it in the first line of seocheck.yml:
    # yaml-language-server: $schema=seocheck.schema.json
    """
    if what == "settings":
        from seocheck.config.schema import settings_schema

        made = settings_schema(rules_in(rules))
    elif rules:
        raise click.UsageError(f"The schema of a {what} knows no rules: drop --rules.")
    elif what == "trend":
        from seocheck.history.trend import trend_schema

        made = trend_schema()
    else:
        from seocheck.model.report import schema

        made = schema()
    write_utf8()
    click.echo(json.dumps(made, indent=2, ensure_ascii=False))
    return 0
