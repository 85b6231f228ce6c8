"""Paths against globs, as settings files write them: relative to the file that holds them."""

from __future__ import annotations

import os
import posixpath
import re
from fnmatch import fnmatchcase
from functools import lru_cache


def relative_path(path: str, base: str) -> str:
    """A path relative to the folder of a settings file, with slashes."""
    plain = path.replace("\\", "/").removeprefix("./")
    if not base or path in ("-", "<text>"):
        return plain
    # No link is followed: where an article lies is its path, wherever that leads.
    return os.path.relpath(os.path.abspath(path), base).replace("\\", "/")


def fits(path: str, pattern: str, base: str) -> bool:
    """Whether a path fits a pattern that is relative to a folder, or absolute.

    Absolute are the patterns of a settings file that another one, in another folder, extends.
    """
    if os.path.isabs(pattern):
        return matches(os.path.abspath(path).replace("\\", "/"), pattern)
    return matches(relative_path(path, base), pattern)


def matches(path: str, pattern: str) -> bool:
    """Whether a path fits a glob; `**` spans folders, a pattern without a slash fits the file name anywhere."""
    if "/" not in pattern:
        return fnmatchcase(posixpath.basename(path), pattern)
    return _compiled(pattern).fullmatch(path) is not None


@lru_cache(maxsize=1000)
def _compiled(pattern: str) -> re.Pattern[str]:
    regex = ""
    i = 0
    while i < len(pattern):
        if pattern.startswith("**/", i):
            regex += "(?:.*/)?"
            i += 3
        elif pattern.startswith("**", i):
            regex += ".*"
            i += 2
        elif pattern[i] == "*":
            regex += "[^/]*"
            i += 1
        elif pattern[i] == "?":
            regex += "[^/]"
            i += 1
        else:
            regex += re.escape(pattern[i])
            i += 1
    return re.compile(regex)
