"""Settings that build on other files: `extends: ../shared/seocheck.yml`.

The extending file overrides what it extends. Keys with values are merged, an option of a rule by
itself; anything else is replaced. Patterns stay relative to the file that holds them.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from seocheck.config.house import check_house_names, house_rules
from seocheck.config.source import MAX_SIZE, SettingsSource, read_source
from seocheck.config.validate import KeyLines, check_values
from seocheck.rulekit.rule_set import RuleSet

BY_PATTERN = ("defaults", "suppress")
"""Keys whose own keys are globs."""

MOST_LEVELS = 10
"""Levels of files below the first: a house, a site and a section make three."""
MOST_FILES = 50
"""Files that one may extend, with those that they extend in turn."""


def merged_values(source: SettingsSource, rules: RuleSet) -> dict[str, Any]:
    """The values of a file over those of the files it extends. Raises SettingsError for the first fault in any of
    them."""
    merged: dict[str, Any] = {}
    renamed: list[str] = []
    files = chain(source, rules)
    for each in files:
        own = {key: value for key, value in each.values.items() if key != "extends" and value is not None}
        if "house" in own:
            own["house"] = house_rules(own["house"], KeyLines(each.path, each.lines), each.folder)
        merged = merge(merged, _moved(own, each.folder, source.folder))
        renamed += [line for line in each.renamed if line not in renamed]
    for each in files:
        check_house_names(each.values, merged.get("house", {}), KeyLines(each.path, each.lines))
    return {**merged, "renamed": tuple(renamed)}


def chain(source: SettingsSource, rules: RuleSet) -> list[SettingsSource]:
    """A file after those it extends, in the order in which they are applied; the last overrides all others.

    A file that is extended more than once is read once and applied once, at the last of its places: what it says
    before would only be said again. Raises SettingsError for the first fault in any of the files.
    """
    files = _Files(rules)
    top = files.add(source, ())
    found: list[SettingsSource] = []
    seen: set[str] = set()

    def visit(here: str) -> None:
        if here not in seen:
            seen.add(here)
            found.append(files.sources[here])
            for below in reversed(files.below[here]):
                visit(below)

    visit(top)
    return found[::-1]


class _Files:
    """Settings files that extend each other, by their real paths, each read once.

    below: those that each extends, in its order.
    """

    def __init__(self, rules: RuleSet) -> None:
        self._rules = rules
        self.sources: dict[str, SettingsSource] = {}
        self.below: dict[str, list[str]] = {}
        self._levels: dict[str, int] = {}  # of files below each
        self._size = 0

    def add(self, source: SettingsSource, above: tuple[str, ...]) -> str:
        """Take a file and all that it extends; its real path. above: those that extend it. Raises SettingsError."""
        origin = KeyLines(source.path, source.lines)
        check_values(source.values, origin, self._rules)
        here = os.path.realpath(source.path)
        self.sources[here] = source
        self.below[here] = []
        for name in _extended(source, origin):
            path = os.path.normpath(os.path.join(source.folder, os.path.expanduser(name)))
            real = os.path.realpath(path)
            if real in (*above, here):
                circle = " -> ".join(os.path.basename(p) for p in (*above, here, path))
                raise origin.error(("extends",), f"extends: a circle: {circle}")
            if len(above) + 1 + self._levels.get(real, 0) > MOST_LEVELS:
                raise origin.error(("extends",), f"extends: more than {MOST_LEVELS} levels of files that extend others")
            if real not in self.sources:
                self.add(self._read(name, path, origin), (*above, here))
            self.below[here].append(real)
        self._levels[here] = 1 + max((self._levels[each] for each in self.below[here]), default=-1)
        return here

    def _read(self, name: str, path: str, origin: KeyLines) -> SettingsSource:
        if not os.path.isfile(path):
            raise origin.error(("extends",), f"extends: no such file: {name}")
        if len(self.sources) > MOST_FILES:
            raise origin.error(("extends",), f"extends: more than {MOST_FILES} files")
        self._size += os.path.getsize(path)
        if self._size > MAX_SIZE:
            raise origin.error(("extends",), "extends: the files are too large together")
        base = read_source(path)
        if base is None:
            raise origin.error(("extends",), f"extends: {name} has no section [tool.seocheck]")
        return base


def merge(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Two mappings of settings in one; mappings within them are merged too, overrides are put after one another."""
    merged = dict(below)
    for key, value in above.items():
        known = merged.get(key)
        if key == "overrides" and isinstance(known, list) and isinstance(value, list):
            merged[key] = [*known, *value]
        elif isinstance(known, Mapping) and isinstance(value, Mapping):
            merged[key] = merge(known, value)
        else:
            merged[key] = value
    return merged


def _extended(source: SettingsSource, origin: KeyLines) -> list[str]:
    given = source.values.get("extends")
    if given is None:
        return []
    listed = given if isinstance(given, list) else [given]
    if not all(isinstance(name, str) and name for name in listed):
        raise origin.error(("extends",), "extends: expected a path or a list of paths")
    return listed


def _moved(values: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    """Values of a file in one folder as they read in a file of another: their patterns absolute."""
    if old == new:
        return values

    def moved(pattern: str) -> str:
        absolute = "/" not in pattern or os.path.isabs(pattern)
        return pattern if absolute else os.path.join(old, pattern).replace(os.sep, "/")

    values = dict(values)
    for key in BY_PATTERN:
        if isinstance(values.get(key), Mapping):
            values[key] = {moved(str(pattern)): value for pattern, value in values[key].items()}
    overrides = []
    for item in values.get("overrides", ()):
        files = item["files"]
        overrides.append({**item, "files": [moved(f) for f in ([files] if isinstance(files, str) else files)]})
    if overrides:
        values["overrides"] = overrides
    if isinstance(values.get("exclude"), list):
        values["exclude"] = [moved(pattern) for pattern in values["exclude"]]
    if isinstance(values.get("baseline"), str):
        values["baseline"] = os.path.join(old, values["baseline"])
    return values
