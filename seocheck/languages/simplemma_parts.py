"""The parts of simplemma that seocheck uses: its dictionaries, and how a word is looked up in one.

`import simplemma` also loads its language detector and its rules for thirty languages, whose 400 patterns take 80 ms to
compile, and nobody asks for them here. So its modules are imported under a name of their own, below packages that have
its folders and do not run its `__init__`; who imports simplemma beside that gets all of it as ever.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, Any

_NAME = "seocheck_simplemma"
_PACKAGES = ("", "strategies", "strategies.dictionaries")


def _import_part(name: str) -> Any:
    """A module of simplemma below this name. Raises ImportError where simplemma isn't installed."""
    if _NAME not in sys.modules:
        spec = find_spec("simplemma")
        if spec is None or not spec.submodule_search_locations:
            raise ModuleNotFoundError("No module named 'simplemma'", name="simplemma")
        folder = spec.submodule_search_locations[0]
        for package in _PACKAGES:
            bare = ModuleType(f"{_NAME}.{package}".rstrip("."))
            bare.__path__ = [os.path.join(folder, *package.split("."))]
            sys.modules[bare.__name__] = bare
    return import_module(f"{_NAME}.{name}")


if TYPE_CHECKING:
    from simplemma.strategies.dictionaries import frontcode
    from simplemma.strategies.dictionaries.dictionary_factory import (
        DATA_FOLDER,
        SUPPORTED_LANGUAGES,
        DecodedStrMapping,
    )
    from simplemma.strategies.dictionaries.dictionary_factory import _read_decompressed as read_decompressed
    from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamMap
    from simplemma.strategies.dictionary_lookup import DictionaryLookupStrategy
else:
    frontcode = _import_part("strategies.dictionaries.frontcode")
    _factory = _import_part("strategies.dictionaries.dictionary_factory")
    DATA_FOLDER, SUPPORTED_LANGUAGES = _factory.DATA_FOLDER, _factory.SUPPORTED_LANGUAGES
    DecodedStrMapping, read_decompressed = _factory.DecodedStrMapping, _factory._read_decompressed
    StreamMap = _import_part("strategies.dictionaries.stream_dictionary_factory").StreamMap
    DictionaryLookupStrategy = _import_part("strategies.dictionary_lookup").DictionaryLookupStrategy

__all__ = [
    "DATA_FOLDER",
    "SUPPORTED_LANGUAGES",
    "DecodedStrMapping",
    "DictionaryLookupStrategy",
    "StreamMap",
    "data_mark",
    "frontcode",
    "read_decompressed",
]


def data_mark(lang: str) -> str:
    """Tells one state of a language's dictionary from another, by the size and the time of its file. Raises OSError."""
    status = os.stat(os.path.join(DATA_FOLDER, f"{lang}.plzma"))
    return f"{status.st_size:x}-{status.st_mtime_ns:x}"
