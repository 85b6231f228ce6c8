"""simplemma's dictionaries of word forms, as they are once unpacked: kept in a folder, where one is given.

Unpacking takes 0.1 s (English) to 1.4 s (Polish), reading what was unpacked before 2 to 40 ms. The folder is the one of
the cache, and like the cache it is a courtesy: what goes wrong with it costs time and nothing else.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from typing import Any

from seocheck.base.kept_folder import kept_in
from seocheck.base.limits import not_counted

AT_ONCE = 8
"""Languages whose dictionaries are held at a time where one that was let go would have to be unpacked again."""
MOST_WORDS = 4_500_000
"""Words of all dictionaries that are held at a time where they are kept in a folder: about 90 MB. Finnish and Polish
have 3.6 million each, most languages below one."""


class KeptDictionaries:
    """A simplemma DictionaryFactory: dictionaries from the folder, else unpacked and put there."""

    def __init__(self) -> None:
        self._held: dict[str, Mapping[str, str]] = {}  # the one asked for last at the end
        self._last: tuple[str, Mapping[str, str]] | None = None

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        """The dictionary of a language. Raises ValueError if there isn't one."""
        if self._last is not None and self._last[0] == lang:
            return self._last[1]
        found = self._held.pop(lang, None)
        if found is None:
            with not_counted():
                found = self._loaded(lang)
        self._held[lang] = found
        self._last = (lang, found)
        self._let_go()
        return found

    def _loaded(self, lang: str) -> Mapping[str, str]:
        found = _read(lang)
        if found is None:
            if kept_in() is not None:  # unpacking takes the most memory, and the others are soon read again
                self._held.clear()
                self._last = None
            found = _unpacked(lang)
        return found

    def _let_go(self) -> None:
        held = self._held
        kept = kept_in() is not None
        while len(held) > 1 and (sum(map(len, held.values())) > MOST_WORDS if kept else len(held) > AT_ONCE):
            del held[next(iter(held))]


def _unpacked(lang: str) -> Mapping[str, str]:
    from seocheck.languages import unpacking
    from seocheck.languages.unpacked_dictionary import UnpackedMap

    found = unpacking.unpacked(lang)
    _write(lang, found)
    return UnpackedMap(found)


def remove_kept(folder: str) -> None:
    """Remove the dictionaries that any version put into a folder, as far as they can be removed."""
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith("dictionary-") and name.endswith(".bin"):
                with contextlib.suppress(OSError):
                    os.unlink(os.path.join(folder, name))


def _file(folder: str, lang: str) -> str:
    from seocheck.languages.simplemma_parts import data_mark

    return os.path.join(folder, f"dictionary-{lang}-{data_mark(lang)}.bin")


def _read(lang: str) -> Mapping[str, str] | None:
    from seocheck.languages.simplemma_parts import SUPPORTED_LANGUAGES

    folder = kept_in()
    if not folder or lang not in SUPPORTED_LANGUAGES:  # no other code becomes part of a file's name
        return None
    try:
        from seocheck.languages.kept_dictionary import read_kept

        return read_kept(lang, _file(folder, lang))
    except Exception:  # whatever is wrong with it, it is made anew
        return None


def _write(lang: str, dictionary: Any) -> None:
    if not (folder := kept_in()):
        return
    from seocheck.base.atomic import opened_atomically

    with contextlib.suppress(OSError, ImportError, AttributeError, TypeError, ValueError):
        from seocheck.languages.kept_dictionary import write_kept

        os.makedirs(folder, mode=0o700, exist_ok=True)
        with opened_atomically(_file(folder, lang)) as file:
            write_kept(file, dictionary)
