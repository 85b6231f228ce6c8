"""The file of a history: SQLite, one transaction a run, so that it holds whole runs alone."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from seocheck.errors import SeocheckError

APPLICATION = int.from_bytes(b"seoc", "big")
"""SQLite's `application_id`, by which the file is known as a history of seocheck."""

VERSION = 1
"""SQLite's `user_version`: counts up when the tables change."""

WAIT = 10.0
"""Seconds to wait for another run that writes."""

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
    """A connection to a history, which is made where there is none and `make` says so. Raises HistoryError.

    What goes wrong with the database in the block becomes a HistoryError too; what was not committed is not there then.
    """
    name = os.fspath(file)
    if not make and not os.path.exists(name):
        raise HistoryError(f"{name}: no such file")
    if os.path.exists(name) and not os.path.isfile(name):
        raise HistoryError(f"{name}: not a regular file")
    connection = None
    try:
        connection = sqlite3.connect(name, timeout=WAIT, isolation_level=None)
        _prepare(connection, name, make=make)
        yield connection
    except sqlite3.OperationalError as error:
        raise HistoryError(f"{name}: cannot be {'written' if make else 'read'}: {error}") from None
    except sqlite3.DatabaseError:
        raise HistoryError(f"{name}: not a history of seocheck, or a damaged one") from None
    finally:
        if connection is not None:
            connection.close()


def _prepare(connection: sqlite3.Connection, name: str, *, make: bool) -> None:
    """Make the tables of a new file; refuse one that is something else, which must not be written to."""
    (tables,) = connection.execute("select count(*) from sqlite_master").fetchone()
    if tables == 0 and make:
        try:
            connection.executescript(
                f"begin immediate; {TABLES} pragma application_id = {APPLICATION}; pragma user_version = {VERSION}; "
                "commit;"
            )
        except sqlite3.OperationalError:  # another run was first
            connection.rollback()
    (application,) = connection.execute("pragma application_id").fetchone()
    (version,) = connection.execute("pragma user_version").fetchone()
    if application != APPLICATION:
        raise HistoryError(f"{name}: not a history of seocheck")
    if version != VERSION:
        raise HistoryError(f"{name}: was written by another version of seocheck (its form is {version}, not {VERSION})")
