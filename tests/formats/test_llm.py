"""`--format llm`: what findings share is said once, and place, fault, number and fix are there all the same."""

from __future__ import annotations

import seocheck
from tests.formats.made import finding, place, report, written
from tests.support import ROOT

EXAMPLES = ROOT / "examples"


def test_what_findings_share_is_said_once() -> None:
    made = written(
        "llm",
        report(
            finding(message="No oats.", place=place(20, 22)),
            finding(message="No salt.", place=place(11, 14)),
            finding(message="Other.", hint="Else.", points=0.0),
        ),
    )
    assert made == (
        "a.md 84/100\n"
        "warning keywords/unsupported -5.0: Write about it.\n"
        " 2:8 No salt.\n"
        " 3:6 No oats.\n"
        "warning keywords/unsupported: Else.\n"
        " 2:8 Other.\n"
    )


def test_the_same_words_are_one_line_with_all_places() -> None:
    twice = report(finding(place=place(20, 22)), finding())
    assert " 2:8, 3:6 The article never mentions “oats”.\n" in written("llm", twice)
    many = report(finding(count=3, related=(place(20, 22), place(30, 34))))
    assert " 2:8, 3:6, 6:2 The article" in written("llm", many)
    # Places that belong to one fault, and aren't faults of their own, are left out.
    assert " 2:8 The article" in written("llm", report(finding(related=(place(20, 22),))))


def test_articles_without_findings_are_left_out() -> None:
    made = written("llm", report(path="a.md"), report(finding(), path="b.md"), report(finding(known=True), path="c.md"))
    assert [line for line in made.splitlines() if line.endswith("/100")] == ["b.md 84/100"]


def test_an_article_without_a_score_or_a_hint() -> None:
    made = written("llm", report(finding(hint=""), score=None))
    assert made.splitlines()[:2] == ["a.md", "warning keywords/unsupported -2.5"]


def test_place_fault_number_and_fix_of_every_finding_are_there() -> None:
    for name in ("rushed.md", "page.html", "espanol.md"):
        made = seocheck.check_file(EXAMPLES / name)
        text = written("llm", made)
        for each in made.findings:
            at = f"{each.place.start.line}:{each.place.start.column}"
            (line,) = [line for line in text.splitlines() if line.startswith(" ") and line.endswith(f" {each.message}")]
            assert at in line.partition(each.message)[0]
            assert f"{each.severity} {each.rule}" in text
            assert each.hint in text


def test_it_takes_fewer_words_than_any_format_that_says_as_much() -> None:
    made = seocheck.check_file(EXAMPLES / "rushed.md")
    size = len(written("llm", made).split())
    assert size < len(written("text", made).split()) * 0.8
    assert size < len(written("jsonl", made).split()) * 0.5
    assert len(written("llm", made)) < len(written("jsonl", made)) * 0.2


def test_the_example_of_the_documentation() -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8").partition("## llm")[2]
    shown = page.partition("```text\n")[2].partition("```")[0]
    hint = "Write about it where it belongs, or remove it from the list."
    first = finding(message="The article says “bicycle”, but never “lights”.", hint=hint, points=8.8)
    second = finding(message="The article never mentions “commuting”.", hint=hint, points=7.9)
    made = written("llm", report(first, second, path="content/rye.md", score=59.4))
    assert made.replace(" 2:8 ", " 4:46 ", 1).replace(" 2:8 ", " 4:73 ") == shown
