"""Requests not to be told: what they hide, what they leave, what becomes of the score."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import seocheck
from seocheck.errors import SettingsError
from seocheck.model.report import Report

ARTICLE = """\
---
title: Winter bread from the old mill
description: Rye bread from the old mill keeps for a week in winter.
keywords: [rye bread, sourdough]
{front}---

# Winter bread from the old mill

Rye bread keeps for a week. Read more [here](https://example.org/a).{line}

{before}

#### The oven

The oven is hot, see [here](https://example.org/b).
{after}

The mill is old, see [here](https://example.org/c).
"""


def article(front: str = "", line: str = "", before: str = "", after: str = "") -> str:
    return ARTICLE.format(front=front, line=line, before=before, after=after)


def check(text: str, **options: Any) -> Report:
    return seocheck.check_text(text, path=options.pop("path", "article.md"), **options)


def found(report: Report) -> list[tuple[str, int]]:
    """Rule and line of each finding."""
    return sorted((f.rule, f.place.start.line) for f in report.findings)


def suppressed(report: Report) -> list[tuple[str, int]]:
    return sorted((s.finding.rule, s.finding.place.start.line) for s in report.suppressed)


PLAIN = check(article())
LINKS = [("links/generic-text", line) for line in (9, 15, 18)]


def test_without_requests_all_is_found() -> None:
    assert set(LINKS) <= set(found(PLAIN))
    assert ("headings/skipped-level", 13) in found(PLAIN)
    assert PLAIN.suppressed == ()
    assert PLAIN.score_unsuppressed == PLAIN.score


def test_the_next_line_is_the_next_that_is_not_blank() -> None:
    report = check(article(before="<!-- seocheck-disable-next-line headings/skipped-level -->"))
    assert suppressed(report) == [("headings/skipped-level", 13)]
    assert report.suppressed[0].by == "comment"
    assert report.suppressed[0].place is not None
    assert report.suppressed[0].place.start.line == 11


def test_a_paragraph_broken_by_hand_is_one_line() -> None:
    text = article(
        after="\n<!-- seocheck-disable-next-line links -->\nThe flour is\nground, see [here](https://example.org/d)."
    )
    assert suppressed(check(text)) == [("links/generic-text", 19)]


def test_the_same_line() -> None:
    assert suppressed(check(article(line=" <!-- seocheck-disable-line links/generic-text -->"))) == LINKS[:1]


def test_a_region_ends_where_it_is_enabled() -> None:
    text = article(before="<!-- seocheck-disable links -->", after="<!-- seocheck-enable links -->")
    assert suppressed(check(text)) == LINKS[1:2]


def test_a_region_without_an_end_reaches_to_the_end() -> None:
    assert suppressed(check(article(before="<!-- seocheck-disable links/generic-text -->"))) == LINKS[1:]


def test_an_end_without_a_name_ends_all() -> None:
    text = article(before="<!-- seocheck-disable links, headings -->", after="<!-- seocheck-enable -->")
    assert suppressed(check(text)) == [("headings/skipped-level", 13), *LINKS[1:2]]


def test_the_whole_file_with_its_metadata() -> None:
    report = check(article(after="<!-- seocheck-disable-file keywords, links -->"))
    assert ("keywords/unsupported", 4) in suppressed(report)
    assert set(LINKS) <= set(suppressed(report))


def test_without_names_everything() -> None:
    report = check(article(before="<!-- seocheck-disable-file -->"))
    assert report.findings == ()
    assert len(report.suppressed) == len(PLAIN.findings)
    assert report.score == 100


@pytest.mark.parametrize(
    "front",
    [
        "seocheck: {ignore: keywords/unsupported}\n",
        "seocheck: {ignore: [keywords/unsupported]}\n",
        "seocheck:\n  ignore: title/too-short, keywords/unsupported\n",
        "seocheck:\n  ignore:\n    - keywords/unsupported\n",
        "seocheck.ignore: [keywords/unsupported]\n",
    ],
)
def test_front_matter(front: str) -> None:
    report = check(article(front=front))
    assert "keywords/unsupported" in {s.finding.rule for s in report.suppressed}
    assert {s.by for s in report.suppressed} == {"front matter"}


@pytest.mark.parametrize(
    "front",
    [
        "seocheck:\n  ignore:\n    keywords/unsupported: the shop wants it\n",
        "seocheck:\n  ignore:\n    - keywords/unsupported: the shop wants it\n",
        "seocheck:\n  ignore:\n    - rule: keywords/unsupported\n      reason: the shop wants it\n",
    ],
)
def test_a_reason_in_front_matter(front: str) -> None:
    assert [s.reason for s in check(article(front=front)).suppressed] == ["the shop wants it"]


def test_a_reason_in_a_comment() -> None:
    text = article(before="<!-- seocheck-disable-next-line headings/skipped-level -- the template\nmakes it -->")
    assert [s.reason for s in check(text).suppressed] == ["the template makes it"]


def test_mdx() -> None:
    text = article(before="{/* seocheck-disable-next-line headings/skipped-level */}")
    assert suppressed(check(text, path="bread.mdx")) == [("headings/skipped-level", 13)]


def test_html() -> None:
    page = """<!doctype html><html lang="en"><head><title>Winter bread from the old mill</title></head>
<body><main><h1>Winter bread</h1>
<!-- seocheck-disable-next-line headings/skipped-level -- the template makes it -->
<h4>The oven</h4>
<p>The oven is hot.</p></main></body></html>"""
    assert suppressed(check(page, path="page.html")) == [("headings/skipped-level", 4)]


def test_toml_front_matter() -> None:
    front = 'title = "Bread"\nkeywords = ["sourdough"]\n[seocheck]\nignore = ["keywords/unsupported"]'
    toml = f"+++\n{front}\n+++\n\nRye bread.\n"
    assert suppressed(check(toml)) == [("keywords/unsupported", 3)]


def test_the_score_leaves_out_what_is_suppressed_and_says_what_it_would_be() -> None:
    report = check(article(before="<!-- seocheck-disable-file keywords/unsupported -->"))
    assert PLAIN.score is not None
    assert report.score is not None
    assert report.score > PLAIN.score
    assert report.score_unsuppressed == PLAIN.score
    assert sum(f.points for f in report.findings) == pytest.approx(100 - report.score, abs=0.01)
    assert report.suppressed[0].finding.points > 0


def test_a_suppressed_missing_declaration_costs_nothing() -> None:
    bare = "---\ntitle: Winter bread from the old mill\n---\n\nRye bread keeps for a week.\n"
    missing = check(bare)
    told = check(bare.replace("---\n\n", "seocheck: {ignore: [description/missing, keywords/missing]}\n---\n\n"))
    assert missing.score is not None
    assert missing.score < 90
    assert told.score == 100


def test_an_unused_request_is_a_finding() -> None:
    report = check(article(front="seocheck: {ignore: [title/missing]}\n", before="<!-- seocheck-disable links -->",
                           after="<!-- seocheck-enable --> <!-- seocheck-disable description -->"))  # fmt: skip
    unused = [(f.place.start.line, f.message) for f in report.findings if f.rule == "suppressions/unused"]
    assert unused == [
        (5, "This suppresses no finding of title/missing."),
        (17, "This suppresses no finding of description."),
    ]


def test_a_rule_that_was_not_run_may_be_suppressed() -> None:
    text = article(before="<!-- seocheck-disable-next-line headings/skipped-level -->")
    assert check(text, select=["links", "suppressions"]).count("warning") == check(article(), select=["links"]).count(
        "warning"
    )


def test_settings() -> None:
    rules = {"suppress": {"blog/old/**": ["links", "keywords/unsupported"], "*.html": "title"}}
    report = check(article(), path="blog/old/2019/bread.md", settings=rules)
    assert {s.finding.rule for s in report.suppressed} == {"links/generic-text", "keywords/unsupported"}
    assert {(s.by, s.reason, s.place) for s in report.suppressed} == {("settings", "suppress: blog/old/**", None)}
    assert check(article(), path="blog/new/bread.md", settings=rules).suppressed == ()


def test_settings_name_a_rule_that_is_none() -> None:
    with pytest.raises(SettingsError, match="suppress: x: unknown rule or group “link”; did you mean “links”"):
        check(article(), settings={"suppress": {"x": ["link"]}})


PIECES = st.sampled_from(
    [
        *(f"<!-- seocheck-{verb} -->" for verb in ("disable", "enable", "disable links", "enable links headings")),
        *(f"<!-- seocheck-{verb} -->" for verb in ("disable-line", "disable-next-line x/y", "disable-file links")),
        *("<!-- seocheck-disable-file links -- why", "-->", "{/* seocheck-disable */}", "<!--", "seocheck-"),
        *("`", "```", "\n", "\n\n", "#### Oven\n", "[here](https://example.org)", "text. ", "<script>", "</script>"),
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["a.md", "a.mdx", "a.html"]))
def test_any_text_keeps_every_finding_on_one_side(text: str, path: str) -> None:
    report = check(text, path=path)
    assert not report.failures
    assert report.score is None or 0 <= report.score <= 100
    assert report.score is None or report.score_unsuppressed is None or report.score >= report.score_unsuppressed - 1e-6
    for suppression in report.suppressed:
        assert suppression.place is None or "seocheck-" in text[suppression.place.start.offset :][:40]


def test_a_comment_for_all_makes_any_article_clean() -> None:
    for text in (article(), "---\n: [\n---\n", "", "# \n\n#### x"):
        left = check(f"{text}\n\n<!-- seocheck-disable-file -->\n").findings
        assert all(f.rule == "suppressions/unused" for f in left)
