"""`seocheck compare`: before and after, in a real repository and against a saved report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from seocheck.cli import cli
from seocheck.errors import SeocheckError
from tests.cli.test_changes import BREAD
from tests.cli.test_git import Site

WORSE = BREAD.replace("# Winter", "#### Winter")
BETTER = BREAD.replace("[here](https://example.org/a)", "in our recipe")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    made = Site(tmp_path / "site")
    for name in ("worse.md", "better.md", "same.md", "moved.md", "gone.md"):
        made.write(
            f"content/{name}",
            f"{BREAD}\nThis is the article {name} of the old mill.\n" * (2 if name == "gone.md" else 1),
        )
    made.write("content/draft.md", BREAD.replace("lang: en", "lang: en\ndraft: true"))
    made.write("README.md", "# Site\n")
    made.commit("articles")
    made.git("switch", "-q", "-c", "branch")
    for name, text in (("worse.md", WORSE), ("better.md", BETTER), ("same.md", BREAD)):
        made.write(f"content/{name}", f"{text}\nOne more sentence.\n")
    made.git("mv", "content/moved.md", "content/new-name.md")
    (made.root / "content" / "gone.md").unlink()
    made.commit("work")
    made.write("content/new.md", BREAD)
    made.write("README.md", "# Other\n")
    monkeypatch.chdir(made.root)
    return made


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["compare", *arguments], standalone_mode=False)


def compared(*arguments: str) -> dict[str, dict[str, object]]:
    result = CliRunner().invoke(cli, ["compare", *arguments, "--format", "json"])
    assert result.exit_code == 0, result.output + str(result.exception)
    return {Path(article["path"]).name: article for article in json.loads(result.stdout)["articles"]}


def test_every_changed_article_and_no_other(site: Site) -> None:
    found = compared("main")
    assert {name: article["status"] for name, article in found.items()} == {
        "worse.md": "modified", "better.md": "modified", "same.md": "modified", "new-name.md": "renamed",
        "gone.md": "deleted", "new.md": "added",
    }  # fmt: skip
    assert float(str(found["worse.md"]["change"])) < 0 < float(str(found["better.md"]["change"]))
    assert found["new-name.md"]["old_path"] == "content/moved.md"
    assert found["new.md"]["before"] is None
    assert found["gone.md"]["after"] is None


def test_what_got_worse_and_better_is_named(site: Site) -> None:
    found = json.loads(run("main", "-f", "json").stdout)["articles"]
    said = {Path(a["path"]).name: ([f["rule"] for f in a["worse"]], [f["rule"] for f in a["better"]]) for a in found}
    assert said["worse.md"] == (["headings/skipped-level"], [])
    assert said["better.md"] == ([], ["links/generic-text"])
    assert said["same.md"] == ([], [])


def test_text(site: Site) -> None:
    lines = run("main").output.splitlines()
    assert lines[0].startswith("content/worse.md")
    assert "headings/skipped-level" in lines[1]
    assert any("was content/moved.md" in line for line in lines)
    assert lines[-1] == (
        "6 articles changed compared with main, 1 fell, 1 rose, 1 new, 1 deleted; 1 new finding, 1 gone."
    )


def test_markdown(site: Site) -> None:
    text = run("main", "--format", "markdown").output
    assert "| content/worse.md | " in text
    assert "| deleted |" in text
    assert "- New: `headings/skipped-level` (line 8)" in text
    assert "- Gone: `links/generic-text`:" in text


def test_only_some_folders(site: Site) -> None:
    site.write("other/a.md", BREAD)
    assert set(compared("main", "other")) == {"a.md"}


def test_from_a_folder_below(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.root / "content")
    found = json.loads(run("main", "-f", "json").stdout)["articles"]
    assert "worse.md" in {article["path"] for article in found}


def test_a_draft_that_is_published_is_new(site: Site) -> None:
    site.write("content/draft.md", BREAD)
    assert compared("main")["draft.md"]["before"] is None


def test_an_article_that_moves_to_another_profile_is_refused(site: Site) -> None:
    site.write("seocheck.yml", "overrides: [{files: content/new-name.md, profile: news}]\n")
    found = compared("main")["new-name.md"]
    assert found["change"] is None
    assert "another profile applies: default, now news" in str(found["refused"])
    assert "scores not compared: another profile" in run("main").output


def test_a_limit_for_the_fall(site: Site) -> None:
    assert run("main", "--max-drop", "0.1").return_value == 1
    assert run("main", "--max-drop", "50").return_value == 0
    assert run("main").return_value == 0


def test_nothing_changed(site: Site) -> None:
    site.git("stash", "-q", "-u")
    assert run("HEAD").output == "No article changed compared with HEAD.\n"
    assert run("HEAD", "-f", "markdown").output.count("\n") == 4


def test_a_saved_report(site: Site) -> None:
    site.git("switch", "-q", "-f", "main")
    CliRunner().invoke(cli, ["check", "content", "--format", "json", "--output", "before.json"])
    site.git("switch", "-q", "branch")
    found = compared("before.json", "content")
    assert {name: a["status"] for name, a in found.items()} == {
        "worse.md": "modified", "better.md": "modified", "new-name.md": "added",
        "gone.md": "deleted", "moved.md": "deleted",
    }  # fmt: skip


def test_what_is_no_report(site: Site) -> None:
    site.write("x.json", "{}")
    assert "not a seocheck report" in str(run("x.json").exception)


def test_a_commit_that_is_not_there(site: Site) -> None:
    result = run("nowhere")
    assert isinstance(result.exception, SeocheckError)
    assert "git knows no commit “nowhere”" in str(result.exception)


def test_the_setting_exclude_is_respected(site: Site) -> None:
    site.write("seocheck.yml", "exclude: [content/worse.md, content/gone.md]\n")
    assert set(compared("main")) == {"better.md", "same.md", "new-name.md", "new.md"}


def test_rows_of_a_table_are_compared_with_themselves(site: Site) -> None:
    rows = ["id,title,body", "1,Rye,Rye bread rises.", "2,Oats,Oats are flat.", "3,Gone,Barley is gone."]
    site.write("rows.csv", "\n".join(rows))
    site.git("add", "rows.csv")
    site.git("commit", "-q", "-m", "rows")
    site.write("rows.csv", "\n".join([*rows[:2], "2,,Oats are flat.", "4,New,Barley is new."]))
    assert {path: each["status"] for path, each in compared("HEAD", "rows.csv").items()} == {
        "rows.csv#2": "modified", "rows.csv#3": "deleted", "rows.csv#4": "added",
    }  # fmt: skip
    assert compared("HEAD", "rows.csv#1") == {}
    assert list(compared("HEAD", "rows.csv#2")) == ["rows.csv#2"]
