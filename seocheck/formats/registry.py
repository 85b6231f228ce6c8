"""The output formats, as one table. A new one is a module with a `Writer`, and one row below.

docs/architecture.md has a whole one. What `check --help` and docs/formats.md list is made from the rows.
"""

from __future__ import annotations

from importlib import import_module
from typing import TextIO

import msgspec

from seocheck.formats.run import RunStart, Writer


class OutputFormat(msgspec.Struct, frozen=True):
    """One format.

    writer: "module:Class", a `Writer`; the module is imported when the format is used.
    readers: who or what reads it. written, paths, columns, range_end: when it is written, what its paths are relative
        to, what its columns count, and whether the end of a range belongs to it. All five as docs/formats.md has them.
    is_text: others need a file, and write to the stream's `buffer`.
    for_terminals: whether a terminal's encoding is good enough; the others are UTF-8 whatever the locale says.
    tells_of_rules: whether it tells of the rules, and not only of what they found.
    tells_of_site: whether it shows a site as a whole.
    is_table: whether it is one row an article. Then it has no place for what went wrong, which standard error says.
    marks_hidden: whether findings that are suppressed or in a baseline are in it, with a mark; else they are left out.
    """

    writer: str
    readers: str
    written: str = "as it goes"
    paths: str = "repository"
    columns: str = "none"
    range_end: str = ""
    is_text: bool = True
    for_terminals: bool = False
    tells_of_rules: bool = False
    tells_of_site: bool = False
    is_table: bool = False
    marks_hidden: bool = False


_FOLDER, _LATE, _POINTS, _OPEN = "working directory", "at the end", "code points", "exclusive"

ALL = {
    "text": OutputFormat(
        "seocheck.formats.people.text_writer:TextWriter", "people", paths="as given", columns=_POINTS,
        for_terminals=True,
    ),
    "concise": OutputFormat(
        "seocheck.formats.people.concise:ConciseWriter", "people, editors, grep", paths="as given", columns=_POINTS,
        for_terminals=True,
    ),
    "grouped": OutputFormat(
        "seocheck.formats.people.grouped:GroupedWriter", "people: findings below the path of each article",
        paths="as given", columns=_POINTS, for_terminals=True,
    ),
    "statistics": OutputFormat(
        "seocheck.formats.people.statistics:StatisticsWriter", "people: how often each rule found something", _LATE,
        "none", for_terminals=True,
    ),
    "llm": OutputFormat(
        "seocheck.formats.machines.llm:LlmWriter", "language models: the fewest words", paths=_FOLDER,
        columns=_POINTS,
    ),
    "json": OutputFormat(
        "seocheck.formats.machines.json:JsonWriter", "programs; [schema](#json-and-jsonl)", paths=_FOLDER,
        columns="all units, and offsets", range_end=_OPEN, marks_hidden=True,
    ),
    "jsonl": OutputFormat(
        "seocheck.formats.machines.jsonl:JsonLinesWriter", "programs", paths=_FOLDER,
        columns="all units, and offsets", range_end=_OPEN, marks_hidden=True,
    ),
    "github": OutputFormat(
        "seocheck.formats.machines.github:GithubWriter", "GitHub Actions", _LATE, columns=_POINTS, range_end=_OPEN,
    ),
    "gitlab": OutputFormat("seocheck.formats.machines.gitlab:GitlabWriter", "GitLab's merge request widget"),
    "sarif": OutputFormat(
        "seocheck.formats.machines.sarif:SarifWriter", "GitHub code scanning, SARIF viewers", _LATE,
        "repository, as a URI", _POINTS, _OPEN, tells_of_rules=True, marks_hidden=True,
    ),
    "junit": OutputFormat(
        "seocheck.formats.machines.junit:JunitWriter", "Jenkins, GitLab, most build servers", paths=_FOLDER,
        columns="code points, in words",
    ),
    "rdjson": OutputFormat(
        "seocheck.formats.machines.rdjson:RdjsonWriter", "reviewdog", paths=_FOLDER, columns="UTF-8 bytes",
        range_end=_OPEN,
    ),
    "checkstyle": OutputFormat(
        "seocheck.formats.machines.checkstyle:CheckstyleWriter", "Jenkins, editors, reviewdog", paths=_FOLDER,
        columns=_POINTS,
    ),
    "markdown": OutputFormat(
        "seocheck.formats.people.markdown:MarkdownWriter", "a comment on a pull request", _LATE, columns=_POINTS,
    ),
    "html": OutputFormat(
        "seocheck.formats.people.html.writer:HtmlWriter", "people; [docs/report.md](report.md)",
        "pages as it goes, the overview at the end", columns="code points, in words", tells_of_rules=True,
        tells_of_site=True,
    ),
    "csv": OutputFormat("seocheck.formats.tables.csv:CsvWriter", "tables; [docs/data.md](data.md)", is_table=True),
    "parquet": OutputFormat(
        "seocheck.formats.tables.parquet:ParquetWriter", "the same with types; needs a file and pyarrow", "in groups",
        is_text=False, is_table=True,
    ),
}  # fmt: skip
"""In the order in which they are listed; the first is the default."""

FORMATS = {name: each for name, each in ALL.items() if each.is_text}


def make_writer(name: str, out: TextIO, start: RunStart) -> Writer:
    """The writer of a format. Raises KeyError for a name that is none of `ALL`."""
    module, _, attribute = ALL[name].writer.partition(":")
    writer: Writer = getattr(import_module(module), attribute)(out, start)
    return writer
