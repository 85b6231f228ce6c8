"""What of earlier runs this one may use: what the command line and the environment say of the cache."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from seocheck.cli.output import notify
from seocheck.formats.people.styled import safe
from seocheck.languages.dictionaries import keep_in

if TYPE_CHECKING:
    from seocheck.runs.cache.known_results import Remembered
    from seocheck.runs.run import Run

VARIABLE = "SEOCHECK_CACHE_DIR"


def memory_of(run: Run, folder: str | None, *, off: bool = False, clear: bool = False) -> Remembered | None:
    """The results in a folder, else where `SEOCHECK_CACHE_DIR` says, else in the user's folder for caches.

    None where it is off; an empty `SEOCHECK_CACHE_DIR` turns it off too. Raises SeocheckError for a cache that is to
    be cleared and cannot be.
    """
    keep_in(None)
    if (folder is None and os.environ.get(VARIABLE) == "") or (off and not clear):
        return None
    from seocheck.languages.dictionaries import remove_kept
    from seocheck.runs.cache.known_results import Remembered
    from seocheck.runs.cache.store import ResultCache, default_folder

    folder = folder or default_folder()
    cache = ResultCache(folder, notify=lambda line: notify(safe(line)))
    if clear:
        cache.clear()
        remove_kept(folder)
    if off:
        return None
    keep_in(folder)
    return Remembered(cache, run)


def folder_by_default() -> str | None:
    """The folder for what is remembered where the command line does not say; None where that is turned off."""
    if os.environ.get(VARIABLE) == "":
        return None
    from seocheck.runs.cache.store import default_folder

    return default_folder()
