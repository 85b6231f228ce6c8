"""The key `house` of a settings file: its entries checked and Vale's files read, so that settings hold values alone."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import msgspec

from seocheck.base.late_pattern import late_pattern
from seocheck.base.nearest import did_you_mean
from seocheck.config.validate import KeyLines, in_plain_words
from seocheck.errors import SettingsError
from seocheck.house.rules import GROUP
from seocheck.house.values import KINDS, PLACEHOLDERS, ZONES, HouseEntry, HouseRule, Per
from seocheck.model.rule import SEVERITIES

NAME = late_pattern(r"[a-z][a-z0-9-]*")
MOST = 500
"""Rules of a house style."""
MOST_CHARACTERS = 500_000
"""Characters of all its patterns together; compiling them takes a second or two."""

KEYS = ("vale", *HouseEntry.__struct_fields__)


def house_rules(values: Any, origin: KeyLines, folder: str) -> dict[str, HouseRule | str]:
    """The rules of a file's key `house` by name; for a file of Vale that isn't used, under its name, the reason.

    folder: of the settings file; Vale's files must lie in it, "" where there is none. Raises SettingsError.
    """
    from seocheck.house.patterns import size_of

    if not isinstance(values, Mapping):
        raise origin.error(("house",), f"house: expected a name for each rule, and its keys below, got {_a(values)}")
    found: dict[str, HouseRule | str] = {}
    for name, entry in values.items():
        here = ("house", str(name))
        if not NAME.fullmatch(str(name)):
            raise origin.error(here, f"house: “{name}” can't be a rule's name: use small letters, digits and “-”")
        if not isinstance(entry, Mapping):
            raise origin.error(here, f"house: {name}: expected keys with values, such as kind, got {_a(entry)}")
        for key in entry:
            if key not in KEYS:
                raise origin.error((*here, str(key)), f"house: {name}: unknown key “{key}”{did_you_mean(key, KEYS)}")
        found.update(_of_vale(name, entry, origin, folder) if "vale" in entry else {name: _own(name, entry, origin)})
        if len(found) > MOST:
            raise origin.error(here, f"house: more than {MOST} rules")
        if sum(size_of(rule) for rule in found.values() if isinstance(rule, HouseRule)) > MOST_CHARACTERS:
            raise origin.error(here, f"house: more than {MOST_CHARACTERS:,} characters in all patterns")
    return found


def _own(name: str, entry: Mapping[str, Any], origin: KeyLines) -> HouseRule:
    from seocheck.house.patterns import PatternError, check_patterns

    here = ("house", name)
    try:
        values = {key: value for key, value in entry.items() if value is not None}
        rule = msgspec.convert({**values, "file": _shown(origin.name)}, HouseRule)
    except msgspec.ValidationError as error:
        if "kind" not in values:
            raise origin.error(here, f"house: {name}: “kind” is missing: one of {', '.join(KINDS)}") from None
        for key, wrong in _wrong_names(values):
            near = did_you_mean(wrong, NAMES[key]) or f"; one of {', '.join(NAMES[key])}"
            raise origin.error((*here, key), f"house: {name}: {key}: unknown “{wrong}”{near}") from None
        for key in ("kind", "per", "severity"):
            if not isinstance(values.get(key, ""), str):
                wanted = f"expected one of {', '.join(NAMES[key])}, got {_a(values[key])}"
                raise origin.error((*here, key), f"house: {name}: {key}: {wanted}") from None
        raise origin.type_error(error, here) from None
    for fault, key in _faults(rule):
        raise origin.error((*here, key), f"house: {name}: {fault}")
    try:
        check_patterns(rule)
    except PatternError as error:
        path = (*here, error.key, error.entry) if error.key else here
        raise origin.error(path, f"house: {name}: {f'{error.key}: ' if error.entry else ''}{error}") from None
    return rule


NAMES: Mapping[str, tuple[str, ...]] = {
    "kind": KINDS, "zones": ZONES, "per": get_args(Per), "severity": SEVERITIES,
}  # fmt: skip
"""Keys whose values are names, and the names there are."""


def _wrong_names(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Values that are none of the names of their key."""
    for key, names in NAMES.items():
        given = values.get(key)
        listed = given if key == "zones" and isinstance(given, (list, tuple)) else (given,)
        yield from ((key, each) for each in listed if isinstance(each, str) and each not in names)


