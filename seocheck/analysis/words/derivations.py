"""Words that are listed as closely related: Russia and Russian, diplomacy and diplomatic."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from seocheck.analysis.words.folding import fold
from seocheck.languages import load


@lru_cache(maxsize=64)
def families(code: str) -> Mapping[str, tuple[str, ...]]:
    """Folded word -> the words listed as related to it, in either direction."""
    table: dict[str, dict[str, None]] = {}
    for head, members in load(code).derivations.items():
        family = [fold(head), *(fold(member) for member in members.split())]
        for member in family:
            table.setdefault(member, {}).update(dict.fromkeys(m for m in family if m != member))
    return {word: tuple(members) for word, members in table.items()}
