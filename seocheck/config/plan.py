"""Settings and profile -> for each rule whether it runs, how much it weighs, how grave it is, its options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

import msgspec
from msgspec.structs import fields

from seocheck.base.digest import sha256
from seocheck.config.profiles import is_profile, load_profile
from seocheck.config.settings import Profile, Settings
from seocheck.errors import SettingsError
from seocheck.house.rules import GROUP, house_rules
from seocheck.model.rule import Severity
from seocheck.rulekit.registry import LoadedRule
from seocheck.rulekit.renamed import current
from seocheck.rulekit.rule_set import RuleSet, built_in


class RulePlan(msgspec.Struct, frozen=True):
    """One rule as it is to be run."""

    loaded: LoadedRule
    weight: float
    severity: Severity
    options: Any


class Plan(msgspec.Struct, frozen=True):
    """What is to be run for one article. `partial` when the command line left rules out.

    groups: rule -> its group, for every rule there is, whether it runs or not.
    """

    settings: Settings
    rules: tuple[RulePlan, ...]
    weights_hash: str
    partial: bool
    groups: Mapping[str, str] = {}


def make_plan(
    settings: Settings,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    scope: Literal["article", "site"] = "article",
    rules: RuleSet | None = None,
) -> Plan:
    """Decide about every rule. Raises SettingsError for an unknown profile, rule or group.

    `select` and `ignore` are those of the command line: a rule that the settings or the profile switch off
    is run all the same when it is selected by its own name. scope: which rules are meant, those that see one article or
    those that see a whole site. rules: all there are; without it, those of seocheck alone.
    """
    chosen, left_out = tuple(map(current, select)), tuple(map(current, ignore))
    rules = rules or built_in()
    check_names(settings, (*chosen, *left_out), rules)
    profile = load_profile(settings.profile)
    assert profile is not None
    house = house_rules(settings.house)
    on: list[RulePlan] = []
    for rule_id, loaded in (*rules.in_scope(scope).items(), *house.items()):
        if loaded.rule.scope != scope:
            continue
        severity = _severity(loaded, settings, profile)
        if _matches(loaded, settings.ignore):
            severity = "off"
        if severity == "off":
            if rule_id not in chosen:
                continue
            severity = "warning" if loaded.rule.severity == "off" else loaded.rule.severity
        weight = profile.weights.get(rule_id, loaded.rule.weight)
        options = _options(loaded, profile.rules.get(rule_id, {}), settings.rules.get(rule_id, {}))
        on.append(RulePlan(loaded, weight, severity, options))
    kept = [r for r in on if (not chosen or _matches(r.loaded, chosen)) and not _matches(r.loaded, left_out)]
    digest = sha256(repr([(r.loaded.id, r.weight) for r in on if r.weight]).encode()).hexdigest()[:12]
    partial = [r.loaded.id for r in kept if r.weight] != [r.loaded.id for r in on if r.weight]
    return Plan(settings, tuple(kept), digest, partial, {**rules.group_by_rule, **dict.fromkeys(house, GROUP)})


def _severity(loaded: LoadedRule, settings: Settings, profile: Profile) -> Severity | Literal["off"]:
    """The severity that applies: of the settings first, and of a rule before its group."""
    for said in (settings.severities, profile.severities):
        for name in (loaded.id, loaded.group):
            if name in said:
                return said[name]
    return loaded.rule.severity


def check_names(settings: Settings, selectors: Iterable[str], rules: RuleSet) -> None:
    """Raise SettingsError for an unknown profile, rule or group. Neither a rule nor a profile is loaded for it."""
    house = {GROUP, *(f"{GROUP}/{name}" for name in settings.house.rules)} if settings.house.rules else ()
    for name in map(current, selectors):
        if not rules.is_selector(name) and name not in house:
            raise SettingsError(rules.unknown(name))
    if not is_profile(settings.profile):
        from seocheck.config.validate import unknown_profile

        raise SettingsError(unknown_profile(settings.profile))


def _matches(loaded: LoadedRule, names: Iterable[str]) -> bool:
    return any(name in (loaded.id, loaded.group) for name in names)


def _options(loaded: LoadedRule, *layers: Mapping[str, Any]) -> Any:
    merged: dict[str, Any] = {}
    for layer in layers:
        merged.update(layer)
    if not merged:
        return loaded.options()
    known = {f.name for f in fields(loaded.options)}
    return msgspec.convert({k: v for k, v in merged.items() if k in known}, loaded.options)
