"""SQLite files that may be damaged, or that a stranger may have made: opened, looked at, and queried within a time.

Nothing in such a file is run: SQLite then trusts no function that its schema names, and a file with anything but the
tables that are expected (a view, a trigger, another table) is not used at all.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable
from functools import cache
from typing import Any, Literal

LIMIT = 30.0
"""Seconds that one statement may take: a damaged file can make a query of a moment one of days."""

LONGEST = 100 * 1024 * 1024
"""Bytes of the longest row."""

STEPS = 20_000
"""Steps of SQLite's machine between two looks at the clock."""

PASSING = frozenset(
    [
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_AUTH,
    ]
)
"""What the file is not to blame for: another time it may do."""

FAULTS = (sqlite3.Error, OSError, ValueError, OverflowError)
"""What Python raises over such a file; ValueError: texts that aren't UTF-8, in messages too."""

_NAMES_ANOTHER = bytes.fromhex("d9d505f920a163d7")
"""What is at the end of a journal that names another one (sqlite.org/fileformat.html, "The Rollback Journal")."""


class DamagedDatabaseError(sqlite3.DatabaseError):
    """A file that isn't a database of ours, or a damaged one."""


class Connection(sqlite3.Connection):
    """A connection on which each statement has a time. limit: in seconds."""

    limit = LIMIT
    _until = float("inf")

    def execute(self, *given: Any) -> sqlite3.Cursor:
        """As in sqlite3."""
        self._until = time.monotonic() + self.limit
        return super().execute(*given)

    def executemany(self, *given: Any) -> sqlite3.Cursor:
        """As in sqlite3."""
        self._until = time.monotonic() + self.limit
        return super().executemany(*given)

    def executescript(self, *given: Any) -> sqlite3.Cursor:
        """As in sqlite3."""
        self._until = time.monotonic() + self.limit
        return super().executescript(*given)

    def late(self) -> bool:
        """Whether the time of the statement is up."""
        return time.monotonic() > self._until


def connected(file: str, *, wait: float, isolation_level: Literal["DEFERRED"] | None = "DEFERRED") -> Connection:
    """A connection to a file. wait: seconds, for another run that writes. Raises sqlite3.Error."""
    connection = sqlite3.connect(file, timeout=wait, isolation_level=isolation_level, factory=Connection)
    try:
        connection.text_factory = _text
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
        connection.set_progress_handler(connection.late, STEPS)
        connection.execute("pragma trusted_schema = off")
        connection.execute("pragma cell_size_check = on")
    except BaseException:
        connection.close()
        raise
    return connection


def holds(connection: sqlite3.Connection, tables: str) -> bool:
    """Whether a database has these tables, as they are made here, and nothing else; False where it is empty.

    Raises DamagedDatabaseError for anything else.
    """
    found = _objects(connection)
    if not found:
        return False
    if found != _made(tables):
        names = ", ".join(sorted(str(name) for kind, name, *_ in found - _made(tables) if kind)) or "a table is missing"
        raise DamagedDatabaseError(f"it holds what is none of ours: {names}")
    return True


def is_damage(error: Exception) -> bool:
    """Whether a failure is the file's fault, so that it will fail again."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return not isinstance(error, OSError | sqlite3.OperationalError)
    return code & 0xFF not in PASSING


def beside(file: str) -> Iterable[str]:
    """The file with those that SQLite keeps beside it."""
    return (file, f"{file}-wal", f"{file}-shm", f"{file}-journal")


def check_files(file: str) -> None:
    """Raise DamagedDatabaseError for what must not be opened: SQLite writes through links, and removes the file that a
    journal names as the one above it. Ours name none. Raises OSError."""
    for name in beside(file):
        if os.path.islink(name) or (os.path.lexists(name) and not os.path.isfile(name)):
            raise DamagedDatabaseError(f"{name}: not a regular file")
    journal = f"{file}-journal"
    if os.path.exists(journal):
        with open(journal, "rb") as opened:
            opened.seek(max(os.path.getsize(journal) - len(_NAMES_ANOTHER), 0))
            if opened.read() == _NAMES_ANOTHER:
                raise DamagedDatabaseError(f"{journal}: names another file")


def _objects(connection: sqlite3.Connection) -> frozenset[tuple[Any, ...]]:
    return frozenset(map(tuple, connection.execute("select type, name, tbl_name, sql from sqlite_master limit 100")))


@cache
def _made(tables: str) -> frozenset[tuple[Any, ...]]:
    with sqlite3.connect(":memory:") as connection:
        connection.executescript(tables)
        found = _objects(connection)
    connection.close()
    return found


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
