"""The folder in which this process keeps what takes long to make and is the same next time: dictionaries, patterns.

It is the folder of the cache, and like the cache a courtesy: what goes wrong with it costs time and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable

Where = Callable[[], str | None] | str | None

_folder: Where = None


def keep_in(folder: Where) -> None:
    """Keep such things in a folder from now on, which is made when it is needed; None for none.

    Instead of a folder a function may be given that tells it: it is asked once, where something is to be kept.
    """
    global _folder
    _folder = folder


def kept_in() -> str | None:
    """The folder given to `keep_in`."""
    global _folder
    if callable(_folder):
        _folder = _folder()
    return _folder
