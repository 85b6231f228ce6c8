"""`check --history` appends whole runs; `trend` says how scores moved, and what the last run changed."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from seocheck import check_text
from seocheck.check.score import SCALE
from seocheck.cli import cli
from seocheck.errors import SeocheckError
from seocheck.history.record import recording
from seocheck.history.store import HistoryError
from seocheck.history.trend import read_trend
from tests.support import environment, markdown, write

DAY = 86_400


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, {"content/good.md": markdown(), "content/poor.md": markdown(description="Rye.")})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1760000000")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, standalone_mode=False)


def check(*arguments: str, day: int = 0, monkeypatch: pytest.MonkeyPatch | None = None) -> Result:
    if monkeypatch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1_760_000_000 + day * DAY))
    return run("check", "-q", "--history", "runs.db", *(arguments or ("content",)))


def trend(*arguments: str) -> str:
    result = run("trend", "runs.db", *arguments)
    assert result.exception is None, result.exception
    return result.stdout


def test_a_run_is_kept_with_what_its_reports_say(site: Path) -> None:
    check()
    reports = json.loads(run("check", "--format", "json", "content").stdout)["reports"]
    (kept,) = read_trend("runs.db").runs
    scores = [report["score"] for report in reports]
    assert (kept.at, kept.articles, kept.failures, kept.whole) == ("2025-10-09T08:53:20Z", 2, 0, True)
    assert kept.mean == pytest.approx(sum(scores) / 2)
    assert kept.median == pytest.approx(sum(scores) / 2)
    found = [finding for report in reports for finding in report["findings"]]
    assert kept.warnings == sum(finding["severity"] == "warning" for finding in found)
    assert sum(kept.rules.values()) == len(found)
    assert kept.rules["description/too-short"] == 1
    groups = [{g["group"]: g["score"] for g in report["groups"]} for report in reports]
    assert kept.groups["structure"] == pytest.approx(sum(g["structure"] for g in groups) / 2)


def test_trend_names_what_rose_and_which_findings_went(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check(monkeypatch=monkeypatch)
    write(site, {"content/poor.md": markdown(), "content/new.md": markdown(description="New.")})
    check(day=3, monkeypatch=monkeypatch)
    step = read_trend("runs.db").step
    assert step is not None
    assert (step.shared, step.new, step.gone) == (2, 1, 0)
    assert [change.path for change in step.rose] == ["content/poor.md"]
    assert step.fell == ()
    assert {c.rule: (c.before, c.after) for c in step.rules}["description/too-short"] == (1, 0)
    said = trend()
    assert said.startswith("2 runs, 2025-10-09 08:53 to 2025-10-12 08:53; 3 articles in the last\n")
    assert "over the 2 articles in both; 1 new.\n" in said
    assert "rose  content/poor.md" in said
    assert "description/too-short: 1 → 0 (−1)" in said


def test_new_articles_move_no_comparison(site: Path) -> None:
    check()
    write(site, {f"content/new{n}.md": "# New\n\nToo little.\n" for n in range(5)})
    check()
    before, after = read_trend("runs.db").runs
    assert before.mean is not None
    assert after.mean is not None
    assert after.mean < before.mean
    step = read_trend("runs.db").step
    assert step is not None
    assert step.change == 0
    assert run("trend", "runs.db", "--max-drop", "0").return_value == 0


def test_a_fall_fails_the_gate(site: Path) -> None:
    check()
    write(site, {"content/good.md": markdown(description="Rye.")})
    check()
    assert run("trend", "runs.db", "--max-drop", "0.5").return_value == 1
    assert run("trend", "runs.db", "--max-drop", "60").return_value == 0
    assert "fell  content/good.md" in trend()


def test_runs_over_a_part_are_left_out(site: Path) -> None:
    check()
    check("--select", "description", "content")
    found = read_trend("runs.db")
    assert (len(found.runs), found.left_out) == (1, 1)
    assert "(1 partial run left out)" in trend()
    assert trend("--partial").count("  partial\n") == 1


def test_changed_articles_alone_are_a_part(site: Path) -> None:
    commit = ["-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "a"]
    for command in (["init", "-q"], ["add", "."], commit):
        subprocess.run(["git", *command], check=True)
    check("--changed")
    check()
    found = read_trend("runs.db", partial=True)
    assert [each.whole for each in found.runs] == [False, True]
    assert len(found.runs[1].revision) >= 7
    assert found.runs[1].revision in trend()


def test_scores_by_other_weights_are_not_compared(site: Path) -> None:
    check()
    check("--profile", "news", "content")
    assert read_trend("runs.db").step is None
    assert "scores were computed differently: with the profile default." in trend()


def test_a_new_scale_is_told_where_scores_fail_the_run(site: Path) -> None:
    check()
    assert "scores are on scale" not in check("content", "--min-score", "10").stderr
    with sqlite3.connect("runs.db") as database:
        database.execute("update runs set basis = '1' || substr(basis, 2)")
    assert "scores are on scale" not in check("content").stderr
    with sqlite3.connect("runs.db") as database:
        database.execute("update runs set basis = '1' || substr(basis, 2)")
    said = check("content", "--min-score", "10").stderr
    assert f"note: scores are on scale {SCALE}, and were on scale 1 in the run before: choose --min-score anew" in said


def test_some_articles_alone(site: Path) -> None:
    check()
    write(site, {"content/poor.md": markdown()})
    check()
    one = read_trend("runs.db", paths=["content/poor.md"])
    assert [each.articles for each in one.runs] == [1, 1]
    assert [each.rules.get("description/too-short", 0) for each in one.runs] == [1, 0]
    assert [each.articles for each in read_trend("runs.db", paths=["content/"]).runs] == [2, 2]
    with pytest.raises(HistoryError, match=r"runs\.db: no article content/other\.md in this history"):
        read_trend("runs.db", paths=["content/other.md"])


def test_an_article_is_the_same_wherever_the_check_is_run_from(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / ".git").mkdir()
    check("content/good.md")
    monkeypatch.chdir(site / "content")
    run("check", "-q", "--history", "../runs.db", "./good.md")
    monkeypatch.chdir(site)
    step = read_trend("runs.db").step
    assert step is not None
    assert (step.shared, step.new, step.gone) == (1, 0, 0)


def test_the_json_is_as_its_schema_says(site: Path) -> None:
    check()
    check()
    schema = json.loads(run("schema", "trend").stdout)
    Draft202012Validator.check_schema(schema)
    found = json.loads(trend("--format", "json"))
    assert not list(Draft202012Validator(schema).iter_errors(found))
    assert len(found["runs"]) == 2


def test_unreadable_files_are_counted(site: Path) -> None:
    check("content", "content/missing.md")
    (kept,) = read_trend("runs.db").runs
    assert (kept.articles, kept.failures) == (2, 1)


def test_an_article_without_a_score_and_a_name_that_is_no_unicode(tmp_path: Path) -> None:
    with recording(tmp_path / "runs.db") as recorder:
        recorder.add("a\udce4.md", check_text("", path="a.md"))
        recorder.finish(at=0, revision="", whole=True, failures=0)
    (kept,) = read_trend(tmp_path / "runs.db").runs
    assert kept.at == "1970-01-01T00:00:00Z"
    assert kept.articles == 1


@pytest.mark.parametrize("given", ["", "  ", " 1760000000 "])
def test_a_build_that_sets_no_time(site: Path, monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    result = check()
    assert result.exception is None
    assert "SOURCE_DATE_EPOCH" not in result.stderr
    assert (read_trend("runs.db").runs[0].at == "2025-10-09T08:53:20Z") == bool(given.strip())


@pytest.mark.parametrize(
    "given",
    ["words", "-1", "-99999999999", "1e9", "1_760_000_000", "1760000000.5", "1" + "0" * 30, "253402300800", "٣", "0x10",
     "1 2", "nan", "##vso[x]", "x" * 5000],
)  # fmt: skip
def test_an_odd_time_of_a_build_is_named_and_not_used(site: Path, monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    result = check()
    assert result.exception is None
    assert result.exit_code == 0
    said = [line for line in result.stderr.splitlines() if "SOURCE_DATE_EPOCH" in line]
    assert len(said) == 1
    assert "is no number of seconds from 0 to 253402300799; the clock's time is taken" in said[0]
    assert len(said[0]) < 200
    assert "##vso[" not in said[0]
    assert read_trend("runs.db").runs[0].at >= "2025"


@pytest.mark.parametrize(("given", "at"), [("0", "1970-01-01T00:00:00Z"), ("253402300799", "9999-12-31T23:59:59Z")])
def test_the_first_and_the_last_time(site: Path, monkeypatch: pytest.MonkeyPatch, given: str, at: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    check()
    assert read_trend("runs.db").runs[0].at == at


# -- bad input -------------------------------------------------------------------------------------


def test_a_file_that_is_something_else_is_left_as_it_is(site: Path) -> None:
    Path("runs.db").write_text("my notes\n" * 100)
    result = check()
    assert isinstance(result.exception, SeocheckError)
    assert str(result.exception) == "runs.db: not a seocheck history, or damaged"
    assert Path("runs.db").read_text() == "my notes\n" * 100


def test_a_database_of_another_program_is_left_as_it_is(site: Path) -> None:
    connection = sqlite3.connect("runs.db")
    connection.execute("create table accounts (name text)")
    connection.close()
    before = Path("runs.db").read_bytes()
    for result in (check(), run("trend", "runs.db")):
        assert str(result.exception) == "runs.db: not a seocheck history"
    assert Path("runs.db").read_bytes() == before


@pytest.mark.parametrize("size", [100, 4_096, 9_000, 30_000])
def test_a_file_that_was_written_in_part_is_left_as_it_is(site: Path, size: int) -> None:
    check()
    part = Path("runs.db").read_bytes()[:size]
    Path("runs.db").write_bytes(part)
    for result in (check(), run("trend", "runs.db")):
        assert isinstance(result.exception, HistoryError)
        assert str(result.exception).startswith("runs.db: ")
        assert "\n" not in str(result.exception)
    assert Path("runs.db").read_bytes() == part


def test_a_form_of_a_later_version_is_not_guessed_at(site: Path) -> None:
    check()
    connection = sqlite3.connect("runs.db")
    connection.execute("pragma user_version = 9")
    connection.close()
    assert "was written by another version of seocheck (its form is 9, not 1)" in str(check().exception)


@pytest.mark.parametrize("name", ["missing.db", "folder"])
def test_nothing_to_read(site: Path, name: str) -> None:
    Path("folder").mkdir()
    assert isinstance(run("trend", name).exception, HistoryError)
    assert not Path("missing.db").exists()


def test_a_folder_that_is_not_there(site: Path) -> None:
    result = run("check", "-q", "--history", "no/such/runs.db", "content")
    assert str(result.exception) == "no/such/runs.db: cannot be written: unable to open database file"
    assert result.stdout == ""


def test_a_run_that_ends_early_leaves_nothing(site: Path) -> None:
    check()

    def begin_and_fail() -> None:
        with recording("runs.db") as recorder:
            recorder.add("content/good.md", check_text(markdown(), path="content/good.md"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        begin_and_fail()
    assert len(read_trend("runs.db").runs) == 1


def test_runs_at_the_same_time(site: Path) -> None:
    command = [sys.executable, "-m", "seocheck", "check", "-q", "--history", "runs.db", "content"]
    processes = [
        subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    said = [process.communicate()[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], said
    assert [each.articles for each in read_trend("runs.db").runs] == [2, 2, 2]


def test_options_that_report_nothing(site: Path) -> None:
    for option in ("--diff", "--write-baseline"):
        assert f"drop {option}" in str(run("check", option, "--history", "runs.db", "content").exception)
    assert not Path("runs.db").exists()


def test_an_empty_history(site: Path) -> None:
    with recording("runs.db"):
        pass
    assert trend() == "The history has no runs.\n"


# -- with the reports ------------------------------------------------------------------------------


def test_the_html_report_plots_the_runs(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check("content", "-f", "html=report.html", monkeypatch=monkeypatch)
    assert "Over time" not in Path("report.html").read_text()
    write(site, {"content/poor.md": markdown()})
    check("content", "-f", "html=report.html", day=3, monkeypatch=monkeypatch)
    page = Path("report.html").read_text()
    before, after = read_trend("runs.db").runs
    assert f"Mean score of 2 runs from 2025-10-09 to 2025-10-12: from {before.mean:.1f} to {after.mean:.1f}" in page
    assert len(re.findall("<circle (?!class)", page)) == 2  # those of dials have classes


def test_reports_are_there_though_the_history_cannot_be_written(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr("seocheck.history.record.Recorder.finish", fail)
    result = check("content", "-f", "json=report.json")
    assert str(result.exception) == "runs.db: cannot be written: disk I/O error"
    assert len(json.loads(Path("report.json").read_text())["reports"]) == 2
