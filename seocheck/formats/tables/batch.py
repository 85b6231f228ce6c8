"""A batch of articles in a table in, what was found in a table out: for Spark, Dask, Ray, DuckDB and whatever maps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from seocheck.config import Settings, SettingsFinder, load_settings, settings_from
from seocheck.errors import SeocheckError, UnreadableError
from seocheck.formats.tables.columns import Kind, Value, cells, columns
from seocheck.formats.tables.types import PANDAS, arrow_types, polars_types
from seocheck.model.report import Report, encode_json
from seocheck.rulekit.rule_set import RulesLike, rule_set
from seocheck.runs.rows import FIELDS, Row, make_row
from seocheck.runs.run import Run

Library = Literal["pyarrow", "pandas", "polars"]

FINDING: dict[str, Kind] = {
    "rule": "text", "severity": "text", "line": "integer", "column": "integer", "points": "number", "message": "text",
    "hint": "text", "subject": "text",
}  # fmt: skip
"""The fields of a finding, in the column `findings`."""


def check_table(
    batch: Any,
    *,
    id: str | None = None,  # noqa: A002
    text: str | None = None,
    body: str | None = None,
    title: str | None = None,
    description: str | None = None,
    keywords: str | None = None,
    language: str | None = None,
    url: str | None = None,
    format: Literal["markdown", "html", "labelled-text"] | None = None,  # noqa: A002
    settings: Settings | Mapping[str, Any] | str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: RulesLike = None,
) -> Any:
    """Check the articles in a table; a table of the same kind with a row for each, in the same order.

    batch: a Table or RecordBatch of pyarrow, or a DataFrame of pandas or polars.
    id, text, body, title, description, keywords, language, url: the columns that hold them. One of `text` (with front
        matter, if it has any) and `body` (the fields are in other columns) is needed; without `id` rows have numbers.
        keywords: a text with commas, or a list.
    format: of all texts; without it the ending of the id tells, else Markdown.
    settings, select, ignore, rules: as for `check_texts`.

    The columns are `id`, those of docs/data.md without `path`, `findings` (a list of structs), `summary` (what a view
    over the site needs, as JSON in bytes) and `error`, which is null for a row that was checked; of others all else is
    null. The articles are checked in a process of their own, which is kept for the next call, so that a text that ends
    it, or takes longer than `max_seconds`, is one row with an error.

    Raises SeocheckError for a column that isn't there and for what is no table, SettingsError for settings that cannot
    be used.
    """
    from seocheck.runs.kept_pool import check_rows

    library = library_of(batch)
    named = {
        "id": id, "text": text, "body": body, "title": title, "description": description, "keywords": keywords,
        "language": language, "url": url,
    }  # fmt: skip
    values = {name: values_of(batch, column, library) for name, column in named.items() if column is not None}
    if ("text" in values) == ("body" in values):
        raise SeocheckError("check_table needs either text= or body=, the column of the articles")
    known = rule_set(rules)
    run = Run(SettingsFinder(settings_of(settings, known), known), select=select, ignore=ignore)
    rows = [_row(number, values, format) for number in range(len(next(iter(values.values()))))]
    ids = [each.id if isinstance(each, Row) else each.path for each in rows]
    return _table(ids, check_rows(run, rows, _line), library, batch)


def settings_of(given: Any, known: Any) -> Settings:
    """The settings as given: a file, a mapping, Settings; the defaults for None."""
    if given is None:
        return Settings()
    if isinstance(given, Settings):
        return given
    return load_settings(given, rules=known) if isinstance(given, str) else settings_from(given, rules=known)


def library_of(batch: Any) -> Library:
    """Whose table it is. Raises SeocheckError for what is none."""
    module = type(batch).__module__.partition(".")[0]
    if module in ("pyarrow", "pandas", "polars") and hasattr(batch, "columns"):
        return module  # type: ignore[return-value]
    raise SeocheckError(f"{type(batch).__name__} is no table of pyarrow, pandas or polars")


def values_of(batch: Any, column: str, library: Library) -> list[Any]:
    """The cells of a column, None for what is missing. Raises SeocheckError where there is no such column."""
    names = batch.schema.names if library == "pyarrow" else list(batch.columns)
    if column not in names:
        raise SeocheckError(f"there is no column “{column}”; there are {', '.join(map(str, names))}")
    if library == "pyarrow":
        found: list[Any] = batch.column(column).to_pylist()
        return found
    listed: list[Any] = batch[column].to_list()
    return [None if value is None or value != value else value for value in map(_plain, listed)]


def _plain(value: Any) -> Any:
    """A list for what a frame holds as an array of its own."""
    return value.tolist() if hasattr(value, "tolist") and not isinstance(value, str) else value


def _row(number: int, values: Mapping[str, list[Any]], format: Any) -> Row | UnreadableError:  # noqa: A002
    item = {name: column[number] for name, column in values.items() if column[number] is not None}
    item["id"] = str(item.get("id", number))
    item.setdefault("text" if "text" in values else "body", None)
    if format is not None:
        item["format"] = format
    for name in FIELDS:
        if name in item and name != "keywords":
            item[name] = str(item[name])
    try:
        return make_row(item, number)
    except UnreadableError as error:
        return error


def output_columns() -> dict[str, Kind]:
    """The columns of the result before `findings`, `summary` and `error`, and what they hold."""
    return {"id": "text", **{name: kind for name, kind in columns().items() if name != "path"}}


def _line(result: Report | UnreadableError) -> list[Any]:
    """The cells of a row; a report has a thousand times as much, and is kept no longer."""
    if isinstance(result, UnreadableError):
        return [*([None] * len(columns())), None, None, result.reason]
    return [*cells(result), _findings(result), encode_json(result.summary), None]


def _columns(lines: Sequence[list[Any]], ids: Sequence[str]) -> dict[str, list[Any]]:
    names = (*columns(), "findings", "summary", "error")
    made = dict(zip(names, map(list, zip(*lines, strict=True)), strict=True)) if lines else {name: [] for name in names}
    del made["path"]
    return {"id": list(ids), **made}


def _findings(report: Report) -> list[dict[str, Value]]:
    return [
        {
            "rule": each.rule, "severity": each.severity, "line": each.place.start.line,
            "column": each.place.start.column, "points": each.points, "message": each.message, "hint": each.hint,
            "subject": each.subject,
        }
        for each in report.findings
    ]  # fmt: skip


def _table(ids: Sequence[str], lines: Sequence[list[Any]], library: Library, like: Any) -> Any:
    made = _columns(lines, ids)
    if library == "pandas":
        import pandas as pd

        typed = {name: pd.array(made[name], dtype=PANDAS[kind]) for name, kind in output_columns().items()}
        plain = {name: pd.Series(made[name], dtype=object) for name in ("findings", "summary")}
        return pd.DataFrame({**typed, **plain, "error": pd.array(made["error"], dtype="string")})
    if library == "polars":
        import polars as pl

        types = polars_types()
        schema: dict[str, Any] = {name: types[kind] for name, kind in output_columns().items()}
        schema["findings"] = pl.List(pl.Struct({name: types[kind] for name, kind in FINDING.items()}))
        return pl.DataFrame(made, schema={**schema, "summary": pl.Binary, "error": pl.String}, strict=False)
    import pyarrow as pa

    table = pa.table(made, schema=arrow_schema())
    return table if isinstance(like, pa.Table) else table.combine_chunks().to_batches()[0] if len(ids) else (
        pa.RecordBatch.from_pylist([], schema=arrow_schema())
    )  # fmt: skip


def arrow_schema() -> Any:
    """The schema of the result, for engines that ask for it before they call."""
    import pyarrow as pa

    types = arrow_types()
    fields = [(name, types[kind]) for name, kind in output_columns().items()]
    findings = pa.list_(pa.struct([(name, types[kind]) for name, kind in FINDING.items()]))
    return pa.schema([*fields, ("findings", findings), ("summary", pa.binary()), ("error", pa.string())])
