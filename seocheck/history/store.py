"""The file of a history: SQLite, one transaction a run, so that it holds whole runs alone."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from seocheck.base.database import (
    FAULTS,
    LIMIT,
    Connection,
    DamagedDatabaseError,
    check_files,
    connected,
    holds,
    is_damage,
)
from seocheck.errors import SeocheckError, why

APPLICATION = int.from_bytes(b"seoc", "big")
"""SQLite's `application_id`, by which the file is known as a history of seocheck."""

VERSION = 1
"""SQLite's `user_version`: counts up when the tables change."""

WAIT = 10.0
"""Seconds to wait for another run that writes."""

LOOKED_THROUGH = 32 * 1024 * 1024
"""Bytes of a file up to which it is looked through for damage before it is read or written."""

LEAST_ROW = 4
"""Bytes that a row takes at least."""

TABLES = """
create table runs (
    number integer primary key, at text not null, version text not null, revision text not null, basis text not null,
    whole integer not null, articles integer not null, failures integer not null,
    mean real, median real, errors integer not null, warnings integer not null, notes integer not null
);
create table names (number integer primary key, name text not null unique);
create table articles (
    run integer not null, article integer not null, score real, errors integer not null, warnings integer not null,
    notes integer not null, primary key (run, article)
) without rowid;
create table article_groups (
    run integer not null, article integer not null, name integer not null, score real not null,
    primary key (run, article, name)
) without rowid;
create table article_rules (
    run integer not null, article integer not null, name integer not null, findings integer not null,
    primary key (run, article, name)
) without rowid;
create table run_groups (
    run integer not null, name integer not null, mean real not null, primary key (run, name)
) without rowid;
create table run_rules (
    run integer not null, name integer not null, findings integer not null, articles integer not null,
    primary key (run, name)
) without rowid;
"""


class HistoryError(SeocheckError):
    """A history that cannot be read or written; the message says which and why."""


@contextlib.contextmanager
def opened(file: str | Path, *, make: bool) -> Iterator[sqlite3.Connection]:
    """A connection to a history, which is made if there isn't one and `make` says so; else it can only be read from.

    Raises HistoryError. What goes wrong with the database in the block becomes one too; what was not committed is not
    there then.
    """
    name = os.fspath(file)
    _check_file(name, make=make)
    connection = None
    # Where a history is written, the block holds a whole run, whose own failures are none of the database.
    faults: tuple[type[Exception], ...] = FAULTS
    try:
        connection = connected(name, wait=WAIT, isolation_level=None)
        _prepare(connection, name, make=make)
        faults = (sqlite3.Error,) if make else FAULTS
        yield connection
    except Exception as error:
        if not isinstance(error, faults):
            raise
        raise fault(name, error, make=make) from None
    finally:
        if connection is not None:
            connection.close()


def fault(name: str, error: Exception, *, make: bool) -> HistoryError:
    """What went wrong with a history, in a line. make: whether it was to be written."""
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
        return HistoryError(f"{name}: not used: a query takes longer than {LIMIT:g} s")
    if is_damage(error):
        return HistoryError(f"{name}: not a seocheck history, or damaged")
    return HistoryError(f"{name}: cannot be {'written' if make else 'read'}: {why(error)}")


def rows(connection: sqlite3.Connection, query: str, parameters: Sequence[object], kind: Any) -> list[Any]:
    """The rows of a query, each of a kind as msgspec knows them.

    Raises DamagedDatabaseError where one is of another: SQLite does not mind what a column holds.
    """
    (pages,) = connection.execute("pragma page_count").fetchone()
    (size,) = connection.execute("pragma page_size").fetchone()
    most = pages * size // LEAST_ROW
    found = connection.execute(query, parameters).fetchmany(most + 1)
    if len(found) > most:  # pages that are used again and again
        raise DamagedDatabaseError("it has more rows than it has room for")
    try:
        return msgspec.convert(found, list[kind])
    except msgspec.ValidationError as error:
        raise DamagedDatabaseError(str(error)) from None


def _check_file(name: str, *, make: bool) -> None:
    if os.path.lexists(name) and not os.path.exists(name):
        raise HistoryError(f"{name}: a link that leads nowhere")
    if not make and not os.path.exists(name):
        raise HistoryError(f"{name}: no such file")
    if os.path.exists(name) and not os.path.isfile(name):
        raise HistoryError(f"{name}: not a regular file")
    try:
        check_files(os.path.realpath(name))
    except DamagedDatabaseError as error:
        raise HistoryError(f"{name}: not used: {error}") from None
    except OSError as error:
        raise HistoryError(f"{name}: cannot be read: {why(error)}") from None


def _prepare(connection: Connection, name: str, *, make: bool) -> None:
    """Make the tables of a new file; refuse one that is something else, which must not be written to."""
    (tables,) = connection.execute("select count(*) from sqlite_master").fetchone()
    if tables == 0 and make:
        try:
            connection.executescript(
                f"begin immediate; {TABLES} pragma application_id = {APPLICATION}; pragma user_version = {VERSION}; "
                "commit;"
            )
        except sqlite3.OperationalError as error:
            connection.rollback()
            if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:  # that one says that another run was first
                raise
    (application,) = connection.execute("pragma application_id").fetchone()
    (version,) = connection.execute("pragma user_version").fetchone()
    if application != APPLICATION:
        raise HistoryError(f"{name}: not a seocheck history")
    if version != VERSION:
        raise HistoryError(f"{name}: was written by another version of seocheck (its form is {version}, not {VERSION})")
    holds(connection, TABLES)
    if not make:
        connection.execute("pragma query_only = on")
    if tables and os.path.getsize(name) <= LOOKED_THROUGH:
        (said,) = connection.execute("pragma quick_check(1)").fetchone()
        if said != "ok":
            raise DamagedDatabaseError(said)
