"""The most common words of each language, which say little about what a text is about.

Lists by language lie in `common/<code>.txt`; see docs/third_party.md for where they come from and their licence.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "common"


@lru_cache(maxsize=64)
def common_words(code: str) -> frozenset[str]:
    """The thousand most common words of a language, in lower case; none where there is no list."""
    path = _FOLDER / f"{code}.txt"
    if not code.isalpha() or not path.is_file():
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
