"""Every rule against its cases: `tests/rules/<group>/<name>.yml` holds what fails, what passes, and near misses.

What a case is, and how it is run: `seocheck.rule_cases`.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from seocheck.analysis import Analysis
from seocheck.check.reporter import read_article
from seocheck.config import make_plan, settings_from
from seocheck.errors import SeocheckError
from seocheck.model.article import Source
from seocheck.rule_cases import Case, fault_of, missing_kinds, read_cases
from seocheck.rulekit.registry import SECTIONS, load_rule, load_rules
from seocheck.rulekit.rule_set import built_in
from tests.support import ROOT, write

FOLDER = Path(__file__).parent


def case_file(rule: str) -> Path:
    return FOLDER / f"{rule.replace('-', '_')}.yml"


def cases() -> Iterator[Any]:
    for rule in load_rules():
        if case_file(rule).is_file():
            for case in read_cases(case_file(rule)):
                yield pytest.param(rule, case, id=f"{rule}: {case.name}")


@pytest.mark.parametrize(("rule", "case"), list(cases()))
def test_case(rule: str, case: Case) -> None:
    assert not fault_of(case, rule, built_in())


@pytest.mark.parametrize("rule", load_rules())
def test_every_rule_has_cases_that_fail_pass_and_nearly_miss(rule: str) -> None:
    name = case_file(rule).relative_to(ROOT)
    assert case_file(rule).is_file(), f"write {name}"
    missing = list(missing_kinds(read_cases(case_file(rule))))
    assert not missing, f"{name} has no case that says {' and none that says '.join(f'“is: {m}”' for m in missing)}"


def test_every_case_file_belongs_to_a_rule() -> None:
    known = {case_file(rule) for rule in load_rules()}
    assert set(FOLDER.glob("*/*.yml")) <= known


@pytest.mark.parametrize("rule", load_rules())
def test_every_rule_is_documented_in_the_fixed_sections(rule: str) -> None:
    loaded = load_rules()[rule]
    for section in SECTIONS:
        assert loaded.section(section), f"{rule} lacks the section {section!r}"
    evidence = loaded.section("Evidence")
    assert f"Class: {loaded.rule.grounds}." in evidence
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


def test_the_example_of_a_finding_is_one(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
    code = page.partition("## What a finding says")[2].partition("```python\n")[2].partition("```")[0]
    begin = "from seocheck.rulekit.api import *\nRULE = Rule(weight=1, severity='note', evidence='convention')\n"
    begin += "def check(analysis: Analysis) -> Findings:\n    for heading in analysis.article.headings:\n"
    write(tmp_path, {"headings/finding.py": begin + textwrap.indent(code, " " * 8)})
    loaded = load_rule("headings/finding", tmp_path / "headings" / "finding.py")
    article = read_article(Source("a.md", "# Rye\n"), make_plan(settings_from({})))
    (found,) = loaded.check(Analysis(article), loaded.options())
    assert (found.span, found.subject, 0 < found.loss < 1) == ((2, 5), "Rye", True)


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
