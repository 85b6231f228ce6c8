"""Which languages call a list of keywords by a name."""

from __future__ import annotations

from functools import lru_cache

from seocheck.base.own_yaml import load_own_yaml
from seocheck.readers.label_names.label_parts import key_of
from seocheck.readers.label_names.labels import FILE


def languages_of(name: str) -> frozenset[str]:
    """The languages in which a label means keywords; empty for another label."""
    return _languages().get(key_of(name), frozenset())


@lru_cache(maxsize=1)
def _languages() -> dict[str, frozenset[str]]:
    with open(FILE, encoding="utf-8") as file:
        names = load_own_yaml(file.read())["keywords"]
    found: dict[str, frozenset[str]] = {}
    for language, listed in names.items():
        for name in listed.split("|"):
            key = key_of(name)
            found[key] = found.get(key, frozenset()) | {language}
    return found
