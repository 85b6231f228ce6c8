"""The option `--rules FOLDER`: rules of somebody's own beside those of seocheck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click

from seocheck.cli.common.output import notify
from seocheck.config import Settings, SettingsFinder, load_settings
from seocheck.errors import SettingsError
from seocheck.formats.people.styled import safe
from seocheck.house.rules import house_rules
from seocheck.rulekit.foreign import refuse_exit
from seocheck.rulekit.registry import LoadedRule
from seocheck.rulekit.rule_set import RuleSet, rule_set

rules_option = click.option(
    "--rules", multiple=True, metavar="FOLDER",
    help="Run the rules in this folder too. They are code: name only what you trust.",
)  # fmt: skip


def rules_in(folders: Sequence[str]) -> RuleSet:
    """The rules of seocheck, of installed packages and of these folders; says which packages are not used. Raises
    SeocheckError."""
    refuse_exit()
    rules = rule_set(folders)
    for line in rules.ignored:
        notify(safe(line))
    return rules


def house_here(rules: RuleSet) -> Mapping[str, LoadedRule]:
    """The rules of the house style that applies to an article in the working folder; none, with a line, where its
    settings can't be used."""
    try:
        return house_rules(SettingsFinder(rules=rules).file_settings("article.md").house)
    except SettingsError as error:
        notify(safe(str(error)))
        return {}


def settings_finder(rules: RuleSet, config: str | None, *, isolated: bool = False) -> SettingsFinder:
    """Finds the settings of articles, which may speak of these rules. config: the file for all articles. isolated: no
    file holds. Raises SettingsError."""
    fixed = Settings() if isolated else load_settings(config, rules=rules) if config else None
    return SettingsFinder(fixed, rules)
