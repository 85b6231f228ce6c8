"""Before and after, for every kind of fix: `cases/*.yml`.

A case:

    - name: what is special about it
      file: article.md              (optional; its ending tells the format)
      settings: {...}               (optional)
      before: |
        ...
      after: |                      (left out where nothing changes)
        ...
      done: [what was done]         (in the order in which it was)
      refused: [why not]            (one line for each finding that stays)
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import seocheck
from seocheck.config import Plan, make_plan, settings_from
from seocheck.fix import FIXABLE, FixOutcome, fixes_for

FOLDER = Path(__file__).parent / "cases"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted(FOLDER.glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def plan_of(case: dict[str, Any]) -> Plan:
    return make_plan(settings_from(case.get("settings", {})))


def fixed_file(case: dict[str, Any], text: str) -> FixOutcome:
    return fixes_for(text.encode(), case.get("file", "article.md"), plan_of(case))


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    outcome = fixed_file(case, case["before"])
    said = [refused.reason for refused in outcome.refused]
    assert outcome.after.decode() == case.get("after", case["before"]), said
    assert [fixed.done for fixed in outcome.fixed] == case.get("done", []), said
    assert said == case.get("refused", [])
    assert all("\n" not in reason for reason in said)


@pytest.mark.parametrize("case", [p for p in CASES if "after" in p.values[0]])
def test_a_second_run_changes_nothing(case: dict[str, Any]) -> None:
    again = fixed_file(case, case["after"])
    assert again.after.decode() == case["after"]
    assert again.fixed == ()
    assert [refused.reason for refused in again.refused] == case.get("refused", [])


@pytest.mark.parametrize("case", CASES)
def test_each_fix_removes_a_finding_and_brings_none(case: dict[str, Any]) -> None:
    def findings(text: str) -> list[tuple[str, str]]:
        report = seocheck.check_text(
            text, path=case.get("file", "article.md"), settings=settings_from(case.get("settings", {}))
        )
        return sorted((f.rule, f.subject) for f in report.findings)

    outcome = fixed_file(case, case["before"])
    before, after = findings(case["before"]), findings(outcome.after.decode())
    for finding in after:
        before.remove(finding)  # raises where there is a new one
    assert len([f for f in before if f[0] in FIXABLE]) == len(outcome.fixed)


@pytest.mark.parametrize("case", [p for p in CASES if "after" in p.values[0]])
def test_each_fix_alone_is_edits_of_the_text_as_it_was(case: dict[str, Any]) -> None:
    for fixed in fixed_file(case, case["before"]).fixed:
        text = case["before"]
        for edit in sorted(fixed.edits, key=lambda e: e.start, reverse=True):
            text = text[: edit.start] + edit.new + text[edit.end :]
        if fixed.edits:
            left = fixed_file(case, text)
            assert len(left.fixed) < len(fixed_file(case, case["before"]).fixed)
        else:
            assert fixed.rule == "keywords/duplicate"
            assert "first, then" in case["name"]
