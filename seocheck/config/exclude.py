"""Which files the settings and the command line leave out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from seocheck.config import SettingsFinder
from seocheck.config.globs import matches, relative_path


class Exclusion:
    """Says for each file and folder whether it is excluded: it is if its path, or a folder above it, matches a glob.

    patterns: of the command line, relative to the working folder. Those of the settings are relative to their file.
    force: exclude what is named on the command line too, as pre-commit needs, which names every file.
    """

    def __init__(self, finder: SettingsFinder, patterns: Iterable[str] = (), *, force: bool = False) -> None:
        self._finder = finder
        self._patterns = tuple(patterns)
        self._force = force
        self.met = False
        """Whether anything was left out."""

    def __call__(self, path: str, named: bool) -> bool:
        """Whether a file or folder is left out. Raises SettingsError."""
        if named and not self._force:
            return False
        left_out = self._is_excluded(path)
        self.met = self.met or left_out
        return left_out

    def _is_excluded(self, path: str) -> bool:
        if self._patterns and _fits(path, os.getcwd(), self._patterns):
            return True
        settings = self._finder.file_settings(path)
        return bool(settings.exclude) and _fits(path, settings.base, settings.exclude)


def _fits(path: str, base: str, patterns: tuple[str, ...]) -> bool:
    relative = relative_path(path, base)
    whole = os.path.abspath(path).replace(os.sep, "/")
    return any(
        matches(each, pattern.removesuffix("/"))
        for pattern in patterns
        for each in _with_folders(whole if os.path.isabs(pattern) else relative)
    )


def _with_folders(path: str) -> Iterator[str]:
    parts = path.split("/")
    for size in range(len(parts), 0, -1):
        yield "/".join(parts[:size])
