"""What can go wrong, as exceptions with one clear line each."""

from __future__ import annotations

import errno
import os


class SeocheckError(Exception):
    """Anything that keeps a job from being done. `str(error)` is one line for a person."""


class UnreadableError(SeocheckError):
    """A file that cannot be read as an article: missing, too large, binary, no permission."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class NotInstalledError(UnreadableError):
    """A file of a kind whose library isn't installed."""

    def __init__(self, path: str, library: str) -> None:
        super().__init__(path, f"needs {library}, which isn't installed: pip install {library}")
        self.library = library


class SettingsError(SeocheckError):
    """A settings file or option that cannot be used; names file, line, key and the nearest right one."""


class UnreadableFilesError(SeocheckError):
    """Raised by `check_paths` after its last Report when files could not be read and nobody listened."""

    def __init__(self, failures: list[UnreadableError]) -> None:
        names = "; ".join(str(failure) for failure in failures[:3])
        more = f"; and {len(failures) - 3} more" if len(failures) > 3 else ""
        super().__init__(f"{len(failures)} file(s) could not be read: {names}{more}")
        self.failures = tuple(failures)


class Terminated(SystemExit):
    """Somebody asked this process to end (SIGTERM). No other SystemExit is one: code of a rule may raise those."""


NO_SPACE = os.strerror(errno.ENOSPC).lower()
"""How a full disk is called, whoever meets it."""


def why(error: Exception) -> str:
    """The reason of a failure, for the end of a line. A full disk is called one, whoever met it: SQLite has other words
    for it."""
    if is_full(error):
        return NO_SPACE
    words: str = getattr(error, "strerror", None) or str(error)
    return words.lower() if isinstance(error, OSError | ValueError) else words


def is_full(error: Exception) -> bool:
    """Whether a failure is that of a full disk."""
    if isinstance(error, OSError):
        return error.errno == errno.ENOSPC
    return getattr(error, "sqlite_errorcode", None) == 13  # SQLITE_FULL, without importing sqlite3 for it
