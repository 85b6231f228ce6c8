"""Exports of search queries: CSV as Search Console, its tools and Bing write it."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from seocheck.errors import UnreadableError

MOST = 512_000_000
"""Bytes of an export that are read at most."""
LINES_ABOVE = 10
"""Lines in which the names of columns are looked for."""
_NAMES: Mapping[str, tuple[str, ...]] = {
    "query": ("query", "queries", "top queries", "search query", "search term", "keyword"),
    "page": ("page", "top pages", "landing page", "url", "address", "pages"),
    "impressions": ("impressions", "url impressions"),
    "clicks": ("clicks", "url clicks"),
    "position": ("position", "average position", "avg. position", "avg position"),
}
"""What the columns are called in English, in small letters; other languages and tools by `--fields`."""
FIELDS = tuple(_NAMES)


class Asked(Struct, frozen=True):
    """A query with how often it showed a page, and led there. position: the mean place among the results; 0 if unknown.

    page: its address; "" in an export that names no pages.
    """

    query: str
    page: str
    impressions: float
    clicks: float
    position: float


def read_export(path: str, given: Mapping[str, str]) -> list[Asked]:
    """The rows of an export. given: names of columns, by what they hold.

    Raises UnreadableError for a file that can't be read or has no column of queries.
    """
    try:
        with Path(path).open("rb") as file:
            data = file.read(MOST + 1)
    except OSError as error:
        raise UnreadableError(path, (error.strerror or str(error)).lower()) from None
    if len(data) > MOST:
        raise UnreadableError(path, f"too large: at most {MOST // 1_000_000} MB are read")
    text = _decoded(data, path).replace("\r\n", "\n").replace("\r", "\n")
    csv.field_size_limit(1_000_000)
    lines = io.StringIO(text)
    at, delimiter = _head(lines, given, path)
    rows = csv.reader(lines, delimiter=delimiter)
    try:
        return [made for row in rows if (made := _asked(row, at)) is not None]
    except csv.Error as error:
        raise UnreadableError(path, f"broken CSV {rows.line_num:,} lines below its head: {error}") from None


def _decoded(data: bytes, path: str) -> str:
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError(path, "no text")


def _head(lines: io.StringIO, given: Mapping[str, str], path: str) -> tuple[dict[str, int], str]:
    """Where the columns are, and what separates cells; the file is read as far as the line that names them."""
    fault: UnreadableError | None = None
    for line in itertools.islice(lines, LINES_ABOVE):  # a title, dates, "sep=;"
        delimiter = max(",;\t", key=line.count)
        if not line.strip(" ,;\t\n") or line.strip().strip(",;\t").lower() == "sep=":
            continue
        try:
            names = [name.strip() for name in next(csv.reader([line], delimiter=delimiter))]
            return _columns(names, given, path), delimiter
        except csv.Error as error:
            fault = fault or UnreadableError(path, f"broken CSV: {error}")
        except UnreadableError as error:
            fault = fault or error
    if fault:
        raise fault
    return _columns([], given, path), ","


def _columns(names: Sequence[str], given: Mapping[str, str], path: str) -> dict[str, int]:
    by_name = {name.casefold(): number for number, name in reversed(list(enumerate(names)))}
    found: dict[str, int] = {}
    for field, known in _NAMES.items():
        wanted = [given[field]] if field in given else known
        number = next((by_name[name.casefold()] for name in wanted if name.casefold() in by_name), None)
        if number is not None:
            found[field] = number
        elif field in given:
            raise UnreadableError(path, f"there is no column “{given[field]}”; there are {', '.join(names[:30])}")
    if "query" not in found:
        there = ", ".join(names[:30]) or "none"
        raise UnreadableError(
            path, f"no column is known to hold queries: name it, --fields query=COLUMN; there are {there}"
        )
    return found


def _asked(row: Sequence[str], at: Mapping[str, int]) -> Asked | None:
    def cell(field: str) -> str:
        number = at.get(field, -1)
        return row[number].strip() if 0 <= number < len(row) else ""

    query = " ".join(cell("query").split())
    if not query:
        return None
    return Asked(query, cell("page"), number_in(cell("impressions")), number_in(cell("clicks")),
                 number_in(cell("position"), of_thousands=False))  # fmt: skip


def number_in(text: str, *, of_thousands: bool = True) -> float:
    """A number as exports write it: 1,234 and 1 234 and 1.234 are whole, 12.5 and 12,5 have a part; 0 for none.

    of_thousands: whether it may be as large; of a position 1.234 is little more than 1.
    """
    plain = text.replace("\u00a0", "").replace("\u202f", "").replace(" ", "").rstrip("%")
    for separator, point in ((",", "."), (".", ",")):
        groups = plain.split(separator)
        in_threes = all(len(group) == 3 for group in groups[1:])
        if len(groups) > (1 if of_thousands else 2) and point not in plain and in_threes:
            plain = "".join(groups)
    if "," in plain and "." in plain:
        last = max(plain.rfind(","), plain.rfind("."))
        plain = plain[:last].replace(",", "").replace(".", "") + "." + plain[last + 1 :]
    try:
        value = float(plain.replace(",", "."))
    except ValueError:
        return 0.0
    return value if 0 <= value < 1e15 else 0.0


def queries_by_page(rows: Sequence[Asked]) -> dict[str, list[Asked]]:
    """The queries of each page, those written alike together, the most shown first."""
    together: dict[tuple[str, str], list[Asked]] = {}
    for row in rows:
        together.setdefault((row.page, row.query.casefold()), []).append(row)
    pages: dict[str, list[Asked]] = {}
    for (page, _), alike in together.items():
        shown = sum(each.impressions for each in alike)
        weight = shown or len(alike)
        position = sum(each.position * (each.impressions if shown else 1) for each in alike) / weight
        made = Asked(alike[0].query, page, shown, sum(each.clicks for each in alike), round(position, 1))
        pages.setdefault(page, []).append(made)
    for found in pages.values():
        found.sort(key=lambda each: (-each.impressions, -each.clicks, each.query))
    return pages
