"""Tables that are made of seocheck's own data, kept from run to run: reading one takes a tenth of making it."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import NamedTuple, TypeVar

import msgspec

T = TypeVar("T")
Get = Callable[[str], bytes | None]
Put = Callable[[str, bytes], None]


class _Shelf(NamedTuple):
    get: Get
    put: Put
    thread: int


_shelf: _Shelf | None = None


def keep_tables(get: Get, put: Put) -> None:
    """Keep them by their names from now on, as far as this thread asks for them.

    get: returns what was put by a name, by the same state of the code and its data; None for nothing, and for what is
    damaged.
    """
    global _shelf
    _shelf = _Shelf(get, put, threading.get_ident())


def keep_no_tables() -> None:
    """Make each table anew from now on."""
    global _shelf
    _shelf = None


def kept_table(name: str, kind: type[T], make: Callable[[], T]) -> T:
    """The table that `make` makes, from the shelf if it is there. kind: its type, one that msgspec can encode."""
    shelf = _shelf
    if shelf is None or shelf.thread != threading.get_ident():
        return make()
    data = shelf.get(name)
    if data is not None:
        with contextlib.suppress(msgspec.MsgspecError):  # made anew
            return msgspec.msgpack.decode(data, type=kind)
    made = make()
    shelf.put(name, msgspec.msgpack.encode(made))
    return made
