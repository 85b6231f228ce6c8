"""The JSON Schema of settings files, so that editors complete and check them while they are written."""

from __future__ import annotations

from typing import Any

import msgspec

from seocheck.base.documentation import documentation
from seocheck.config.profiles import profile_names
from seocheck.config.settings import FIELD_NAMES, LABEL_FIELDS, SEVERITY_NAMES, Override, Settings
from seocheck.house.values import HouseEntry
from seocheck.rulekit.registry import LoadedRule
from seocheck.rulekit.rule_set import RuleSet, built_in

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def settings_schema(rules: RuleSet | None = None) -> dict[str, Any]:
    """The JSON Schema (2020-12) of `seocheck.yml` and of the section in pyproject.toml, which may speak of these rules;
    without them, of those of seocheck alone."""
    rules = rules or built_in()
    own, override = (_properties(kind) for kind in (Settings, Override))
    for name in ("base", "file", "root", "renamed"):
        del own[name]
    names = {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
    extends = {"description": "Settings files that this one extends, relative to it.", **names}
    shared = _shared(rules)
    own = {"extends": extends, **{key: {**value, **shared.get(key, {})} for key, value in own.items()}}
    override = {key: {**value, **shared.get(key, {})} for key, value in override.items()}
    override["files"] = {"description": "Globs of articles, relative to this file.", **names}
    entry = {"type": "object", "properties": override, "required": ["files"], "additionalProperties": False}
    own["overrides"] = {
        "description": _described(Settings)["overrides"],
        "type": "array",
        "items": {"$ref": "#/$defs/override"},
    }
    own["defaults"] = {
        "description": _described(Settings)["defaults"],
        "type": "object",
        "additionalProperties": {
            "type": "object",
            "properties": {name: {"oneOf": [*names["oneOf"], {"type": "null"}]} for name in FIELD_NAMES},
            "additionalProperties": False,
        },
    }
    entry_of_house = _properties(HouseEntry)
    entry_of_house["vale"] = {
        "description": "A file or folder of Vale's rules, in the folder of this file; no other key beside it.",
        "type": "string",
    }
    own["house"] = {
        "description": _described(Settings)["house"],
        "type": "object",
        "additionalProperties": {
            "type": "object",
            "properties": entry_of_house,
            "anyOf": [{"required": ["kind"]}, {"required": ["vale"]}],
            "additionalProperties": False,
        },
    }
    own["suppress"] = {
        "description": _described(Settings)["suppress"],
        "type": "object",
        "additionalProperties": {"oneOf": [_selector(rules), {"type": "array", "items": _selector(rules)}]},
    }
    return {
        "$schema": DIALECT,
        "title": "Settings of seocheck",
        "type": "object",
        "properties": own,
        "additionalProperties": False,
        "$defs": {"override": entry},
    }


def _shared(rules: RuleSet) -> dict[str, Any]:
    """What a schema made from types doesn't know: names of profiles, fields, rules and their options."""
    return {
        "profile": {"enum": list(profile_names())},
        "ignore": {"type": "array", "items": _selector(rules)},
        "fields": {"propertyNames": {"enum": list(FIELD_NAMES)}},
        "labels": {"propertyNames": {"enum": list(LABEL_FIELDS)}},
        "severities": {
            "type": "object",
            "properties": {
                **{name: _severity(f"All rules of the group {name}.") for name in rules.groups},
                **{name: _severity(loaded.summary) for name, loaded in rules.loaded.items()},
            },
            "additionalProperties": False,
        },
        "rules": {
            "type": "object",
            "properties": {name: _options(loaded) for name, loaded in rules.loaded.items() if loaded.option_defaults()},
            "additionalProperties": False,
        },
    }


def _severity(summary: str) -> dict[str, Any]:
    return {"description": summary, "enum": list(SEVERITY_NAMES)}


def _selector(rules: RuleSet) -> dict[str, Any]:
    return {"enum": [*rules.groups, *rules.group_by_rule]}


def _options(loaded: LoadedRule) -> dict[str, Any]:
    said = loaded.option_docs()
    properties = _properties(loaded.options)
    for option, schema in properties.items():
        if option in said:
            schema["description"] = said[option]
    return {
        "description": loaded.summary,
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _properties(kind: type[Any]) -> dict[str, dict[str, Any]]:
    """The properties of a class, without references, each with its description from the class."""
    (reference,), components = msgspec.json.schema_components([kind], ref_template="{name}")
    schema = components.get(reference.get("$ref", ""), reference)
    described = _described(kind)
    found: dict[str, dict[str, Any]] = {}
    for name, entry in schema["properties"].items():
        found[name] = {"description": described[name], **entry} if name in described else dict(entry)
    return found


def _described(kind: type[Any]) -> dict[str, str]:
    return _entries(documentation(kind))


def _entries(text: str) -> dict[str, str]:
    """The sentences of "name: what it is" paragraphs, lines joined."""
    found: dict[str, str] = {}
    last = ""
    for line in text.splitlines():
        name, colon, rest = line.strip().partition(": ")
        if colon and name.replace(", ", "").replace("_", "").isalnum() and " " not in name.replace(", ", ""):
            for each in name.split(", "):
                found[each] = rest
            last = name
        elif last and line.strip():
            for each in last.split(", "):
                found[each] += f" {line.strip()}"
        else:
            last = ""
    return {name: said[:1].upper() + said[1:] for name, said in found.items()}
