"""Where a symbolic link that nobody named may lead: no file of the machine is to come into a report through one."""

from __future__ import annotations

import os
from collections.abc import Iterable

OUTSIDE = "a link to outside the folders given"
HIDDEN = "a link to a hidden file"
NOWHERE = "a link that leads nowhere"

_OF_THE_SYSTEM = ("/proc", "/sys", "/dev")
"""Folders of devices, and of files that tell about processes: an environment may hold passwords."""


class Bounds:
    """The folders that were given, each with the repository it lies in.

    Inside, what is hidden is out of bounds too: `.git/config` may hold a token.
    """

    def __init__(self, folders: Iterable[str]) -> None:
        roots: dict[str, None] = {}
        for folder in folders:
            real = os.path.realpath(folder)
            roots[real] = None
            repository = repository_of(real)
            if repository is not None:
                roots[repository] = None
        self._roots = tuple(roots)

    def fault(self, real: str, *, hidden: bool = False) -> str:
        """Why nothing is to be read from a real path; "" where it may be.

        hidden: whether it may be in a folder whose name begins with a dot, other than `.git`. Nothing is asked of the
        file itself: whether a file outside exists is nobody's business.
        """
        fault = OUTSIDE
        for root in self._roots:
            parts = _below(real, root)
            if parts is None or any(_below(real, each) and _below(root, each) is None for each in _OF_THE_SYSTEM):
                continue
            if any(part.lower() == ".git" if hidden else part.startswith(".") for part in parts):
                fault = HIDDEN
                continue
            return ""
        return fault


def repository_of(folder: str) -> str | None:
    """The closest folder, from this one up, that holds a `.git`; None if there isn't one."""
    while True:
        if os.path.lexists(os.path.join(folder, ".git")):
            return folder
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def leads_nowhere(real: str) -> bool:
    """Whether there is no file at what a link leads to; a circle of links leads nowhere too."""
    try:
        os.stat(real)
    except PermissionError:
        return False  # who reads it says so
    except (OSError, ValueError):
        return True
    return False


def _below(path: str, folder: str) -> list[str] | None:
    """The parts of a path from a folder on; none for the folder itself, None for what lies elsewhere."""
    whole, start = os.path.normcase(path), os.path.normcase(folder).rstrip(os.sep) + os.sep
    if whole + os.sep == start:
        return []
    return path[len(start) :].split(os.sep) if whole.startswith(start) else None
