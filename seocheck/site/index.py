"""The Summaries of a run in an SQLite file, so that memory does not grow with the site beyond the indexes."""

from __future__ import annotations

import hashlib
import os
import pickle
import re
import sqlite3
import tempfile
import zlib
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import msgspec

from seocheck.base.text import Span
from seocheck.errors import SeocheckError
from seocheck.model.article import ListingKind
from seocheck.model.report import Report, Summary, encode_json
from seocheck.readers.listing import ListedAddress, Listing
from seocheck.site.pages import Page, competes, language_folders, realm_of, tag_of
from seocheck.site.walk_order import walk_order

_TABLES = """
create table pages (
    number integer primary key, path blob not null, site text not null, language text not null, rival integer not null,
    title integer not null, description integer not null, content integer not null, data blob not null
);
create table keywords (
    number integer not null, position integer not null, alike integer not null, stems text not null,
    form text not null, leads integer not null
);
create table reports (number integer primary key, data blob not null);
create table listings (number integer primary key, path blob not null, kind text not null);
create table entries (
    listing integer not null, position integer not null, href text not null, first integer not null,
    last integer not null, primary key (listing, position)
) without rowid;
"""
_INDEXES = """
create index by_title on pages (title);
create index by_description on pages (description);
create index by_content on pages (content);
create index by_stems on keywords (stems);
"""
_SORT = f"""
alter table pages rename to unsorted;
{_TABLES[: _TABLES.index(");") + 2]}
insert into pages select new, path, site, language, rival, title, description, content, data
    from ranks join unsorted on unsorted.number = ranks.old order by new;
drop table unsorted;
update keywords set number = (select new from ranks where old = number);
drop table ranks;
"""


class SiteKeyword(NamedTuple):
    """A keyword as an article declares it.

    stems: of its words, sorted. alike: equal where the letters and figures of these are, as of e-mail and email; 0 for
    none. form: as written. number: of the article. position: in its list. leads: whether it is the primary one.
    """

    site: str
    language: str
    alike: int
    stems: str
    form: str
    number: int
    position: int
    leads: bool


COMPETING = ("title", "description", "content")
"""Columns by which `groups` finds pages that share a value."""

_BATCH = 500


