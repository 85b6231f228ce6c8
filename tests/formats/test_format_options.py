"""`--format` on the command line: several at once, files, GitHub Actions, broken pipes, what goes to which stream."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from seocheck.cli import main
from seocheck.formats.registry import FORMATS
from seocheck.runs.run import Candidate, Run
from tests.formats.actions import commands
from tests.support import environment, markdown, run_command, seocheck_process, write

BROKEN = "---\ntitle: [never closed\n---\n\nBread.\n"
SELECT = ("--select", "keywords,front-matter,description")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    write(tmp_path, {"site/fine.md": markdown(), "site/broken.md": BROKEN})
    return tmp_path / "site"


def check(folder: Path, *args: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    variables = {"GITHUB_ACTIONS": "", "GITHUB_STEP_SUMMARY": "", **variables}
    done = run_command("check", *SELECT, *args, cwd=folder, **variables)
    assert b"Traceback" not in done.stderr
    assert b"internal error" not in done.stderr
    return done


@pytest.mark.parametrize("name", FORMATS)
def test_stdout_carries_the_format_alone(folder: Path, name: str) -> None:
    done = check(folder, "-f", name, ".")
    assert done.returncode == 1
    text = done.stdout.decode()
    if name in ("json", "gitlab", "sarif", "rdjson"):
        json.loads(text)
    elif name == "jsonl":
        assert [json.loads(line)["path"] for line in text.splitlines()] == ["./broken.md", "./fine.md"]
    elif name in ("junit", "checkstyle"):
        ET.fromstring(done.stdout)
    summary = b"2 articles: 1 error, 1 warning, 0 notes"
    assert (summary in done.stdout) == (name in ("text", "markdown"))
    assert done.stderr.startswith(summary) == (name != "text")
    assert done.stderr.count(b"\n") == (name != "text")
    assert check(folder, "-q", "-f", name, ".").stderr == b""


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_holds_what_stdout_would(folder: Path, name: str) -> None:
    printed = check(folder, "-f", name, ".").stdout
    for args in (["-f", f"{name}=out.x"], ["-f", name, "-o", "out.x"]):
        done = check(folder, *args, ".")
        assert (done.stdout, done.returncode) == (b"", 1)
        assert (folder / "out.x").read_bytes() == printed
        assert not printed.startswith(b"\xef\xbb\xbf")


def test_several_at_once(folder: Path) -> None:
    done = check(folder, "-f", "concise", "-f", "sarif=a.sarif", "-f", "junit=a=b.xml", "-f", "markdown=../c.md", ".")
    assert done.stdout == check(folder, "-f", "concise", ".", "--format", "json=ignored.json").stdout
    assert len(json.loads((folder / "a.sarif").read_bytes())["runs"][0]["results"]) == 2
    assert len(ET.parse(folder / "a=b.xml").getroot()) == 2
    assert (folder.parent / "c.md").read_text().startswith("<!-- seocheck -->")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["-f", "xml"], "'xml' is not one of 'text', 'concise', 'grouped', 'statistics', 'llm', 'json'"),
        (["-f", "sarf=x"], "did you mean 'sarif'?"),
        (["-f", "sarif="], "'sarif=' needs a file name"),
        (["-f", "text", "-f", "json"], "Only one format can go to standard output, not text and json"),
        (["-f", "text", "-f", "json", "-o", "x"], "Only one format can go to x, not text and json"),
        (["-f", "text=x", "-o", "y"], "--output is for a format that has no file of its own"),
        (["-f", "text=x", "-f", "json=./x"], "Two formats go to ./x."),
        (["-f", "text", "-f", "json=x", "-o", "x"], "Two formats go to x."),
        (["-f", "text=-", "-f", "json"], "Two formats go to standard output."),
    ],
)
def test_wrong_usage_is_said_last_and_nothing_is_written(folder: Path, args: list[str], says: str) -> None:
    done = check(folder, *args, ".")
    assert (done.returncode, done.stdout) == (2, b"")
    assert says in done.stderr.decode().splitlines()[-1]
    assert sorted(os.listdir(folder)) == ["broken.md", "fine.md"]


@pytest.mark.parametrize("target", ["none/report.sarif", ".", "a\0b"])
def test_a_file_that_cannot_be_written(folder: Path, target: str) -> None:
    if "\0" in target:  # no shell passes it on; a script may
        from seocheck.cli.common.output import opened
        from seocheck.errors import SeocheckError

        with pytest.raises(SeocheckError, match="cannot be written"), opened(target):
            pass
        return
    done = check(folder, "-f", "text", "-f", f"sarif={target}", ".")
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    assert done.stderr.decode().startswith(f"seocheck: {target}: cannot be written: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_disk_that_is_full_is_named(folder: Path) -> None:
    done = check(folder, "-f", "sarif=/dev/full", ".")
    assert (done.returncode, done.stderr) == (2, b"seocheck: /dev/full: cannot be written: no space left on device\n")


def test_an_article_is_not_overwritten_by_its_report(folder: Path) -> None:
    before = (folder / "fine.md").read_bytes()
    done = check(folder, "-f", "markdown=./fine.md", "fine.md")
    assert done.returncode == 2
    assert done.stderr == b"seocheck: fine.md: is an article to check, so it can't be the output too\n"
    assert (folder / "fine.md").read_bytes() == before


def test_a_report_in_the_folder_is_no_article(folder: Path) -> None:
    first = check(folder, "-f", "markdown=report.md", ".")
    again = check(folder, "-f", "markdown=report.md", ".")
    assert first.stderr == again.stderr
    assert b"2 articles" in again.stderr


def test_in_github_actions_annotations_come_by_themselves(folder: Path) -> None:
    done = check(folder, ".", GITHUB_ACTIONS="true")
    text = done.stdout.decode()
    made = commands(text)
    assert [(c[0], c[1]["file"]) for c in made] == [("error", "site/broken.md"), ("warning", "site/fine.md")]
    # The report first, then the annotations, and at the end, where a log is read from, the summary.
    assert text.index("front-matter/invalid") < text.index("::error ") < text.index("2 articles: ")
    assert text.splitlines()[-1].startswith("2 articles: 1 error")
    assert check(folder, ".", GITHUB_ACTIONS="false").stdout.count(b"::") == 0


@pytest.mark.parametrize("args", [["-f", "text"], ["-f", "json"], ["-o", "x.txt"], ["-f", "sarif=x"]])
def test_who_says_what_is_wanted_gets_no_annotations(folder: Path, args: list[str]) -> None:
    done = check(folder, *args, ".", GITHUB_ACTIONS="true")
    assert commands(done.stdout.decode() + done.stderr.decode()) == []


def test_the_summary_of_a_step(folder: Path) -> None:
    summary = folder.parent / "summary"
    summary.write_text("# Before\n")
    variables = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    assert check(folder, ".", **variables).returncode == 1
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("# Before\n<!-- seocheck -->\n")
    assert "| site/broken.md |" in text
    assert text.removeprefix("# Before\n") == check(folder, "-f", "markdown", ".").stdout.decode()
    check(folder, "-f", "github=x", ".", **variables)
    assert summary.read_text(encoding="utf-8").count("<!-- seocheck -->") == 2
    check(folder, "-f", "text", ".", **variables)
    assert summary.read_text(encoding="utf-8").count("<!-- seocheck -->") == 2


def test_a_summary_that_cannot_be_written_fails_nothing(folder: Path) -> None:
    done = check(folder, "fine.md", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(folder / "none" / "x"))
    assert done.returncode == 0
    assert b"$GITHUB_STEP_SUMMARY cannot be written: no such file or directory" in done.stderr


def test_no_article_smuggles_a_command_into_a_log(tmp_path: Path) -> None:
    evil = "::error file=x::y ##[set-output name=a]b " * 30
    write(tmp_path, {
        "a.md": markdown(title="::error::t ##[add-mask]z", keywords="['::error::k', '##[group]k']", body=evil + "\n"),
        "##[group]b.md": BROKEN,
        "::error ::c.md": "%PDF-1.7",
    })  # fmt: skip
    for args in ([], ["-f", "concise"], ["-v", "-f", "text"], ["-f", "json"], ["-f", "junit"], ["-f", "markdown"]):
        paths = [".", "::error ::c.md", "##[error]gone.md"]
        done = run_command(
            "check", *args, *paths, cwd=tmp_path, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY="", NO_COLOR="1"
        )
        assert done.returncode == 2
        made = commands(done.stdout.decode())
        if args:
            assert made == []
        else:
            files = {c[1].get("file", "").removeprefix("./") for c in made}
            assert files <= {"a.md", "##[group]b.md", "::error ::c.md", "##[error]gone.md"}
        assert commands(done.stderr.decode()) == []


def test_paths_are_relative_to_the_repository_or_the_folder(folder: Path) -> None:
    (folder / "content").mkdir()
    write(folder, {"content/a.md": markdown()})
    path = str(folder / "content" / "a.md")
    for name, wanted in (
        ("gitlab", '"path":"site/content/a.md"'), ("sarif", '"uri":"site/content/a.md"'),
        ("github", "file=site/content/a.md,"), ("markdown", "| site/content/a.md |"),
        ("rdjson", '"path":"content/a.md"'), ("checkstyle", 'name="content/a.md"'),
        ("junit", 'name="content/a.md"'), ("json", '"path":"content/a.md"'),
    ):  # fmt: skip
        for given in (path, "content/a.md", "./content/a.md") if name != "json" else (path, "content/a.md"):
            assert wanted in check(folder, "-f", name, given).stdout.decode(), (name, given)


def test_without_a_repository_the_build_server_says_the_root(tmp_path: Path) -> None:
    write(tmp_path, {"work/site/a.md": markdown()})
    site, work = tmp_path / "work" / "site", str(tmp_path / "work")
    for variable in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        made = check(site, "-f", "gitlab", "a.md", **{variable: work}).stdout.decode()
        assert '"path":"site/a.md"' in made
    elsewhere = check(site, "-f", "gitlab", "a.md", GITHUB_WORKSPACE=str(tmp_path / "other")).stdout.decode()
    assert '"path":"a.md"' in elsewhere


def test_a_reader_that_has_seen_enough_does_not_cost_the_files(tmp_path: Path) -> None:
    write(tmp_path, {f"{number:03}.md": markdown() for number in range(120)})
    line = f"{shlex.quote(sys.executable)} -m seocheck check --select title -f text -f jsonl=a.jsonl . | head -1"
    done = subprocess.run(["sh", "-c", line], cwd=tmp_path, capture_output=True, env=environment(), check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b"\n") == 1
    assert len((tmp_path / "a.jsonl").read_bytes().splitlines()) == 120


def test_machine_formats_are_utf8_whatever_the_locale(folder: Path) -> None:
    write(folder, {"käse.md": markdown(title="Käsebrot", keywords="[Käsebrot und Wein]")})
    variables = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C.UTF-8"}
    for name in ("github", "sarif", "gitlab", "junit", "rdjson", "checkstyle", "markdown", "jsonl"):
        done = check(folder, "-f", name, "käse.md", **variables)
        assert "Käsebrot und Wein" in done.stdout.decode("utf-8")
    process = seocheck_process("check", *SELECT, "-f", "jsonl", "käse.md", cwd=folder, **variables)
    assert process.stdout == done.stdout


def test_what_a_baseline_knows_fails_no_gate() -> None:
    from seocheck.formats.findings import fails
    from tests.formats.made import finding

    assert fails(finding(severity="error"), "error")
    assert not fails(finding(severity="error", known=True), "error")
    assert not fails(finding(severity="error"), "never")
    assert not fails(finding(severity="suggestion"), "note")


def test_a_run_that_ends_early_leaves_the_old_report(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Interrupted, or ended by an error: no half report that a later step would take for a whole one."""
    import seocheck.runs.guard

    (folder / "report.json").write_text("as before")
    monkeypatch.chdir(folder)
    real = seocheck.runs.guard.check_candidate

    def interrupted(run: Run, candidate: Candidate, data: bytes | None = None) -> object:
        if candidate.path.endswith("fine.md"):
            raise KeyboardInterrupt
        return real(run, candidate, data)

    monkeypatch.setattr(seocheck.runs.guard, "check_candidate", interrupted)
    with pytest.raises(SystemExit) as ended:
        main(["check", "-f", "json=report.json", "-f", "jsonl=lines.jsonl", "-f", "sarif=new.sarif", "."])
    assert ended.value.code == 130
    assert (folder / "report.json").read_text() == "as before"
    assert sorted(os.listdir(folder)) == ["broken.md", "fine.md", "report.json"]


def test_a_report_in_a_folder_that_takes_no_new_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import seocheck.base.temporary

    def refused(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(seocheck.base.temporary.tempfile, "mkstemp", refused)
    (folder / "report.json").write_text("as before, and a good deal longer than what comes" * 100)
    monkeypatch.chdir(folder)
    with pytest.raises(SystemExit):
        main(["check", "-f", "json=report.json", "fine.md"])
    assert len(json.loads((folder / "report.json").read_text())["reports"]) == 1


def test_a_single_file_that_is_mounted_is_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import seocheck.base.atomic

    def busy(*_: object) -> None:
        raise OSError(16, "Device or resource busy")

    monkeypatch.setattr(seocheck.base.atomic.os, "replace", busy)
    (folder / "report.json").write_text("as before")
    monkeypatch.chdir(folder)
    with pytest.raises(SystemExit):
        main(["check", "-f", "json=report.json", "fine.md"])
    assert len(json.loads((folder / "report.json").read_text())["reports"]) == 1
    assert sorted(os.listdir(folder)) == ["broken.md", "fine.md", "report.json"]
