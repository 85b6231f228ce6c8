"""`seocheck check --fix` and `--diff`: what they write, say, and exit with."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import seocheck.cli.fixing
import seocheck.edit.write
from seocheck.cli import main
from seocheck.runs.run import Candidate, Run
from tests.support import environment, hear_interrupts, run_command, seocheck_process, write

RYE = "---\ntitle: Rye bread\nlang: en\nkeywords: [rye, starter, rye]\n---\n\nRye bread with a starter.\n"
FIXED = RYE.replace(", rye]", "]")
PAGES = {
    "a.md": RYE,
    "b.md": b"\xef\xbb\xbf---\r\ntitle: Oats\r\ndescription: 'Oat  bread'\r\n---\r\n\r\nOats.\r\n",
    "c.md": "---\ntitle: Wheat\nlang: en\nkeywords: [starter, starters]\n---\n\nWheat.\n",
    "d.md": "---\ntitle: Fine\n---\n\nFine.\n",
    "draft.md": RYE.replace("lang: en", "draft: true"),
}
DIFF = """\
--- a/a.md
+++ b/a.md
@@ -1,7 +1,7 @@
 ---
 title: Rye bread
 lang: en
-keywords: [rye, starter, rye]
+keywords: [rye, starter]
 ---
\x20
 Rye bread with a starter.
--- a/b.md
+++ b/b.md
@@ -1,6 +1,6 @@
-\ufeff---\r
+---\r
 title: Oats\r
-description: 'Oat  bread'\r
+description: 'Oat bread'\r
 ---\r
 \r
 Oats.\r
