"""The cache that a run uses, as the command line and the environment say."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from seocheck.base.kept_folder import keep_in
from seocheck.cli.common.output import notify
from seocheck.formats.people.styled import safe

if TYPE_CHECKING:
    from seocheck.runs.cache.known_results import Remembered
    from seocheck.runs.run import Run

VARIABLE = "SEOCHECK_CACHE_DIR"


def memory_of(run: Run, folder: str | None, *, off: bool = False, clear: bool = False) -> Remembered | None:
    """The results in a folder, else in that of `SEOCHECK_CACHE_DIR`, else in the user's folder for caches.

    None if the cache is off; an empty `SEOCHECK_CACHE_DIR` turns it off too. Raises SeocheckError if a cache can't be
    cleared.
    """
    keep_in(None)
    if (folder is None and os.environ.get(VARIABLE) == "") or (off and not clear):
        return None
    from seocheck.runs.cache.known_results import Remembered
    from seocheck.runs.cache.store import ResultCache, default_folder

    folder = folder or default_folder()
    cache = ResultCache(folder, notify=lambda line: notify(safe(line)))
    if clear:
        cache.clear()
        from seocheck.languages.dictionaries import remove_kept

        remove_kept(folder)
    if off:
        return None
    keep_in(os.path.abspath(folder))  # wherever the process goes from here
    return Remembered(cache, run)


def folder_by_default() -> str | None:
    """The folder of the cache if the command line doesn't name one; None if the cache is off."""
    if os.environ.get(VARIABLE) == "":
        return None
    from seocheck.runs.cache.store import default_folder

    return default_folder()
