"""What settings hold for an article and where each of them is said: what `seocheck show-config` prints."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from seocheck.base.yaml12 import dump_yaml
from seocheck.config.extend import chain
from seocheck.config.load import DEFAULTS, SettingsFinder, find_source, load_settings
from seocheck.config.overrides import matching
from seocheck.config.plan import make_plan
from seocheck.config.profiles import load_profile
from seocheck.config.settings import Settings
from seocheck.config.source import SettingsSource, read_source
from seocheck.house.rules import house_rules
from seocheck.rulekit.rule_set import RuleSet

Places = dict[tuple[str, ...], str]
"""Where a key, or an entry of a mapping, is said: "seocheck.yml:3"."""


class Explained(msgspec.Struct, frozen=True):
    """The settings of one article. files: those they come from, the closest last. places: where each is said."""

    path: str
    settings: Settings
    files: tuple[str, ...]
    overrides: tuple[str, ...]
    places: Places
    rules: RuleSet


def explain(path: str | Path, config: str | Path | None, rules: RuleSet) -> Explained:
    """The settings for an article at a path, which need not exist. Raises SettingsError."""
    name = os.fspath(path)
    source = read_source(config) if config is not None else _closest(name)
    if source is None:
        return Explained(name, DEFAULTS, (), (), {}, rules)
    finder = SettingsFinder(None if config is None else load_settings(source.path, rules=rules), rules)
    whole = finder.file_settings(name)
    sources = chain(source, rules)
    places: Places = {}
    listed: list[tuple[SettingsSource, int]] = []
    for each in sources:
        for keys, line in each.lines.items():
            if keys[0] != "overrides":
                places[keys[:3]] = f"{_shown(each.path)}:{line}"
        given = each.values.get("overrides")
        listed += [(each, number) for number in range(len(given) if isinstance(given, list) else 0)]
    applied = []
    for number in matching(whole, name):
        each, own = listed[number]
        here = ("overrides", str(own))
        globs = ", ".join(whole.overrides[number].patterns)
        applied.append(f"{_shown(each.path)}:{each.lines.get(here, 1)} ({globs})")
        for keys, line in each.lines.items():
            if keys[:2] == here and len(keys) > 2 and keys[2] != "files":
                places[keys[2:5]] = f"{_shown(each.path)}:{line}"
    files = tuple(_shown(s.path) for s in sources)
    return Explained(name, finder.settings_for(name), files, tuple(applied), places, rules)


def _closest(path: str) -> SettingsSource | None:
    folder = Path(os.path.abspath(path)).parent
    for each in (folder, *folder.parents):
        source = find_source(os.fspath(each))
        if source is not None:
            return source
    return None


def _shown(path: str) -> str:
    """A path as seen from the working folder."""
    try:
        return os.path.relpath(path)
    except ValueError:  # another drive
        return path


def explained_lines(explained: Explained, language: str = "") -> Iterator[str]:
    """As YAML that a settings file could hold, each value with the place where it is said as a comment.

    language: that by which the article is judged, and what tells it.
    """
    yield f"# for {explained.path}"
    if language:
        yield f"# language: {language}"
    if not explained.files:
        yield "# no settings file: the defaults apply"
    for file in reversed(explained.files):
        yield f"# from {file}"
    for override in explained.overrides:
        yield f"# with the override at {override}"
    settings = explained.settings
    for name in Settings.__struct_fields__:
        if name in ("base", "file", "root", "renamed", "overrides", "severities", "rules"):
            continue
        if name == "house":
            yield from _house(settings, explained.places)
            continue
        value = msgspec.to_builtins(getattr(settings, name))
        yield from _entry(name, value, explained.places)
    yield from _rules(explained)


def _house(settings: Settings, places: Places) -> Iterator[str]:
    """The rules of the house style; those of Vale by their files."""
    rules = settings.house.rules
    yield "house:" if rules else "house: {}"
    for name, rule in rules.items():
        if rule.vale:
            yield f"  # {name}: {rule.file}"
        else:
            shown = {key: value for key, value in msgspec.to_builtins(rule).items() if key != "file"}
            yield _noted(f"  {name}: {_plain(shown)}", places.get(("house", name), ""))
    yield from (f"  # {reason}" for reason in settings.house.left_out)


def _entry(name: str, value: Any, places: Places) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        yield f"{name}:"
        for key, each in value.items():
            yield _noted(f"  {_plain(key)}: {_plain(each)}", places.get((name, str(key)), ""))
    else:
        yield _noted(f"{name}: {_plain(value)}", places.get((name,), ""))


def _rules(explained: Explained) -> Iterator[str]:
    """Severities of all rules, and the options of those that have some, with who decided."""
    settings = explained.settings
    plan = make_plan(settings, rules=explained.rules)
    profile = load_profile(settings.profile)
    running = {rule.loaded.id: rule for rule in plan.rules}
    yield "severities:"
    for name, loaded in (*explained.rules.loaded.items(), *house_rules(settings.house).items()):
        severity = running[name].severity if name in running else "off"
        where = explained.places.get(("severities", name), "")
        if not where and severity == "off" and any(each in (name, loaded.group) for each in settings.ignore):
            where = f"ignore, {explained.places.get(('ignore',), '')}".rstrip(", ")
        if not where and profile is not None and name in profile.severities:
            where = f"profile {settings.profile}"
        yield _noted(f"  {name}: {severity}", where)
    yield "rules:"
    for name, rule in running.items():
        options = {option: getattr(rule.options, option) for option in rule.loaded.option_defaults()}
        if not options:
            continue
        yield f"  {name}:"
        for option, value in options.items():
            where = explained.places.get(("rules", name, option), "")
            if not where and profile is not None and option in profile.rules.get(name, {}):
                where = f"profile {settings.profile}"
            yield _noted(f"    {option}: {_plain(msgspec.to_builtins(value))}", where)


def _plain(value: Any) -> str:
    return dump_yaml(value)


def _noted(line: str, where: str) -> str:
    return f"{line}  # {where}" if where else line
