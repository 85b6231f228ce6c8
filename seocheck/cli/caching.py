"""Which cache a run uses: what the command line and the environment say of it."""

from __future__ import annotations

import os

from seocheck.cache import ResultCache, default_folder

VARIABLE = "SEOCHECK_CACHE_DIR"


def result_cache(folder: str | None, *, off: bool = False, clear: bool = False) -> ResultCache | None:
    """The cache in a folder, else where `SEOCHECK_CACHE_DIR` says, else in the user's folder for caches.

    None where it is off; an empty `SEOCHECK_CACHE_DIR` turns it off too. Raises SeocheckError for one that is to be
    cleared and cannot be.
    """
    if folder is None and os.environ.get(VARIABLE) == "":
        return None
    cache = ResultCache(folder or default_folder())
    if clear:
        cache.clear()
    return None if off else cache
