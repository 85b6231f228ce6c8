"""What makes a run fail, and what does not: limits, exclusions, the baseline, changed files."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from seocheck.cli import main
from tests.cli.test_changes import BREAD
from tests.cli.test_git import Site
from tests.support import write

Cli = Callable[..., SimpleNamespace]

LINKED = BREAD + "\nAnd [click here](https://example.org/c) too.\n"
"""One finding more than the article has at first."""

FAULTY = BREAD.replace("title: Winter bread from the old mill\n", "title: Bread\ntitle: Winter bread\n")
"""With an error."""


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "SEOCHECK_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def run(*args: str) -> SimpleNamespace:
        with pytest.raises(SystemExit) as stopped:
            main(list(args))
        out, err = capsys.readouterr()
        return SimpleNamespace(code=stopped.value.code, out=out, err=err)

    return run


# -- gates ------------------------------------------------------------------------------------------


def test_so_many_warnings_and_no_more(cli: Cli, tmp_path: Path) -> None:
    unsupported = BREAD.replace("mill]", "umbrella]")
    write(tmp_path, {"a.md": unsupported, "b.md": unsupported})
    count = cli("check", "--format", "concise").out.count(": warning ")
    assert count >= 2
    assert cli("check", "--max-warnings", str(count)).code == 0
    over = cli("check", "--max-warnings", str(count - 1))
    assert over.code == 1
    assert f"{count} warnings; at most {count - 1} allowed" in over.err


def test_exit_zero(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, {"a.md": FAULTY})
    assert cli("check").code == 1
    assert cli("check", "--exit-zero").code == 0
    assert cli("check", "--exit-zero", "--max-warnings", "0", "--min-score", "100").code == 0
    assert cli("check", "--exit-zero", "none.md").code == 2


def test_isolated(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, {"a.md": BREAD, "seocheck.yml": "profile: news\n"})
    assert json.loads(cli("check", "--format", "json").out)["reports"][0]["profile"] == "news"
    assert json.loads(cli("check", "--format", "json", "--isolated").out)["reports"][0]["profile"] == "default"
    assert cli("check", "--isolated", "--config", "seocheck.yml").code == 2


# -- exclusions -------------------------------------------------------------------------------------


def paths(result: SimpleNamespace) -> list[str]:
    return [os.path.normpath(report["path"]) for report in json.loads(result.out)["reports"]]


def test_exclude(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, {"a.md": BREAD, "old/b.md": BREAD, "c.md": BREAD, "seocheck.yml": "exclude: [c.md]\n"})
    assert paths(cli("check", "-f", "json")) == ["a.md", "old/b.md"]
    assert paths(cli("check", "-f", "json", "--exclude", "old")) == ["a.md"]
    assert paths(cli("check", "-f", "json", "c.md", "old/b.md", "--exclude", "old")) == ["c.md", "old/b.md"]


def test_force_exclude_as_pre_commit_needs_it(cli: Cli, tmp_path: Path) -> None:
    draft = BREAD.replace("lang: en", "lang: en\ndraft: true")
    files = {"a.md": BREAD, "old/b.md": BREAD, "README.md": "# x", "node_modules/x.md": BREAD, "draft.md": draft}
    write(tmp_path, {**files, "seocheck.yml": "exclude: [old]\n"})
    assert paths(cli("check", "-f", "json", "--force-exclude", *files)) == ["a.md"]
    assert len(paths(cli("check", "-f", "json", *files))) == 5
    nothing = cli("check", "--force-exclude", "old/b.md")
    assert nothing.code == 0


# -- baseline ---------------------------------------------------------------------------------------


def test_adopting_a_baseline(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, {"content/a.md": FAULTY, "content/b.md": BREAD})
    assert cli("check", "content").code == 1
    wrote = cli("check", "content", "--write-baseline")
    assert wrote.code == 0
    assert wrote.out == ""
    assert wrote.err.startswith("seocheck: wrote seocheck-baseline.json: ")
    held = cli("check", "content", "--baseline", "seocheck-baseline.json", "--fail-on", "note")
    assert held.code == 0
    assert "not new" in held.out
    assert "title" not in [line.split()[0] for line in held.out.splitlines() if line.startswith("  error")]


def test_what_is_new_fails_and_shows_all_of_its_kind(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, {"content/a.md": BREAD})
    cli("check", "--write-baseline")
    write(tmp_path, {"content/a.md": LINKED})
    found = cli("check", "--baseline", "seocheck-baseline.json", "--fail-on", "note", "-f", "concise")
    assert found.code == 1
    assert found.out.count("links/generic-text") == 3


def test_the_baseline_of_the_settings(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"site/content/a.md": FAULTY, "site/seocheck.yml": "baseline: .known.json\n"})
    missing = cli("check", "site")
    assert missing.code == 2
    assert "site/.known.json: no such baseline; `seocheck check --write-baseline` writes one" in missing.err
    assert cli("check", "site", "--write-baseline").code == 0
    assert cli("check", "site").code == 0
    monkeypatch.chdir(tmp_path / "site" / "content")
    assert cli("check", ".").code == 0
    assert cli("check", "a.md").code == 0


def test_stale_entries_are_named_and_pruned(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, {"a.md": LINKED, "b.md": FAULTY})
    cli("check", "--write-baseline")
    write(tmp_path, {"a.md": BREAD})
    (tmp_path / "b.md").unlink()
    stale = cli("check", "--baseline", "seocheck-baseline.json")
    assert stale.code == 0
    assert "seocheck-baseline.json: stale: a.md: links/generic-text has 3, found 2" in stale.err
    assert "b.md: front-matter/duplicate-key has 1, found 0" in stale.err
    pruned = cli("check", "--baseline", "seocheck-baseline.json", "--prune-baseline")
    assert "stale entr" in pruned.err
    kept = json.loads((tmp_path / "seocheck-baseline.json").read_text(encoding="utf-8"))["files"]
    assert set(kept) == {"a.md"}
    assert kept["a.md"]["links/generic-text"] == 2
    assert "stale" not in cli("check", "--baseline", "seocheck-baseline.json").err


def test_only_some_rules_leave_the_others_entries(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, {"a.md": FAULTY})
    cli("check", "--write-baseline")
    some = cli("check", "--baseline", "seocheck-baseline.json", "--select", "headings")
    assert "stale" not in some.err
    before = (tmp_path / "seocheck-baseline.json").read_text(encoding="utf-8")
    cli("check", "--write-baseline", "--baseline", "seocheck-baseline.json", "--select", "headings")
    assert (tmp_path / "seocheck-baseline.json").read_text(encoding="utf-8") == before


def test_a_baseline_is_not_written_when_a_file_cannot_be_read(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, {"a.md": BREAD, "b.md": b"\x00\x01\x02" * 500})
    failed = cli("check", "a.md", "b.md", "--write-baseline")
    assert failed.code == 2
    assert "not written" in failed.err
    assert not (tmp_path / "seocheck-baseline.json").exists()


@pytest.mark.parametrize("text", ["{", "[]", '{"seocheck_baseline": 9, "files": {}}', '{"version": 1}'])
def test_a_malformed_baseline_ends_the_run(cli: Cli, tmp_path: Path, text: str) -> None:
    write(tmp_path, {"a.md": BREAD, "b.json": text})
    ended = cli("check", "--baseline", "b.json")
    assert ended.code == 2
    assert ended.err.startswith("seocheck: b.json: ")
    assert ended.err.count("\n") == 1


def test_prune_without_a_baseline(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, {"a.md": BREAD})
    assert cli("check", "--prune-baseline").code == 2
    assert cli("check", "--prune-baseline", "--write-baseline").code == 2


# -- changed files ----------------------------------------------------------------------------------


@pytest.fixture
def site(tmp_path: Path, cli: Cli) -> Site:
    made = Site(tmp_path)
    for name in ("content/a.md", "content/b.md", "other/c.md"):
        made.write(name, BREAD)
    made.commit("articles")
    return made


def test_only_what_changed(site: Site, cli: Cli) -> None:
    site.write("content/a.md", LINKED)
    site.write("content/new.md", BREAD)
    assert paths(cli("check", "--changed", "-f", "json")) == ["content/a.md", "content/new.md"]
    assert paths(cli("check", "--changed", "HEAD", "content/a.md", "-f", "json")) == ["content/a.md"]
    assert paths(cli("check", "--changed=HEAD", "other", "-f", "json")) == []


def test_a_path_behind_changed_is_a_path(site: Site, cli: Cli) -> None:
    site.write("content/a.md", LINKED)
    site.write("other/c.md", LINKED)
    assert paths(cli("check", "--changed", "content", "-f", "json")) == ["content/a.md"]


def test_against_a_branch(site: Site, cli: Cli) -> None:
    site.git("switch", "-q", "-c", "branch")
    site.git("mv", "content/b.md", "content/d.md")
    site.write("content/a.md", LINKED)
    site.commit("work")
    assert paths(cli("check", "--changed", "-f", "json")) == []
    assert paths(cli("check", "--changed", "main", "-f", "json")) == ["content/a.md", "content/d.md"]


def test_only_findings_on_changed_lines_fail(site: Site, cli: Cli) -> None:
    site.write("content/a.md", LINKED)
    found = cli("check", "--changed", "--changed-lines", "--fail-on", "note", "-f", "concise")
    assert found.code == 1
    assert [line.split()[2] for line in found.out.splitlines()] == ["links/generic-text"]
    site.write("content/a.md", BREAD + "\nOne more sentence.\n")
    assert cli("check", "--changed-lines", "--fail-on", "note").code == 0


def test_nothing_changed_is_fine(site: Site, cli: Cli) -> None:
    done = cli("check", "--changed")
    assert done.code == 0
    assert "no changed article" in done.err


def test_the_base_of_a_pull_request(site: Site, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    site.git("update-ref", "refs/remotes/origin/main", "HEAD")
    site.git("switch", "-q", "-c", "branch")
    site.write("content/a.md", LINKED)
    site.commit("work")
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    assert paths(cli("check", "--changed", "-f", "json")) == ["content/a.md"]


@pytest.mark.parametrize("ref", ["nowhere", "HEAD~7"])
def test_a_commit_that_is_not_there(site: Site, cli: Cli, ref: str) -> None:
    ended = cli("check", "--changed", ref)
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert f"git knows no commit “{ref}”" in ended.err


def test_no_repository(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    ended = cli("check", "--changed")
    assert ended.code == 2
    assert "isn't in a git repository" in ended.err


# -- suppressions of the settings -------------------------------------------------------------------


def test_an_entry_of_the_settings_that_suppresses_nothing_is_named(cli: Cli, tmp_path: Path) -> None:
    entries = '  "content/*": [links, title/missing]\n  "old/*": images\n'
    write(tmp_path, {"content/a.md": BREAD, "seocheck.yml": f"suppress:\n{entries}"})
    done = cli("check")
    said = [line for line in done.err.splitlines() if "suppress:" in line]
    assert len(said) == 1  # links did, and nothing under old was checked
    assert said[0].endswith("warning: seocheck.yml: suppress: content/*: title/missing suppresses nothing in this run")
    assert "suppress:" not in cli("check", "--select", "headings").err


def test_changed_lines_take_a_commit_of_their_own(site: Site, cli: Cli) -> None:
    site.git("switch", "-q", "-c", "branch")
    site.write("content/a.md", LINKED)
    site.commit("work")
    assert cli("check", "--changed-lines", "--fail-on", "note").code == 0
    found = cli("check", "--changed-lines", "main", "--fail-on", "note", "-f", "concise")
    assert (found.code, found.out.count("\n")) == (1, 1)
    assert cli("check", "--changed-lines", "content", "--fail-on", "note").code == 0
    other = cli("check", "--changed", "HEAD", "--changed-lines", "main")
    assert other.code == 2
    assert "name different commits" in other.err


def test_a_build_without_a_base_is_told_so(site: Site, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    done = cli("check", "--changed")
    assert "warning: this build has no base branch" in done.err
    assert "no base branch" not in cli("check", "--changed", "HEAD").err
    monkeypatch.delenv("CI")
    assert "no base branch" not in cli("check", "--changed").err


def test_an_article_without_anything_new_is_only_counted(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, {"a.md": FAULTY, "b.md": FAULTY})
    cli("check", "--write-baseline")
    write(tmp_path, {"b.md": FAULTY.replace("---\n", "---\nkeywords: [a, a]\n", 1)})
    shown = cli("check", "--baseline", "seocheck-baseline.json").out
    assert "b.md" in shown
    assert "a.md" not in shown.split("Scores, lowest first")[0]
    assert "1 article with nothing new (-v shows them)" in shown
    assert "a.md" in cli("check", "--baseline", "seocheck-baseline.json", "-v").out.split("Scores, lowest first")[0]


# -- the whole site, of which a part changed --------------------------------------------------------

TWIN = "---\ntitle: One title for all of them\ndescription: What number {} costs in the end.\n---\n\nText {}.\n"


@pytest.fixture
def twins(site: Site) -> Site:
    for number in range(3):
        site.write(f"content/{number}.md", TWIN.format(number, number))
    site.commit("twins")
    site.write("content/1.md", TWIN.format(1, 1) + "\nMore text.\n")
    return site


def found_by(done: SimpleNamespace) -> list[tuple[str, str]]:
    reports = json.loads(done.out)["reports"]
    return [(report["path"], each["rule"]) for report in reports for each in report["findings"] if not each["known"]]


@pytest.mark.parametrize("how", [["site"], ["check", "--site", "--select", "site"]])
def test_what_changed_is_compared_with_all(twins: Site, cli: Cli, how: list[str]) -> None:
    done = cli(*how, "content", "--changed", "HEAD", "-f", "json")
    assert ("content/1.md", "site/duplicate-title") in found_by(done)
    assert {path for path, _ in found_by(done)} == {"content/1.md"}
    assert "content/0.md" in cli(*how, "content", "-f", "json").out


def test_a_site_counts_only_changed_lines_if_asked(twins: Site, cli: Cli) -> None:
    assert found_by(cli("site", "content", "--changed-lines", "HEAD", "-f", "json")) == []
    twins.write("content/1.md", TWIN.format(1, 1).replace("of them", "of us").replace("of us", "of them ") + "\n")
    assert ("content/1.md", "site/duplicate-title") in found_by(
        cli("site", "content", "--changed-lines", "HEAD", "-f", "json")
    )


def test_a_site_writes_and_prunes_its_baseline(twins: Site, cli: Cli, tmp_path: Path) -> None:
    assert "wrote seocheck-baseline.json" in cli("site", "content", "--write-baseline").err
    again = cli("site", "content", "--fail-on", "note", "--baseline", "seocheck-baseline.json")
    assert again.code == 0
    twins.write("content/1.md", TWIN.format(1, 1).replace("One title", "Another title"))
    assert "stale" in cli("site", "content", "--baseline", "seocheck-baseline.json").err
    pruned = cli("site", "content", "--baseline", "seocheck-baseline.json", "--prune-baseline")
    assert "removed or lowered" in pruned.err
    assert "stale" not in cli("site", "content", "--baseline", "seocheck-baseline.json").err


def test_a_site_may_have_so_many_warnings(twins: Site, cli: Cli) -> None:
    assert cli("site", "content", "--max-warnings", "0").code == 1
    assert cli("site", "content", "--max-warnings", "50").code == 0


def test_many_low_scores_are_counted(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, {f"a{number}.md": FAULTY for number in range(13)})
    done = cli("check", "--min-score", "100", "-q")
    assert done.code == 1
    assert done.err.count(" is below 100\n") == 10
    assert "and 3 more articles below --min-score" in done.err
