"""What the rules of a site find over Summaries that were made elsewhere, in any order and any number of parts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from seocheck.errors import SeocheckError
from seocheck.model.report import Report, Summary
from seocheck.runs.run import Run
from seocheck.site.index import SiteIndex
from seocheck.site.results import SiteResults


def summaries_from(cells: Iterable[bytes | str | None]) -> Iterator[Summary]:
    """The Summaries in the cells of a column `summary`; rows that could not be checked have none.

    Raises SeocheckError for a cell that holds something else.
    """
    decoder = msgspec.json.Decoder(Summary)
    for number, cell in enumerate(cells, 1):
        if cell is None:
            continue
        try:
            yield decoder.decode(cell)
        except (msgspec.DecodeError, TypeError, UnicodeDecodeError) as error:
            raise SeocheckError(f"summary {number} cannot be read: {error}") from None


def summary_tables(paths: Sequence[str]) -> list[str]:
    """Those of some paths that are Parquet files with a column `summary` of bytes, and so no files of articles, which
    may have a column of that name for their abstracts.

    Raises SeocheckError where one can't be read, or pyarrow isn't installed.
    """
    return [path for path in paths if path.lower().endswith(".parquet") and os.path.isfile(path) and _opened(path)]


def stored_summaries(path: str) -> Iterator[Summary]:
    """The Summaries in a Parquet file; some hundred rows are held at a time. Raises SeocheckError."""
    file = _opened(path)
    batches = file.iter_batches(batch_size=512, columns=["summary"]) if file is not None else ()
    try:
        yield from summaries_from(cell for batch in batches for cell in batch.column(0).to_pylist())
    except (OSError, ValueError, SeocheckError) as error:
        raise SeocheckError(f"{path}: {error}") from None


def _opened(path: str) -> Any:
    """A Parquet file with a column of Summaries, which are bytes; None for another one."""
    try:
        import pyarrow.parquet as pq
    except ModuleNotFoundError:
        raise SeocheckError(f"{path}: reading Parquet needs pyarrow: pip install pyarrow") from None
    try:
        file = pq.ParquetFile(path)
    except (OSError, ValueError) as error:
        raise SeocheckError(f"{path}: is no Parquet file, or a damaged one: {error}") from None
    kinds = [str(field.type) for field in file.schema_arrow if field.name == "summary"]
    return file if kinds and "binary" in kinds[0] else None


def site_reports(summaries: Iterable[Summary], run: Run) -> Iterator[Report]:
    """A Report for each article in which something was found, in the order in which a walk would find the articles.

    run: the settings; an article is read once more by its `read_again`, and where that has no text for it, its requests
    to suppress aren't known, and whether two texts are nearly the same is told from their sketches. Raises
    SeocheckError where two Summaries are of one article, and where a rule failed.
    """
    with SiteIndex() as index:
        for summary in summaries:
            index.add(summary)
        if not len(index):
            return
        index.finish(sort=True)
        for _, report in SiteResults(index, run).reports():
            for failure in report.failures:
                raise SeocheckError(f"{failure.rule} failed: {failure.error}")
            yield report
