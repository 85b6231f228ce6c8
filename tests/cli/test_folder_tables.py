"""`seocheck keywords` and `seocheck suggest` on folders: a row for each article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support import run_command, write

ARTICLES = {
    "site/rye.md": "---\ntitle: Rye bread\nkeywords: [rye bread, sourdough, pumpkin soup]\n---\n\n"
    + "Rye bread rises slowly. Sourdough makes it sour, and a hot oven makes the crust dark.\n\n" * 12,
    "site/oats.md": "---\ntitle: Oats\n---\n\nOats are boiled in milk.\n",
    "site/draft.md": "---\ntitle: Later\ndraft: true\nkeywords: [nothing]\n---\n\nTo be written.\n",
    "site/README.md": "# How this folder is kept\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, ARTICLES)
    return tmp_path


def test_a_folder_of_keywords_is_a_table(site: Path) -> None:
    done = run_command("keywords", "site", cwd=site)
    assert done.returncode == 0
    assert done.stdout.decode().splitlines() == [
        "  declared  said  in part  absent  article",
        "         ·     ·        ·       ·  site/oats.md",
        "         3     2        ·       1  site/rye.md",
        "                                   absent: pumpkin soup",
        "",
        "2 articles: 3 keywords, 2 said, 0 in part, 1 absent; 1 without keywords",
    ]


def test_a_folder_of_keywords_is_a_list_in_json(site: Path) -> None:
    listed = json.loads(run_command("keywords", "site", "-f", "json", cwd=site).stdout)
    assert [(each["path"], len(each["keywords"])) for each in listed] == [("site/oats.md", 0), ("site/rye.md", 3)]


def test_a_file_keeps_its_map(site: Path) -> None:
    shown = run_command("keywords", "site/rye.md", cwd=site).stdout.decode()
    assert shown.startswith("site/rye.md: 3 declared keywords, 2 supported by the text, 1 absent\n")


def test_a_folder_of_suggestions_is_a_table(site: Path) -> None:
    done = run_command("suggest", "site", cwd=site)
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0
    assert lines[0] == "  add  drop  shorten  headings  descriptions  article"
    row = lines.index(next(line for line in lines if line.endswith("site/rye.md")))
    assert lines[row].split()[1:4] == ["1", "·", "·"]
    assert "drop: pumpkin soup" in " ".join(line.strip() for line in lines[row + 1 :])
    assert lines[-1].startswith("2 articles: ")


def test_suggestions_for_several_are_a_list_in_json(site: Path) -> None:
    listed = json.loads(run_command("suggest", "site", "-f", "json", cwd=site).stdout)
    one = json.loads(run_command("suggest", "site/rye.md", "-f", "json", cwd=site).stdout)
    assert [each["path"] for each in listed] == ["site/oats.md", "site/rye.md"]
    assert listed[1] == one


def test_several_articles_cannot_be_changed_at_once(site: Path) -> None:
    done = run_command("suggest", "site", "--apply", "keywords", cwd=site)
    assert done.returncode == 2
    assert "--apply changes one file: name it alone." in done.stderr.decode()


@pytest.mark.parametrize("command", ["keywords", "suggest"])
def test_a_folder_without_articles_is_named(command: str, tmp_path: Path) -> None:
    write(tmp_path, {"empty/logo.svg": "<svg/>"})
    done = run_command(command, "empty", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"seocheck: no article found in empty\n")


@pytest.mark.parametrize("command", ["keywords", "suggest"])
def test_a_file_that_cannot_be_read_costs_no_other(command: str, site: Path) -> None:
    (site / "site" / "broken.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    done = run_command(command, "site", cwd=site)
    assert done.returncode == 2
    assert done.stderr == b"seocheck: site/broken.md: not a text file\n"
    assert b"site/rye.md" in done.stdout
