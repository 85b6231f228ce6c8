"""Reading a file that somebody else put there: no more than a bound, and nothing that isn't a regular file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


class NotRegularError(Exception):
    """A folder, pipe, socket or device. `str(error)` says which in words."""


def read_regular(path: str, most: int, *, follow: bool = True) -> bytes:
    """A file's bytes, at most `most` and one more, which tells that there are more.

    The size that the system tells is not trusted: files under /proc have none and may never end. follow: whether
    `path` may be a symbolic link. Raises NotRegularError, OSError, and ValueError for a NUL byte in the path.
    """
    with open_regular(path, follow=follow) as file:
        return file.read(most + 1)


@contextmanager
def open_regular(path: str, *, follow: bool = True) -> Iterator[BinaryIO]:
    """A file to read bytes from, opened as `read_regular` does; raises what that raises."""
    _check(os.stat(path) if follow else os.lstat(path))  # opening a device may already do something
    flags = _FLAGS if follow else _FLAGS | getattr(os, "O_NOFOLLOW", 0)
    with open(path, "rb", opener=lambda name, _: os.open(name, flags)) as file:
        _check(os.fstat(file.fileno()))  # what was opened may be another file by now
        yield file


def _check(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise NotRegularError("a folder, not a file")
    if not stat.S_ISREG(status.st_mode):
        raise NotRegularError("not a regular file")
