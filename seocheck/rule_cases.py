"""A rule's cases: articles with what the rule finds in them, and what looks like a fault and isn't one.

A file of cases is YAML:

    - name: what is special about it
      is: fail | pass | near-miss       (a near miss looks like a fault and isn't one)
      file: article.md                  (optional; its ending tells the format)
      settings: {title_is_h1: false}    (optional)
      article: |
        ...
      findings:                         (fail only: one entry for each finding, in order of place)
        - at: the words of the source it points at
          says: a part of its message
          hint: a part of its hint      (optional)
          severity: error               (optional)

A case of a rule of the group `site/` has `files: {name: text}` in place of `article`, and `at` is "file: words".
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec
import yaml

from seocheck.base.limits import OverBudgetError, time_limit
from seocheck.base.plural import plural
from seocheck.base.yaml12 import Loader
from seocheck.check.reporter import check_article, read_article
from seocheck.config import SettingsFinder, make_plan, settings_from
from seocheck.errors import SeocheckError, UnreadableError
from seocheck.model.article import Source
from seocheck.model.report import Report, ReportedFinding
from seocheck.model.rule import Severity
from seocheck.readers.listing import looks_like_listing
from seocheck.rulekit.rule_set import RuleSet
from seocheck.runs.guard import says_too_long
from seocheck.runs.run import Run, discover
from seocheck.runs.schedule import Checker
from seocheck.site.run import SiteChecker

Kind = Literal["fail", "pass", "near-miss"]
KINDS: tuple[Kind, ...] = ("fail", "pass", "near-miss")


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A finding that a case expects."""

    at: str
    says: str
    hint: str = ""
    severity: Severity | None = None


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"kind": "is"}):
    """A case. line: of the file of cases, from 1."""

    name: str
    kind: Kind
    article: str = ""
    files: Mapping[str, str] = {}
    file: str = "article.md"
    settings: Mapping[str, Any] = {}
    findings: tuple[Expected, ...] = ()
    line: int = 0


Found = tuple[str, ReportedFinding]
"""A finding with what its place is called in a case."""


def read_cases(path: str | Path) -> list[Case]:
    """The cases of a file. Raises SeocheckError with file and line for what isn't one."""
    try:
        root = yaml.compose(Path(path).read_text(encoding="utf-8"), Loader=Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise SeocheckError(f"{path}:{line}: not valid YAML: {error.problem or error.context}") from None
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise SeocheckError(f"{path}: can't be read: {getattr(error, 'strerror', None) or error}") from None
    if not isinstance(root, yaml.SequenceNode):
        raise SeocheckError(f"{path}: expected a list of cases")
    return [_case(path, node) for node in root.value]


def _case(path: str | Path, node: Any) -> Case:
    line = node.start_mark.line + 1
    try:
        loader = Loader("")
        values = loader.construct_document(node)
        case = msgspec.convert(values, Case)
    except (msgspec.ValidationError, yaml.YAMLError, ValueError) as error:
        raise SeocheckError(f"{path}:{line}: not a case: {str(error).splitlines()[0]}") from None
    if (case.kind == "fail") != bool(case.findings):
        raise SeocheckError(f"{path}:{line}: a case that fails has findings, and no other has")
    if any(os.path.isabs(name) or ".." in name.split("/") for name in case.files):
        raise SeocheckError(f"{path}:{line}: files lie in the case's own folder")
    return msgspec.structs.replace(case, line=line)


def fault_of(case: Case, rule: str, rules: RuleSet) -> str:
    """What differs between a case and what the rule finds; "" where nothing does. Raises SettingsError."""
    seconds = settings_from(case.settings, rules=rules).max_seconds
    try:
        with time_limit(seconds):
            found = findings_of(case, rule, rules)
    except OverBudgetError as error:
        return f"the rule failed: it {says_too_long(seconds, by_clock=error.by_clock)}"
    except _RuleFailedError as error:
        return str(error)
    said = "".join(f"\n  {finding.severity} at “{at}”: {finding.message}" for at, finding in found) or " nothing"
    if len(found) != len(case.findings):
        expected_number = plural(len(case.findings), "finding") if case.findings else "no findings"
        return f"expected {expected_number}, got:{said}"
    for (at, finding), expected in zip(found, case.findings, strict=True):
        for what, wanted, right in (
            ("at", expected.at, at == expected.at),
            ("says", expected.says, expected.says in finding.message),
            ("hint", expected.hint, expected.hint in finding.hint),
            ("severity", expected.severity, expected.severity in (None, finding.severity)),
        ):
            if not right:
                got = f"{said}\n  hint: {finding.hint}" if what == "hint" else said
                return f"expected {what}: “{wanted}”, got:{got}"
        if rules.loaded[rule].rule.weight and not 0 < finding.loss <= 1:
            return f"a loss of {finding.loss:g} isn't above 0 and at most 1, at:{said}"
    return ""


def findings_of(case: Case, rule: str, rules: RuleSet) -> list[Found]:
    """What a rule finds in a case, in order of place."""
    return (_site_findings if rules.loaded[rule].rule.scope == "site" else _findings)(case, rule, rules)


class _RuleFailedError(Exception):
    """The rule raised an exception. `str(error)` is a line for a person."""


def _findings(case: Case, rule: str, rules: RuleSet) -> list[Found]:
    plan = make_plan(settings_from(case.settings, rules=rules), select=[rule], rules=rules)
    text = case.article.removeprefix("\ufeff")
    article = read_article(Source(case.file, text, "utf-8", text != case.article), plan)
    report = check_article(article, plan)
    _check_ran(report)
    found = [finding for finding in report.findings if finding.rule == rule]
    return [(finding.quote, finding) for finding in sorted(found, key=lambda each: each.place.start.offset)]


def _site_findings(case: Case, rule: str, rules: RuleSet) -> list[Found]:
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for name, text in case.files.items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_bytes(text.encode())
        found = site_findings(rule, case.settings, rules)
    return [(f"{path}: {finding.quote}".strip(), finding) for path, finding in found]


def site_findings(rule: str, settings: Mapping[str, Any], rules: RuleSet) -> list[Found]:
    """What a rule of a site finds in the working folder, with the path of each article."""
    run = Run(SettingsFinder(settings_from(settings, rules=rules), rules), select=[rule])
    checker = SiteChecker(Checker(Run(SettingsFinder(), select=["title/missing"])), run)
    found: list[Found] = []
    for _, report in checker.results(list(discover(["."], also=looks_like_listing))):
        if isinstance(report, UnreadableError):
            raise _RuleFailedError(str(report))
        if isinstance(report, Report):
            _check_ran(report)
            found += [(report.path.removeprefix("./"), finding) for finding in report.findings]
    return found


def _check_ran(report: Report) -> None:
    for failure in report.failures:
        raise _RuleFailedError(f"the rule failed: {failure.error}")


def missing_kinds(cases: Sequence[Case]) -> Iterator[Kind]:
    """The kinds of which there is no case: without near misses nobody knows what a rule takes for a fault."""
    for kind in KINDS:
        if all(case.kind != kind for case in cases):
            yield kind
