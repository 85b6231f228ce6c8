"""What the gate already knew: counts by file and rule, that only ever go down by themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import seocheck
from seocheck.gates.baseline import Baseline, BaselineError, Stale, load_baseline, write_baseline
from seocheck.model.report import Report
from seocheck.rulekit.registry import load_rules

LINK = "See [here](https://example.org/{0}).\n\n"


def report(path: Path, links: int) -> Report:
    """Of an article with a missing description and so many links that say nothing."""
    body = "".join(LINK.format(n) for n in range(links))
    return seocheck.check_text(
        f"---\ntitle: Bread\nlang: en\n---\n\n{body}", path=str(path), select=["links", "description/missing"]
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "blog").mkdir()
    (tmp_path / "blog" / "bread.md").write_text("x", encoding="utf-8")
    return tmp_path / "seocheck-baseline.json"


RULES = ("links/generic-text", "links/empty-link", "description/missing")


def known(marked: Report) -> list[tuple[str, bool]]:
    return sorted({(f.rule, f.known) for f in marked.findings})


def written(file: Path, links: int) -> Baseline:
    baseline = load_baseline(file, missing_ok=True)
    baseline.mark(report(file.parent / "blog" / "bread.md", links), RULES)
    write_baseline(file, baseline.renewed())
    return load_baseline(file)


def test_what_is_written_then_passes(file: Path) -> None:
    baseline = written(file, 2)
    marked = baseline.mark(report(file.parent / "blog" / "bread.md", 2), RULES)
    assert known(marked) == [("description/missing", True), ("links/generic-text", True)]
    assert not list(baseline.stale())


def test_counts_and_no_lines_are_written(file: Path) -> None:
    written(file, 2)
    assert json.loads(file.read_text(encoding="utf-8")) == {
        "seocheck_baseline": 1,
        "files": {"blog/bread.md": {"description/missing": 1, "links/generic-text": 2}},
    }
    assert file.read_text(encoding="utf-8").endswith("}\n")


def test_one_more_than_known_shows_them_all(file: Path) -> None:
    marked = written(file, 2).mark(report(file.parent / "blog" / "bread.md", 3), RULES)
    assert known(marked) == [("description/missing", True), ("links/generic-text", False)]


def test_fewer_than_known_are_known_and_the_entry_is_stale(file: Path) -> None:
    baseline = written(file, 3)
    marked = baseline.mark(report(file.parent / "blog" / "bread.md", 1), RULES)
    assert ("links/generic-text", True) in known(marked)
    assert list(baseline.stale()) == [Stale("blog/bread.md", "links/generic-text", 3, 1)]
    assert baseline.pruned() == {"blog/bread.md": {"description/missing": 1, "links/generic-text": 1}}


def test_pruning_never_takes_in_what_is_new(file: Path) -> None:
    baseline = written(file, 1)
    baseline.mark(report(file.parent / "blog" / "bread.md", 3), RULES)
    assert baseline.pruned() == {"blog/bread.md": {"description/missing": 1, "links/generic-text": 1}}


def test_the_score_is_not_changed(file: Path) -> None:
    before = report(file.parent / "blog" / "bread.md", 2)
    marked = written(file, 2).mark(before, RULES)
    assert (marked.score, [f.points for f in marked.findings]) == (before.score, [f.points for f in before.findings])


def test_files_that_were_not_checked_keep_their_entries(file: Path) -> None:
    written(file, 1)
    (file.parent / "other.md").write_text("x", encoding="utf-8")
    baseline = load_baseline(file)
    baseline.mark(report(file.parent / "other.md", 1), RULES)
    assert not list(baseline.stale())
    assert set(baseline.renewed()) == {"blog/bread.md", "other.md"}


def test_rules_that_were_not_run_keep_their_entries(file: Path) -> None:
    baseline = written(file, 2)
    text = "---\ntitle: Bread\nlang: en\ndescription: Rye bread\n---\n\nText.\n"
    article = str(file.parent / "blog" / "bread.md")
    baseline.mark(seocheck.check_text(text, path=article, select=["description/missing"]), ["description/missing"])
    assert [s.rule for s in baseline.stale()] == ["description/missing"]
    assert baseline.renewed() == {"blog/bread.md": {"links/generic-text": 2}}
    assert baseline.pruned() == {"blog/bread.md": {"links/generic-text": 2}}


def test_files_that_are_gone_are_stale(file: Path) -> None:
    baseline = written(file, 1)
    (file.parent / "blog" / "bread.md").unlink()
    baseline = load_baseline(file)
    assert [s.rule for s in baseline.stale()] == ["description/missing", "links/generic-text"]
    assert baseline.pruned() == {}
    assert baseline.renewed() == {}


def test_paths_are_relative_to_the_file_whatever_the_working_folder(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(file, 2)
    monkeypatch.chdir(file.parent / "blog")
    marked = load_baseline("../seocheck-baseline.json").mark(report(Path("bread.md"), 2), RULES)
    assert all(f.known for f in marked.findings)


def test_suggestions_are_not_held(file: Path) -> None:
    words = " ".join(f"The bakery mill of week {n} grinds winter rye for the village bakery." for n in range(30))
    text = f"---\ntitle: Bread\nkeywords: [umbrella]\n---\n\n{words}\n"
    checked = seocheck.check_text(text, path=str(file.parent / "blog" / "bread.md"))
    baseline = Baseline(str(file.parent))
    baseline.mark(checked, load_rules())
    severities = {f.rule: f.severity for f in checked.findings}
    assert all(severities[rule] != "suggestion" for rule in baseline.seen["blog/bread.md"])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "not valid JSON"),
        ("{", "not valid JSON"),
        ("[]", "not a seocheck baseline"),
        ('{"version": 1, "results": {}}', "not a seocheck baseline"),
        ('{"seocheck_baseline": 1, "files": {"a.md": 3}}', "not a seocheck baseline"),
        ('{"seocheck_baseline": 1, "files": {"a.md": {"title/missing": "2"}}}', "not a seocheck baseline"),
        ('{"seocheck_baseline": 1, "files": {"a.md": {"title/missing": 0}}}', "a count must be 1 or more"),
        ('{"seocheck_baseline": 7, "files": {}}', "version 7 isn't known"),
        ("[" * 100_000, "not a seocheck baseline"),
    ],
)
def test_what_is_no_baseline_is_said_in_one_line(file: Path, text: str, says: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BaselineError) as error:
        load_baseline(file)
    assert says in str(error.value)
    assert "\n" not in str(error.value)
    assert str(file) in str(error.value)


def test_one_that_is_missing_names_the_way_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="--write-baseline"):
        load_baseline(tmp_path / "none.json")


def test_one_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="cannot be written"):
        write_baseline(tmp_path / "none" / "b.json", {})
    with pytest.raises(BaselineError, match="cannot be written: is a directory"):
        write_baseline(tmp_path, {})
