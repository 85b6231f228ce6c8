"""Rules that had another name before: settings, comments, baselines and commands that use it go on working."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

RENAMED: Mapping[str, str] = {"keywords/late-or-clustered": "keywords/said-late"}
"""Former name -> present name."""


def current(name: str) -> str:
    """The present name of a rule; any other text as it is."""
    return RENAMED.get(name, name)


def notice(name: str) -> str:
    """The sentence for somebody who uses a former name."""
    return f"the rule “{name}” is now called “{RENAMED[name]}”"


def with_current_names(values: Mapping[str, Any]) -> tuple[dict[str, Any], list[tuple[str, ...]]]:
    """The values of a settings file with present names, and the path of each former one that was used."""
    used: list[tuple[str, ...]] = []
    return {key: _section(key, value, (key,), used) for key, value in values.items()}, used


def _section(key: str, value: Any, path: tuple[str, ...], used: list[tuple[str, ...]]) -> Any:
    if key in ("rules", "severities") and isinstance(value, dict):
        used += [(*path, name) for name in value if name in RENAMED]
        return {current(name): inner for name, inner in value.items()}
    if key == "ignore":
        return _names(value, path, used)
    if key == "suppress" and isinstance(value, dict):
        return {glob: _names(names, (*path, str(glob)), used) for glob, names in value.items()}
    if key == "overrides" and isinstance(value, (list, tuple)):
        return [
            {name: _section(name, inner, (*path, str(at), name), used) for name, inner in entry.items()}
            if isinstance(entry, dict)
            else entry
            for at, entry in enumerate(value)
        ]
    return value


def _names(value: Any, path: tuple[str, ...], used: list[tuple[str, ...]]) -> Any:
    if isinstance(value, str):
        listed: Iterable[Any] = [value]
    elif isinstance(value, (list, tuple)):
        listed = value
    else:
        return value
    used += [(*path, name) for name in listed if isinstance(name, str) and name in RENAMED]
    return [current(name) if isinstance(name, str) else name for name in listed]
