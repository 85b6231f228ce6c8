"""The command line inside this process: options, output, exit codes, one line for each failure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from seocheck.cli import main
from seocheck.rulekit.registry import load_rules
from tests.support import markdown, run_command, write

Cli = Callable[..., SimpleNamespace]

FLAWED = markdown(description=None)  # an absent keyword and no description: warnings
BROKEN = "---\ntitle: [never closed\n---\n\nBread.\n"  # an error
WIDE = "Sourdough bread for busy people who work all day and come home when the shops have long been closed"
NOTED = markdown(keywords="[sourdough bread, starter]", title=WIDE)  # a note


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Run the command in a folder with three articles; gives code, out and err."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "SEOCHECK_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    write(tmp_path, {"flawed.md": FLAWED, "broken.md": BROKEN, "noted.md": NOTED})

    def run(*args: str) -> SimpleNamespace:
        with pytest.raises(SystemExit) as stopped:
            main(list(args))
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        assert "internal error" not in err
        return SimpleNamespace(code=stopped.value.code, out=out, err=err)

    return run


def test_version_and_help(cli: Cli) -> None:
    assert cli("--version").out.startswith("seocheck 0.")
    for command in ([], ["check"], ["rule"], ["rules"], ["keywords"], ["schema"], ["suggest"]):
        shown = cli(*command, "--help")
        assert shown.code == 0
        assert shown.out.startswith("Usage: seocheck")


@pytest.mark.parametrize(
    ("file", "fail_on", "code"),
    [
        ("broken.md", "error", 1),
        ("broken.md", "never", 0),
        ("flawed.md", "error", 0),
        ("flawed.md", "warning", 1),
        ("flawed.md", "note", 1),
        ("noted.md", "warning", 0),
        ("noted.md", "note", 1),
        ("noted.md", "never", 0),
    ],
)
def test_fail_on(cli: Cli, file: str, fail_on: str, code: int) -> None:
    assert cli("check", "-q", "--fail-on", fail_on, file).code == code


def test_errors_fail_by_default(cli: Cli) -> None:
    assert cli("check", "-q", "broken.md").code == 1
    assert cli("check", "-q", "flawed.md").code == 0


def test_min_score(cli: Cli) -> None:
    assert cli("check", "-q", "--min-score", "10", "flawed.md").code == 0
    under = cli("check", "-q", "--min-score", "99.5", "flawed.md")
    assert under.code == 1
    assert "flawed.md: score" in under.err
    assert "is below 99.5" in under.err


def test_min_score_passes_with_a_note_where_there_is_no_score(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "seocheck.yml").write_text(f"ignore: [{', '.join({r.group for r in load_rules().values()})}]")
    result = cli("check", "-q", "--min-score", "50", "flawed.md")
    assert result.code == 0
    assert "flawed.md has no score, so --min-score doesn't apply" in result.err


@pytest.mark.parametrize("option", [("--select", "headings"), ("--ignore", "keywords/unsupported")])
def test_min_score_needs_a_full_score(cli: Cli, option: tuple[str, str]) -> None:
    result = cli("check", "-q", "--min-score", "50", *option, "flawed.md")
    assert result.code == 2
    assert "--min-score needs a full score" in result.err


@pytest.mark.parametrize("value", ["101", "-1", "nan", "high"])
def test_min_score_is_a_score(cli: Cli, value: str) -> None:
    assert cli("check", "--min-score", value, "flawed.md").code == 2


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["check", "nowhere.md"], "seocheck: nowhere.md: no such file or folder"),
        (["check", "--select", "heading", "flawed.md"], "unknown rule or group “heading”; did you mean “headings”?"),
        (["check", "--ignore", "no-h1", "flawed.md"], "did you mean “headings/no-h1”?"),
        (["check", "--profile", "newz", "flawed.md"], "unknown profile “newz”; did you mean “news”?"),
        (["check", "--config", "none.yml", "flawed.md"], "none.yml: cannot be read: No such file or directory"),
        (["check", "-o", "none/report.txt", "flawed.md"], "none/report.txt: cannot be written"),
        (["check", "-o", ".", "flawed.md"], ".: cannot be written: is a directory"),
        (["rule", "headings/skiped-level"], "did you mean “headings/skipped-level”?"),
        (["keywords", "nowhere.md"], "nowhere.md: no such file or folder"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_2(cli: Cli, args: list[str], says: str) -> None:
    result = cli(*args)
    assert result.code == 2
    assert says in result.err
    assert result.err.count("\n") == 1
    assert result.out == ""


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["check", "--selct", "x"], "No such option '--selct'"),
        (["chek"], "did you mean “check”?"),
        (["flawed.md"], "did you mean “check flawed.md”?"),
        (["check", "--format", "xml"], "'xml' is not one of 'text', 'concise'"),
        (["check", "--fail-on", "all"], "'all' is not one of"),
        (["rule"], "Missing argument 'NAME'"),
    ],
)
def test_wrong_usage_exits_2_and_says_what_is_wrong_last(cli: Cli, args: list[str], says: str) -> None:
    result = cli(*args)
    assert result.code == 2
    assert says in result.err.splitlines()[-1]


def test_exit_2_wins_over_1_and_the_rest_is_checked(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, {"binary.md": b"%PDF-1.7"})
    result = cli("check", "-q", "binary.md", "nowhere.md", "broken.md", "flawed.md")
    assert result.code == 2
    assert "broken.md" in result.out
    assert "flawed.md" in result.out
    assert "2 files could not be read" in result.out
    assert result.err.splitlines() == [
        "seocheck: nowhere.md: no such file or folder",
        "seocheck: binary.md: not a text file",
    ]


def test_a_rule_that_raises_costs_the_run_but_not_the_report(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    from msgspec.structs import replace

    from seocheck.rulekit.rule_set import built_in

    def check(*_: object) -> object:
        raise ZeroDivisionError("a fault\nof ours")

    rules = dict(load_rules())
    rules["headings/no-h1"] = replace(rules["headings/no-h1"], check=check)
    monkeypatch.setattr(built_in(), "in_scope", lambda scope: rules)
    result = cli("check", "flawed.md")
    assert result.code == 2
    assert result.err == "seocheck: flawed.md: rule headings/no-h1 failed: ZeroDivisionError: a fault of ours\n"
    assert "keywords/unsupported" in result.out
    assert "headings/no-h1: the rule failed" in " ".join(result.out.split())
    report = json.loads(cli("check", "-f", "json", "flawed.md").out)["reports"][0]
    assert report["failures"] == [{"rule": "headings/no-h1", "error": "ZeroDivisionError: a fault of ours"}]


def test_quiet_is_a_line_an_article(cli: Cli) -> None:
    lines = cli("check", "-q", "flawed.md", "noted.md").out.splitlines()
    assert [line.split()[0] for line in lines] == ["flawed.md", "noted.md", "2"]


def test_verbose_shows_the_keyword_map(cli: Cli) -> None:
    shown = cli("check", "-v", "flawed.md").out
    assert "Keyword map" in shown
    assert "School grades, as textstat defines them" in shown
    assert "Keyword map" not in cli("check", "flawed.md").out


def test_the_text_report_says_what_to_fix_where(cli: Cli) -> None:
    shown = cli("check", "flawed.md").out
    assert shown.splitlines()[0].startswith("flawed.md ")
    for words in ("Fix these", "keywords/unsupported", "rye crispbread", "~~~", "description/missing", "→"):
        assert words in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_a_folder_gets_a_summary_with_the_worst_first(cli: Cli) -> None:
    shown = cli("check", ".").out
    worst = shown[shown.index("Scores, lowest first") :]
    assert worst.index("broken.md") < worst.index("flawed.md") < worst.index("noted.md")
    assert "3 articles: " in worst
    assert "median score" in worst


def test_without_paths_the_current_folder_is_checked(cli: Cli) -> None:
    assert "3 articles" in cli("check", "-q").out


def test_an_empty_folder_is_said_to_be_empty(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = cli("check", "empty")
    assert result.code == 2
    assert "no article found in empty; --allow-empty accepts that" in result.err
    allowed = cli("check", "--allow-empty", "empty")
    assert allowed.code == 0
    assert "warning: no article found in empty" in allowed.err


def test_a_folder_of_which_all_is_left_out_is_no_mistake(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, {"old/a.md": "---\ntitle: Rye\n---\n\nRye.\n", "moved/b.md": "---\nredirect_to: /a\n---\n"})
    assert cli("check", "old", "--exclude", "*.md").code == 0
    assert cli("check", "moved").code == 0


@pytest.mark.parametrize("again", ["flawed.md", "./flawed.md", ".", "nowhere/../flawed.md"])
def test_a_file_named_twice_is_checked_once(cli: Cli, tmp_path: Path, again: str) -> None:
    (tmp_path / "nowhere").mkdir()
    for paths in (["flawed.md", again], [again, "flawed.md"]):
        assert cli("check", "-q", *paths).out.count("flawed.md") == 1


@pytest.mark.parametrize("args", [["-f", "text"], ["-f", "json"]])
def test_output_goes_to_a_file(cli: Cli, tmp_path: Path, args: list[str]) -> None:
    printed = cli("check", *args, "flawed.md")
    written = cli("check", *args, "-o", "report.out", "flawed.md")
    assert written.out == ""
    assert (tmp_path / "report.out").read_text(encoding="utf-8") == printed.out
    assert written.code == printed.code


def test_select_by_group_by_name_and_by_comma(cli: Cli) -> None:
    out = cli("check", "-f", "json", "--select", "description,keywords/unsupported", "flawed.md").out
    rules = {f["rule"] for f in json.loads(out)["reports"][0]["findings"]}
    assert rules == {"description/missing", "keywords/unsupported"}
    out = cli("check", "-f", "json", "--ignore", "keywords", "--ignore", "description", "flawed.md").out
    assert not {f["rule"] for f in json.loads(out)["reports"][0]["findings"]} & rules


def test_profile_and_config_options(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "house.yml").write_text("profile: docs\n")
    assert (
        json.loads(cli("check", "-f", "json", "--profile", "news", "noted.md").out)["reports"][0]["profile"] == "news"
    )
    assert (
        json.loads(cli("check", "-f", "json", "--config", "house.yml", "noted.md").out)["reports"][0]["profile"]
        == "docs"
    )


def test_rule_lists_the_rules_of_a_group(cli: Cli) -> None:
    lines = cli("rule", "title").out.splitlines()
    assert [line.split()[0] for line in lines[1:]] == [name for name in load_rules() if name.startswith("title/")]


def test_rules_lists_every_rule_and_rule_documents_it(cli: Cli) -> None:
    listed = cli("rules").out
    for name, loaded in load_rules().items():
        assert name in listed
        shown = cli("rule", name).out
        assert loaded.doc in shown
        assert f"evidence {loaded.rule.grounds}" in shown


def test_keywords_shows_the_map(cli: Cli) -> None:
    shown = cli("keywords", "flawed.md").out
    assert "3 declared keywords, 2 supported by the text" in shown
    assert "sourdough bread *" in shown
    data = json.loads(cli("keywords", "-f", "json", "flawed.md").out)
    assert [k["tier"] for k in data["keywords"]] == ["exact", "exact", "absent"]
    assert [sum(k["spread"]) for k in data["keywords"]] == [k["count"] for k in data["keywords"]]


def test_keywords_without_keywords(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path, {"none.md": markdown(keywords=None)})
    assert cli("keywords", "none.md").out == "none.md: no keywords are declared.\n"


def test_colour_when_forced_and_never_against_no_color(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = cli("check", "flawed.md").out
    assert "\x1b" not in plain
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = cli("check", "flawed.md").out
    assert "\x1b[" in coloured
    import re

    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    monkeypatch.setenv("NO_COLOR", "1")
    assert cli("check", "flawed.md").out == plain


@pytest.mark.parametrize(("columns", "width"), [("60", 60), ("30", 60), ("80", 80), ("400", 100)])
def test_the_report_fits_its_width(cli: Cli, monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = cli("check", "flawed.md").out.splitlines()
    assert max(map(len, lines)) <= width
    assert len(lines[0]) == width


@pytest.mark.parametrize("args", [("site", "a.md"), ("check", "draft")])
def test_a_summary_alone_begins_with_itself(args: tuple[str, ...], tmp_path: Path) -> None:
    write(tmp_path, {"a.md": markdown(), "draft/b.md": markdown(draft="true")})
    assert not run_command(*args, cwd=tmp_path).stdout.startswith(b"\n")


def test_one_is_no_plural(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": markdown(keywords="[rye]", body="Rye.\n")})
    said = " ".join(run_command("check", "a.md", "-v", cwd=tmp_path).stdout.decode().split())
    assert "1 word in 1 sentence of prose" in said
    assert not re.findall(r"\b1 (?:words|sentences|keywords|articles|characters|times|findings|links)\b", said)
