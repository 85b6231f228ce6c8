"""The rules of a server: those of seocheck, of packages installed elsewhere, and of folders that its command names."""

from __future__ import annotations

import os
from collections.abc import Sequence

from seocheck.agents.folders import Folders
from seocheck.rulekit.foreign import refuse_exit
from seocheck.rulekit.installed import installed_rules
from seocheck.rulekit.rule_set import RuleSet
from seocheck.rulekit.sources import RuleSource, folder_sources


def rules_for(folders: Folders, named: Sequence[str] = ()) -> RuleSet:
    """All rules that run. A package that lies in one of the folders came with the articles: its rules don't count.

    named: folders of rules. Raises SeocheckError.
    """
    refuse_exit()
    here = os.getcwd()
    kept: tuple[RuleSource, ...] | None = None
    try:
        for root in folders.roots:
            os.chdir(root)
            found, _ = installed_rules()
            kept = found if kept is None else tuple(source for source in kept if source in found)
    finally:
        os.chdir(here)
    return RuleSet([*(kept or ()), *(source for folder in named for source in folder_sources(folder))])
