"""A table with the Summaries of a site in, a table with what its rules find out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from seocheck.config import Settings, SettingsFinder
from seocheck.errors import SeocheckError
from seocheck.formats.tables.batch import Library, library_of, settings_of, values_of
from seocheck.formats.tables.columns import Kind, Value
from seocheck.formats.tables.types import arrow_types
from seocheck.model.report import Report
from seocheck.rulekit.rule_set import RulesLike, rule_set
from seocheck.runs.run import Run

COLUMNS: dict[str, Kind] = {
    "path": "text", "rule": "text", "severity": "text", "line": "integer", "column": "integer", "message": "text",
    "hint": "text", "subject": "text",
}  # fmt: skip


def site_table(
    summaries: Any,
    *,
    source: Callable[[str], bytes | str | None] | Mapping[str, bytes | str] | None = None,
    settings: Settings | Mapping[str, Any] | str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: RulesLike = None,
) -> Any:
    """What the rules of group `site/` find over articles that `check_table` has checked, wherever and in any order.

    summaries: a table of pyarrow, pandas or polars with a column `summary`; or an iterable of such tables, or of the
        cells, which are held one at a time.
    source: gives the bytes or the text of an article by its path (the id that `check_table` was given), or None: a
        function or a mapping. With it the findings are those of `seocheck site` over the same articles in a folder.
        Without it an article's own requests to suppress hold nothing, and whether two texts are nearly the same is
        told from their sketches, to about ±0.1.
    settings, select, ignore, rules: as for `check_texts`.

    A table of the kind that was given (of pyarrow for cells): path, rule, severity, line, column, message, hint,
    subject; in the order in which a walk of a folder would find the articles.

    Raises SeocheckError for what is no table or no summary, for two summaries of one article, and where a rule fails;
    SettingsError for settings that cannot be used.
    """
    from seocheck.site.from_summaries import site_reports, summaries_from

    library, cells = _cells(summaries)
    known = rule_set(rules)
    given = source.get if isinstance(source, Mapping) else source or (lambda path: None)

    def texts(path: str) -> bytes | None:
        text = given(path)
        return text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text

    run = Run(SettingsFinder(settings_of(settings, known), known), select=select, ignore=ignore, texts=texts)
    values: dict[str, list[Value]] = {name: [] for name in COLUMNS}
    for report in site_reports(summaries_from(cells), run):
        for row in _rows(report):
            for name, value in row.items():
                values[name].append(value)
    return _table(values, library)


def _cells(summaries: Any) -> tuple[Library, Iterator[Any]]:
    if hasattr(summaries, "columns"):
        return library_of(summaries), iter(values_of(summaries, "summary", library_of(summaries)))
    if not isinstance(summaries, Iterable) or isinstance(summaries, str | bytes):
        raise SeocheckError(f"{type(summaries).__name__} is no table with summaries, and no iterable of them")
    parts = iter(summaries)
    first = next(parts, None)
    library: Library = library_of(first) if hasattr(first, "columns") else "pyarrow"
    return library, chain.from_iterable(map(_cells_of, chain([] if first is None else [first], parts)))


def _cells_of(part: Any) -> Iterable[Any]:
    return values_of(part, "summary", library_of(part)) if hasattr(part, "columns") else [part]


def _rows(report: Report) -> Iterator[dict[str, Value]]:
    for each in report.findings:
        yield {
            "path": report.path, "rule": each.rule, "severity": each.severity, "line": each.place.start.line,
            "column": each.place.start.column, "message": each.message, "hint": each.hint, "subject": each.subject,
        }  # fmt: skip


def _table(values: dict[str, list[Value]], library: Library) -> Any:
    if library == "pandas":
        from seocheck.formats.tables.data_frame import as_pandas

        return as_pandas(values, COLUMNS)
    if library == "polars":
        from seocheck.formats.tables.data_frame import as_polars

        return as_polars(values, COLUMNS)
    import pyarrow as pa

    types = arrow_types()
    return pa.table(values, schema=pa.schema([(name, types[kind]) for name, kind in COLUMNS.items()]))
