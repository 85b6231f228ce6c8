"""Which files were saved since the last look: the file system's events, without those that don't matter."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from seocheck.config.file_names import FILE_NAMES, PYPROJECT
from seocheck.errors import SeocheckError
from seocheck.readers.formats import by_path
from seocheck.runs.discover import FOLDERS

SETTINGS_NAMES = frozenset([*FILE_NAMES, PYPROJECT, ".gitignore"])
"""Names of files that determine which articles are checked, and how."""

QUIET = 100
"""Milliseconds without an event that end a batch: an editor causes several events when it saves."""
LOOK = 1000
"""Milliseconds between two looks at the settings files above what is watched, whose folders are not."""


def saved_files(paths: Sequence[str], also: Sequence[str] = ()) -> Iterator[AbstractSet[str]]:
    """Absolute paths of what was created, changed or removed, in batches, without end. The first may be empty: it means
    that the watch has begun, so that the caller can look for what was saved before.

    paths: files and folders to check. also: other files that matter. Raises SeocheckError at once if watchfiles is
    missing.
    """
    try:
        import watchfiles
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("watchfiles", "anyio"):
            raise
        raise SeocheckError("--watch needs watchfiles: pip install watchfiles") from None
    return _batches(watchfiles.watch, paths, also)


def _batches(watch: object, paths: Sequence[str], also: Sequence[str]) -> Iterator[AbstractSet[str]]:
    folders = [os.path.abspath(path) for path in paths if os.path.isdir(path)]
    files = [os.path.abspath(path) for path in paths if not os.path.isdir(path)]
    # Editors replace the old file with a new one, so the folder has to be watched. If folders are given too, they are
    # watched with everything in them; a file's own folder could be anything then, so the file is polled instead.
    roots = sorted(set(folders or map(os.path.dirname, files)))
    roots = [root for root in roots if os.path.isdir(root)]
    wanted = Wanted(folders, files)
    looked_at = [*map(os.path.abspath, also), *(files if folders else ())]
    looked_at += [os.path.join(folder, name) for folder in _above(roots) for name in sorted(SETTINGS_NAMES)]
    states = _look(looked_at)
    begun = False
    try:
        for batch in watch(  # type: ignore[operator]
            *roots,
            watch_filter=None,
            step=QUIET,
            rust_timeout=LOOK,
            yield_on_timeout=True,
            recursive=bool(folders),
            ignore_permission_denied=True,
        ):
            saved = {path for change, path in batch if wanted(path, made_or_gone=change.name != "modified")}
            now = _look(looked_at)
            saved |= {file for file in looked_at if now.get(file) != states.get(file)}
            states = now
            if saved or not begun:
                begun = True
                yield saved
    except (OSError, RuntimeError) as error:
        raise SeocheckError(f"can't watch the files: {error}") from None


def _above(roots: Iterable[str]) -> list[str]:
    """The folders above these folders, each once."""
    above: dict[str, None] = {}
    for root in roots:
        while (parent := os.path.dirname(root)) != root:
            above[parent] = None
            root = parent
    return list(above)


def _look(files: Iterable[str]) -> dict[str, tuple[int, int]]:
    """When each existing file was last written, and its size."""
    found: dict[str, tuple[int, int]] = {}
    for file in files:
        try:
            status = os.stat(file)
        except (OSError, ValueError):
            continue
        found[file] = (status.st_mtime_ns, status.st_size)
    return found


class Wanted:
    """Says whether a change at a path can matter: articles by their suffix, settings, new or removed folders.

    folders: watched with everything in them; hidden folders below don't matter. files: matter themselves.
    """

    def __init__(self, folders: Iterable[str], files: Iterable[str]) -> None:
        self._folders = [os.path.realpath(folder) for folder in folders]
        self._files = {form for file in files for form in (file, os.path.realpath(file))}

    def __call__(self, path: str, *, made_or_gone: bool) -> bool:
        """made_or_gone: the path was created or removed, not changed in place."""
        name = os.path.basename(path)
        if path in self._files:
            return True
        if name in SETTINGS_NAMES:
            return not self._hidden(os.path.dirname(path))
        inside = self._inside(path)
        if inside is None or self._hidden(path):
            return False
        if by_path(name) is not None:
            return True
        return made_or_gone and (os.path.isdir(path) or not os.path.lexists(path))

    def _inside(self, path: str) -> str | None:
        """The path relative to its watched folder; None if it isn't in one."""
        whole = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
        for folder in self._folders:
            if whole == folder or whole.startswith(folder.rstrip(os.sep) + os.sep):
                return os.path.relpath(whole, folder)
        return None

    def _hidden(self, path: str) -> bool:
        inside = self._inside(path)
        parts = [] if inside in (None, ".") else (inside or "").split(os.sep)
        return any(part.startswith(".") or part.lower() in FOLDERS for part in parts)
