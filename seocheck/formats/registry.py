"""The formats by name. A format's module is imported when it is used."""

from __future__ import annotations

from importlib import import_module
from typing import TextIO

from seocheck.formats.run import RunStart, Writer

FORMATS = {
    "text": "seocheck.formats.people.text_writer:TextWriter",
    "json": "seocheck.formats.machines.json:JsonWriter",
    "jsonl": "seocheck.formats.machines.jsonl:JsonLinesWriter",
    "concise": "seocheck.formats.people.concise:ConciseWriter",
    "github": "seocheck.formats.machines.github:GithubWriter",
    "gitlab": "seocheck.formats.machines.gitlab:GitlabWriter",
    "sarif": "seocheck.formats.machines.sarif:SarifWriter",
    "junit": "seocheck.formats.machines.junit:JunitWriter",
    "rdjson": "seocheck.formats.machines.rdjson:RdjsonWriter",
    "checkstyle": "seocheck.formats.machines.checkstyle:CheckstyleWriter",
    "markdown": "seocheck.formats.people.markdown:MarkdownWriter",
    "csv": "seocheck.formats.tables.csv:CsvWriter",
    "html": "seocheck.formats.people.html.writer:HtmlWriter",
}
BINARY = {
    "parquet": "seocheck.formats.tables.parquet:ParquetWriter",
}
"""Formats that aren't text: they need a file, and write to the stream's `buffer`."""
FOR_TERMINALS = ("text", "concise")
"""Formats that a terminal's encoding is good enough for; the others are UTF-8 whatever the locale says."""
WITH_RULES = ("sarif", "junit", "html")
"""Formats that tell of the rules, and not only of what they found."""


WITH_SITE = ("html",)
"""Formats that show a site as a whole."""


def make_writer(name: str, out: TextIO, start: RunStart) -> Writer:
    """The writer of a format. Raises KeyError for a name that is neither of `FORMATS` nor of `BINARY`."""
    module, _, attribute = (FORMATS | BINARY)[name].partition(":")
    writer: Writer = getattr(import_module(module), attribute)(out, start)
    return writer
