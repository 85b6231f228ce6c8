"""The most common words of each language, which say little about what a text is about.

Lists by language lie in `common/<code>.txt`; see docs/third_party.md for where they come from and their licence.
"""

from __future__ import annotations

import os
from functools import lru_cache

from seocheck.base.own_files import own_path, text_of


@lru_cache(maxsize=64)
def common_words(code: str) -> frozenset[str]:
    """The thousand most common words of a language, in lower case; none where there is no list."""
    path = own_path(__file__, "common", f"{code}.txt")
    if not code.isalpha() or not os.path.isfile(path):
        return frozenset()
    lines = text_of(path).splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
