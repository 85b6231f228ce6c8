"""Keyword lists and descriptions as careless people, imports and attackers write them: each gets a sensible report."""

from __future__ import annotations

import json

import pytest

import seocheck
from seocheck.model.report import Report

BODY = "A sourdough starter wants rye flour. " * 30


def check(**fields: object) -> Report:
    front = "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items())
    report = seocheck.check_text(f"---\ntitle: Bread\nlang: en\n{front}\n---\n\n{BODY}\n", path="a.md", settings={})
    assert not report.failures
    assert report.score is not None
    return report


def said(report: Report, rule: str) -> list[str]:
    return [f.message for f in report.findings if f.rule == rule]


def test_none() -> None:
    report = check()
    assert report.keywords == ()
    assert said(report, "keywords/missing")


def test_a_hundred_and_twenty_eight() -> None:
    report = check(keywords=["sourdough starter", *(f"pastry {number}" for number in range(127))])
    assert len(report.keywords) == 128
    assert said(report, "keywords/too-many")
    assert len(said(report, "keywords/unsupported")) == 1


def test_one_of_three_thousand_characters() -> None:
    report = check(keywords=["rye flour " * 300, "sourdough starter"])
    assert [k.tier for k in report.keywords][1] == "exact"
    assert len(report.keywords) == 2


@pytest.mark.parametrize(
    "keyword", ["b" * 120, "b" * 121, "b1" * 61, "面" * 121, "面" * 5_000, "サ" * 121, "sourdough " + "b" * 121]
)
def test_one_of_many_letters_in_a_row_is_absent_and_costs_as_much(keyword: str) -> None:
    report = check(keywords=[keyword, "rye flour"])
    assert report.keywords[0].tier == "absent"
    assert said(report, "keywords/unsupported")
    assert report.score == check(keywords=["pastry", "rye flour"]).score


@pytest.mark.parametrize("keyword", ["b" * 121, "B1" * 61])
def test_one_of_many_letters_that_the_text_says(keyword: str) -> None:
    front = f"---\ntitle: Bread\nlang: en\nkeywords: [{keyword}, rye flour]\n---\n\n"
    text = f"{front}{BODY} We met {keyword.lower()} there.\n"
    report = seocheck.check_text(text)
    assert not report.failures
    assert report.keywords[0].tier == "exact"
    assert not said(report, "keywords/unsupported")
    title_alone = text.replace("title: Bread", f"title: {keyword}").replace(f"We met {keyword.lower()}", "We met")
    assert seocheck.check_text(title_alone).keywords[0].tier == "absent"


def test_a_keyword_without_a_topic_is_none_at_any_length() -> None:
    """Near miss: only words that say nothing."""
    assert not said(check(keywords=["how to", "rye flour"]), "keywords/unsupported")


SIGNS = ["!!!", "…", "()", ".*", "[a-z]+(", "\\d", "(?P<x>", "🍞", "🍞🥖", "\u202erye", "-"]


@pytest.mark.parametrize("keyword", SIGNS)
def test_signs_instead_of_words(keyword: str) -> None:
    report = check(keywords=[keyword, "sourdough starter"])
    assert [k.tier for k in report.keywords][-1] == "exact"
    assert len(report.keywords) == 2


@pytest.mark.parametrize("keyword", ["خبز", "לחם", "ขนมปัง", "パン", "хлеб"])
def test_another_script_is_absent_and_no_more(keyword: str) -> None:
    assert [k.tier for k in check(keywords=[keyword, "rye flour"]).keywords] == ["absent", "exact"]


@pytest.mark.parametrize("separator", [";", " | ", "\n", "、"])
def test_one_text_with_other_separators(separator: str) -> None:
    report = check(keywords=f"sourdough starter{separator}rye flour")
    assert [(k.text, k.tier) for k in report.keywords] == [("sourdough starter", "exact"), ("rye flour", "exact")]


def test_a_keyword_with_a_comma_in_quotes() -> None:
    report = check(keywords=["rye flour, coarse", "sourdough starter"])
    assert [k.text for k in report.keywords] == ["rye flour, coarse", "sourdough starter"]


def test_a_description_of_3316_characters() -> None:
    report = check(description=("A sourdough starter wants rye flour, and more. " * 80)[:3316], keywords=["rye flour"])
    assert len(said(report, "description/too-long")) == 1
    assert not said(report, "description/unsupported-claim")


def test_the_same_keyword_a_thousand_times() -> None:
    report = check(keywords=["rye flour"] * 1000)
    assert {k.tier for k in report.keywords} == {"exact"}
    assert said(report, "keywords/duplicate")


def test_a_line_that_is_only_the_keyword_has_no_negative_length() -> None:
    report = seocheck.check_text("---\ntitle: x\nkeywords: [blah]\n---\n\nblah blah blah\n", path="a.md", settings={})
    assert [n.reason for n in report.not_assessed if "-" in n.reason] == []
