"""Putting new bytes in the place of a file's: all of them or none, and never over somebody else's change."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile

from seocheck.edit.written import RefusedError


def check_writable(path: str) -> None:
    """Raise RefusedError for what is not to be replaced: a link, a file of several names, one that is read-only or
    lies in a folder that is.

    A link is not followed: what it leads to may belong to another site. Replacing a file with several hard links
    would part it from its other names.
    """
    try:
        status = os.lstat(path)
        folder = os.stat(os.path.dirname(os.path.abspath(path))).st_mode
    except OSError as error:
        raise RefusedError((error.strerror or str(error)).lower()) from None
    if stat.S_ISLNK(status.st_mode):
        raise RefusedError(f"a symbolic link; name the file itself ({os.path.realpath(path)})")
    if not stat.S_ISREG(status.st_mode):
        raise RefusedError("not a regular file")
    if status.st_nlink > 1:
        raise RefusedError("the file has several hard links, which replacing it would part")
    if not status.st_mode & 0o222 or not os.access(path, os.W_OK):
        raise RefusedError("the file is read-only")
    # Even where the superuser could: who takes the right to write away from a folder means it.
    if not folder & 0o222 or not os.access(os.path.dirname(os.path.abspath(path)), os.W_OK):
        raise RefusedError("its folder is read-only")


def replace_file(path: str, before: bytes, after: bytes) -> None:
    """Write `after` in place of a file that holds `before`; its mode and, where allowed, its owner are kept.

    The bytes go to a new file in the same folder, which then takes the name in one step.

    Raises RefusedError when the file has changed since it was read, or cannot be written.
    """
    check_writable(path)
    folder, name = os.path.split(os.path.abspath(path))
    temporary = ""
    try:
        status = os.stat(path)
        with open(path, "rb") as file:
            if file.read() != before:
                raise RefusedError("the file has changed since it was read")
        handle, temporary = tempfile.mkstemp(prefix=f".{name[:40]}.", suffix=".tmp", dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        if hasattr(os, "chown"):
            with contextlib.suppress(OSError):
                os.chown(temporary, status.st_uid, status.st_gid)
        os.chmod(temporary, stat.S_IMODE(status.st_mode))
        os.replace(temporary, path)
        temporary = ""
        _sync_folder(folder)
    except OSError as error:
        raise RefusedError(f"cannot be written: {(error.strerror or str(error)).lower()}") from None
    finally:
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def _sync_folder(folder: str) -> None:
    """Have the new name on disk too, where folders can be synced."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
