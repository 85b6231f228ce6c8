"""The new file that takes another's name once it is written whole: what it is called, and what becomes of old ones.

A run that is killed leaves its new file behind, beside an article. Its name says whose it is, so that the next run
that writes to the folder can remove it.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
import tempfile
import time

from seocheck.base.late_pattern import late_pattern

MARK = "seocheck-"
OLD = 3600.0
"""Seconds after which a new file has been left behind: no run takes as long to write one."""

_OURS = late_pattern(rf"\..{{0,40}}\.{MARK}[a-z0-9_]{{8}}\.tmp", re.DOTALL)
_swept: set[str] = set()


def temporary_beside(folder: str, name: str) -> tuple[int, str]:
    """A new, empty file in a folder, for what is to be called `name`: its handle and its path. Raises OSError.

    The first time a process asks for one in a folder, what earlier runs left behind there is removed.
    """
    sweep(folder)
    return tempfile.mkstemp(prefix=f".{name[:40]}.{MARK}", suffix=".tmp", dir=folder)


def sweep(folder: str) -> None:
    """Remove the new files that earlier runs of this user left behind in a folder, once for each process.

    Only regular files with a name of ours that nobody has written to for an hour are removed.
    """
    whole = os.path.abspath(folder)
    if whole in _swept:
        return
    _swept.add(whole)
    before = time.time() - OLD
    with contextlib.suppress(OSError), os.scandir(whole) as entries:
        for entry in entries:
            if _OURS.fullmatch(entry.name):
                with contextlib.suppress(OSError):
                    status = entry.stat(follow_symlinks=False)
                    if stat.S_ISREG(status.st_mode) and status.st_mtime < before and _mine(status):
                        os.unlink(entry.path)


def _mine(status: os.stat_result) -> bool:
    return not hasattr(os, "getuid") or status.st_uid == os.getuid()
