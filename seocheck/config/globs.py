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
    """The pattern as a regular expression.

    Text between two stars of one folder is looked for once, at its first place: any later one leaves less room
    for the rest. Were all places tried, six stars would take minutes for a path that does not fit.
    """
    return re.compile("".join(_folders(part) for part in re.split(r"(\*\*/?)", pattern)))


def _folders(part: str) -> str:
    """The expression for a piece of a pattern between `**`, or for `**` itself."""
    if part == "**/":
        return "(?:.*/)?"
    if part == "**":
        return ".*"
    first, *others = part.split("*")
    if not others:
        return _literal(first)
    *inner, last = others
    return _literal(first) + "".join(f"(?>[^/]*?{_literal(each)})" for each in inner if each) + f"[^/]*{_literal(last)}"


def _literal(text: str) -> str:
    return "".join("[^/]" if character == "?" else re.escape(character) for character in text)
