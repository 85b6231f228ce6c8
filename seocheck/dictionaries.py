"""simplemma's dictionaries of word forms, as they are once unpacked: kept in a folder, where one is given.

Unpacking takes 0.1 s (English) to 1.4 s (Polish), reading what was unpacked before 2 to 40 ms. The folder is the one of
the cache, and like the cache it is a courtesy: what goes wrong with it costs time and nothing else.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import zlib
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

from seocheck.budget import not_counted

AT_ONCE = 8
"""Languages whose dictionaries are held at a time where one that was let go would have to be unpacked again."""
MOST_WORDS = 4_500_000
"""Words of all dictionaries that are held at a time where they are kept in a folder: about 90 MB. Finnish and Polish
have 3.6 million each, most languages below one."""

_PIECE = 1 << 20
_SUM = 4
"""Bytes before the rest: its CRC-32, for what a full disk or a crash has cut off."""

Where = Callable[[], str | None] | str | None

_folder: Where = None


def keep_in(folder: Where) -> None:
    """Keep the dictionaries of this process in a folder from now on, which is made when it is needed; None for none.

    Instead of a folder a function may be given that tells it, for it is not often asked.
    """
    global _folder
    _folder = folder


def kept_in() -> str | None:
    """The folder given to `keep_in`."""
    return _folder() if callable(_folder) else _folder


class KeptDictionaries:
    """A simplemma DictionaryFactory: dictionaries from the folder, else unpacked and put there."""

    def __init__(self) -> None:
        self._held: dict[str, Mapping[str, str]] = {}  # the one asked for last at the end
        self._last: tuple[str, Mapping[str, str]] | None = None

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        """The dictionary of a language. Raises ValueError where there is none."""
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
    from simplemma.strategies.dictionaries import StreamDictionaryFactory

    found = StreamDictionaryFactory(1).get_dictionary(lang)
    _write(lang, found)
    return found


def remove_kept(folder: str) -> None:
    """Remove the dictionaries that any version put into a folder, as far as they can be removed."""
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith("dictionary-") and name.endswith(".bin"):
                with contextlib.suppress(OSError):
                    os.unlink(os.path.join(folder, name))


def _file(folder: str, lang: str) -> str:
    from simplemma import __version__

    return os.path.join(folder, f"dictionary-{lang}-{__version__}.bin")


def _read(lang: str) -> Mapping[str, str] | None:
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    folder = kept_in()
    if not folder or lang not in SUPPORTED_LANGUAGES:  # no other code becomes part of a file's name
        return None
    try:
        with open(_file(folder, lang), "rb") as file:
            expected = int.from_bytes(file.read(_SUM), "big")
            found = 0
            while piece := file.read(_PIECE):
                found = zlib.crc32(piece, found)
            if found != expected:
                return None
            file.seek(_SUM)
            dictionary = _Reader(file).load()
    except Exception:  # whatever is wrong with it, it is made anew
        return None
    return dictionary if isinstance(dictionary, Mapping) else None


def _write(lang: str, dictionary: Mapping[str, str]) -> None:
    if not (folder := kept_in()):
        return
    from seocheck.atomic import opened_atomically

    with contextlib.suppress(OSError, pickle.PicklingError):
        os.makedirs(folder, mode=0o700, exist_ok=True)
        with opened_atomically(_file(folder, lang)) as file:
            file.write(bytes(_SUM))
            summed = _Summed(file)
            pickler = pickle.Pickler(summed, protocol=5)
            pickler.fast = True  # nothing in it is shared, and to remember all of it takes as much memory again
            pickler.dump(dictionary)
            file.seek(0)
            file.write(summed.sum.to_bytes(_SUM, "big"))


class _Summed:
    """A file to write to that adds up its CRC-32."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.sum = 0

    def write(self, data: Any) -> int:
        """Write bytes."""
        self.sum = zlib.crc32(data, self.sum)
        return self._file.write(data)


class _Reader(pickle.Unpickler):
    """Makes simplemma's dictionary and nothing else: a folder may have been filled by a stranger, and pickles may name
    any function."""

    def find_class(self, module: str, name: str) -> Any:
        """The one class that may be named."""
        from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamMap

        if (module, name) == (StreamMap.__module__, StreamMap.__qualname__):
            return StreamMap
        raise pickle.UnpicklingError(f"{module}.{name}")
