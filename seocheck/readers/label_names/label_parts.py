"""A label that is made of parts: one name of a field, and words beside it that say which ("Suggested meta title",
"Hauptkeyword", 記事タイトル)."""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

from seocheck.base.late_pattern import late_pattern
from seocheck.base.own_yaml import load_own_yaml

_FILE = os.path.join(os.path.dirname(__file__), "label_parts.yml")
_NO_WORD = late_pattern(r"[\W_]+")
_NO_WORD_IN_LINE = late_pattern(r"(?:[^\w\n]|_)+")
_ASCII = {number: chr(number).lower() if chr(number).isalnum() else None for number in range(128)}
_LONGEST = 48
_MAX_PARTS = 6
_KEYWORDS = frozenset({"keywords", "focus_keyword", "more_keywords"})
_PLAIN_WITH_SEARCH = {"title": "seo_title", "description": "meta_description", "keywords": "more_keywords"}


def key_of(name: str) -> str:
    """A name without case, accents and anything that is no letter or digit, to be looked up."""
    if name.isascii():
        return name.translate(_ASCII)
    return _NO_WORD.sub("", unicodedata.normalize("NFKD", name).casefold())


def keys_of(names: Sequence[str]) -> list[str]:
    """The same for many, in one go. names: without line breaks."""
    return _NO_WORD_IN_LINE.sub("", unicodedata.normalize("NFKD", "\n".join(names)).casefold()).split("\n")


@lru_cache(maxsize=1)
def parts() -> Mapping[str, tuple[str, ...]]:
    """The words beside names, by what they make of them."""
    with open(_FILE, encoding="utf-8") as file:
        raw = load_own_yaml(file.read())
    return {
        kind: tuple(word.strip() for words in languages.values() for word in words.split("|"))
        for kind, languages in raw.items()
    }


class Composer(msgspec.Struct):
    """Takes labels apart.

    nouns: the names of fields by their keys. kinds: what the words beside them make of them. begins: the keys of both
    by their first letter, the longest first.
    """

    nouns: dict[str, str]
    kinds: dict[str, frozenset[str]]
    begins: dict[str, list[str]]

    @classmethod
    def of(cls, names: Mapping[str, str]) -> Composer:
        """One for these names of fields."""
        nouns = {**dict.fromkeys(keys_of(parts()["query"]), "query"), **names}
        kinds: dict[str, frozenset[str]] = {}
        for kind in ("search", "primary", "secondary", "beside", "between"):
            for key in keys_of(parts()[kind]):
                kinds[key] = kinds[key] | {kind} if key in kinds else frozenset({kind})
        begins = defaultdict[str, list[str]](list)
        for key in sorted({*kinds, *nouns} - {""}, key=len, reverse=True):
            begins[key[0]].append(key)
        return cls(nouns, kinds, dict(begins))

    def field_of(self, name: str) -> str | None:
        """The entry of the table that a name means; None for what isn't one name and words beside it."""
        key = key_of(name)
        if not 0 < len(key) <= _LONGEST:
            return None
        return self._field(key, 0, "", frozenset(), _MAX_PARTS)

    def _field(self, key: str, at: int, noun: str, kinds: frozenset[str], left: int) -> str | None:
        """What the rest of a key makes of what is known of it."""
        if at == len(key):
            return _meant(noun, kinds) if noun else None
        if left == 0:
            return None
        for part in self.begins.get(key[at], ()):
            if not key.startswith(part, at):
                continue
            end = at + len(part)
            if not noun and part in self.nouns:
                found = self._field(key, end, self.nouns[part], kinds, left - 1)
                if found:
                    return found
            for kind in sorted(self.kinds.get(part, ())):
                if kind == "between" and (at == 0 or end == len(key)):
                    continue
                found = self._field(key, end, noun, kinds | {kind}, left - 1)
                if found:
                    return found
        return None


def _meant(noun: str, kinds: frozenset[str]) -> str | None:
    """What a name means with words of these kinds beside it."""
    if noun == "query":
        noun = "focus_keyword" if "primary" in kinds else "more_keywords"
        return noun if kinds - {"beside", "between"} else None
    if noun in _KEYWORDS:
        if "secondary" in kinds:
            return "more_keywords"
        if "primary" in kinds and noun != "more_keywords":
            return "focus_keyword"
        return _PLAIN_WITH_SEARCH.get(noun, noun) if "search" in kinds else noun
    if "secondary" in kinds:
        return None
    return _PLAIN_WITH_SEARCH.get(noun, noun) if "search" in kinds else noun
