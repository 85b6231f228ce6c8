"""Results of earlier runs, by a key that says all they depend on: one SQLite file in a folder.

A cache is a courtesy: what goes wrong with it (a full disk, a folder that cannot be written, a damaged file) costs
time, and never a run. Several runs may use it at once, and one that is killed leaves it whole.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from seocheck.base.database import FAULTS, Connection, beside, check_files, connected, holds, is_damage
from seocheck.base.digest import blake2b, digest
from seocheck.errors import SeocheckError, is_full, why

FORMAT = 1
"""Counts up when what is stored is stored in another way; it is part of the file's name."""

MOST = 512 * 1024 * 1024
"""Bytes of the file above which the results that were not asked for longest are dropped."""

BATCH = 200
"""Results that are written together."""

WAIT = 5.0
"""Seconds to wait for another run that writes."""

LARGEST = 32 * 1024 * 1024
"""Bytes of the largest result that is kept."""

SUM = 16
"""Bytes of a sum before each value."""

TABLES = """
create table results (key blob primary key, value blob not null, used integer not null);
create table marks (seen blob primary key, mark blob not null);
"""
_IF_NONE = TABLES.replace("create table", "create table if not exists")  # another run may be first


class ResultCache:
    """The cache in a folder. It is opened when it is first asked.

    most: bytes the file may have. today: the day, for telling what was not asked for longest. notify: takes a line for
    a person, where a damaged cache is thrown away or a full disk keeps it from being written.
    """

    def __init__(
        self,
        folder: str | os.PathLike[str],
        *,
        most: int = MOST,
        today: int | None = None,
        notify: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.file = os.path.join(folder, f"results-{FORMAT}.sqlite")
        self._most = most
        self._today = int(time.time() // 86_400) if today is None else today
        self._notify = notify
        self._connection: Connection | None = None
        self._usable = True
        self._anew = False
        self._new: dict[bytes, bytes] = {}
        self._used: list[bytes] = []

    def get(self, key: bytes) -> bytes | None:
        """What is stored under a key, None for nothing, and for what is not as it was stored."""
        if key in self._new:
            return self._new[key]
        found = self._ask("select value, used from results where key = ?", key)
        if found is None:
            return None
        value = _unsealed(key, found[0])
        if value is not None and found[1] != self._today:
            self._used.append(key)
        return value

    def put(self, key: bytes, value: bytes) -> None:
        """Store a value, unless it is very large; it is written with others after it, or by `close`."""
        if self._usable and len(value) <= LARGEST:
            self._new[key] = value
            if len(self._new) >= BATCH:
                self._write()

    def mark(self, seen: bytes, make: Callable[[], bytes]) -> bytes:
        """A mark that takes long to make and depends on what was seen at a glance: made once, then remembered."""
        found = self._ask("select mark from marks where seen = ?", seen)
        mark = _unsealed(seen, found[0]) if found is not None else None
        if mark is not None:
            return mark
        made = make()
        with self._guarded() as connection:
            if connection is not None:
                connection.execute("insert or replace into marks values (?, ?)", (seen, _sealed(seen, made)))
                connection.commit()
        return made

    def close(self) -> None:
        """Write what is left, and make room."""
        if self._new or self._used:
            self._write()
        with self._guarded(opens=False) as connection:
            if connection is not None:
                self._make_room(connection)
        self._drop()

    def clear(self) -> None:
        """Remove everything. Raises SeocheckError for a file that cannot be removed."""
        self.close()
        self._remove()

    def _remove(self) -> None:
        for name in beside(self.file):
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
        for _ in range(2):  # where the file turns out to be damaged, into the one that takes its place
            with self._guarded() as connection:
                if connection is not None:
                    rows = [(key, _sealed(key, value), self._today) for key, value in new]
                    connection.executemany("insert or replace into results values (?, ?, ?)", rows)
                    connection.executemany("update results set used = ? where key = ?", used)
                    connection.commit()
                return

    def _make_room(self, connection: Connection) -> None:
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
    def _guarded(self, *, opens: bool = True) -> Iterator[Connection | None]:
        """The connection, or None. An error of the database ends the use of it; a damaged one is thrown away, and the
        next time a new one is made."""
        if self._connection is None and opens:
            self._connect()
        try:
            yield self._connection
        except FAULTS as error:
            self._give_up(error)

    def _connect(self) -> None:
        while self._usable and self._connection is None:
            try:
                self._connection = self._open()
            except FAULTS as error:
                self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        """The second time for good: whatever damages it, this run cannot help it."""
        self._drop()
        if not self._is_damage(error):
            self._usable = False
            if is_full(error):
                self._notify(f"warning: {self.file}: cannot be written: {why(error)}")
            return
        self._usable, self._anew = not self._anew, True
        try:
            self._remove()
        except SeocheckError as failure:
            self._usable = False
            self._notify(f"warning: the cache is damaged: {failure}")
            return
        if self._usable:
            self._notify(f"warning: {self.file}: a damaged cache, made anew")

    def _is_damage(self, error: Exception) -> bool:
        """A file that nothing keeps from being written to, and that is read-only to SQLite, says so itself."""
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY:
            return os.access(self.file, os.W_OK) and os.access(os.path.dirname(self.file), os.W_OK)
        return is_damage(error)

    def _drop(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(*FAULTS):
                self._connection.close()
        self._connection = None

    def _open(self) -> Connection:
        folder = os.path.dirname(self.file)
        os.makedirs(folder, mode=0o700, exist_ok=True)  # it holds lines of articles that may not be published yet
        check_files(self.file)
        connection = connected(self.file, wait=WAIT)
        try:
            made = holds(connection, TABLES)  # before anything is written: it may be another program's
            connection.execute("pragma journal_mode = wal")
            connection.execute("pragma synchronous = normal")
            if not made:
                connection.executescript(f"begin immediate; {_IF_NONE} commit;")
        except BaseException:
            connection.close()
            raise
        return connection


def _sealed(key: bytes, value: bytes) -> bytes:
    """A value with a sum over it and its key, so that a damaged one, or that of another key, is known."""
    return _sum(key, value) + value


def _unsealed(key: bytes, stored: object) -> bytes | None:
    if not isinstance(stored, bytes) or _sum(key, stored[SUM:]) != stored[:SUM]:
        return None
    return stored[SUM:]


def _sum(key: bytes, value: bytes) -> bytes:
    return blake2b(value, key=digest(key), digest_size=SUM).digest()


def default_folder() -> str:
    """Where results are kept: `SEOCHECK_CACHE_DIR`, else in the user's folder for caches."""
    named = os.environ.get("SEOCHECK_CACHE_DIR")
    if named:
        return named
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:
        # What platformdirs says there, without importing it: that takes a tenth of a run that knows all.
        above = os.environ.get("XDG_CACHE_HOME", "")
        return os.path.join(above if above.strip() else os.path.expanduser("~/.cache"), "seocheck")
    from platformdirs import user_cache_dir

    return user_cache_dir("seocheck", appauthor=False)
