"""Read settings files: the closest `seocheck.yml` to an article, every wrong key named with its line."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from seocheck.config.settings import Settings
from seocheck.config.validate import Origin, to_settings
from seocheck.errors import SettingsError
from seocheck.yaml12 import Loader

FILE_NAMES = ("seocheck.yml", ".seocheck.yml")


def load_settings(path: str | Path) -> Settings:
    """Settings from a file. Raises SettingsError with file, line and key for anything wrong in it."""
    file = Path(path)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not UTF-8 text"
        raise SettingsError(f"{path}: cannot be read: {reason}") from None
    values, lines = _parse(text, str(path))
    return to_settings(values, Origin(str(path), lines), base=os.path.dirname(os.path.abspath(file)))


def settings_from(values: Mapping[str, Any], *, base: str = "") -> Settings:
    """Settings from plain values, as a script has them. Raises SettingsError."""
    return to_settings(dict(values), Origin("settings", {}), base=base)


class SettingsFinder:
    """Finds the settings that apply to a path: the closest file above it wins, nothing is merged."""

    def __init__(self, fixed: Settings | None = None) -> None:
        self._fixed = fixed
        self._by_folder: dict[Path, Settings | None] = {}

    def settings_for(self, path: str | Path) -> Settings:
        """The settings for an article; the defaults where no file is found. Raises SettingsError."""
        if self._fixed is not None:
            return self._fixed
        # Links are not followed: an article lies where its path says, and a circle of links must not raise here.
        folder = Path(os.path.abspath(path)).parent
        return self._find(folder) or Settings(base=str(folder))

    def _find(self, folder: Path) -> Settings | None:
        visited = []
        found: Settings | None = None
        while folder not in self._by_folder:
            visited.append(folder)
            file = next((f for name in FILE_NAMES if (f := folder / name).is_file()), None)
            if file is not None:
                found = load_settings(file)
                break
            if folder.parent == folder:
                break
            folder = folder.parent
        else:
            found = self._by_folder[folder]
        for each in visited:
            self._by_folder[each] = found
        return found


def _parse(text: str, name: str) -> tuple[dict[str, Any], dict[tuple[str, ...], int]]:
    try:
        root = yaml.compose(text, Loader=Loader)
        values = yaml.load(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark.line + 1) if error.problem_mark else 1
        raise SettingsError(f"{name}:{line}: not valid YAML: {error.problem or error.context}") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise SettingsError(f"{name}: not valid YAML: {str(error).splitlines()[0]}") from None
    if values is None:
        return {}, {}
    if not isinstance(values, dict):
        raise SettingsError(f"{name}:1: settings are keys with values, not a {type(values).__name__}")
    lines: dict[tuple[str, ...], int] = {}
    duplicates: list[str] = []
    _collect_lines(root, (), lines, duplicates, name)
    if duplicates:
        raise SettingsError(duplicates[0])
    return values, lines


def _collect_lines(
    node: Any, path: tuple[str, ...], lines: dict[tuple[str, ...], int], duplicates: list[str], name: str
) -> None:
    if isinstance(node, yaml.MappingNode) and len(path) < 10:
        for key, value in node.value:
            here = (*path, str(key.value))
            line = key.start_mark.line + 1
            if here in lines:
                duplicates.append(f"{name}:{line}: the key “{key.value}” is given twice (first on line {lines[here]})")
            lines[here] = line
            _collect_lines(value, here, lines, duplicates, name)
