"""A small site with a fault of each kind: all are found, at their places, and nothing else is."""

from __future__ import annotations

import json
from pathlib import Path

from tests.support import seocheck_process

BEES = Path(__file__).parent / "bees"

PLANTED = {
    ("_index.md", 10, "site/broken-link"),  # by an address that no article has
    ("jars.md", 3, "site/duplicate-description"),  # that of harvest.md
    ("spring-inspection.md", 2, "site/duplicate-title"),  # that of checklist.md
    ("swarm.md", 4, "site/keyword-drift"),  # bee-keeping
    ("tools.md", 12, "site/broken-link"),  # smoker.md
    ("treatment.md", 4, "site/same-primary-keyword"),  # that of varroa.md
    ("treatment.md", 12, "site/broken-anchor"),  # varroa.md#counting
    ("winter-old.md", 2, "site/orphan-page"),
    ("winter.md", 1, "site/near-duplicate"),  # of winter-old.md
}
"""File, line and rule. The two German articles are translations, and no copies."""


def found(*arguments: str) -> set[tuple[str, int, str]]:
    done = seocheck_process(*arguments, "--isolated", "--exit-zero", "-f", "json", "content", cwd=BEES)
    return {
        (Path(report["path"]).name, finding["place"]["start"]["line"], finding["rule"])
        for report in json.loads(done.stdout)["reports"]
        for finding in report["findings"]
        if finding["rule"].startswith("site/")
    }


def test_each_fault_is_found_and_nothing_else() -> None:
    done = seocheck_process("site", "--isolated", "-f", "json", "content", cwd=BEES)
    reports = json.loads(done.stdout)["reports"]
    places = [
        (Path(report["path"]).name, finding["place"]["start"]["line"], finding["rule"])
        for report in reports for finding in report["findings"]
    ]  # fmt: skip
    assert sorted(places) == sorted(PLANTED)


def test_check_with_the_site_finds_the_same() -> None:
    assert found("check", "--site") == PLANTED


def test_the_better_home_and_the_usual_form_are_named() -> None:
    done = seocheck_process("site", "--isolated", "-f", "concise", "content", cwd=BEES)
    text = done.stdout.decode()
    assert "content/posts/varroa.md, which is the better home (it says it in title, introduction" in text
    assert "The keyword is written “bee-keeping”, and “beekeeping” in 7 articles." in text