class SiteIndex:
    """Takes Summaries once, then answers. To be closed, which removes the file."""

    def __init__(self) -> None:
        handle, self._file = tempfile.mkstemp(prefix="seocheck-", suffix=".sqlite")
        os.close(handle)
        self._connection = sqlite3.connect(self._file)
        self._connection.executescript("pragma journal_mode = off; pragma synchronous = off;" + _TABLES)
        self._count = 0
        self._listings = 0
        self._decoder = msgspec.msgpack.Decoder(Summary)
        self._encoder = msgspec.msgpack.Encoder()

    def __enter__(self) -> SiteIndex:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        return self._count

    def close(self) -> None:
        """Remove the file."""
        self._connection.close()
        os.unlink(self._file)

    @property
    def size(self) -> int:
        """Bytes of the file."""
        (pages,) = self._connection.execute("pragma page_count").fetchone()
        (each,) = self._connection.execute("pragma page_size").fetchone()
        return int(pages) * int(each)

    def add(self, summary: Summary, report: Report | None = None) -> None:
        """Take the next article. report: its own Report, where `reports` is to give it back."""
        number = self._count
        self._count += 1
        row = (
            number, summary.path.encode("utf-8", "surrogatepass"), *realm_of(summary), competes(summary),
            mark(plain(summary.title)), mark(plain(summary.description)), mark(summary.content_hash),
            zlib.compress(self._encoded(summary), 6),
        )  # fmt: skip
        self._connection.execute("insert into pages values (?, ?, ?, ?, ?, ?, ?, ?, ?)", _encodable(row))
        rows = [
            (number, position, mark(letters(stems)), stems, keyword.text, keyword.primary)
            for position, keyword in enumerate(summary.keywords)
            for stems in (" ".join(sorted(keyword.stems)),)
        ]
        self._connection.executemany("insert into keywords values (?, ?, ?, ?, ?, ?)", map(_encodable, rows))
        if report is not None:
            self._connection.execute(
                "insert into reports values (?, ?)", (number, zlib.compress(pickle.dumps(report), 1))
            )

    def add_listing(self, path: str, listing: Listing) -> None:
        """Take a sitemap or feed."""
        number = self._listings
        self._listings += 1
        self._connection.execute(
            "insert into listings values (?, ?, ?)", (number, path.encode("utf-8", "surrogatepass"), listing.kind)
        )
        rows = ((number, place, each.href, *each.span) for place, each in enumerate(listing.entries))
        self._connection.executemany("insert into entries values (?, ?, ?, ?, ?)", map(_encodable, rows))

    def listings(self) -> list[tuple[int, str, ListingKind]]:
        """Number, path and kind of each sitemap and feed."""
        rows = self._connection.execute("select number, path, kind from listings order by number")
        return [(number, path.decode("utf-8", "surrogatepass"), kind) for number, path, kind in rows]

    def entries(self, listing: int) -> Iterator[ListedAddress]:
        """What a sitemap or feed lists, in its order."""
        rows = self._connection.execute(
            "select href, first, last from entries where listing = ? order by position", (listing,)
        )
        for href, first, last in rows:
            yield ListedAddress(href, Span(first, last))

    def reports(self) -> Iterator[Report]:
        """The Reports that were given, in order."""
        for number in range(self._count):
            row = self._connection.execute("select data from reports where number = ?", (number,)).fetchone()
            if row is not None:
                yield pickle.loads(zlib.decompress(row[0]))  # our own process wrote it

    def finish(self, *, sort: bool = False) -> None:
        """All articles are there: tell the languages of folders by those beside them, and make the indexes.

        sort: put the articles into the order in which a walk finds them. Raises SeocheckError where there are two of
        one path then.
        """
        if sort:
            self._sort()
        tags = language_folders({path.rpartition("/")[0] for _, path in self.paths()})
        told = ((tag, number) for number, path in list(self.paths()) if (tag := tag_of(path, tags)))
        self._connection.executemany(
            "update pages set language = language || ' ' || ? where number = ? and instr(language, ' ') = 0", told
        )
        self._connection.executescript(_INDEXES)
        self._connection.commit()

    def _sort(self) -> None:
        known = sorted((walk_order(path), number, path) for number, path in self.paths())
        for (key, _, path), (following, *_) in pairwise(known):
            if key == following:
                raise SeocheckError(f"there are two summaries of {path}")
        ranks = enumerate(number for _, number, _ in known)
        self._connection.execute("create table ranks (old integer primary key, new integer not null)")
        self._connection.executemany("insert into ranks (new, old) values (?, ?)", ranks)
        self._connection.executescript(_SORT)

    def page(self, number: int) -> Page:
        """One article."""
        row = self._connection.execute(
            "select number, data, rival, path, language from pages where number = ?", (number,)
        ).fetchone()
        return self._page(row)

    def pages(self) -> Iterator[Page]:
        """All articles in order; no more than some hundred are held at a time."""
        for first in range(0, self._count, _BATCH):
            rows = self._connection.execute(
                "select number, data, rival, path, language from pages where number >= ? and number < ? "
                "order by number",
                (first, first + _BATCH),
            ).fetchall()
            yield from map(self._page, rows)

    def groups(self, column: str) -> Iterator[list[int]]:
        """The articles of one site and language that compete and share a title, a description or all their words.

        column: one of `COMPETING`. Groups come in the order of their first articles.
        """
        if column not in COMPETING:  # it becomes part of a query
            raise ValueError(column)
        same = f"site, language, {column}"
        query = (
            f"select group_concat(number) from (select number, {same} from pages where rival and {column} <> 0 "
            f"order by number) group by {same} having count(*) > 1 order by min(number)"
        )
        for (numbers,) in self._connection.execute(query).fetchall():
            yield sorted(int(number) for number in numbers.split(","))

    def keywords(self) -> Iterator[SiteKeyword]:
        """What is declared.

        Spellings and inflections of one keyword are one after the other (`alike`), of these those with the same
        stems, and then in the order of articles.
        """
        rows = self._connection.execute(
            "select site, language, alike, stems, form, keywords.number, position, leads from keywords "
            "join pages on pages.number = keywords.number where rival "
            "order by site, language, alike, stems, keywords.number, position"
        )
        yield from map(SiteKeyword._make, rows)

    def realms(self) -> dict[tuple[str, str], int]:
        """How many articles compete within each site and language."""
        rows = self._connection.execute(
            "select site, language, count(*) from pages where rival group by site, language"
        )
        return {(site, language): count for site, language, count in rows}

    def paths(self) -> Iterator[tuple[int, str]]:
        """Number and path of every article."""
        for number, path in self._connection.execute("select number, path from pages order by number"):
            yield number, path.decode("utf-8", "surrogatepass")

    def _encoded(self, summary: Summary) -> bytes:
        try:
            return self._encoder.encode(summary)
        except UnicodeEncodeError:  # half a surrogate pair in a name or an escape; the path has a column of its own
            return self._encoder.encode(msgspec.json.decode(encode_json(summary), type=Summary))

    def _page(self, row: tuple[int, bytes, int, bytes, str]) -> Page:
        number, data, rival, path, language = row
        summary = self._decoder.decode(zlib.decompress(data))
        if "\ufffd" in summary.path:
            summary = msgspec.structs.replace(summary, path=path.decode("utf-8", "surrogatepass"))
        return Page(number, summary, bool(rival), language)


def letters(stems: str) -> str:
    """The letters and figures alone."""
    return "".join(character for character in stems if character.isalnum())


def mark(words: str) -> int:
    """Equal for equal words, in eight bytes; 0 for none."""
    digest = hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True) if words else 0


def plain(words: str) -> str:
    """A title or description without case and further white space: what readers take for the same."""
    return re.sub(r"\s+", " ", words).strip().casefold()


def _encodable(row: tuple[object, ...]) -> tuple[object, ...]:
    """Half a surrogate pair, which a file name may bring, isn't text to SQLite."""
    return tuple(v.encode("utf-8", "replace").decode() if isinstance(v, str) and not v.isascii() else v for v in row)
