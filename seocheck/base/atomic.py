"""Writing a file so that a reader finds the old bytes or the new ones, and never half of them."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from seocheck.base.temporary import temporary_beside
from seocheck.errors import is_full


def write_atomically(path: str | os.PathLike[str], data: bytes) -> None:
    """Write `data` to a file, through a new one in the same folder that then takes its name.

    What isn't a regular file (a pipe, /dev/stdout) is written to directly; a link is followed. Raises OSError.
    """
    with opened_atomically(path) as file:
        file.write(data)


@contextmanager
def opened_atomically(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """A file to write to, which takes its name when the block ends; an exception, Ctrl-C too, leaves the old one.

    What isn't a regular file is written to directly, and so is a file in a folder that takes no new files. Raises
    OSError, as far as possible when the block begins.
    """
    target = os.path.realpath(path)
    try:
        mode = os.stat(target).st_mode
    except FileNotFoundError:
        mode = None
    if mode is not None and stat.S_ISDIR(mode):
        raise IsADirectoryError(21, "Is a directory", os.fspath(path))
    if mode is not None and not os.access(target, os.W_OK):
        raise PermissionError(13, "Permission denied", os.fspath(path))
    folder, name = os.path.split(target)
    handle = None
    if mode is None or stat.S_ISREG(mode):
        try:
            handle, temporary = temporary_beside(folder, name)
        except OSError as error:
            if mode is None or is_full(error):  # to open the file itself would lose what is in it
                raise
    if handle is None:
        with _closed(open(target, "wb")) as file:
            yield file
        return
    try:
        with _closed(os.fdopen(handle, "wb")) as file:
            yield file
        os.chmod(temporary, stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
        _take_place(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


@contextmanager
def _closed(file: BinaryIO) -> Iterator[BinaryIO]:
    """A file that is closed after the block; what ended the block early takes precedence over a failure to close."""
    try:
        yield file
    except BaseException:
        with contextlib.suppress(OSError):
            file.close()
        raise
    file.close()


def _take_place(temporary: str, target: str) -> None:
    try:
        os.replace(temporary, target)
    except OSError as error:
        if not os.path.isfile(target) or is_full(error):
            raise
        import shutil  # with three packers, and seldom needed

        shutil.copyfile(temporary, target)  # a single file that is mounted into a container cannot be replaced
        os.unlink(temporary)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
