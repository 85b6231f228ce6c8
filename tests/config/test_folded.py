"""A rule that would say the same of many places of one article says it once, and nothing is lost by that."""

from __future__ import annotations

from pathlib import Path

import pytest

from seocheck import check_text
from seocheck.gates.baseline import Baseline
from tests.support import run_command, write

RULE = "images/missing-alt"


def article(images: int, *, before: str = "") -> str:
    shown = "\n\n".join(f"{before}![](loaf-{number}.png)\n\nThen it rests." for number in range(1, images + 1))
    return f"---\ntitle: Rye bread\n---\n\nThe dough rises.\n\n{shown}\n"


def found(text: str, **options: object) -> list[tuple[int, int, int]]:
    """Line, number of related places and count of each finding."""
    report = check_text(text, path="a.md", select=[RULE], **options)  # type: ignore[arg-type]
    return [(each.place.start.line, len(each.related), each.count) for each in report.findings]


def test_three_images_are_three_findings() -> None:
    assert found(article(3)) == [(7, 0, 1), (11, 0, 1), (15, 0, 1)]


def test_four_images_are_one_finding_with_four_places() -> None:
    report = check_text(article(4), path="a.md", select=[RULE])
    (one,) = report.findings
    assert one.message == "4 images have no alternative text, or none with a word in it."
    assert (one.count, [place.start.line for place in (one.place, *one.related)]) == (4, [7, 11, 15, 19])


def test_one_finding_costs_what_they_cost_together() -> None:
    assert report_score(4) < report_score(3) < report_score(1) < 100
    report = check_text(article(4), path="a.md", select=[RULE])
    assert report.score is not None
    assert report.findings[0].points == pytest.approx(100 - report.score, abs=1e-3)
    assert [(fix.finding, round(fix.score_after)) for fix in report.fix_first] == [(0, 100)]


def report_score(images: int) -> float:
    score = check_text(article(images), path="a.md", select=[RULE]).score
    assert score is not None
    return score


def test_what_is_suppressed_keeps_its_own_place() -> None:
    text = article(5).replace("![](loaf-2.png)", f"<!-- seocheck-disable-next-line {RULE} -->\n![](loaf-2.png)")
    report = check_text(text, path="a.md", select=[RULE])
    assert [each.count for each in report.findings] == [4]
    assert [each.finding.quote for each in report.suppressed] == ["![](loaf-2.png)"]


def test_the_baseline_counts_every_place() -> None:
    known = Baseline(folder=".", counts={"a.md": {RULE: 4}})
    for images, is_known in ((4, True), (5, False), (3, True)):
        report = known.mark(check_text(article(images), path="a.md", select=[RULE]), [RULE])
        assert {each.known for each in report.findings} == {is_known}
        assert known.seen["a.md"] == {RULE: images}


def test_a_changed_line_among_the_places_counts(tmp_path: Path) -> None:
    import subprocess

    write(tmp_path, {"a.md": article(5)})
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "Start"]):
        subprocess.run([*git, *command], cwd=tmp_path, check=True)
    arguments = ("check", "--changed-lines", "--select", RULE, "--fail-on", "note", "--no-cache")
    write(tmp_path, {"a.md": article(5).replace("The dough rises.", "The dough rises slowly.")})
    assert run_command(*arguments, cwd=tmp_path).returncode == 0
    write(tmp_path, {"a.md": article(5).replace("loaf-4", "crust-4")})
    assert run_command(*arguments, cwd=tmp_path).returncode == 1
