"""Every rule says on what ground it stands: the class, where that can be looked up, and when it was read."""

from __future__ import annotations

import re
import textwrap
from datetime import date
from typing import get_args

import pytest

from seocheck.model.rule import Evidence
from seocheck.rulekit.registry import load_rules
from tests.support import ROOT

ADDRESS = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+/\S")
COMMAND = re.compile(r"`python tools/\w+\.py\b")
OWN_WORDS = re.compile(r"^Source: (?:the article|the page|an article)\b")
"""What a declaration itself says needs no other witness."""

EVIDENCE = re.compile(r"Class: (\w+)(?:, bound: (\w+))?\.\nSource: (.+)\nRead: (\d{4}-\d{2}-\d{2})\.", re.DOTALL)
"""The parts of the section, in their order."""


def parts(rule: str) -> tuple[str, str, str, str | None]:
    """Class, source and date of the rule's section on evidence, and what its bound is based on."""
    match = EVIDENCE.fullmatch(load_rules()[rule].section("Evidence"))
    assert match, (
        f"{rule}: the section Evidence is three lines: Class: ... (and bound), Source: ... and Read: YYYY-MM-DD."
    )
    return match[1], match[3], match[4], match[2]


@pytest.mark.parametrize("rule", load_rules())
def test_the_documented_class_is_that_of_the_rule(rule: str) -> None:
    facts = load_rules()[rule].rule
    effect, _, _, bound = parts(rule)
    assert (effect, bound) == (facts.evidence, facts.bound)
    assert {effect, bound or effect} <= set(get_args(Evidence))
    assert bound != effect, f"{rule}: a bound is named where it stands on something else"


@pytest.mark.parametrize("rule", load_rules())
def test_the_source_can_be_looked_up(rule: str) -> None:
    evidence, source, _, _ = parts(rule)
    if ADDRESS.search(source):
        return
    assert evidence in ("declared", "measured"), f"{rule}: {evidence} evidence needs an address"
    own = evidence == "declared" and OWN_WORDS.match(f"Source: {source}")
    assert own or COMMAND.search(source), f"{rule}: name an address, a command, or what it follows from"


@pytest.mark.parametrize("rule", load_rules())
def test_the_date_is_one_and_not_of_the_future(rule: str) -> None:
    assert date(2026, 1, 1) <= date.fromisoformat(parts(rule)[2]) <= max(date.today(), date(2026, 11, 22))


@pytest.mark.parametrize("rule", load_rules())
def test_a_convention_weighs_little_and_never_is_an_error(rule: str) -> None:
    facts = load_rules()[rule].rule
    if facts.evidence == "convention":
        assert facts.weight <= 1, f"{rule}: only practice stands behind it, so it weighs 1 at most"
        assert facts.severity != "error"


@pytest.mark.parametrize("rule", load_rules())
def test_commands_that_are_named_exist(rule: str, request: pytest.FixtureRequest) -> None:
    for name in re.findall(r"`python (tools/\w+\.py)", parts(rule)[1]):
        assert (request.config.rootpath / name).is_file(), f"{rule}: there is no {name}"


def test_the_form_in_the_documentation_is_right() -> None:
    page = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
    shown = textwrap.dedent(page.partition("```text\n   Evidence\n   --------\n")[2].partition("```")[0])
    match = EVIDENCE.fullmatch(shown.strip())
    assert match
    assert match[1] in get_args(Evidence)
    assert ADDRESS.search(match[3])


@pytest.mark.parametrize("text", ["practice of tools", "see https://", "the article's own list, http://localhost"])
def test_what_is_no_address(text: str) -> None:
    assert not ADDRESS.search(text)
