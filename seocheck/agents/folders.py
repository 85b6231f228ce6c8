"""The folders that a server was started with: what lies below them may be read, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Sequence

from seocheck.base.late_pattern import late_pattern
from seocheck.errors import SeocheckError
from seocheck.formats.people.styled import safe

OUTSIDE = "lies outside the folders that this server was started with"

_END = late_pattern(r"[/\\]+\Z")


class RefusedPathError(SeocheckError):
    """A path that is none of an agent's business. `str(error)` is one sentence."""


class Folders:
    """Finds files below some folders, symbolic links resolved. Raises SeocheckError for what is no folder.

    Relative paths begin at the first folder in which there is something of that name.
    """

    def __init__(self, given: Sequence[str]) -> None:
        for folder in given:
            if not os.path.isdir(folder):
                raise SeocheckError(f"{folder}: not a folder")
        self.roots = tuple(dict.fromkeys(os.path.realpath(folder) for folder in given))

    def find(self, path: str) -> str:
        """The real path of a file or a folder. Raises RefusedPathError.

        Whether something outside exists is not told, and a link to it is outside too.
        """
        if "\0" in path or not path.strip():
            raise RefusedPathError("A path needs a name, without NUL characters.")
        real = self._real(path)
        if not self.holds(real):
            raise RefusedPathError(f"“{safe(path)}” {OUTSIDE}.")
        if self.hides(real):
            raise RefusedPathError(f"“{safe(path)}” is hidden, or in a hidden folder.")
        if not os.path.lexists(real):
            raise RefusedPathError(f"“{safe(path)}” does not exist.")
        return real

    def is_link(self, path: str) -> bool:
        """Whether what a path names is itself a symbolic link."""
        return os.path.islink(_END.sub("", self._named(path)))

    def holds(self, real: str) -> bool:
        """Whether a real path is one of the folders or lies below one."""
        return any(_below(real, root) is not None for root in self.roots)

    def hides(self, real: str) -> bool:
        """Whether a real path is hidden below every folder that it lies in: `.git/config` may hold a token."""
        below = [parts for root in self.roots if (parts := _below(real, root)) is not None]
        return all(any(part.startswith(".") for part in parts) for parts in below)

    def allows(self, path: str) -> bool:
        """Whether a file or a folder that was met on a walk may be read."""
        real = os.path.realpath(path)
        return self.holds(real) and not self.hides(real)

    def shown(self, real: str) -> str:
        """A real path as it is told: from the first folder if it lies there."""
        if _below(real, self.roots[0]) is not None:
            real = os.path.relpath(real, self.roots[0])
        return real.replace(os.sep, "/")

    def _named(self, path: str) -> str:
        joined = [os.path.join(root, path) for root in self.roots]
        return next((each for each in joined if os.path.lexists(each) and self.allows(each)), joined[0])

    def _real(self, path: str) -> str:
        try:
            return os.path.realpath(self._named(path))
        except (OSError, ValueError):
            raise RefusedPathError(f"“{safe(path)}” is no path.") from None


def _below(path: str, folder: str) -> list[str] | None:
    """The parts of a path from a folder on; none for the folder itself, None for what lies elsewhere."""
    whole, start = os.path.normcase(path), os.path.normcase(folder).rstrip(os.sep) + os.sep
    if whole.rstrip(os.sep) + os.sep == start:
        return []
    return path[len(start) :].split(os.sep) if whole.startswith(start) else None
