"""What .gitignore files leave out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from seocheck.base.files import NotRegularError, read_regular

if TYPE_CHECKING:
    import pathspec

MAX_SIZE = 1_000_000  # bytes of a .gitignore; it is written by hand


class GitIgnored:
    """What the .gitignore files from a folder up to the root of its repository, and below it, leave out.

    Of a folder that is itself ignored, as that of built pages often is, only its own files count: who names it means
    it. A .gitignore that is a symbolic link is not read, as git reads none either.
    """

    def __init__(self, root: str) -> None:
        self._specs: dict[str, pathspec.PathSpec | None] = {}  # type: ignore[type-arg]
        self._top = os.path.abspath(root)
        above = self._top
        while above != os.path.dirname(above):
            if os.path.isdir(os.path.join(above, ".git")):
                self._top = above
                break
            above = os.path.dirname(above)
        if self(root, True):
            self._top = os.path.abspath(root)

    def __call__(self, path: str, is_folder: bool) -> bool:
        """Whether a file or folder is left out."""
        whole = os.path.abspath(path)
        folder = os.path.dirname(whole)
        while folder.startswith(self._top):
            spec = self._spec(folder)
            if spec is not None:
                name = os.path.relpath(whole, folder).replace(os.sep, "/")
                verdict = spec.check_file(name + "/" if is_folder else name).include
                if verdict is not None:
                    return verdict
            if folder == self._top:
                break
            folder = os.path.dirname(folder)
        return False

    def _spec(self, folder: str) -> pathspec.PathSpec | None:  # type: ignore[type-arg]
        if folder not in self._specs:
            self._specs[folder] = None
            try:
                data = read_regular(os.path.join(folder, ".gitignore"), MAX_SIZE, follow=False)
                if len(data) > MAX_SIZE:
                    return None
                lines = data.decode("utf-8", "replace").splitlines()
                from pathspec import GitIgnoreSpec  # 20 ms that a folder without such a file need not wait for

                self._specs[folder] = GitIgnoreSpec.from_lines(lines)
            except (OSError, ValueError, NotRegularError):
                pass
        return self._specs[folder]
