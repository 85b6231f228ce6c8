"""Results of earlier runs, by a key that says all they depend on: one SQLite file in a folder.

A cache is a courtesy: what goes wrong with it (a full disk, a folder that cannot be written, a damaged file) costs
time, and never a run. Several runs may use it at once, and one that is killed leaves it whole.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from seocheck.errors import SeocheckError, why

FORMAT = 1
"""Counts up when what is stored is stored in another way; it is part of the file's name."""

MOST = 512 * 1024 * 1024
"""Bytes of the file above which the results that were not asked for longest are dropped."""

BATCH = 200
"""Results that are written together."""

WAIT = 5.0
"""Seconds to wait for another run that writes."""

_TABLES = """
create table if not exists results (key blob primary key, value blob not null, used integer not null);
create table if not exists marks (seen blob primary key, mark blob not null);
"""


class ResultCache:
    """The cache in a folder. It is opened when it is first asked.

    most: bytes the file may have. today: the day, for telling what was not asked for longest.
    """

    def __init__(self, folder: str | Path, *, most: int = MOST, today: int | None = None) -> None:
        self.file = os.path.join(folder, f"results-{FORMAT}.sqlite")
        self._most = most
        self._today = int(time.time() // 86_400) if today is None else today
        self._connection: sqlite3.Connection | None = None
        self._usable = True
        self._new: dict[bytes, bytes] = {}
        self._used: list[bytes] = []

    def get(self, key: bytes) -> bytes | None:
        """What is stored under a key, None for nothing."""
        if key in self._new:
            return self._new[key]
        found = self._ask("select value, used from results where key = ?", key)
        if found is None:
            return None
        if found[1] != self._today:
            self._used.append(key)
        return bytes(found[0])

    def put(self, key: bytes, value: bytes) -> None:
        """Store a value; it is written with others after it, or by `close`."""
        if self._usable:
            self._new[key] = value
            if len(self._new) >= BATCH:
                self._write()

    def mark(self, seen: bytes, make: Callable[[], bytes]) -> bytes:
        """A mark that takes long to make and depends on what was seen at a glance: made once, then remembered."""
        found = self._ask("select mark from marks where seen = ?", seen)
        if found is not None:
            return bytes(found[0])
        made = make()
        with self._guarded() as connection:
            if connection is not None:
                connection.execute("insert or replace into marks values (?, ?)", (seen, made))
                connection.commit()
        return made

    def close(self) -> None:
        """Write what is left, and make room."""
        if self._new or self._used:
            self._write()
        with self._guarded(opens=False) as connection:
            if connection is not None:
                self._make_room(connection)
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def clear(self) -> None:
        """Remove everything. Raises SeocheckError for a file that cannot be removed."""
        self.close()
        for name in (self.file, f"{self.file}-wal", f"{self.file}-shm", f"{self.file}-journal"):
            try:
                os.unlink(name)
            except FileNotFoundError:
                continue
            except OSError as error:
                raise SeocheckError(f"{name}: cannot be removed: {why(error)}") from None

    def _ask(self, query: str, key: bytes) -> tuple[Any, ...] | None:
        with self._guarded() as connection:
            if connection is not None:
                found: tuple[Any, ...] | None = connection.execute(query, (key,)).fetchone()
                return found
        return None

    def _write(self) -> None:
        new, used = list(self._new.items()), [(self._today, key) for key in self._used]
        self._new.clear()
        self._used.clear()
        with self._guarded() as connection:
            if connection is not None:
                rows = [(key, value, self._today) for key, value in new]
                connection.executemany("insert or replace into results values (?, ?, ?)", rows)
                connection.executemany("update results set used = ? where key = ?", used)
                connection.commit()

    def _make_room(self, connection: sqlite3.Connection) -> None:
        (pages,) = connection.execute("pragma page_count").fetchone()
        (size,) = connection.execute("pragma page_size").fetchone()
        if pages * size <= self._most:
            return
        (count,) = connection.execute("select count(*) from results").fetchone()
        gone = int(count * max(0.3, 1 - 0.7 * self._most / (pages * size))) + 1
        oldest = "select rowid from results order by used, rowid limit ?"
        connection.execute(f"delete from results where rowid in ({oldest})", (gone,))
        connection.commit()
        connection.execute("vacuum")

    @contextlib.contextmanager
    def _guarded(self, *, opens: bool = True) -> Iterator[sqlite3.Connection | None]:
        """The connection, or None; an error of the database ends the use of it, and a damaged file is removed."""
        if self._connection is None and opens and self._usable:
            try:
                self._connection = self._open()
            except (sqlite3.Error, OSError) as error:
                self._give_up(error)
        try:
            yield self._connection
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        self._usable = False
        self._drop()
        # OperationalError: locked, full, read-only; another time it may do.
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
            with contextlib.suppress(OSError):
                os.unlink(self.file)

    def _drop(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _open(self) -> sqlite3.Connection:
        folder = os.path.dirname(self.file)
        os.makedirs(folder, mode=0o700, exist_ok=True)  # it holds lines of articles that may not be published yet
        connection = sqlite3.connect(self.file, timeout=WAIT)
        try:
            connection.execute("pragma journal_mode = wal")
            connection.execute("pragma synchronous = normal")
            connection.executescript(_TABLES)
        except sqlite3.Error:
            connection.close()
            raise
        return connection


def default_folder() -> str:
    """Where results are kept: `SEOCHECK_CACHE_DIR`, else in the user's folder for caches."""
    from platformdirs import user_cache_dir

    return os.environ.get("SEOCHECK_CACHE_DIR") or user_cache_dir("seocheck", appauthor=False)
