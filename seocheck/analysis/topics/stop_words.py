"""yake's stop words of a language, read from the installed package; none of its code is run."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec

from seocheck.analysis.topics.unavailable import SalienceUnavailable
from seocheck.base.own_files import own_path, text_of


@lru_cache(maxsize=64)
def stop_words(name: str) -> frozenset[str]:
    """The stop words under yake's name for a language, lower case. Raises SalienceUnavailable."""
    try:
        spec = find_spec("yake")
    except (ImportError, ValueError) as error:
        raise SalienceUnavailable(f"yake is not installed: {error}") from error
    if spec is None or not spec.origin:
        raise SalienceUnavailable("yake is not installed")
    path = own_path(spec.origin, "core", "StopwordsList", f"stopwords_{name}.txt")
    try:
        return frozenset(text_of(path).lower().split("\n"))
    except (OSError, UnicodeDecodeError) as error:
        raise SalienceUnavailable(f"yake's stop words cannot be read: {error}") from error
