"""The example site, with a fault of each kind planted in it: all are found, at their places, and nothing else is."""

from __future__ import annotations

import json
from pathlib import Path

from seocheck.rulekit.registry import load_rules
from tests.support import ROOT, run_command

SITE = ROOT / "examples" / "site"

PLANTED = {
    ("_index.md", 15, "site/broken-link"),  # by an address that no article has
    ("jars.md", 3, "site/duplicate-description"),  # that of harvest.md
    ("spring-inspection.md", 2, "site/duplicate-title"),  # that of checklist.md
    ("swarm.md", 4, "site/keyword-drift"),  # bee-keeping
    ("tools.md", 14, "site/broken-link"),  # smoker.md
    ("treatment.md", 4, "site/same-primary-keyword"),  # that of varroa.md
    ("treatment.md", 12, "site/broken-anchor"),  # varroa.md#counting
    ("winter-old.md", 2, "site/orphan-page"),
    ("winter.md", 1, "site/near-duplicate"),  # of winter-old.md
    ("sitemap.xml", 14, "site/entry-without-article"),  # requeening
}
"""File, line and rule. The two German articles are translations, and no copies."""

IN_ARTICLES = {
    ("jars.md", 13, "headings/skipped-level"),
    ("law.md", 2, "title/too-wide"),
    ("law.md", 3, "description/lacks-keyword"),
    ("law.md", 3, "description/too-short"),
    ("law.md", 4, "keywords/unsupported"),
    ("law.md", 8, "readability/hard-to-read"),
    ("law.md", 8, "readability/long-sentences"),
    ("law.md", 8, "readability/passive-voice"),
    ("swarm.md", 4, "keywords/unsupported"),
    ("tools.md", 12, "images/missing-alt"),
}
"""law.md is bad on purpose; two of its keywords stand on the one line."""


def found(*arguments: str) -> list[tuple[str, int, str]]:
    done = run_command(*arguments, "-f", "json", ".", cwd=SITE)
    assert done.returncode == 0, done.stderr.decode()
    return sorted(
        (Path(report["path"]).name, finding["place"]["start"]["line"], finding["rule"])
        for report in json.loads(done.stdout)["reports"]
        for finding in report["findings"]
    )


def test_each_fault_is_found_and_nothing_else() -> None:
    assert found("site") == sorted(PLANTED)


def test_check_finds_those_of_the_articles_too_and_nothing_else() -> None:
    assert found("check", "--site") == sorted([*PLANTED, *IN_ARTICLES, ("law.md", 4, "keywords/unsupported")])


def test_there_is_one_of_each_rule_of_a_site() -> None:
    """But for those that are off, that take five long titles, and that take HTML."""
    rules = {name for name, loaded in load_rules().items() if loaded.rule.scope == "site"}
    assert rules - {
        "site/orphan-keyword",
        "site/unlinked-mention",
        "site/boilerplate-title",
        "site/one-way-hreflang",
    } == {rule for _, _, rule in PLANTED}


def test_the_better_home_and_the_usual_form_are_named() -> None:
    done = run_command("site", "-f", "concise", "content", cwd=SITE)
    text = done.stdout.decode()
    assert "content/posts/varroa.md, which is the better home for it (it says it in title, introduction" in text
    assert "This keyword is written “bee-keeping”, but “beekeeping” in 7 articles." in text
