"""The parts of a web address, whatever it holds."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import SplitResult, urlsplit


@lru_cache(maxsize=2048)
def parts_of(address: str) -> SplitResult:
    """The parts of an address; all empty for what isn't one, such as "//[x"."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", "", "", "")
