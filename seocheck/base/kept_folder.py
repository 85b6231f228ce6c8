"""The folder in which this process keeps the dictionaries of word forms once they are unpacked.

It is the folder of the cache, and like the cache a courtesy: what goes wrong with it costs time and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable

Where = Callable[[], str | None] | str | None

_folder: Where = None


def keep_in(folder: Where) -> None:
    """Keep them in a folder from now on, which is made when it is needed; None for none.

    Instead of a folder a function may be given that tells it: it is asked once, where one is to be kept.
    """
    global _folder
    _folder = folder


def kept_in() -> str | None:
    """The folder given to `keep_in`."""
    global _folder
    if callable(_folder):
        _folder = _folder()
    return _folder
