"""Paths as formats want them: below the working directory, or below the root of the repository."""

from __future__ import annotations

import posixpath

import msgspec

from seocheck.base.late_pattern import late_pattern

_ABSOLUTE = late_pattern(r"(?:[A-Za-z]:)?/")


class Paths(msgspec.Struct, frozen=True):
    """Writes paths anew by their letters alone; no file is looked at.

    folder: the working directory, root: that of the repository; both absolute with "/". "" if there isn't one: then
    relative paths are all there is.
    """

    folder: str = ""
    root: str = ""

    def from_folder(self, path: str) -> str:
        """`path` relative to the working directory, without `./`; as it is where it lies elsewhere and is absolute."""
        if path == "-":
            return path
        if _ABSOLUTE.match(path):
            return _below(posixpath.normpath(path), self.folder) or path
        return posixpath.normpath(path)

    def from_root(self, path: str) -> str:
        """`path` relative to the repository's root; as it is where it lies outside."""
        if path == "-":
            return path
        whole = path if _ABSOLUTE.match(path) else posixpath.join(self.folder, path)
        if self.root and (found := _below(posixpath.normpath(whole), self.root)):
            return found
        return self.from_folder(path) if not self.root else path.removeprefix("./")


def _below(path: str, folder: str) -> str:
    """`path` relative to a folder, "" where it does not lie in it."""
    start = folder.rstrip("/") + "/"
    return path[len(start) :] if folder and path.startswith(start) else ""
