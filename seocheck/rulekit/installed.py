"""Rules of installed packages: those with an entry point in the group `seocheck.rules` that names a package of theirs.

    [project.entry-points."seocheck.rules"]
    bees = "bees_style.rules"

Whoever installs such a package says that its rules are to run. What lies in the working folder, or below it, came with
the articles, and nobody said so.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from seocheck.errors import SeocheckError
from seocheck.rulekit.metadata_folders import metadata_folders

if TYPE_CHECKING:
    from importlib.metadata import Distribution
    from pathlib import Path

    from seocheck.rulekit.sources import RuleSource

GROUP = "seocheck.rules"


def installed_rules() -> tuple[tuple[RuleSource, ...], tuple[str, ...]]:
    """The rules of all packages, and a line for each package whose rules are not used. Raises SeocheckError.

    What is installed later in the life of this process is not seen.
    """
    return _installed(tuple(sys.path), _working_folder())


@lru_cache(maxsize=4)
def _installed(path: tuple[str, ...], here: str) -> tuple[tuple[RuleSource, ...], tuple[str, ...]]:
    found: list[RuleSource] = []
    ignored: list[str] = []
    for metadata in _with_rules(path):
        from importlib.metadata import Distribution  # takes longer than all else here, and few need it
        from pathlib import Path

        distribution = Distribution.at(Path(metadata))
        name = f"{distribution.metadata['Name']} {distribution.version}"
        inside = Path(metadata) if _is_below(metadata, here) else None
        for folder in () if inside else _folders(distribution, name):
            inside = folder if _is_below(os.fspath(folder), here) else inside
            if inside is None:
                found += _sources(folder, name)
        if inside is not None:
            ignored.append(f"the rules of the package {name} are not used: it lies in the working folder ({inside}); "
                           "--rules FOLDER uses them all the same")  # fmt: skip
    return tuple(found), tuple(ignored)


def _with_rules(path: tuple[str, ...]) -> Iterator[str]:
    """The metadata folders of packages with entry points of our group; of two of one name the first, as in imports."""
    seen = set()
    for stem, folder in metadata_folders(path):
        name = stem.partition("-")[0].lower()
        if name not in seen and _offers(folder):
            yield os.path.abspath(folder)
        seen.add(name)


def _offers(metadata: str) -> bool:
    try:
        with open(os.path.join(metadata, "entry_points.txt"), "rb", buffering=0) as file:
            return f"[{GROUP}]".encode() in file.readall()
    except OSError:
        return False


def _folders(distribution: Distribution, name: str) -> Iterator[Path]:
    """The folders that the entry points name. No package is imported to find them."""
    import importlib.util
    from importlib.machinery import PathFinder
    from pathlib import Path

    for point in distribution.entry_points.select(group=GROUP):
        top, *rest = point.module.split(".")
        spec = PathFinder.find_spec(top) or importlib.util.find_spec(top)
        folders = [Path(place, *rest) for place in (spec and spec.submodule_search_locations) or ()]
        folders = [folder.absolute() for folder in folders if folder.is_dir()]
        if not folders:
            raise SeocheckError(f"{name}: the entry point “{point.name}” in {GROUP} names no package: {point.value}")
        yield from folders


def _sources(folder: Path, name: str) -> list[RuleSource]:
    """Its rules. What they may import of their own package counts as part of them."""
    import hashlib

    from seocheck.rulekit.sources import folder_sources

    read = hashlib.sha256()
    for file in sorted(folder.rglob("*.py")):
        read.update(file.read_bytes())
    return [msgspec.structs.replace(each, beside=read.hexdigest()) for each in folder_sources(folder, name)]


def _working_folder() -> str:
    try:
        return os.path.realpath(os.getcwd())
    except OSError:  # it is gone, and nothing lies in it
        return ""


def _is_below(path: str, folder: str) -> bool:
    return bool(folder) and os.path.join(os.path.realpath(path), "").startswith(os.path.join(folder, ""))
