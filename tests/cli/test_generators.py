"""What generators do with files: titles from names, templates, redirects, navigation in front matter, other endings."""

from __future__ import annotations

from pathlib import Path

import pytest

from seocheck import check_text
from seocheck.check.reporter import read_article
from seocheck.config import Settings, make_plan
from seocheck.model.article import Source
from seocheck.model.report import Report
from seocheck.runs.discover import discover
from seocheck.runs.run import not_an_article
from tests.support import write

BODY = "The old mill by the river grinds again, and its miller sells flour on Saturdays.\n"
PLAN = make_plan(Settings())


def rules(report: Report) -> set[str]:
    return {finding.rule for finding in report.findings}


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("_posts/2026-03-04-the-old-mill.md", "The Old Mill"),
        ("site/_posts/news/2026-03-04-mill.md", "Mill"),
        ("_drafts/the-old-mill.md", "The Old Mill"),
    ],
)
def test_jekyll_makes_a_title_of_the_name_of_a_post(path: str, title: str) -> None:
    report = check_text(f"---\nlayout: post\n---\n\n{BODY}", path=path)
    assert report.summary.title == title
    assert "title/missing" not in rules(report)


@pytest.mark.parametrize("path", ["posts/2026-03-04-the-old-mill.md", "_posts/the-old-mill.md", "docs/_posts.md"])
def test_other_files_have_no_title_from_their_name(path: str) -> None:
    assert "title/missing" in rules(check_text(f"---\nlayout: post\n---\n\n{BODY}", path=path))


def test_a_title_of_its_own_comes_before_the_name() -> None:
    report = check_text(f"---\ntitle: Flour again\n---\n\n{BODY}", path="_posts/2026-03-04-the-old-mill.md")
    assert report.summary.title == "Flour again"


def test_the_navigation_of_eleventy_has_a_title() -> None:
    report = check_text(f"---\neleventyNavigation:\n  key: The old mill\n  parent: Home\n---\n\n{BODY}", path="a.md")
    assert report.summary.title == "The old mill"


@pytest.mark.parametrize("front", ["layout: page_redirect", "template: redirect.html", "redirect_to: /mill"])
def test_a_redirect_is_no_article(front: str) -> None:
    assert not_an_article(read_article(Source("a.md", f"---\n{front}\n---\n"), PLAN)) == "a redirect"


def test_a_page_on_redirects_is_one() -> None:
    text = f"---\nlayout: redirects\n---\n\n{BODY * 4}"
    assert not_an_article(read_article(Source("a.md", text), PLAN)) == ""


def test_templates_of_hexo_are_skipped_and_other_endings_of_markdown_are_read(tmp_path: Path) -> None:
    text = f"---\ntitle: The mill\n---\n\n{BODY}"
    write(tmp_path, {"scaffolds/post.md": text, "a.qmd": text, "b.Rmd": text, "c.md": text})
    found = sorted(Path(candidate.path).name for candidate in discover([tmp_path]))
    assert found == ["a.qmd", "b.Rmd", "c.md"]


def test_a_chunk_of_r_is_code() -> None:
    front = "---\ntitle: The mill\nkeywords: [wheat yield]\n---\n\n"
    report = check_text(f"{front}{BODY}\n```{{r}}\n# a heading\n```\n", path="a.Rmd")
    assert "headings/no-h1" not in rules(report)
    assert "keywords/unsupported" in rules(report)
