"""Check the values of a settings file; every error names file, line and key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

import msgspec

from seocheck.base.nearest import did_you_mean
from seocheck.config.profiles import profile_names
from seocheck.config.settings import FIELD_NAMES, KEYS, LABEL_FIELDS, OVERRIDE_KEYS, SEVERITY_NAMES, Settings
from seocheck.errors import SettingsError
from seocheck.house.values import HouseStyle
from seocheck.rulekit.rule_set import RuleSet

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


class KeyLines(msgspec.Struct, frozen=True):
    """The name of a settings file and the line of each of its keys."""

    name: str
    lines: Mapping[KeyPath, int]

    def error(self, path: KeyPath, message: str) -> SettingsError:
        """An error at a key, or at the closest key around it that has a line."""
        line = next((self.lines[path[:i]] for i in range(len(path), -1, -1) if path[:i] in self.lines), 0)
        return SettingsError(f"{self.name}:{line}: {message}" if line else f"{self.name}: {message}")

    def below(self, path: KeyPath) -> KeyLines:
        """The same for the values at a key."""
        size = len(path)
        lines = {keys[size:]: line for keys, line in self.lines.items() if keys[:size] == path}
        return KeyLines(self.name, lines)

    def type_error(self, error: msgspec.ValidationError, prefix: KeyPath = ()) -> SettingsError:
        """The same for a value of a wrong type or out of its range."""
        message, _, where = str(error).partition(" - at `")
        keys = (*prefix, *(key for key in re.findall(r"\.([\w-]+)|\[\.\.\.\]", where.rstrip("`")) if key))
        return self.error(keys, f"{': '.join(keys) + ': ' if keys else ''}{in_plain_words(message)}")


def in_plain_words(message: str) -> str:
    """What msgspec says of a type, for the middle of a line."""
    for machine, person in _IN_PLAIN_WORDS:
        message = message.replace(machine, person)
    message = re.sub(r"[Oo]bject missing required field `(\w+)`", r"“\1” is missing", message)
    message = re.sub(r"[Ii]nvalid enum value '(.*)'", r"unknown “\1”", message)
    return message[:1].lower() + message[1:]


def unknown_profile(name: str) -> str:
    """The message for a profile that does not exist, with the nearest that does."""
    return f"unknown profile “{name}”{did_you_mean(name, profile_names())}"


def to_settings(values: dict[str, Any], origin: KeyLines, *, base: str) -> Settings:
    """Settings from plain values that `check_values` found right. Raises SettingsError for a wrong type."""
    house = HouseStyle.of(values.get("house") or {})
    values = {key: value for key, value in values.items() if value is not None and key != "house"}
    try:
        made = msgspec.convert({**values, "base": base, "file": origin.name}, Settings)
        return msgspec.structs.replace(made, house=house) if house.rules or house.left_out else made
    except msgspec.ValidationError as error:
        raise origin.type_error(error) from None


def check_values(values: Mapping[str, Any], origin: KeyLines, rules: RuleSet) -> None:
    """Check the values of one file, which may speak of these rules. Raises SettingsError for the first fault."""
    for key in values:
        if key not in KEYS:
            raise origin.error((str(key),), f"unknown key “{key}”{did_you_mean(str(key), KEYS)}")
    _check_shared(values, origin, rules)
    _check_suppress(values, origin, rules)
    _check_defaults(values, origin)
    _check_overrides(values, origin, rules)
    own = {key: value for key, value in values.items() if value is not None and key not in ("extends", "house")}
    to_settings(own, origin, base="")


def _check_overrides(values: Mapping[str, Any], origin: KeyLines, rules: RuleSet) -> None:
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
                near = did_you_mean(str(key), OVERRIDE_KEYS)
                why = "; it applies to the whole site" if key in KEYS else near
                raise inner.error((str(key),), f"overrides: unknown key “{key}”{why}")
        _check_shared(entry, inner, rules)


def _check_shared(values: Mapping[str, Any], origin: KeyLines, rules: RuleSet) -> None:
    """The keys allowed at the top of a file and in its overrides."""
    for check in (_check_rules, _check_severities, _check_ignore):
        check(values, origin, rules)
    _check_fields(values, origin)
    _check_values(values, origin)


def _section(values: Mapping[str, Any], name: str) -> Iterator[tuple[str, Any]]:
    """The entries of a mapping; nothing if it isn't one, which `msgspec.convert` reports."""
    entries = values.get(name)
    if isinstance(entries, dict):
        yield from entries.items()