"""


def run(*args: str) -> int:
    with pytest.raises(SystemExit) as exit_:
        main(["check", *args])
    code = exit_.value.code
    assert isinstance(code, int)
    return code


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, PAGES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_fix_writes_and_then_reports_what_is_left(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--fix", "--format", "concise", "--select", "keywords/duplicate,front-matter,description", ".") == 0
    said = capsys.readouterr()
    assert said.err.splitlines()[:2] == [
        "seocheck: fixed 3 findings in 2 files; 1 not fixed:",
        "seocheck:   ./c.md:4: keywords/duplicate: “starters” is written differently from the one it repeats; "
        "choose one",
    ]
    assert "a.md" not in "".join(line for line in said.out.splitlines() if "keywords/duplicate" in line)
    assert "“starters” is the same keyword as" in said.out
    assert (site / "a.md").read_text() == FIXED
    assert (site / "b.md").read_bytes() == b"---\r\ntitle: Oats\r\ndescription: 'Oat bread'\r\n---\r\n\r\nOats.\r\n"
    for name in ("c.md", "d.md", "draft.md"):
        assert (site / name).read_text() == PAGES[name], name


def test_a_second_run_writes_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("--fix", "-q", ".")
    before = {path: path.stat() for path in site.iterdir()}
    capsys.readouterr()
    run("--fix", "-q", ".")
    assert capsys.readouterr().err.startswith("seocheck: fixed nothing; 1 not fixed:\n")
    assert {path: path.stat().st_mtime_ns for path in site.iterdir()} == {p: s.st_mtime_ns for p, s in before.items()}
    assert {path: path.stat().st_ino for path in site.iterdir()} == {p: s.st_ino for p, s in before.items()}


def test_diff_shows_it_and_writes_nothing(site: Path) -> None:
    done = run_command("check", "--diff", ".", cwd=site)
    assert done.returncode == 1
    assert done.stdout.decode() == DIFF
    assert done.stderr.decode().splitlines()[0] == "seocheck: would fix 3 findings in 2 files; 1 not fixed:"
    for name, content in PAGES.items():
        assert (site / name).read_bytes() == (content if isinstance(content, bytes) else content.encode()), name
    again = run_command("check", "--diff", "--fix", ".", cwd=site)
    assert (again.returncode, again.stdout) == (1, done.stdout)
    assert (site / "a.md").read_text() == RYE


def test_git_takes_the_diff(site: Path) -> None:
    done = seocheck_process("check", "--diff", ".", cwd=site)
    subprocess.run(["git", "init", "-q"], cwd=site, check=True, capture_output=True)
    subprocess.run(["git", "apply", "-"], cwd=site, check=True, input=done.stdout, capture_output=True)
    assert run_command("check", "--diff", ".", cwd=site).stdout == b""
    assert (site / "a.md").read_text() == FIXED
    assert (site / "b.md").read_bytes().startswith(b"---\r\n")


def test_diff_of_what_needs_no_fix_exits_0(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--diff", "d.md") == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "seocheck: would fix nothing\n")
    assert run("--diff", "c.md") == 0  # there is a finding, and nothing that --fix would do about it
    assert run("--diff", "--exit-zero", "a.md") == 0
    assert run("--diff", "--select", "title", "a.md") == 0


def test_a_draft_that_is_named_is_fixed(site: Path) -> None:
    run("--fix", "-q", "draft.md")
    assert ", rye]" not in (site / "draft.md").read_text()


def test_standard_input(site: Path) -> None:
    done = run_command("check", "--diff", "-", "--stdin-filename", "x.md", cwd=site, stdin=RYE.encode())
    assert done.returncode == 1
    assert done.stdout.decode().startswith("--- a/x.md\n+++ b/x.md\n")
    refused = run_command("check", "--fix", "-", cwd=site, stdin=RYE.encode())
    assert refused.returncode == 2
    assert b"standard input" in refused.stderr


@pytest.mark.parametrize("option", [["--format", "json"], ["-o", "x.txt"]])
def test_a_diff_is_no_report(site: Path, option: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--diff", *option, "a.md") == 2
    assert "--diff prints a diff and no report" in capsys.readouterr().err


@pytest.mark.parametrize("what", ["file", "folder"])
@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_read_only(site: Path, what: str, option: str, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "sub").mkdir()
    path = site / "sub" / "a.md"
    path.write_text(RYE)
    locked = path if what == "file" else path.parent
    locked.chmod(0o444 if what == "file" else 0o555)
    try:
        assert run(option, *(["-q"] if option == "--fix" else []), "sub", "b.md") == 2
    finally:
        locked.chmod(0o755)
    said = capsys.readouterr()
    assert f"sub/a.md: {'not written' if option == '--fix' else 'cannot be written'}: " in said.err
    assert f"{'the file' if what == 'file' else 'its folder'} is read-only" in said.err
    assert path.read_text() == RYE
    assert os.listdir(site / "sub") == ["a.md"]
    # What can be done is done.
    assert ((site / "b.md").read_bytes() != PAGES["b.md"]) == (option == "--fix")


@pytest.mark.skipif(not hasattr(os, "link"), reason="no hard links here")
def test_links_are_refused(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.link(site / "a.md", site / "e.md")
    os.symlink("b.md", site / "f.md")
    assert run("--fix", "-q", "a.md", "f.md") == 2
    said = capsys.readouterr().err
    assert "a.md: not written: the file has several hard links" in said
    assert "f.md: not written: a symbolic link" in said
    assert (site / "a.md").read_text() == RYE


def test_a_file_that_vanishes_during_the_run(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = seocheck.cli.fixing.fixes_for

    def vanishing(data: bytes, path: str, plan: object) -> object:
        if path.endswith("a.md"):
            os.unlink(path)
        return real(data, path, plan)  # type: ignore[arg-type]

    monkeypatch.setattr(seocheck.cli.fixing, "fixes_for", vanishing)
    assert run("--fix", "-q", ".") == 2
    said = capsys.readouterr().err
    assert "./a.md: not written: no such file or directory" in said
    assert not (site / "a.md").exists()
    assert b"Oat bread" in (site / "b.md").read_bytes()


def test_a_file_that_is_gone_before_it_is_read(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = Run.read

    def vanishing(run: Run, candidate: Candidate) -> bytes:
        if candidate.path.endswith("a.md"):
            Path(candidate.path).unlink(missing_ok=True)  # it is read for the fix, and then for the check
        return real(run, candidate)

    monkeypatch.setattr(Run, "read", vanishing)
    assert run("--fix", "-q", ".") == 2
    said = capsys.readouterr().err
    assert said.count("a.md: no such file or directory") == 1


def test_somebody_elses_change_is_not_written_over(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = seocheck.cli.fixing.fixes_for

    def meanwhile(data: bytes, path: str, plan: object) -> object:
        Path(path).write_text(RYE + "More.\n")
        return real(data, path, plan)  # type: ignore[arg-type]

    monkeypatch.setattr(seocheck.cli.fixing, "fixes_for", meanwhile)
    assert run("--fix", "-q", "a.md") == 2
    assert "a.md: not written: the file has changed since it was read" in capsys.readouterr().err
    assert (site / "a.md").read_text() == RYE + "More.\n"


@pytest.mark.parametrize("at", ["fsync", "replace", "chmod"])
def test_interrupted_while_writing(
    site: Path, at: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(seocheck.edit.write.os, at, interrupt)
    assert run("--fix", "-q", "a.md") == 130
    assert capsys.readouterr().err.endswith("seocheck: interrupted\n")
    assert (site / "a.md").read_text() == RYE
    assert sorted(os.listdir(site)) == sorted(PAGES)


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as on POSIX")
def test_ctrl_c_leaves_whole_files(tmp_path: Path) -> None:
    code, said = interrupted_fix(tmp_path)
    assert code == 130
    assert said.endswith(b"seocheck: interrupted\n")
    assert len(os.listdir(tmp_path)) == 300
    found = [path.read_text() for path in sorted(tmp_path.iterdir())]
    assert set(found) == {RYE, FIXED}
    assert found == sorted(found, key=RYE.__eq__), "those before the interruption, none after"


def interrupted_fix(folder: Path) -> tuple[int, bytes]:
    """Exit code and standard error of a `--fix` that is interrupted once it has fixed the first file."""
    for number in range(300):
        (folder / f"{number:03}.md").write_text(RYE)
    process = subprocess.Popen(
        [sys.executable, "-m", "seocheck", "check", "--fix", "-q", "."],
        cwd=folder, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        preexec_fn=hear_interrupts,
    )  # fmt: skip
    while (folder / "000.md").read_text() == RYE and process.poll() is None:
        pass
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    return process.returncode, said


def test_only_what_costs_points_is_fixed_if_asked(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    both = "---\ntitle: Rye bread\ndescription: 'Rye  bread'\nlang: en\nkeywords: [rye, rye]\n---\n\nRye bread.\n"
    (site / "e.md").write_text(both, encoding="utf-8")
    assert run("--fix", "--only-scored", "--exit-zero", "-q", "e.md") == 0
    fixed = (site / "e.md").read_text(encoding="utf-8")
    assert "keywords: [rye]" in fixed
    assert "'Rye  bread'" in fixed  # stray white space is a note, and free
    assert run("--fix", "--exit-zero", "-q", "e.md") == 0
    assert "'Rye bread'" in (site / "e.md").read_text(encoding="utf-8")
    capsys.readouterr()
    assert run("--only-scored", "e.md") == 2
    assert "--only-scored needs --fix or --diff" in capsys.readouterr().err
