"""The comment for a pull request."""

from __future__ import annotations

import pyromark

from seocheck.formats.people.markdown import MOST_CHARACTERS
from seocheck.model.report import Fix
from tests.formats.made import finding, report, written


def rendered(text: str) -> str:
    return pyromark.html(text, options=pyromark.Options.ENABLE_TABLES)


def test_the_articles_that_need_work_most_come_first() -> None:
    text = written(
        "markdown",
        report(path="good.md", score=99.0, grade="A"),
        report(finding(), path="low.md", score=40.0, grade="E"),
        report(finding(), path="lower.md", score=30.0, grade="E"),
        report(finding(severity="error"), path="error.md", score=90.0, grade="A"),
        report(finding(severity="note"), path="none.md", score=None, grade="–"),
    )
    rows = [line.split(" | ") for line in text.splitlines() if line.startswith("| ") and ".md" in line]
    assert [row[0] for row in rows] == ["| error.md", "| lower.md", "| low.md", "| good.md", "| none.md"]
    assert [row[1:4] for row in rows][:2] == [["90 A", "1", ""], ["30 E", "", "1"]]
    assert rows[-1][1] == "not scored"
    assert text.startswith(
        "<!-- seocheck -->\n### seocheck\n\n5 articles: 1 error, 2 warnings, 1 note; median score 65.\n"
    )
    assert "<table>" in rendered(text)
    assert rendered(text).count("<details>") == 4


def test_what_to_fix_first() -> None:
    warning, error = finding(message="Say more."), finding(severity="error", message="Close it.")
    fix = (Fix(finding=0, score_after=90.0), Fix(finding=1, score_after=95.0))
    assert "| Say more. (2:8) |" in written("markdown", report(warning, finding(message="Other."), fix_first=fix))
    assert "| Close it. (2:8) |" in written("markdown", report(warning, error, fix_first=fix))
    known = finding(message="Known.", known=True)
    assert "| Say more. (2:8) |" in written("markdown", report(known, warning, fix_first=fix))
    assert "| 84 B |  |  |  |" in written("markdown", report(known, fix_first=fix[:1]))


def test_nothing_to_fix() -> None:
    text = written("markdown", report())
    assert "0 errors, 0 warnings, 0 notes. Nothing to fix.\n" in text
    assert "<details>" not in text


def test_a_partial_score_is_said_to_be_one() -> None:
    assert "| 84 B (partial) |" in written("markdown", report(partial=True))


def test_it_stays_below_the_limit_and_says_what_is_left_out() -> None:
    long = [finding(message="Some words. " * 20, hint="More words. " * 20, subject=str(n)) for n in range(40)]
    text = written("markdown", *[report(*long, path=f"folder/article-{n:04}.md") for n in range(700)])
    assert MOST_CHARACTERS - 15_000 < len(text) < MOST_CHARACTERS
    foot = text.splitlines()[-1]
    assert foot.startswith("Left out to fit: ")
    rows = text.count("\n| folder/article-")
    assert f" {700 - rows} articles and the findings of more articles." in foot
    assert "- and 10 more\n" in text
    assert text.count("<details>") == text.count("</details>") >= 3
    assert rows > 50


def test_a_few_articles_with_much_to_say() -> None:
    long = [finding(message="Some words. " * 40, hint="More words. " * 40, subject=str(n)) for n in range(40)]
    text = written("markdown", *[report(*long, path=f"{n}.md") for n in range(10)])
    shown = text.count("<details>")
    assert 1 < shown < 10
    assert text.splitlines()[-1] == f"Left out to fit: the findings of {10 - shown} articles."


def test_many_files_that_cannot_be_read() -> None:
    text = written("markdown", failures=[(f"{n}.md", "no such file or folder") for n in range(500)])
    assert text.count("could not be read: no such") == 20
    assert "- and 480 more\n" in text
    assert "500 files could not be read." in text
