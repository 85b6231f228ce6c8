"""Which findings stand on changed lines, and how an article's score moved, in a real repository."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import seocheck
from seocheck.gates.changes import Changes
from seocheck.gates.compare import ArticleComparison, compare, match
from seocheck.model.report import Report
from tests.cli.test_git import Site

BREAD = """\
---
title: Winter bread from the old mill
description: Rye bread from the old mill keeps for a week in winter, and the crust stays crisp.
keywords: [rye bread, mill]
lang: en
---

# Winter bread from the old mill

Rye bread keeps for a week. Read more [here](https://example.org/a).

The mill is old, see [here](https://example.org/b).
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    made = Site(tmp_path / "site")
    made.write("bread.md", BREAD)
    made.commit("bread")
    monkeypatch.chdir(made.root)
    return made


def new(site: Site, text: str, **options: object) -> list[tuple[str, int]]:
    """Rule and line of the findings that are not known, once the article holds this text."""
    site.write("bread.md", text)
    report = Changes().mark(seocheck.check_file("bread.md"))
    return sorted((f.rule, f.place.start.line) for f in report.findings if not f.known)


def test_only_findings_on_changed_lines_are_new(site: Site) -> None:
    assert new(site, BREAD.replace("is old, see", "is very old, see")) == [("links/generic-text", 12)]


def test_lines_that_only_moved_are_not_changed(site: Site) -> None:
    assert new(site, BREAD.replace("# Winter", "A word.\n\n# Winter")) == []


def test_a_description_that_was_taken_away_is_missed(site: Site) -> None:
    lines = BREAD.splitlines(keepends=True)
    found = new(site, "".join(line for line in lines if not line.startswith("description")))
    assert ("description/missing", 1) in found
    assert all(rule != "links/generic-text" for rule, _ in found)


def test_what_was_missing_before_is_not_new_when_only_the_text_changed(site: Site) -> None:
    bare = BREAD.replace("keywords: [rye bread, mill]\n", "")
    site.write("bread.md", bare)
    site.commit("bare")
    assert new(site, bare.replace("is old,", "is very old,")) == [("links/generic-text", 11)]


def test_all_of_a_new_article_is_new(site: Site) -> None:
    site.write("new.md", BREAD)
    report = Changes().mark(seocheck.check_file("new.md"))
    assert report.findings
    assert not any(f.known for f in report.findings)


def test_paths_are_those_of_the_working_folder(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.write("sub/ü b.md", "changed\n")
    monkeypatch.chdir(site.root / "sub")
    changes = Changes()
    assert changes.of("ü b.md") is not None
    assert changes.of("../bread.md") is None
    assert changes.shown("bread.md") == "../bread.md"
    assert changes.of(os.fspath(site.root / "sub" / "ü b.md")) is not None


# -- before and after -------------------------------------------------------------------------------


def compared(before: str, after: str, **settings: object) -> ArticleComparison:
    one, other = (seocheck.check_text(text, path="bread.md") for text in (before, after))
    return compare(one, other, "modified")


def rules(found: ArticleComparison) -> tuple[list[str], list[str]]:
    return [f.rule for f in found.worse], [f.rule for f in found.better]


def test_nothing_changed() -> None:
    found = compared(BREAD, BREAD.replace("# Winter", "A word of it.\n\n# Winter"))
    assert (found.change, rules(found)) == (0, ([], []))


def test_what_got_worse_and_what_got_better() -> None:
    found = compared(
        BREAD, BREAD.replace("[here](https://example.org/a)", "in our recipe").replace("# Winter", "### Winter")
    )
    assert rules(found) == (["headings/skipped-level"], ["links/generic-text"])
    assert found.better[0].place.start.line == 10


def test_one_more_of_a_kind_names_the_one_that_is_new() -> None:
    found = compared(BREAD, BREAD + "\nAnd [click here](https://example.org/c) too.\n")
    assert [(f.rule, f.quote) for f in found.worse] == [("links/generic-text", "click here")]
    assert found.change is not None
    assert found.change < 0


def test_a_new_article_is_all_worse_and_a_deleted_one_is_gone() -> None:
    report = seocheck.check_text(BREAD, path="bread.md")
    added, deleted = compare(None, report, "added"), compare(report, None, "deleted")
    assert len(added.worse) == sum(f.severity != "suggestion" for f in report.findings)
    assert (added.change, added.before, added.refused) == (None, None, "")
    assert (deleted.change, deleted.after, deleted.worse, deleted.better) == (None, None, (), ())


@pytest.mark.parametrize(
    ("other", "says"),
    [
        (
            lambda: seocheck.check_text(BREAD, path="bread.md", settings={"profile": "docs"}),
            "another profile applies: docs",
        ),
        (lambda: seocheck.check_text(BREAD, path="bread.md", settings={"ignore": ["links"]}), "other rules"),
        (lambda: seocheck.check_text(BREAD, path="bread.md", select=["title"]), "left out on the command line"),
    ],
)
def test_scores_of_different_rules_are_not_compared(other: Callable[[], Report], says: str) -> None:
    found = compare(other(), seocheck.check_text(BREAD, path="bread.md"), "modified")
    assert found.change is None
    assert says in found.refused
    assert (found.worse, found.better) == ((), ())


def test_a_saved_report_is_matched_by_path() -> None:
    old = {name: seocheck.check_text(BREAD, path=name) for name in ("a.md", "b.md", "c.md")}
    worse = BREAD.replace("# Winter", "#### Winter")
    now = [seocheck.check_text(BREAD, path="a.md"), seocheck.check_text(worse, path="b.md"),
           seocheck.check_text(BREAD, path="d.md")]  # fmt: skip
    assert [(c.path, c.status) for c in match(old, now)] == [
        ("b.md", "modified"), ("d.md", "added"), ("c.md", "deleted"),
    ]  # fmt: skip