def _faults(rule: HouseRule) -> Iterator[tuple[str, str]]:
    """What is wrong with the keys of a rule, each with the key."""
    if rule.kind == "substitution":
        if not rule.swap:
            yield "a substitution needs “swap”: words, and what to write instead", "kind"
        if rule.words:
            yield "a substitution has “swap” and no “words”", "words"
    else:
        if not rule.words:
            yield f"{_an(rule.kind)} needs “words”", "kind"
        if rule.swap:
            yield f"{_an(rule.kind)} has “words” and no “swap”", "swap"
    if rule.kind == "occurrence":
        if not (rule.max or rule.min):
            yield "an occurrence needs “max” or “min”", "kind"
        if rule.max and rule.min > rule.max:
            yield "“min” is above “max”", "min"
    else:
        for key in ("max", "min"):
            if getattr(rule, key):
                yield f"“{key}” is for rules of the kind occurrence", key
    for key in ("message", "hint"):
        known = PLACEHOLDERS[rule.kind]
        for found in re.findall(r"\{(\w+)\}", getattr(rule, key)):
            if found not in known:
                listed = " and ".join(
                    filter(None, (", ".join(f"{{{each}}}" for each in known[:-1]), f"{{{known[-1]}}}"))
                )
                yield f"{key}: nothing is filled in for {{{found}}}; {_an(rule.kind)} has {listed}", key
    if not rule.zones:
        yield "“zones” is empty", "zones"


def _of_vale(name: str, entry: Mapping[str, Any], origin: KeyLines, folder: str) -> dict[str, HouseRule | str]:
    """The rules of Vale in a file or a folder; in a folder, the file's name is put behind the one in the settings."""
    from seocheck.house.vale import LeftOutError, ValeError, read_vale  # few settings name any

    here = ("house", name, "vale")
    given = entry["vale"]
    if len(entry) > 1:
        raise origin.error(here, f"house: {name}: beside “vale” there can be no other key")
    if not isinstance(given, str) or not given:
        raise origin.error(here, f"house: {name}: vale: expected a file or a folder")
    if not folder:
        raise origin.error(here, f"house: {name}: only a settings file can name files of Vale")
    path = os.path.join(folder, given)
    if not _is_inside(Path(path), folder):
        raise origin.error(here, f"house: {name}: {_shown(path)} isn't in the folder of the settings file")
    if not os.path.lexists(path):
        raise origin.error(here, f"house: {name}: no such file or folder: {given}")
    files = sorted(Path(path).glob("*.yml")) if os.path.isdir(path) else [Path(path)]
    if os.path.isdir(path) and not files:
        raise origin.error(here, f"house: {name}: no rule in {given}; Vale's end in .yml")
    found: dict[str, HouseRule | str] = {}
    for file in files[: MOST + 1]:
        whole = name if file == Path(path) else f"{name}-{_kebab(file.stem)}"
        shown = _shown(os.fspath(file))
        if not _is_inside(file, folder):
            raise origin.error(here, f"house: {name}: {shown} isn't in the folder of the settings file")
        try:
            found[whole] = msgspec.structs.replace(read_vale(os.fspath(file)), file=shown)
        except LeftOutError as error:
            if file == Path(path):
                raise SettingsError(f"{shown}: seocheck doesn't run such rules of Vale: {error}") from None
            found[whole] = f"{shown} isn't used: {error}"
        except ValeError as error:
            line = f":{error.line}" if error.line else ""
            raise SettingsError(f"{shown}{line}: {in_plain_words(str(error))}") from None
    return found


def check_house_names(values: Mapping[str, Any], known: Mapping[str, object], origin: KeyLines) -> None:
    """Raise SettingsError for a rule of the house style that a file speaks of and that isn't there.

    known: the rules by name, of this file and of those that it is merged with.
    """
    ids = [f"{GROUP}/{name}" for name in known]
    for path, name in _spoken_of(values):
        if name.startswith(f"{GROUP}/") and name not in ids:
            key = next(each for each in path if each in ("severities", "ignore", "suppress"))
            raise origin.error(path, f"{key}: unknown rule “{name}”{did_you_mean(name, ids)}")


def _spoken_of(values: Mapping[str, Any], *before: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """The rules and groups that a file speaks of, each with its key."""
    severities, suppress, overrides = (values.get(key) for key in ("severities", "suppress", "overrides"))
    if isinstance(severities, Mapping):
        yield from (((*before, "severities", str(name)), str(name)) for name in severities)
    yield from (((*before, "ignore"), str(name)) for name in values.get("ignore") or ())
    if isinstance(suppress, Mapping):
        for pattern, names in suppress.items():
            for name in names if isinstance(names, (list, tuple)) else (names,):
                yield (*before, "suppress", str(pattern)), str(name)
    for number, entry in enumerate(overrides or ()):
        yield from _spoken_of(entry, "overrides", str(number))


def _is_inside(file: Path, folder: str) -> bool:
    return os.path.join(os.path.realpath(file), "").startswith(os.path.join(os.path.realpath(folder), ""))


def _kebab(name: str) -> str:
    """WordList -> word-list."""
    parts = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+", "-", name)
    return parts.strip("-").lower()


def _shown(path: str) -> str:
    try:
        return os.path.relpath(path).replace(os.sep, "/")
    except ValueError:  # another drive
        return path


def _a(value: object) -> str:
    """What a value is, in plain words."""
    return "a list" if isinstance(value, (list, tuple)) else "nothing" if value is None else f"“{str(value)[:40]}”"


def _an(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeo" else f"a {kind}"