def _check_rules(values: Mapping[str, Any], origin: KeyLines, rules: RuleSet) -> None:
    for rule, options in _section(values, "rules"):
        if rule not in rules.group_by_rule:
            message = rules.unknown(str(rule))
            if str(rule).partition("/")[0] == "house":
                message = f"“{rule}” has no options here; they are under “house”"
            if rule in rules.groups:
                listed = ", ".join(rules.groups[rule])
                message = f"“{rule}” is a group, but options belong to a rule; its rules: {listed}"
            raise origin.error(("rules", str(rule)), f"rules: {message}")
        if not isinstance(options, dict):
            raise origin.error(("rules", rule), f"rules: {rule}: options are keys with values")
        loaded = rules.loaded[rule]
        known = loaded.option_defaults()
        for option in options:
            if option not in known:
                hint = did_you_mean(str(option), known) if known else "; this rule has no options"
                raise origin.error(("rules", rule, str(option)), f"rules: {rule}: unknown option “{option}”{hint}")
        try:
            msgspec.convert(options, loaded.options)
        except msgspec.ValidationError as error:
            raise origin.type_error(error, ("rules", rule)) from None


def _is_selector(rules: RuleSet, name: str) -> bool:
    """Whether it is a rule or a group. Rules of the house style are checked once all files are merged."""
    return rules.is_selector(name) or name.partition("/")[0] == "house"


def _check_severities(values: Mapping[str, Any], origin: KeyLines, rules: RuleSet) -> None:
    for rule, severity in _section(values, "severities"):
        if not _is_selector(rules, str(rule)):
            raise origin.error(("severities", str(rule)), f"severities: {rules.unknown(str(rule))}")
        if severity not in SEVERITY_NAMES:
            hint = did_you_mean(str(severity), SEVERITY_NAMES) or f"; one of {', '.join(SEVERITY_NAMES)}"
            raise origin.error(("severities", rule), f"severities: {rule}: unknown severity “{severity}”{hint}")


def _check_ignore(values: Mapping[str, Any], origin: KeyLines, rules: RuleSet) -> None:
    listed = values.get("ignore")
    for item in listed if isinstance(listed, (list, tuple)) else ():
        if not _is_selector(rules, str(item)):
            raise origin.error(("ignore",), f"ignore: {rules.unknown(str(item))}")


def _check_suppress(values: Mapping[str, Any], origin: KeyLines, rules: RuleSet) -> None:
    for pattern, names in _section(values, "suppress"):
        for name in names if isinstance(names, (list, tuple)) else (names,):
            if not _is_selector(rules, str(name)):
                raise origin.error(("suppress", str(pattern)), f"suppress: {pattern}: {rules.unknown(str(name))}")


def _check_fields(values: Mapping[str, Any], origin: KeyLines) -> None:
    _check_field_names(_section(values, "fields"), ("fields",), origin)
    _check_field_names(_section(values, "labels"), ("labels",), origin, LABEL_FIELDS)


def _check_defaults(values: Mapping[str, Any], origin: KeyLines) -> None:
    for pattern, given in _section(values, "defaults"):
        if isinstance(given, dict):
            filled = ((field, "" if value is None else value) for field, value in given.items())
            _check_field_names(filled, ("defaults", str(pattern)), origin)


def _check_field_names(
    entries: Iterator[tuple[str, Any]], path: KeyPath, origin: KeyLines, known: tuple[str, ...] = FIELD_NAMES
) -> None:
    where = ": ".join(path)
    for field, names in entries:
        here = (*path, str(field))
        if field not in known:
            raise origin.error(here, f"{where}: unknown field “{field}”{did_you_mean(str(field), known)}")
        listed = names if isinstance(names, (list, tuple)) else [names]
        if not all(isinstance(name, str) for name in listed):
            raise origin.error(here, f"{where}: {field}: expected a text or a list of texts")


def _check_values(values: Mapping[str, Any], origin: KeyLines) -> None:
    template = values.get("title_template")
    if isinstance(template, str) and "{title}" not in template:
        raise origin.error(("title_template",), "title_template: must contain {title}")
    printed = values.get("title_is_h1", "auto")
    if printed not in (True, False, "auto"):
        raise origin.error(("title_is_h1",), f"title_is_h1: expected auto, true or false, got “{printed}”")
    url = values.get("url", "")
    if isinstance(url, str) and url and not is_full_url(url):
        raise origin.error(("url",), f"url: expected a full URL such as https://example.org, got “{url}”")
    profile = values.get("profile", "default")
    if isinstance(profile, str) and profile not in profile_names():
        raise origin.error(("profile",), f"profile: {unknown_profile(profile)}")


def is_full_url(url: str) -> bool:
    """Whether an address has a scheme of the web, and a host."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.query and not parts.fragment
    except ValueError:
        return False
