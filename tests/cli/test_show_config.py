"""`seocheck show-config`: what holds for an article, and where it is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import seocheck
from seocheck.cli import cli
from seocheck.config import SettingsFinder
from seocheck.config.plan import make_plan
from tests.support import write

FILES: dict[str, str | bytes] = {
    "house.yml": (
        "profile: news\nseverities: {headings/no-h1: off}\noverrides:\n  - files: '*.de.md'\n    language: de\n"
    ),
    "site/seocheck.yml": (
        "extends: ../house.yml\nfields:\n  description: [teaser]\nignore: [links]\noverrides:\n"
        "  - files: blog/**\n    severities: {title/too-wide: error}\n"
        "    rules:\n      description/too-long: {max_pixels: 800}\n"
    ),
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, FILES)
    monkeypatch.chdir(tmp_path / "site")
    return tmp_path / "site"


def shown(*arguments: str) -> str:
    result = CliRunner().invoke(cli, ["show-config", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_every_value_names_the_line_where_it_is_said(site: Path) -> None:
    lines = shown("blog/a.de.md").splitlines()
    for wanted in (
        "# for blog/a.de.md",
        "# from seocheck.yml",
        "# from ../house.yml",
        "# with the override at ../house.yml:4 (*.de.md)",
        "# with the override at seocheck.yml:6 (blog/**)",
        "profile: news  # ../house.yml:1",
        "language: de  # ../house.yml:5",
        "  description: [teaser]  # seocheck.yml:3",
        "ignore: [links]  # seocheck.yml:4",
        "  title/too-wide: error  # seocheck.yml:7",
        "  description/missing: error  # profile news",
        "  headings/no-h1: off  # ../house.yml:2",
        "  links/empty-link: off  # ignore, seocheck.yml:4",
        "    max_pixels: 800  # seocheck.yml:9",
        "    min_ease: 35.0  # profile news",
    ):
        assert wanted in lines


def test_what_is_shown_is_a_settings_file_that_does_the_same(site: Path) -> None:
    (site / "all.yml").write_text(shown("blog/a.de.md"), encoding="utf-8")
    again = make_plan(seocheck.load_settings(site / "all.yml"))
    there = make_plan(SettingsFinder().settings_for("blog/a.de.md"))
    assert [(r.loaded.id, r.severity, r.options, r.weight) for r in again.rules] == [
        (r.loaded.id, r.severity, r.options, r.weight) for r in there.rules
    ]


def test_an_override_that_does_not_fit_is_not_shown(site: Path) -> None:
    assert "override" not in shown("a.md")


def test_a_file_given_by_hand(site: Path) -> None:
    assert "# from ../house.yml" in shown("a.md", "--config", "../house.yml").splitlines()


def test_without_a_file_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "# no settings file: the defaults apply" in shown()


def test_a_wrong_file_is_one_line(site: Path) -> None:
    (site / "seocheck.yml").write_text("profil: x\n", encoding="utf-8")
    result = CliRunner().invoke(cli, ["show-config", "a.md"])
    assert isinstance(result.exception, seocheck.SettingsError)


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("a.md", "---\nlang: fr\n---\n\nBonjour.\n", "# language: French, declared in the article"),
        ("a.md", "Das Brot ist noch warm, und wir essen es mit der Suppe, die du gekocht hast.\n",
         "# language: German, detected in the text"),
        ("blog/a.de.md", "", "# language: German, told by the path"),
        ("fr/a.md", "", "# language: French, told by the path"),
    ],
)  # fmt: skip
def test_the_language_that_holds_is_told_with_its_reason(site: Path, path: str, text: str, line: str) -> None:
    if text:
        write(site, {path: text})
    assert line in shown(path).splitlines()


def test_an_unknown_language_is_not_told(site: Path) -> None:
    assert "# language" not in shown("none.md")
