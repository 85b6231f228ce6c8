"""Read settings files: the closest `seocheck.yml` to an article, every wrong key named with its line."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
import yaml

from seocheck.config.settings import FIELD_NAMES, KEYS, SEVERITY_NAMES, Profile, Settings
from seocheck.errors import SettingsError
from seocheck.registry import load_rules, rules_folder
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
    return _convert(values, lines, str(path), base=os.path.dirname(os.path.abspath(file)))


def settings_from(values: Mapping[str, Any], *, base: str = "") -> Settings:
    """Settings from plain values, as a script has them. Raises SettingsError."""
    return _convert(dict(values), {}, "settings", base=base)


def load_profile(name: str) -> Profile:
    """A profile that ships with seocheck. Raises SettingsError for an unknown name."""
    path = rules_folder() / "profiles" / f"{name}.yml"
    if not re.fullmatch(r"[\w-]+", name) or not path.is_file():
        raise SettingsError(f"unknown profile “{name}”{_nearest(name, profile_names())}")
    values, lines = _parse(path.read_text(encoding="utf-8"), str(path))
    try:
        return msgspec.convert(values, Profile)
    except msgspec.ValidationError as error:
        raise _validation_error(error, lines, str(path)) from None


def profile_names() -> tuple[str, ...]:
    """The names of the profiles, sorted."""
    return tuple(sorted(p.stem for p in (rules_folder() / "profiles").glob("*.yml")))


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


def _nearest(word: str, names: Iterable[str]) -> str:
    names = list(names)
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.5)
    if not close:  # a rule named without its group
        close = [name for name in names if name.rpartition("/")[2] == word][:1]
    return f"; did you mean “{close[0]}”?" if close else ""


def unknown_rule(name: str) -> str:
    """The message for a rule or group that does not exist, with the nearest that does."""
    rules = load_rules()
    return f"unknown rule or group “{name}”{_nearest(name, [*rules, *dict.fromkeys(r.group for r in rules.values())])}"


def is_selector(name: str) -> bool:
    """Whether `name` is a rule or a group."""
    rules = load_rules()
    return name in rules or any(rule.group == name for rule in rules.values())


def _convert(values: dict[str, Any], lines: dict[tuple[str, ...], int], name: str, *, base: str) -> Settings:
    def fail(path: tuple[str, ...], message: str) -> SettingsError:
        line = next((lines[path[:i]] for i in range(len(path), 0, -1) if path[:i] in lines), 0)
        return SettingsError(f"{name}:{line}: {message}" if line else f"{name}: {message}")

    for key in values:
        if key not in KEYS:
            raise fail((str(key),), f"unknown key “{key}”{_nearest(str(key), KEYS)}")
    values = {key: value for key, value in values.items() if value is not None}
    rules = load_rules()
    for section in ("rules", "severities"):
        for rule in values.get(section) or {} if isinstance(values.get(section), dict) else {}:
            if rule not in rules:
                raise fail((section, str(rule)), f"{section}: {unknown_rule(str(rule))}")
    severities = values.get("severities")
    for rule, severity in severities.items() if isinstance(severities, dict) else ():
        if severity not in SEVERITY_NAMES:
            hint = _nearest(str(severity), SEVERITY_NAMES) or f"; one of {', '.join(SEVERITY_NAMES)}"
            raise fail(("severities", str(rule)), f"severities: {rule}: unknown severity “{severity}”{hint}")
    for rule, options in (values.get("rules") or {}).items() if isinstance(values.get("rules"), dict) else ():
        if not isinstance(options, dict):
            raise fail(("rules", rule), f"rules: {rule}: options are keys with values")
        known = rules[rule].option_defaults()
        for option in options:
            if option not in known:
                hint = _nearest(str(option), known) if known else "; this rule has no options"
                raise fail(("rules", rule, str(option)), f"rules: {rule}: unknown option “{option}”{hint}")
        try:
            msgspec.convert(options, rules[rule].options)
        except msgspec.ValidationError as error:
            raise _validation_error(error, lines, name, ("rules", rule)) from None
    for item in values.get("ignore") or () if isinstance(values.get("ignore"), (list, tuple)) else ():
        if not is_selector(str(item)):
            raise fail(("ignore",), f"ignore: {unknown_rule(str(item))}")
    for section in ("fields", "defaults"):
        entries = values.get(section)
        if isinstance(entries, dict):
            groups = (
                [((), entries)]
                if section == "fields"
                else [((g,), v) for g, v in entries.items() if isinstance(v, dict)]
            )
            for path, group in groups:
                for field, names in group.items():
                    where = ": ".join((section, *map(str, path)))
                    here = (section, *map(str, path), str(field))
                    if field not in FIELD_NAMES:
                        raise fail(here, f"{where}: unknown field “{field}”{_nearest(str(field), FIELD_NAMES)}")
                    listed = names if isinstance(names, (list, tuple)) else [names]
                    if not all(isinstance(name, str) for name in listed):
                        raise fail(here, f"{where}: {field}: expected a text or a list of texts")
    template = values.get("title_template")
    if isinstance(template, str) and "{title}" not in template:
        raise fail(("title_template",), "title_template: must contain {title}")
    printed = values.get("title_is_h1", "auto")
    if printed not in (True, False, "auto"):
        raise fail(("title_is_h1",), f"title_is_h1: expected auto, true or false, got “{printed}”")
    profile = values.get("profile", "default")
    if isinstance(profile, str) and profile not in profile_names():
        raise fail(("profile",), f"profile: unknown profile “{profile}”{_nearest(profile, profile_names())}")
    try:
        return msgspec.convert({**values, "base": base, "file": name}, Settings)
    except msgspec.ValidationError as error:
        raise _validation_error(error, lines, name) from None


def _validation_error(
    error: msgspec.ValidationError, lines: dict[tuple[str, ...], int], name: str, prefix: tuple[str, ...] = ()
) -> SettingsError:
    message, _, where = str(error).partition(" - at `")
    where = where.rstrip("`")
    keys = (*prefix, *re.findall(r"\.([\w-]+)|\[\.\.\.\]", where))
    keys = tuple(key for key in keys if key)
    line = next((lines[keys[:i]] for i in range(len(keys), 0, -1) if keys[:i] in lines), 0)
    # msgspec speaks of `int` and `str`; a person of whole numbers and texts.
    for machine, person in (
        ("`int | float`", "a number"),
        ("`int`", "a whole number"),
        ("`float`", "a number"),
        ("`str`", "a text"),
        ("`bool`", "true or false"),
        ("`array`", "a list"),
        ("`object`", "keys with values"),
        ("`null`", "nothing"),
    ):
        message = message.replace(machine, person)
    message = message[:1].lower() + message[1:]
    place = f"{name}:{line}" if line else name
    return SettingsError(f"{place}: {': '.join(keys) + ': ' if keys else ''}{message}")
