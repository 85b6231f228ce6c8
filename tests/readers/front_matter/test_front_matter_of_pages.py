"""Front matter above an HTML page: read and judged as in Markdown."""

from __future__ import annotations

import pytest

import seocheck
from seocheck.model.report import Report

BODY = "<h1>Bees in spring</h1>\n<p>" + "Bees fly out in spring and look for food. " * 20 + "</p>\n"
TITLE = "Bees in spring and what they need"


def check(front: str, body: str = BODY) -> Report:
    report = seocheck.check_text(front + body, path="bees.html", settings={"language": "en"})
    assert not report.failures
    return report


def found(report: Report) -> list[tuple[str, int]]:
    return [(f.rule, f.place.start.line) for f in report.findings if f.rule.startswith("front-matter/")]


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("---\ntitle: [Bees\n---\n", 2),
        ("---\ntitle: Bees: in spring\nsite:\n  name: Bees: a life\n---\n", 2),
        ("---\ntitle: Bees\ntags: x\n", 1),
        ("+++\ntitle = Bees\n+++\n", 2),
        ("+++\ntitle = 'Bees'\n", 1),
        ('{\n"title": "Bees",\n}\n', 2),
    ],
)
def test_what_cannot_be_read_is_one_finding(front: str, line: int) -> None:
    report = check(front)
    assert [rule for rule, _ in found(report)] == ["front-matter/invalid"]
    assert found(report)[0][1] in (line, line + 1)
    assert not [f.rule for f in report.findings if f.rule.endswith("/missing")]


def test_a_second_colon_is_an_error_and_the_fields_are_known() -> None:
    report = check("---\ntitle: Bees: in spring\nkeywords: [bees]\n---\n")
    assert found(report) == [("front-matter/invalid", 2)]
    assert [f.rule for f in report.findings if f.rule.endswith("/missing")] == ["description/missing"]


@pytest.mark.parametrize(
    "front",
    [
        f"---\ntitle: {TITLE}\nkeywords: [bees, spring]\n---\n",
        f'+++\ntitle = "{TITLE}"\nkeywords = ["bees", "spring"]\n+++\n',
        f'{{\n"title": "{TITLE}",\n"keywords": ["bees", "spring"]\n}}\n',
    ],
)
def test_every_kind_is_read(front: str) -> None:
    report = check(front)
    assert found(report) == []
    assert report.title is not None
    assert report.title.text == TITLE
    assert [(keyword.text, keyword.tier) for keyword in report.keywords] == [("bees", "exact"), ("spring", "exact")]
    assert "title" not in " ".join(part.text for part in report.ignored)


@pytest.mark.parametrize(
    ("front", "rule", "line"),
    [
        (f"---\ntitle: {TITLE}\ntitle: {TITLE}\n---\n", "duplicate-key", 3),
        (f'{{"title": "{TITLE}",\n"title": "{TITLE}"}}\n', "duplicate-key", 2),
        (f"\n\n---\ntitle: {TITLE}\n---\n", "not-first", 3),
        (f"---\ntitle: {TITLE}\nkeywords: {{a: b}}\n---\n", "wrong-type", 3),
        (f"---\ntitle: {TITLE} #12\n---\n", "comment-in-value", 2),
    ],
)
def test_its_other_faults_are_found(front: str, rule: str, line: int) -> None:
    assert (f"front-matter/{rule}", line) in found(check(front))


def test_it_suppresses_as_in_markdown() -> None:
    report = check(f"---\ntitle: {TITLE}\nseocheck: {{ignore: [description/missing]}}\n---\n")
    assert [each.finding.rule for each in report.suppressed] == ["description/missing"]


PAGE = f"<!doctype html><html><head><title>{TITLE}</title></head><body>{BODY}</body></html>"


@pytest.mark.parametrize(
    "before",
    ["", "<!-- a page -->\n", "\n\n", "{% extends 'base.html' %}\n", "{{ page.title }}\n", '{{"x"}}\n', "--- x\n"],
)
def test_a_page_without_it_has_none(before: str) -> None:
    """Near misses: comments, templates, dashes."""
    report = check(before, PAGE)
    assert found(report) == []
    assert report.title is not None
    assert report.title.text == TITLE
    assert seocheck.check_text(PAGE, path="bees.html", settings={"language": "en"}).score == report.score


def test_a_title_in_the_head_is_there_whatever_the_front_matter() -> None:
    report = check("---\nlayout: [x\n---\n", PAGE)
    assert [rule for rule, _ in found(report)] == ["front-matter/invalid"]
    assert report.title is not None
    assert report.title.text == TITLE
