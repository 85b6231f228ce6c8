"""What a result depends on, as a key: the article's bytes and path, the settings, the rules, the code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from operator import itemgetter

import msgspec

from seocheck.base.digest import SIZE, blake2b, digest
from seocheck.config.settings import Settings
from seocheck.rulekit.metadata_folders import metadata_folders
from seocheck.rulekit.registry import PACKAGE, RULES
from seocheck.runs.cache.store import ResultCache

LIBRARIES = (
    "jellyfish", "markupsafe", "msgspec", "networkx", "numpy", "pathspec", "pyromark", "pystemmer", "pyyaml", "regex",
    "segtok", "simplemma", "textstat", "yake",
)  # fmt: skip
"""Libraries whose version may change a result, by the names of their metadata folders."""

LATER = ("cli", "edit", "fix", "formats", "gates", "history", "init", "lsp", "site", "suggest")
"""Folders of seocheck that take results and make none: no module that does imports from them."""


def code_mark(cache: ResultCache) -> bytes:
    """Tells one state of seocheck, its rules and its libraries from another, by what they hold.

    Reading all files takes 10 to 30 ms, looking at their sizes and times one; so the mark of what was seen before is
    kept in the cache.
    """
    roots = _roots()
    seen: list[object] = [sys.version, _libraries()]
    for name, entry in _files(roots):
        status = entry.stat()
        seen += (name, status.st_size, status.st_mtime_ns)
    return cache.mark(digest(repr(seen).encode("utf-8", "surrogatepass")), lambda: _read_all(roots))


def plan_key(mark: bytes, settings: Settings, how: Sequence[object]) -> bytes:
    """The part of a key that all articles with these settings share.

    how: what the command line says of the rules and the profile. Where the settings file is isn't part of it, only
    from where its globs count.
    """
    base = os.path.relpath(settings.base) if settings.base else ""
    counted = msgspec.structs.replace(settings, base=base, file="", exclude=(), baseline="", overrides=())
    return digest(mark + msgspec.json.encode((counted, how)))


def article_key(plan: bytes, path: str, named: bool, content: bytes) -> bytes:
    """The key of a result. named: whether the file was given by hand. content: the digest of its bytes."""
    return digest(plan + content + bytes([named]) + path.encode("utf-8", "surrogatepass"))


def _roots() -> list[str]:
    return [PACKAGE] if RULES.startswith(os.path.join(PACKAGE, "")) else [PACKAGE, RULES]


def _files(roots: Sequence[str]) -> list[tuple[str, os.DirEntry[str]]]:
    """All files that results depend on, with their names within a root, in a fixed order."""
    found: list[tuple[str, os.DirEntry[str]]] = []
    for root in roots:
        waiting = [(root, "")]
        start = len(found)
        while waiting:
            folder, within = waiting.pop()
            for entry in os.scandir(folder):
                name = within + entry.name
                if not entry.is_dir():
                    found.append((name, entry))
                elif entry.name != "__pycache__" and not (name in LATER and root == PACKAGE):
                    waiting.append((entry.path, f"{name}/"))
        found[start:] = sorted(found[start:], key=itemgetter(0))
    return found


def _read_all(roots: Sequence[str]) -> bytes:
    read = blake2b(repr((sys.version, _libraries())).encode(), digest_size=SIZE)
    for name, entry in _files(roots):
        with open(entry.path, "rb") as file:
            data = file.read()
        read.update(f"{name}\0{len(data)}\0".encode() + data)
    return read.digest()


def _libraries() -> list[str]:
    """Name and version of each library that is installed, from the names of their metadata folders: opening these
    would take longer than all else here."""
    stems = {stem.lower() for stem, _ in metadata_folders(tuple(sys.path))}
    return sorted(stem for stem in stems if stem.partition("-")[0] in LIBRARIES)
