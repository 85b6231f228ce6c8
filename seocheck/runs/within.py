"""Articles within a file that holds many: items of an export of WordPress, rows of a table."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from seocheck.errors import UnreadableError
from seocheck.model.result import PassedOver
from seocheck.readers.formats import TABLES, file_of

if TYPE_CHECKING:
    from seocheck.readers.table.records import Record

    Part = tuple[int, int, int] | Record
    """Where an article is within a file: of an export, how many bytes at its beginning belong to each item, and where
    its own begin and end; or a row."""

    Found = Iterator[tuple[str, Part]]


def is_table(path: str) -> bool:
    """Whether a file holds rows, by its ending."""
    return path.lower().endswith(TABLES)


def is_export(path: str) -> bool:
    """Whether a file is an export of WordPress."""
    if not path.lower().endswith((".xml", ".wxr")):
        return False
    from seocheck.readers.wordpress.export import is_export

    return is_export(path)


def articles_within(
    file: str,
    shown: str,
    columns: Mapping[str, str],
    on_passed_over: Callable[[PassedOver], None],
    on_failure: Callable[[UnreadableError], None],
) -> Found:
    """The articles in an export or a table, by their paths; what can't be read is told.

    file: what is read. shown: its path in reports. columns: of a table, by what they hold, as far as somebody named
    them.
    """
    try:
        yield from _rows(file, shown, columns) if is_table(shown) else _items(file, shown, on_passed_over)
    except UnreadableError as error:
        on_failure(UnreadableError(shown, error.reason))


def _rows(file: str, shown: str, columns: Mapping[str, str]) -> Found:
    from seocheck.readers.table.records import find_records

    yield from find_records(file, columns, shown)


def _items(file: str, shown: str, on_passed_over: Callable[[PassedOver], None]) -> Found:
    from seocheck.readers.wordpress.export import find_items, listed

    export = find_items(file)
    for path, item in listed(shown, export):
        if item.skipped:
            on_passed_over(PassedOver(path, item.skipped))
        else:
            yield path, (export.head, item.start, item.end)


def holds_many(path: str) -> bool:
    """Whether a path names a folder, or a file with several articles."""
    return os.path.isdir(path) or (os.path.isfile(path) and (is_table(path) or is_export(path)))


def one_of(path: str) -> str:
    """The file in which the one article with this path lies, such as export.xml#12; "" for any other path."""
    file = file_of(path)
    return file if file != path and os.path.isfile(file) and (is_table(file) or is_export(file)) else ""
