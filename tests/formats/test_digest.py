"""A run over many articles is one screen of text: what fails it, what costs most, how to see more."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from seocheck.cli import cli
from seocheck.formats.people.digest import EACH, MANY
from tests.support import markdown, write

BROKEN = '---\ntitle: ""\n---\n\n![](a.png)\n\nLorem ipsum dolor sit amet, consectetur adipiscing elit.\n'


def run(folder: Path, *arguments: str) -> str:
    result = CliRunner().invoke(cli, ["check", "--no-cache", "--isolated", *arguments, str(folder)])
    assert result.exit_code in (0, 1), result.output
    return result.output


def articles(folder: Path, good: int, broken: int = 0) -> Path:
    write(folder, {f"good-{number}.md": markdown() for number in range(good)})
    write(folder, {f"broken-{number}.md": BROKEN for number in range(broken)})
    return folder


def test_up_to_ten_articles_are_shown_each(tmp_path: Path) -> None:
    shown = run(articles(tmp_path, MANY - 1, 1))
    assert "Fix " in shown
    assert "Rules, costliest first" not in shown


def test_more_are_one_screen(tmp_path: Path) -> None:
    shown = run(articles(tmp_path, 40, 30))
    assert len(shown.splitlines()) <= 60
    assert "What fails the run: " in shown
    assert " in 30 articles" in shown
    assert "Rules, costliest first" in shown
    assert "Lowest scores" in shown
    assert "70 articles: " in shown
    assert "-v" in shown


def test_one_rule_does_not_fill_the_screen(tmp_path: Path) -> None:
    shown = run(articles(tmp_path, 0, 30))
    failing = shown.partition("What fails the run")[2].partition("Rules, costliest first")[0]
    assert failing.count("content/placeholder") == EACH
    assert "more" in failing


def test_nothing_fails_where_nothing_is_wrong(tmp_path: Path) -> None:
    shown = run(articles(tmp_path, MANY + 5))
    assert "What fails the run" not in shown


def test_articles_that_score_too_low_are_counted(tmp_path: Path) -> None:
    folder = articles(tmp_path, MANY, 2)
    assert "What fails the run: 2 articles score below 75\n" in run(folder, "--min-score", "75")
    assert "below" not in run(folder, "--min-score", "1")


def test_verbose_shows_all(tmp_path: Path) -> None:
    shown = run(articles(tmp_path, MANY, 5), "-v")
    assert shown.count("content/placeholder") >= 5
    assert "Rules, costliest first" not in shown


def test_quiet_is_a_line_an_article(tmp_path: Path) -> None:
    shown = run(articles(tmp_path, MANY, 5), "-q")
    assert len(shown.splitlines()) == MANY + 5 + 1


def test_with_a_baseline_only_what_is_new_is_named(tmp_path: Path) -> None:
    folder = articles(tmp_path / "a", MANY, 5)
    baseline = str(tmp_path / "baseline.json")
    run(folder, "--baseline", baseline, "--write-baseline")
    write(folder, {"new.md": BROKEN})
    shown = run(folder, "--baseline", baseline)
    new = shown.partition("New: ")[2].partition("\n\n")[0]
    assert "in 1 article" in new
    assert "new.md" in new
    assert "broken-" not in shown.partition("Lowest scores")[0]


def test_the_numbers_of_a_rule(tmp_path: Path) -> None:
    shown = run(articles(tmp_path, MANY, 5))
    line = next(line for line in shown.splitlines() if line.startswith("  images/missing-alt"))
    assert line.split()[2:] == ["5", "5"]
