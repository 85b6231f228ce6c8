"""Replacing a file's bytes: all of them or none, and never overwriting somebody else's change."""

from __future__ import annotations

import contextlib
import os
import stat
from typing import NamedTuple

from seocheck.base.temporary import temporary_beside
from seocheck.edit.written import RefusedError
from seocheck.errors import why


class ChangedError(RefusedError):
    """Somebody saved the file while its new text was being written. Their version stays."""


def check_writable(path: str) -> None:
    """Raise RefusedError for what must not be replaced: a link, a file with several names, one that is read-only or
    lies in a folder that is.

    A link is not followed: what it leads to may belong to another site. Replacing a file with several hard links
    would part it from its other names.
    """
    try:
        status = os.lstat(path)
        folder = os.stat(os.path.dirname(os.path.abspath(path))).st_mode
    except OSError as error:
        raise RefusedError(why(error)) from None
    if stat.S_ISLNK(status.st_mode):
        raise RefusedError(f"a symbolic link; name the file itself ({os.path.realpath(path)})")
    if not stat.S_ISREG(status.st_mode):
        raise RefusedError("not a regular file")
    if status.st_nlink > 1:
        raise RefusedError("the file has several hard links, which replacing it would break")
    if not status.st_mode & 0o222 or not os.access(path, os.W_OK):
        raise RefusedError("the file is read-only")
    # Even if the superuser could: whoever makes a folder read-only means it.
    if not folder & 0o222 or not os.access(os.path.dirname(os.path.abspath(path)), os.W_OK):
        raise RefusedError("its folder is read-only")


def replace_file(path: str, before: bytes, after: bytes) -> None:
    """Write `after` in place of a file that holds `before`; its mode and, where allowed, its owner are kept.

    The bytes go to a new file in the same folder, which then takes the name in one step. Right before that step the
    file is looked at again, so that a save made meanwhile is not lost.

    Raises ChangedError when the file changes while the new bytes are written, RefusedError when it has changed since it
    was read, or cannot be written.
    """
    check_writable(path)
    folder, name = os.path.split(os.path.abspath(path))
    temporary = ""
    try:
        found = _look(path)
        if found.data != before:
            raise RefusedError("the file has changed since it was read")
        handle, temporary = temporary_beside(folder, name)
        with os.fdopen(handle, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        if hasattr(os, "chown"):
            with contextlib.suppress(OSError):
                os.chown(temporary, found.status.st_uid, found.status.st_gid)
        os.chmod(temporary, stat.S_IMODE(found.status.st_mode))
        if not _unchanged(path, found):
            raise ChangedError("changed while its new text was being written")
        os.replace(temporary, path)
        temporary = ""
        _sync_folder(folder)
    except OSError as error:
        raise RefusedError(f"cannot be written: {why(error)}") from None
    finally:
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)


class _Found(NamedTuple):
    """A file as it was found. mark: changes once somebody writes to it, or another file gets its name."""

    status: os.stat_result
    mark: tuple[int, ...]
    data: bytes


def _look(path: str) -> _Found:
    with open(path, "rb") as file:
        status = os.fstat(file.fileno())
        return _Found(status, _mark(status), file.read())


def _unchanged(path: str, found: _Found) -> bool:
    """Whether a file is the one that was found, with the same content. The mark is taken last: only the call of
    `os.replace` comes between it and the step that can't be undone."""
    try:
        return _look(path).data == found.data and _mark(os.lstat(path)) == found.mark
    except FileNotFoundError:
        return False


def _mark(status: os.stat_result) -> tuple[int, ...]:
    """The time of the last change of status is in it too: a save may set that of the last write back to what it was."""
    return (status.st_dev, status.st_ino, status.st_mode, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def _sync_folder(folder: str) -> None:
    """Sync the new name to disk too, if folders can be synced."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
