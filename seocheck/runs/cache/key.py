"""What a result depends on, as a key: the article's bytes and path, the settings, the rules, the code."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from seocheck.config.settings import Settings
from seocheck.runs.cache.store import ResultCache

LIBRARIES = (
    "jellyfish", "markupsafe", "msgspec", "networkx", "numpy", "pathspec", "pyromark", "pystemmer", "pyyaml", "regex",
    "segtok", "simplemma", "textstat", "yake",
)  # fmt: skip
"""Libraries whose version may change a result, by the names of their metadata folders."""


def code_mark(cache: ResultCache) -> bytes:
    """Tells one state of seocheck, its rules and its libraries from another, by what they hold.

    Reading all files takes 10 to 30 ms, looking at their sizes and times one; so the mark of what was seen before is
    kept in the cache.
    """
    seen = hashlib.sha256(repr((sys.version, _libraries())).encode())
    roots = _roots()
    for name, entry in _files(roots):
        status = entry.stat()
        seen.update(f"{name}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
    return cache.mark(seen.digest(), lambda: _read_all(roots))


def plan_key(mark: bytes, settings: Settings, how: Sequence[object]) -> bytes:
    """The part of a key that all articles with these settings share.

    how: what the command line says of the rules and the profile. Where the settings file is isn't part of it, only
    from where its globs count.
    """
    base = os.path.relpath(settings.base) if settings.base else ""
    counted = msgspec.structs.replace(settings, base=base, file="", exclude=(), baseline="", overrides=())
    return hashlib.sha256(mark + msgspec.json.encode((counted, how))).digest()


def article_key(plan: bytes, path: str, named: bool, digest: bytes) -> bytes:
    """The key of a result. named: whether the file was given by hand. digest: of its bytes."""
    return hashlib.sha256(plan + digest + bytes([named]) + path.encode("utf-8", "surrogatepass")).digest()


def content_digest(data: bytes) -> bytes:
    """SHA-256 of an article's bytes."""
    return hashlib.sha256(data).digest()


def _roots() -> list[str]:
    from seocheck.rulekit.registry import rules_folder

    package, rules = Path(__file__).resolve().parents[2], rules_folder()
    return [str(package)] if rules.is_relative_to(package) else [str(package), str(rules)]


def _files(roots: Sequence[str]) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """All files with their names within a root, in a fixed order."""
    for root in roots:
        yield from _inside(root, "")


def _inside(folder: str, name: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    for entry in sorted(os.scandir(folder), key=lambda e: e.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _inside(entry.path, f"{name}{entry.name}/")
        else:
            yield f"{name}{entry.name}", entry


def _read_all(roots: Sequence[str]) -> bytes:
    read = hashlib.sha256(repr((sys.version, _libraries())).encode())
    for name, entry in _files(roots):
        with open(entry.path, "rb") as file:
            data = file.read()
        read.update(f"{name}\0{len(data)}\0".encode() + data)
    return read.digest()


def _libraries() -> list[str]:
    """Name and version of each library that is installed, from the names of their metadata folders: opening these
    would take longer than all else here."""
    found = set()
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        for name in names:
            stem, ending = os.path.splitext(name)
            if ending in (".dist-info", ".egg-info") and stem.partition("-")[0].lower() in LIBRARIES:
                found.add(stem.lower())
    return sorted(found)
