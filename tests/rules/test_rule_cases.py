"""Every rule against its cases: `tests/rules/<group>/<name>.yml` holds what fails, what passes, and near misses.

A case:

    - name: what is special about it
      is: fail | pass | near-miss       (a near miss looks like a fault and is none)
      file: article.md                  (optional; its ending tells the format)
      settings: {title_is_h1: false}    (optional)
      article: |
        ...
      findings:                         (fail only: one entry for each finding, in order of place)
        - at: the words of the source it points at
          says: a part of its message
          hint: a part of its hint      (optional)
          severity: error               (optional)
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import seocheck
from seocheck.analysis import Analysis
from seocheck.check.reporter import read_article
from seocheck.config import SettingsFinder, make_plan, settings_from
from seocheck.errors import SeocheckError
from seocheck.model.article import Source
from seocheck.model.result import PassedOver
from seocheck.readers.listing import looks_like_listing
from seocheck.rulekit.registry import SECTIONS, load_rule, load_rules
from seocheck.runs.run import Run, discover
from seocheck.runs.schedule import Checker
from seocheck.site.run import SiteChecker
from tests.support import ROOT, write

FOLDER = Path(__file__).parent


def case_file(rule: str) -> Path:
    return FOLDER / f"{rule.replace('-', '_')}.yml"


def cases() -> Iterator[Any]:
    for rule in load_rules():
        if case_file(rule).is_file():
            for case in yaml.safe_load(case_file(rule).read_text(encoding="utf-8")):
                yield pytest.param(rule, case, id=f"{rule}: {case['name']}")


@pytest.mark.parametrize(("rule", "case"), list(cases()))
def test_case(rule: str, case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if load_rules()[rule].rule.scope == "site":
        monkeypatch.chdir(tmp_path)
        check_site_case(rule, case)
        return
    report = seocheck.check_text(
        case["article"], path=case.get("file", "article.md"), settings=case.get("settings", {}), select=[rule]
    )
    assert not report.failures
    found = sorted((f for f in report.findings if f.rule == rule), key=lambda f: f.place.start.offset)
    said = [f"{f.severity} at {f.quote!r}: {f.message}" for f in found]
    if case["is"] != "fail":
        assert not found, f"should be fine, yet: {said}"
        return
    wanted = case["findings"]
    assert len(found) == len(wanted), f"expected {len(wanted)} findings, got: {said}"
    for finding, expected in zip(found, wanted, strict=True):
        assert finding.quote == expected["at"], said
        assert expected["says"] in finding.message, said
        assert expected.get("hint", "") in finding.hint, said
        assert finding.severity == expected.get("severity", finding.severity), said
        assert load_rules()[rule].rule.weight == 0 or 0 < finding.loss <= 1
        assert finding.rule == rule


def check_site_case(rule: str, case: dict[str, Any]) -> None:
    """A case of several files: `at` of a finding is "file: words"."""
    write(Path(), case["files"])
    found = site_findings(rule, case.get("settings", {}))
    said = [f"{path}: {f.quote!r}: {f.message}" for path, f in found]
    wanted = case["findings"] if case["is"] == "fail" else []
    assert len(found) == len(wanted), f"expected {len(wanted)} findings, got: {said}"
    for (path, finding), expected in zip(found, wanted, strict=True):
        assert f"{path}: {finding.quote}".strip() == expected["at"], said
        assert expected["says"] in finding.message, said
        assert expected.get("hint", "") in finding.hint, said
        assert finding.rule == rule
        assert finding.points == finding.loss == 0


def site_findings(rule: str, settings: dict[str, Any]) -> list[tuple[str, seocheck.ReportedFinding]]:
    """What a rule of a site finds in the working folder, with the path of each article."""
    run = Run(SettingsFinder(settings_from(settings)), select=[rule])
    checker = SiteChecker(Checker(Run(SettingsFinder(), select=["title/missing"])), run)
    found = []
    for _, report in checker.results(list(discover(["."], also=looks_like_listing))):
        if isinstance(report, PassedOver):
            continue
        assert isinstance(report, seocheck.Report), report
        assert not report.failures
        found += [(report.path.removeprefix("./"), finding) for finding in report.findings]
    return found


@pytest.mark.parametrize("rule", load_rules())
def test_every_rule_has_cases_that_fail_pass_and_nearly_miss(rule: str) -> None:
    assert case_file(rule).is_file(), f"write {case_file(rule)}"
    kinds = {case["is"] for case in yaml.safe_load(case_file(rule).read_text(encoding="utf-8"))}
    assert kinds == {"fail", "pass", "near-miss"}


def test_every_case_file_belongs_to_a_rule() -> None:
    known = {case_file(rule) for rule in load_rules()}
    assert set(FOLDER.glob("*/*.yml")) <= known


@pytest.mark.parametrize("rule", load_rules())
def test_every_rule_is_documented_in_the_fixed_sections(rule: str) -> None:
    loaded = load_rules()[rule]
    for section in SECTIONS:
        assert loaded.section(section), f"{rule} lacks the section {section!r}"
    evidence = loaded.section("Evidence")
    assert f"Class: {loaded.rule.evidence}." in evidence
    assert "Source:" in evidence
    assert "Read: 20" in evidence
    for option in loaded.option_defaults():
        assert loaded.option_docs().get(option), f"{rule}: the docstring of check doesn't say what {option} is"


def test_the_example_of_how_to_write_a_rule_is_a_rule(tmp_path: Path) -> None:
    """The code in docs/writing-rules.md is loaded as a file of its own, takes its option and finds its fault."""
    page = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
    code = textwrap.dedent(page.partition("<!-- rule: begin -->")[2].partition("```python\n")[2].partition("```")[0])
    write(tmp_path, {"headings/example.py": code})
    loaded = load_rule("headings/example", tmp_path / "headings" / "example.py")
    assert loaded.option_defaults() == {"max_words": 16}
    plan = make_plan(settings_from({}))
    article = read_article(Source("a.md", "# Rye\n\n## One two three four five\n\nText.\n"), plan)
    found = list(loaded.check(Analysis(article), loaded.options(max_words=3)))
    assert [finding.message for finding in found] == ["This heading is 5 words long; aim for 3 or fewer."]


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("", "it has no RULE"),
        (
            "from seocheck.rulekit.api import Rule\nRULE = Rule(weight=0, severity='note', evidence='declared')\n",
            "no function check",
        ),
        (
            "from seocheck.rulekit.api import Rule\nRULE = Rule(weight=0, severity='note', evidence='declared')\n"
            "def check(analysis, options): yield\n",
            "check takes the analysis and nothing else",
        ),
        (
            "from seocheck.rulekit.api import Rule\nRULE = Rule(weight=0, severity='note', evidence='declared')\n"
            "def check(analysis, *, most): yield\n",
            "“most” needs a type",
        ),
        (
            "from seocheck.rulekit.api import Rule\nRULE = Rule(weight=0, severity='note', evidence='declared')\n"
            "def check(analysis, *, most: int): yield\n",
            "“most” needs a default",
        ),
        (
            "from seocheck.rulekit.api import Rule\nRULE = Rule(weight=0, severity='note', evidence='declared')\n"
            "def check(analysis, *, most: int = 'x'): yield\n",
            "doesn't fit its type",
        ),
    ],
)
def test_what_is_not_a_rule_is_refused_in_one_sentence(tmp_path: Path, code: str, why: str) -> None:
    write(tmp_path, {"title/wrong.py": code})
    with pytest.raises(SeocheckError) as refused:
        load_rule("title/wrong", tmp_path / "title" / "wrong.py")
    assert why in str(refused.value)
    assert "\n" not in str(refused.value)
