"""Settings that build on other files: `extends: ../shared/seocheck.yml`.

What the extending file says stands above what it extends. Keys with values are merged, an option of a rule by
itself; anything else is replaced. Patterns stay relative to the file that holds them.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from seocheck.config.source import Source, read_source
from seocheck.config.validate import Origin, check_values

BY_PATTERN = ("defaults", "suppress")
"""Keys whose own keys are globs."""


def merged_values(source: Source, above: tuple[str, ...] = ()) -> dict[str, Any]:
    """The values of a file over those of the files it extends. Raises SettingsError for the first fault in any of them.

    above: the files, by their real paths, that extend this one.
    """
    origin = Origin(source.path, source.lines)
    check_values(source.values, origin)
    own = {key: value for key, value in source.values.items() if key != "extends" and value is not None}
    here = os.path.realpath(source.path)
    merged: dict[str, Any] = {}
    for name in _extended(source, origin):
        path = os.path.normpath(os.path.join(source.folder, os.path.expanduser(name)))
        if os.path.realpath(path) in (*above, here):
            circle = " -> ".join(os.path.basename(p) for p in (*above, here, path))
            raise origin.error(("extends",), f"extends: a circle: {circle}")
        if not os.path.isfile(path):
            raise origin.error(("extends",), f"extends: no such file: {name}")
        base = read_source(path)
        if base is None:
            raise origin.error(("extends",), f"extends: {name} has no section [tool.seocheck]")
        below = merged_values(base, (*above, here))
        merged = merge(merged, _moved(below, base.folder, source.folder))
    return merge(merged, own)


def chain(source: Source) -> list[Source]:
    """A file behind those it extends, in the order in which they are applied; the last stands above all.

    Asked only of files that `merged_values` found right.
    """
    found: list[Source] = []
    for name in _extended(source, Origin(source.path, source.lines)):
        base = read_source(os.path.normpath(os.path.join(source.folder, os.path.expanduser(name))))
        if base is not None:
            found += chain(base)
    return [*found, source]


def merge(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Two mappings of settings in one; mappings within them are merged too, overrides are put behind one another."""
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


def _extended(source: Source, origin: Origin) -> list[str]:
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
