"""Check the values of a settings file; every error names file, line and key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from seocheck.base.nearest import nearest_name
from seocheck.config.profiles import profile_names
from seocheck.config.settings import FIELD_NAMES, KEYS, LABEL_FIELDS, OVERRIDE_KEYS, SEVERITY_NAMES, Settings
from seocheck.errors import SettingsError
from seocheck.rulekit.registry import group_of, load_rule, rule_files

KeyPath = tuple[str, ...]

_IN_PLAIN_WORDS = (
    ("`int | float`", "a number"),
    ("`int`", "a whole number"),
    ("`float`", "a number"),
    ("`str`", "a text"),
    ("`bool`", "true or false"),
    ("`array`", "a list"),
    ("`object`", "keys with values"),
    ("`null`", "nothing"),
)
"""msgspec speaks of `int` and `str`; a person of whole numbers and texts."""


class Origin(msgspec.Struct, frozen=True):
    """The name of a settings file and the line of each of its keys."""

    name: str
    lines: Mapping[KeyPath, int]

    def error(self, path: KeyPath, message: str) -> SettingsError:
        """An error at a key, or at the closest key around it that has a line."""
        line = next((self.lines[path[:i]] for i in range(len(path), -1, -1) if path[:i] in self.lines), 0)
        return SettingsError(f"{self.name}:{line}: {message}" if line else f"{self.name}: {message}")

    def below(self, path: KeyPath) -> Origin:
        """The same for the values at a key."""
        size = len(path)
        lines = {keys[size:]: line for keys, line in self.lines.items() if keys[:size] == path}
        return Origin(self.name, lines)

    def type_error(self, error: msgspec.ValidationError, prefix: KeyPath = ()) -> SettingsError:
        """The same for a value of a wrong type or out of its range."""
        message, _, where = str(error).partition(" - at `")
        keys = (*prefix, *(key for key in re.findall(r"\.([\w-]+)|\[\.\.\.\]", where.rstrip("`")) if key))
        for machine, person in _IN_PLAIN_WORDS:
            message = message.replace(machine, person)
        message = message[:1].lower() + message[1:]
        return self.error(keys, f"{': '.join(keys) + ': ' if keys else ''}{message}")


def nearest(word: str, names: Iterable[str]) -> str:
    """ "; did you mean ...?" for the right name that is nearest to a wrong one, "" where none is near."""
    close = nearest_name(word, names)
    return f"; did you mean “{close}”?" if close else ""


def unknown_rule(name: str) -> str:
    """The message for a rule or group that does not exist, with the nearest that does."""
    rules = rule_files()
    return f"unknown rule or group “{name}”{nearest(name, [*rules, *dict.fromkeys(map(group_of, rules))])}"


def unknown_profile(name: str) -> str:
    """The message for a profile that does not exist, with the nearest that does."""
    return f"unknown profile “{name}”{nearest(name, profile_names())}"


def groups() -> dict[str, list[str]]:
    """The rules of each group, in order. Nothing is loaded."""
    found: dict[str, list[str]] = {}
    for rule in rule_files():
        found.setdefault(group_of(rule), []).append(rule)
    return found


def is_selector(name: str) -> bool:
    """Whether `name` is a rule or a group."""
    rules = rule_files()
    return name in rules or name in map(group_of, rules)


def to_settings(values: dict[str, Any], origin: Origin, *, base: str) -> Settings:
    """Settings from plain values that `check_values` found right. Raises SettingsError for a wrong type."""
    values = {key: value for key, value in values.items() if value is not None}
    try:
        return msgspec.convert({**values, "base": base, "file": origin.name}, Settings)
    except msgspec.ValidationError as error:
        raise origin.type_error(error) from None


def check_values(values: Mapping[str, Any], origin: Origin) -> None:
    """Check the values of one file. Raises SettingsError for the first fault."""
    for key in values:
        if key not in KEYS:
            raise origin.error((str(key),), f"unknown key “{key}”{nearest(str(key), KEYS)}")
    _check_shared(values, origin)
    for check in (_check_suppress, _check_defaults):
        check(values, origin)
    _check_overrides(values, origin)
    own = {key: value for key, value in values.items() if value is not None and key != "extends"}
    to_settings(own, origin, base="")


def _check_overrides(values: Mapping[str, Any], origin: Origin) -> None:
    listed = values.get("overrides")
    if listed is None:
        return
    if not isinstance(listed, (list, tuple)):
        raise origin.error(("overrides",), "overrides: expected a list of entries with “files”")
    for number, entry in enumerate(listed):
        here = ("overrides", str(number))
        if not isinstance(entry, dict):
            raise origin.error(here, f"overrides: entry {number + 1}: expected keys with values")
        inner = origin.below(here)
        if not entry.get("files"):
            raise inner.error((), f"overrides: entry {number + 1}: “files” has no glob")
        for key in entry:
            if key not in OVERRIDE_KEYS:
                near = nearest(str(key), OVERRIDE_KEYS)
                why = "; it applies to the whole site" if key in KEYS else near
                raise inner.error((str(key),), f"overrides: unknown key “{key}”{why}")
        _check_shared(entry, inner)


def _check_shared(values: Mapping[str, Any], origin: Origin) -> None:
    """The keys allowed at the top of a file and in its overrides."""
    for check in (_check_rules, _check_severities, _check_ignore, _check_fields, _check_values):
        check(values, origin)


def _section(values: Mapping[str, Any], name: str) -> Iterator[tuple[str, Any]]:
    """The entries of a mapping; nothing if it isn't one, which `msgspec.convert` reports."""
    entries = values.get(name)
    if isinstance(entries, dict):
        yield from entries.items()


