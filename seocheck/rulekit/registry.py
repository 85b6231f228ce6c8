"""Finds rules and loads each file by its path: `rules/headings/skipped_level.py` is `headings/skipped-level`.

The folder lies in the wheel as `seocheck/rules`, in a checkout beside the package.
"""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import fields

from seocheck.errors import SeocheckError
from seocheck.model.rule import Finding, Rule
from seocheck.rulekit.options import NoOptions, as_keywords, described, options_of

if TYPE_CHECKING:
    from pathlib import Path

    from seocheck.analysis import Analysis

Check = Callable[["Analysis", Any], Iterator[Finding]]

GROUPS = (
    "front-matter", "title", "description", "keywords", "headings", "readability", "content", "links", "images",
    "metadata", "suppressions", "site",
)  # fmt: skip
"""The order in which groups are listed and scored; groups of a user's own follow."""

SITE = "site"
"""The group of the rules that see a whole site: all of them, and no other."""

SECTIONS = ("What it finds", "Why it matters", "Evidence", "Example", "Use instead", "Not flagged")
"""The sections of a rule's documentation, in their order. Options are documented where `check` takes them."""


class LoadedRule(msgspec.Struct, frozen=True):
    """A rule with its id ("headings/skipped-level"), its documentation and its code.

    details: what is to be said of it besides, made on demand: a module may have a function `details`.
    origin: the folder, package or settings file it comes from; "" for a rule of seocheck. text: the documentation of a
    rule that has no module.
    """

    id: str
    group: str
    rule: Rule
    options: type[Any]
    check: Check
    module: ModuleType | None
    details: Callable[[], str] = str
    origin: str = ""
    text: str = ""

    @property
    def doc(self) -> str:
        """The documentation, read from the rule's source."""
        from seocheck.base.documentation import documentation  # a check needs none of it

        return documentation(self.module).strip() if self.module is not None else self.text

    @property
    def summary(self) -> str:
        """The first sentence of the documentation."""
        return self.doc.split("\n\n", 1)[0].replace("\n", " ")

    def section(self, name: str) -> str:
        """The text of one section of the documentation, "" where it has none."""
        match = re.search(rf"^{re.escape(name)}\n-+\n(.*?)(?=^\S[^\n]*\n-+\n|\Z)", self.doc, re.MULTILINE | re.DOTALL)
        return match[1].strip() if match else ""

    def option_docs(self) -> Mapping[str, str]:
        """Option name -> what it means, from the docstring of the rule's `check`."""
        from seocheck.base.documentation import documentation

        return described(documentation(self.module.check)) if self.module is not None else {}

    def option_defaults(self) -> dict[str, Any]:
        """Option name -> default value."""
        return {f.name: f.default for f in fields(self.options)}


def _rules_folder() -> str:
    installed = os.path.join(PACKAGE, "rules")
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(PACKAGE), "rules")


PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
"""The folder of seocheck itself. A text, as all paths here: `pathlib` takes a twentieth of a run that knows all."""
RULES = _rules_folder()
"""The folder with the rules that ship with seocheck."""


@lru_cache(maxsize=8)
def rule_files(folder: str | Path = RULES) -> Mapping[str, str]:
    """The file of each rule of a folder by its id, in the order of their groups. Nothing is loaded."""
    return find_rules(folder)


def find_rules(folder: str | Path) -> dict[str, str]:
    """The same as the folder is now."""
    found = {rule_id(path): path for path in _python_files(folder)}
    return {rule: found[rule] for rule in in_order(found)}


def _python_files(folder: str | Path) -> Iterator[str]:
    """The Python files in the folders of a folder but those that are private."""
    try:
        groups = [entry.path for entry in os.scandir(folder) if entry.is_dir()]
    except OSError:
        return
    for group in groups:
        try:
            entries = list(os.scandir(group))
        except OSError:
            continue
        yield from (each.path for each in entries if each.name.endswith(".py") and not each.name.startswith("_"))


def rule_id(path: str) -> str:
    """The id of a rule in a file."""
    group, name = os.path.split(path)
    return f"{os.path.basename(group)}/{os.path.splitext(name)[0]}".replace("_", "-")


def in_order(rules: Iterable[str]) -> list[str]:
    """Rules by the order of their groups, then by name."""
    order = {group: index for index, group in enumerate(GROUPS)}
    return sorted(rules, key=lambda rule: (order.get(group_of(rule), len(order)), rule))


def group_of(rule_id: str) -> str:
    """The group of a rule: what comes before the slash."""
    return rule_id.partition("/")[0]


@lru_cache(maxsize=8)
def load_rules(folder: str | Path | None = None) -> Mapping[str, LoadedRule]:
    """All rules of a folder by id, in the order of their groups.

    Raises SeocheckError when a file in it isn't a rule.
    """
    if folder is None:
        return {rule_id: load_built_in(rule_id) for rule_id in rule_files()}
    return {rule_id: load_rule(rule_id, path) for rule_id, path in rule_files(folder).items()}


@lru_cache(maxsize=256)
def load_built_in(rule_id: str) -> LoadedRule:
    """A rule of seocheck. Raises KeyError if there isn't one of this id, and SeocheckError as `load_rules` does."""
    return load_rule(rule_id, rule_files()[rule_id])


def load_rule(rule_id: str, path: str | Path) -> LoadedRule:
    """One rule. Raises SeocheckError, in one sentence, when its file isn't one."""
    group, file = os.path.split(path)
    name = f"seocheck_rules.{os.path.basename(group)}.{os.path.splitext(file)[0]}"
    module = sys.modules.get(name)
    if module is None or getattr(module, "__file__", None) != str(path):
        module = _execute(name, path)
    try:
        return as_rule(rule_id, module)
    except SeocheckError as error:
        del sys.modules[name]
        raise SeocheckError(f"{path}: not a rule: {error}") from None


def as_rule(rule_id: str, module: ModuleType) -> LoadedRule:
    """The rule that a module is. Raises SeocheckError, in one sentence without the file, when it isn't one."""
    rule, check = getattr(module, "RULE", None), getattr(module, "check", None)
    if not isinstance(rule, Rule):
        raise SeocheckError("it has no RULE = Rule(...)")
    if not callable(check):
        raise SeocheckError("it has no function check(analysis)")
    options = options_of(check)
    call = _with_keywords(check) if options is not NoOptions else _without_options(check)
    return LoadedRule(rule_id, group_of(rule_id), rule, options, call, module, getattr(module, "details", str))


def _with_keywords(check: Callable[..., Iterator[Any]]) -> Check:
    return lambda analysis, options: check(analysis, **as_keywords(options))


def _without_options(check: Callable[..., Iterator[Any]]) -> Check:
    return lambda analysis, options: check(analysis)


def _execute(name: str, path: str | Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise SeocheckError(f"{path}: cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # pickling looks the module up there
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module
