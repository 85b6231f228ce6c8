"""`seocheck suggest` as it is called: output, files, exit codes."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from seocheck.cli import main
from tests.support import markdown, run_command, seocheck_process, write

Cli = Callable[..., SimpleNamespace]

BODY = """\
A rye starter needs warm water and fresh flour every day. Feed the rye starter in the evening, and it will be ready to
bake with when you get up. It rises in six hours.

## Warm water

The rye starter likes warm water. However, the rye starter dies above forty degrees. Warm water from the tap will do.

## In the fridge

In the fridge a rye starter sleeps. Take it out the day before, and stir warm water into it. A rye starter keeps for a
month. Nobody needs to throw the rest of it away.
"""
META = {"title": "Keeping a rye starter", "lang": "en", "keywords": "[flour, wheat beer]  # ours"}
ARTICLE = markdown(META, BODY)
FIRST = "A rye starter needs warm water and fresh flour every day."


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Run the command in a folder with one article; gives code, out and err."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "SEOCHECK_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    write(tmp_path, {"a.md": ARTICLE})

    def run(*args: str) -> SimpleNamespace:
        with pytest.raises(SystemExit) as stopped:
            main(["suggest", *args])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        assert "internal error" not in err
        return SimpleNamespace(code=stopped.value.code, out=out, err=err)

    return run


def test_text_names_every_part(cli: Cli) -> None:
    shown = cli("a.md")
    assert shown.code == 0
    for words in (
        "a.md, ",
        "+ rye starter  (6 times)",
        "− wheat beer  (the article never says it)  4:19",
        f"1. {FIRST}",
    ):
        assert words in shown.out
    assert Path("a.md").read_text() == ARTICLE


def test_json_is_the_same_every_time(cli: Cli) -> None:
    one, two = cli("a.md", "-f", "json"), cli("a.md", "-f", "json")
    assert one.out == two.out
    data = json.loads(one.out)
    assert data["keywords"][0]["text"] == "rye starter"
    assert data["descriptions"][0]["place"]["start"]["line"] == 7
    assert "applied" not in data


def test_applying_writes_the_two_values_and_nothing_else(cli: Cli) -> None:
    done = cli("a.md", "--apply", "keywords", "--apply", "description", "--drop")
    assert done.code == 0
    assert "keywords added: rye starter" in done.out
    assert "keywords dropped: wheat beer" in done.out
    text = Path("a.md").read_text()
    data = json.loads(cli("a.md", "-f", "json").out)
    assert data["description"].startswith(FIRST)
    added = text.split("keywords: [flour, ")[1].split("]  # ours\n")[0]
    expected = ARTICLE.replace("[flour, wheat beer]", f"[flour, {added}]")
    title = "title: Keeping a rye starter\n"
    assert text == expected.replace(title, f"{title}description: {data['description']}\n")


def test_a_second_run_writes_nothing(cli: Cli) -> None:
    asked = ("a.md", "--apply", "keywords", "--apply", "description", "--drop")
    cli(*asked)
    once = Path("a.md").read_bytes()
    again = cli(*asked)
    assert again.code == 0
    assert "nothing was written" in again.out
    assert Path("a.md").read_bytes() == once


def test_dry_run_prints_a_diff_that_git_applies(cli: Cli, tmp_path: Path) -> None:
    shown = cli("a.md", "--apply", "description", "--dry-run")
    assert shown.code == 0
    assert Path("a.md").read_text() == ARTICLE
    lines = shown.out.splitlines()
    assert [line for line in lines if line[:1] in "+-"][:2] == ["--- a/a.md", "+++ b/a.md"]
    assert [line for line in lines[2:] if line[:1] in "+-"] == [
        f"+description: {line[14:]}" for line in lines[2:] if line[:1] == "+"
    ]
    (tmp_path / "d.diff").write_text(shown.out)
    subprocess.run(["git", "apply", "d.diff"], cwd=tmp_path, check=True)
    applied = Path("a.md").read_bytes()
    Path("a.md").write_text(ARTICLE)
    cli("a.md", "--apply", "description")
    assert Path("a.md").read_bytes() == applied


def test_dry_run_of_windows_lines_and_no_line_end_at_the_end(cli: Cli, tmp_path: Path) -> None:
    data = ARTICLE.rstrip("\n").replace("\n", "\r\n").encode()
    Path("a.md").write_bytes(data)
    done = run_command("suggest", "a.md", "--apply", "keywords", "--dry-run", cwd=tmp_path)
    (tmp_path / "d.diff").write_bytes(done.stdout)
    subprocess.run(["git", "apply", "d.diff"], cwd=tmp_path, check=True)
    applied = Path("a.md").read_bytes()
    assert applied != data
    Path("a.md").write_bytes(data)
    cli("a.md", "--apply", "keywords")
    assert Path("a.md").read_bytes() == applied


def test_pick_and_keywords_choose(cli: Cli) -> None:
    data = json.loads(cli("a.md", "-f", "json").out)
    names = [keyword["text"] for keyword in data["keywords"]]
    chosen = json.loads(
        cli(
            "a.md",
            "-f",
            "json",
            "--apply",
            "description",
            "--pick",
            "2",
            "--apply",
            "keywords",
            "--keywords",
            names[-1],
        ).out
    )
    assert chosen["applied"]["written"] is True
    assert chosen["applied"]["added"] == [names[-1]]
    assert chosen["applied"]["description"] == data["descriptions"][1]["text"]
    assert chosen["applied"]["diff"].startswith("--- a/a.md\n")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--pick", "2"], "--pick needs --apply"),
        (["--apply", "keywords", "--pick", "2"], "--pick needs --apply description"),
        (["--apply", "description", "--drop"], "--drop needs --apply keywords"),
        (["--dry-run"], "--dry-run needs --apply"),
        (["--apply", "title"], "'title' is not one of"),
        (["--apply", "description", "--pick", "4"], "4 is not in the range"),
        (["--apply", "keywords", "--keywords", "rye starters"], "did you mean “rye starter”?"),
        (["--apply", "keywords", "--keywords", "zebra"], "“zebra” is not among the suggested keywords"),
    ],
)
def test_what_cannot_be_asked_for(cli: Cli, args: list[str], said: str) -> None:
    refused = cli("a.md", *args)
    assert refused.code == 2
    assert said in refused.err
    assert Path("a.md").read_text() == ARTICLE


def test_a_refusal_is_one_line_that_names_the_file(cli: Cli) -> None:
    text = ARTICLE.replace("keywords: [flour", "keywords: &k [flour")
    Path("a.md").write_text(text)
    refused = cli("a.md", "--apply", "keywords")
    assert refused.code == 2
    assert refused.err == "seocheck: a.md: not written: “keywords” has an anchor or a tag\n"
    assert Path("a.md").read_text() == text
    assert cli("a.md", "--apply", "keywords", "--dry-run").code == 2


def test_one_refused_part_keeps_the_other_from_being_written(cli: Cli) -> None:
    Path("a.md").write_text(ARTICLE.replace("keywords: [flour", "keywords: &k [flour"))
    before = Path("a.md").read_bytes()
    assert cli("a.md", "--apply", "keywords", "--apply", "description").code == 2
    assert Path("a.md").read_bytes() == before


def test_front_matter_is_made_only_when_asked_for(cli: Cli) -> None:
    Path("b.md").write_text(BODY)
    refused = cli("b.md", "--apply", "description")
    assert refused.code == 2
    assert "no front matter; --create adds it" in refused.err
    assert cli("b.md", "--apply", "description", "--create").code == 0
    text = Path("b.md").read_text()
    assert text.startswith(f"---\ndescription: {FIRST}")
    assert text.endswith(f"\n---\n\n{BODY}")


def test_no_description_that_fits_is_said(cli: Cli) -> None:
    Path("b.md").write_text("---\ntitle: A\n---\n\nShort.\n")
    assert "No sentence of the article fits" in cli("b.md").out
    done = cli("b.md", "--apply", "description")
    assert done.code == 0
    assert "no sentence of the article fits" in done.out
    assert "nothing was written" in done.out
    assert cli("b.md", "--apply", "description", "--pick", "1").code == 2


def test_settings_are_found_and_inherited_values_stay(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, {"seocheck.yml": 'defaults:\n  "*.md":\n    description: From the site.\n'})
    refused = cli("a.md", "--apply", "description")
    assert refused.code == 2
    assert "comes from the settings" in refused.err


def test_a_missing_file_and_a_link(cli: Cli, tmp_path: Path) -> None:
    assert cli("missing.md").code == 2
    (tmp_path / "link.md").symlink_to("a.md")
    assert cli("link.md").code == 0
    assert "a symbolic link" in cli("link.md", "--apply", "description").err
    assert (tmp_path / "link.md").is_symlink()


def test_html_is_read_and_not_written(cli: Cli) -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in BODY.replace("## ", "").split("\n\n"))
    Path("a.html").write_text(f"<html lang=en><title>Rye</title><body><main>{paragraphs}</main></body></html>")
    assert FIRST in " ".join(cli("a.html").out.split())
    refused = cli("a.html", "--apply", "description")
    assert refused.code == 2
    assert "only front matter can be written, and this is an HTML page" in refused.err


def test_a_process_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": ARTICLE})
    done = seocheck_process("suggest", "a.md", "--apply", "description", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.decode().startswith(f"a.md: description: {FIRST}")
    assert done.stderr == b""


def test_a_description_that_was_picked_stays_until_another_is(cli: Cli) -> None:
    assert cli("a.md", "--apply", "description", "--pick", "2").code == 0
    picked = Path("a.md").read_text()
    again = cli("a.md", "--apply", "description")
    assert again.code == 0
    assert "taken from the text already" in again.out
    assert Path("a.md").read_text() == picked
    cli("a.md", "--apply", "description", "--pick", "1")
    assert f"description: {FIRST}" in Path("a.md").read_text()
