"""`check_article`: the body is a text, the rest comes from a database."""

from __future__ import annotations

import pytest

import seocheck
from tests.support import BODY, markdown

TITLE = "Sourdough bread for busy people"
WORDS = ["sourdough bread", "starter", "rye crispbread"]


def rules(report: seocheck.Report) -> list[str]:
    return [finding.rule for finding in report.findings]


def test_it_finds_what_the_same_article_with_front_matter_has() -> None:
    whole = seocheck.check_text(markdown(), path="<article>")
    declared = {
        "title": whole.title.text if whole.title else "",
        "description": whole.description.text if whole.description else "",
    }
    given = seocheck.check_article(BODY, keywords=WORDS, **declared)
    assert sorted(rules(given)) == sorted(rules(whole))
    assert given.score == whole.score
    assert [(k.text, k.tier) for k in given.keywords] == [(k.text, k.tier) for k in whole.keywords]


def test_a_finding_names_the_field() -> None:
    report = seocheck.check_article(BODY, title=TITLE, description="", keywords=WORDS)
    (missing,) = [f for f in report.findings if f.rule == "description/missing"]
    assert missing.subject == "description"
    (absent,) = [f for f in report.findings if f.rule == "keywords/unsupported"]
    assert absent.subject == "rye crispbread"
    assert (absent.place.start.line, absent.place.start.column) == (1, 1)


@pytest.mark.parametrize("words", ["sourdough bread, starter, rye crispbread", tuple(WORDS), iter(WORDS)])
def test_keywords_may_be_a_string_or_a_list(words: object) -> None:
    report = seocheck.check_article(BODY, title=TITLE, keywords=words)  # type: ignore[arg-type]
    assert [k.text for k in report.keywords] == WORDS


def test_what_is_not_given_is_taken_from_the_body() -> None:
    report = seocheck.check_article(markdown(), title="Another title about bread")
    assert report.title is not None
    assert report.title.text == "Another title about bread"
    assert [k.text for k in report.keywords] == WORDS


def test_html_from_an_editor() -> None:
    body = "<h2>Rye</h2><p>Rye flour needs a day in the warm kitchen, and a sourdough starter that was fed.</p>"
    report = seocheck.check_article(
        body, title="Rye flour", keywords="sourdough starter", format="html", language="en-GB"
    )
    assert report.format == "html"
    assert report.language.code == "en"
    assert [k.tier for k in report.keywords] == ["exact"]


def test_the_address_gives_the_slug() -> None:
    url = "https://example.org/bread/sourdough-bread/?a=1"
    report = seocheck.check_article(BODY, title=TITLE, keywords=WORDS, url=url)
    assert report.keywords[0].zones["slug"].tier == "exact"
    assert "slug" not in seocheck.check_article(BODY, title=TITLE, keywords=WORDS).keywords[0].zones


def test_settings_and_selected_rules() -> None:
    report = seocheck.check_article(
        BODY, title=TITLE, select=["keywords"], settings={"severities": {"keywords/missing": "error"}}
    )
    assert [(f.rule, f.severity) for f in report.findings] == [("keywords/missing", "error")]


def test_what_to_fix_first_says_what_it_is() -> None:
    report = seocheck.check_article(BODY, title=TITLE, description="", keywords=WORDS)
    first = report.fix_first[0]
    assert first.message == report.findings[first.finding].message
    assert first.rule == report.findings[first.finding].rule


def test_a_title_that_is_given_is_printed_by_a_template() -> None:
    body = "<p>Rye flour needs a day in the warm kitchen.</p>"
    assert "headings/no-h1" not in rules(seocheck.check_article(body, title="Rye flour", format="html"))
    assert "headings/no-h1" in rules(seocheck.check_article(body, format="html"))
    own = seocheck.check_article(body, title="Rye flour", format="html", settings={"title_is_h1": False})
    assert "headings/no-h1" in rules(own)