def _check_rules(values: Mapping[str, Any], origin: Origin) -> None:
    files = rule_files()
    for rule, options in _section(values, "rules"):
        if rule not in files:
            if rule in groups():
                message = f"“{rule}” is a group, but options belong to a rule; its rules: {', '.join(groups()[rule])}"
            else:
                message = unknown_rule(str(rule))
            raise origin.error(("rules", str(rule)), f"rules: {message}")
        if not isinstance(options, dict):
            raise origin.error(("rules", rule), f"rules: {rule}: options are keys with values")
        loaded = load_rule(rule, files[rule])
        known = loaded.option_defaults()
        for option in options:
            if option not in known:
                hint = nearest(str(option), known) if known else "; this rule has no options"
                raise origin.error(("rules", rule, str(option)), f"rules: {rule}: unknown option “{option}”{hint}")
        try:
            msgspec.convert(options, loaded.options)
        except msgspec.ValidationError as error:
            raise origin.type_error(error, ("rules", rule)) from None


def _check_severities(values: Mapping[str, Any], origin: Origin) -> None:
    for rule, severity in _section(values, "severities"):
        if not is_selector(str(rule)):
            raise origin.error(("severities", str(rule)), f"severities: {unknown_rule(str(rule))}")
        if severity not in SEVERITY_NAMES:
            hint = nearest(str(severity), SEVERITY_NAMES) or f"; one of {', '.join(SEVERITY_NAMES)}"
            raise origin.error(("severities", rule), f"severities: {rule}: unknown severity “{severity}”{hint}")


def _check_ignore(values: Mapping[str, Any], origin: Origin) -> None:
    listed = values.get("ignore")
    for item in listed if isinstance(listed, (list, tuple)) else ():
        if not is_selector(str(item)):
            raise origin.error(("ignore",), f"ignore: {unknown_rule(str(item))}")


def _check_suppress(values: Mapping[str, Any], origin: Origin) -> None:
    for pattern, names in _section(values, "suppress"):
        for name in names if isinstance(names, (list, tuple)) else (names,):
            if not is_selector(str(name)):
                raise origin.error(("suppress", str(pattern)), f"suppress: {pattern}: {unknown_rule(str(name))}")


def _check_fields(values: Mapping[str, Any], origin: Origin) -> None:
    _check_field_names(_section(values, "fields"), ("fields",), origin)
    _check_field_names(_section(values, "labels"), ("labels",), origin, LABEL_FIELDS)


def _check_defaults(values: Mapping[str, Any], origin: Origin) -> None:
    for pattern, given in _section(values, "defaults"):
        if isinstance(given, dict):
            _check_field_names(iter(given.items()), ("defaults", str(pattern)), origin)


def _check_field_names(
    entries: Iterator[tuple[str, Any]], path: KeyPath, origin: Origin, known: tuple[str, ...] = FIELD_NAMES
) -> None:
    where = ": ".join(path)
    for field, names in entries:
        here = (*path, str(field))
        if field not in known:
            raise origin.error(here, f"{where}: unknown field “{field}”{nearest(str(field), known)}")
        listed = names if isinstance(names, (list, tuple)) else [names]
        if not all(isinstance(name, str) for name in listed):
            raise origin.error(here, f"{where}: {field}: expected a text or a list of texts")


def _check_values(values: Mapping[str, Any], origin: Origin) -> None:
    template = values.get("title_template")
    if isinstance(template, str) and "{title}" not in template:
        raise origin.error(("title_template",), "title_template: must contain {title}")
    printed = values.get("title_is_h1", "auto")
    if printed not in (True, False, "auto"):
        raise origin.error(("title_is_h1",), f"title_is_h1: expected auto, true or false, got “{printed}”")
    profile = values.get("profile", "default")
    if isinstance(profile, str) and profile not in profile_names():
        raise origin.error(("profile",), f"profile: {unknown_profile(profile)}")
