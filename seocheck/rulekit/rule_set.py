"""The rules of a run: those of seocheck, and those that somebody at the keyboard added.

Made once where a run begins and handed on from there; nothing in it changes, and no list of all rules is global.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Literal

from seocheck.base.nearest import did_you_mean
from seocheck.errors import SeocheckError
from seocheck.rulekit.registry import SITE, LoadedRule, group_of, in_order, load_built_in, load_rules, rule_files

if TYPE_CHECKING:
    from seocheck.rulekit.sources import RuleSource

RulesLike = str | os.PathLike[str] | Iterable[str | os.PathLike[str]] | None
"""Folders of rules to add to those of seocheck."""


class RuleSet:
    """Rules by id.

    sources: rules of others, as text. ignored: a line for each installed package whose rules are not used.
    Raises SeocheckError, in one line, for a text that isn't a rule and for an id that is taken.
    """

    def __init__(self, sources: Sequence[RuleSource] = (), ignored: Sequence[str] = ()) -> None:
        self.sources = tuple(sources)
        self.ignored = tuple(ignored)
        self._own: dict[str, LoadedRule] = {}
        files: dict[str, str] = {}
        for source in self.sources:
            if source.id in rule_files():
                raise SeocheckError(f"{source.file}: “{source.id}” is a rule of seocheck; give yours another name")
            if source.id in self._own:
                raise SeocheckError(f"{source.file}: “{source.id}” is also a rule of {files[source.id]}")
            files[source.id] = source.file
            from seocheck.rulekit.sources import load_source  # few runs have rules of somebody's own

            self._own[source.id] = load_source(source)

    @cached_property
    def digest(self) -> str:
        """Tells one state of the added rules from another; "" where there are none."""
        if not self.sources:
            return ""
        import hashlib

        read = hashlib.sha256()
        for source in self.sources:
            code = hashlib.sha256(source.code).hexdigest()
            read.update(f"{source.id}\0{code}\0{source.beside}\0".encode())
        return read.hexdigest()

    @cached_property
    def group_by_rule(self) -> Mapping[str, str]:
        """The group of each rule, in the order in which rules are listed. No rule of seocheck is loaded for it."""
        return {rule: group_of(rule) for rule in in_order([*rule_files(), *self._own])}

    @cached_property
    def groups(self) -> Mapping[str, Sequence[str]]:
        """The rules of each group, in order."""
        found: dict[str, list[str]] = {}
        for rule, group in self.group_by_rule.items():
            found.setdefault(group, []).append(rule)
        return found

    @cached_property
    def loaded(self) -> Mapping[str, LoadedRule]:
        """All rules, in order."""
        known = {**load_rules(), **self._own}
        return {rule: known[rule] for rule in self.group_by_rule}

    def in_scope(self, scope: Literal["article", "site"]) -> Mapping[str, LoadedRule]:
        """The rules that see one article, or those that see a site, in order; the others needn't be loaded."""
        found: dict[str, LoadedRule] = {}
        for rule, group in self.group_by_rule.items():
            own = self._own.get(rule)
            if own is not None:
                if own.rule.scope == scope:
                    found[rule] = own
            elif (group == SITE) == (scope == "site"):
                found[rule] = load_built_in(rule)
        return found

    @property
    def own(self) -> Mapping[str, LoadedRule]:
        """The rules that were added to those of seocheck."""
        return self._own

    def is_selector(self, name: str) -> bool:
        """Whether `name` is a rule or a group."""
        return name in self.group_by_rule or name in self.groups

    def unknown(self, name: str) -> str:
        """The message for a rule or group that doesn't exist, with the nearest that does."""
        return f"unknown rule or group “{name}”{did_you_mean(name, [*self.group_by_rule, *self.groups])}"


@lru_cache(maxsize=1)
def built_in() -> RuleSet:
    """The rules of seocheck alone."""
    return RuleSet()


def rule_set(folders: RulesLike = None) -> RuleSet:
    """The rules of seocheck, of installed packages that offer some, and of these folders. Raises SeocheckError."""
    from seocheck.rulekit.installed import installed_rules

    given = [] if folders is None else [folders] if isinstance(folders, (str, os.PathLike)) else list(folders)
    sources, ignored = installed_rules()
    for folder in {os.path.abspath(each): each for each in given}.values():
        from seocheck.rulekit.sources import folder_sources

        sources = (*sources, *folder_sources(folder))
    return RuleSet(sources, ignored) if sources or ignored else built_in()
