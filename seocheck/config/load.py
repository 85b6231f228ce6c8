"""Find and read settings files: the closest one to an article holds, every wrong key named with its line."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from seocheck.base.bounds import HIDDEN, OUTSIDE, Bounds
from seocheck.config.file_names import FILE_NAMES, PYPROJECT
from seocheck.config.overrides import matching, overridden
from seocheck.config.settings import Settings
from seocheck.errors import SettingsError
from seocheck.rulekit.rule_set import RuleSet, RulesLike, built_in, rule_set

if TYPE_CHECKING:  # loaded where there is a settings file, or values to check
    from pathlib import Path

    from seocheck.config.source import SettingsSource

DEFAULTS = Settings()

FAULTS = {OUTSIDE: "a link to outside its folder and repository", HIDDEN: HIDDEN}


def load_settings(path: str | Path, *, rules: RuleSet | RulesLike = None) -> Settings:
    """Settings from a file, with what it extends. Raises SettingsError with file, line and key for anything wrong.

    rules: folders of rules of your own that the file may speak of.
    """
    from seocheck.config.source import read_source

    source = read_source(path)
    if source is None:
        raise SettingsError(f"{path}: no section [tool.seocheck]")
    return _settings(source, rules if isinstance(rules, RuleSet) else rule_set(rules))


def settings_from(values: Mapping[str, Any], *, base: str = "", rules: RuleSet | None = None) -> Settings:
    """Settings from plain values, as a script has them. Raises SettingsError."""
    from seocheck.config.house import check_house_names, house_rules
    from seocheck.config.validate import KeyLines, check_values, to_settings
    from seocheck.rulekit.renamed import with_current_names

    origin = KeyLines("settings", {})
    if "extends" in values:
        raise SettingsError("settings: extends: only settings from a file can extend others; load_settings reads one")
    values, _ = with_current_names(values)
    check_values(values, origin, rules or built_in())
    house = house_rules(values["house"], origin, base) if values.get("house") is not None else {}
    check_house_names(values, house, origin)
    return to_settings({**values, "house": house}, origin, base=base)


def _settings(source: SettingsSource, rules: RuleSet) -> Settings:
    from seocheck.config.extend import merged_values
    from seocheck.config.validate import KeyLines, to_settings

    return to_settings(merged_values(source, rules), KeyLines(source.path, source.lines), base=source.folder)


class SettingsFinder:
    """Finds the settings that apply to a path: the closest file above it holds, with its overrides applied.

    fixed: settings for all paths, whatever files there are. rules: what the files may speak of, and what runs; without
    it, the rules of seocheck alone.
    """

    def __init__(self, fixed: Settings | None = None, rules: RuleSet | None = None) -> None:
        self.fixed = fixed
        self.rules = rules or built_in()
        self._by_folder: dict[str, Settings | None] = {}
        self._overridden: dict[tuple[int, tuple[int, ...]], tuple[Settings, Settings]] = {}

    def settings_for(self, path: str | Path) -> Settings:
        """The settings for an article; the defaults where no file is found. Raises SettingsError.

        Articles to which the same settings apply are given the same object.
        """
        whole = self.file_settings(path)
        numbers = matching(whole, os.fspath(path))
        if not numbers:
            return whole
        key = (id(whole), numbers)
        known = self._overridden.get(key)
        if known is None or known[0] is not whole:
            known = self._overridden[key] = (whole, overridden(whole, numbers))
        return known[1]

    def file_settings(self, path: str | Path) -> Settings:
        """The settings of the file that holds for a path, without its overrides. Raises SettingsError."""
        if self.fixed is not None:
            return self.fixed
        # Links are not followed: an article lies where its path says, and a circle of links must not raise here.
        folder = os.path.dirname(os.path.abspath(path))
        return self._find(folder) or DEFAULTS

    def _find(self, folder: str) -> Settings | None:
        visited = []
        found: Settings | None = None
        while folder not in self._by_folder:
            visited.append(folder)
            source = find_source(folder)
            if source is not None:
                found = _settings(source, self.rules)
                break
            above = os.path.dirname(folder)
            if above == folder:
                break
            folder = above
        else:
            found = self._by_folder[folder]
        for each in visited:
            self._by_folder[each] = found
        return found


def find_source(folder: str) -> SettingsSource | None:
    """The settings file of a folder itself; a pyproject.toml only where it has the section. Raises SettingsError.

    A link is followed within the folder and its repository alone: nobody named what it leads to. A folder that cannot
    be looked into has no settings; what lies in it cannot be read either, and is named for that.
    """
    for name in (*FILE_NAMES, PYPROJECT):
        file = os.path.join(folder, name)
        if os.path.isfile(file):
            from seocheck.config.source import read_source

            source = read_source(file, _target(folder, file) if os.path.islink(file) else None)
            if source is not None:
                return source
    return None


def _target(folder: str, link: str) -> str:
    real = os.path.realpath(link)
    fault = Bounds([folder]).fault(real, hidden=True)
    if fault:
        raise SettingsError(f"{link}: {FAULTS[fault]}: not read; use --config to read settings from anywhere")
    return real
