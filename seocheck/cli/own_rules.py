"""The option `--rules FOLDER`: rules of somebody's own beside those of seocheck."""

from __future__ import annotations

from collections.abc import Sequence

import click

from seocheck.cli.output import notify
from seocheck.config import Settings, SettingsFinder, load_settings
from seocheck.formats.people.styled import safe
from seocheck.rulekit.rule_set import RuleSet, rule_set

rules_option = click.option(
    "--rules", multiple=True, metavar="FOLDER",
    help="Run the rules in this folder too. They are code: name only what you trust.",
)  # fmt: skip


def rules_in(folders: Sequence[str]) -> RuleSet:
    """The rules of seocheck, of installed packages and of these folders; says which packages are not used. Raises
    SeocheckError."""
    rules = rule_set(folders)
    for line in rules.ignored:
        notify(safe(line))
    return rules


def settings_finder(rules: RuleSet, config: str | None, *, isolated: bool = False) -> SettingsFinder:
    """Finds the settings of articles, which may speak of these rules. config: the file for all articles. isolated: no
    file holds. Raises SettingsError."""
    fixed = Settings() if isolated else load_settings(config, rules=rules) if config else None
    return SettingsFinder(fixed, rules)
