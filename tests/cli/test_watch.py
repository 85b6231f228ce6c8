"""`--watch`: what was saved is checked again. Events come from the tests; one run is real."""

from __future__ import annotations

import io
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import seocheck
from seocheck.cli.common.watch_events import Wanted
from seocheck.cli.common.watch_options import WatchOptions
from seocheck.cli.watch import Watch, watch_articles
from seocheck.runs.run import Run
from tests.support import environment, hear_interrupts, markdown, python_process, run_command, write

BAD = markdown(description=None)
OTHER = markdown(title="Other bread for busy people")


def score_of(text: str) -> float:
    score = seocheck.check_text(text, path="a.md").score
    assert score is not None
    return score


HIGH, LOW, BETWEEN = (
    f"{score:.0f}" for score in (score_of(markdown()), score_of(BAD), (score_of(BAD) + score_of(OTHER)) / 2)
)
"""The scores of a good article and of a bad one, and the median of the bad one and another, as they are shown."""

PATIENCE = 60.0


class Terminal(io.StringIO):
    """Takes what is drawn, as a terminal."""

    def isatty(self) -> bool:
        return True


class Watched:
    """A watch in a folder, with the first run done. `saw` gives what a batch of events has it write."""

    def __init__(self, folder: Path, *, terminal: bool = False, **options: object) -> None:
        self.folder = folder
        self._out = Terminal() if terminal else io.StringIO()
        self.watch = Watch(WatchOptions(**{"paths": (".",), **options}), self._out)  # type: ignore[arg-type]
        sys.stdout, kept = self._out, sys.stdout
        try:
            self.watch.first()
        finally:
            sys.stdout = kept
        self.first = self._taken()

    def saw(self, *names: str) -> str:
        self.watch.again({str(self.folder / name) for name in names})
        return self._taken()

    def _taken(self) -> str:
        taken = self._out.getvalue()
        self._out.seek(0)
        self._out.truncate()
        return taken


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"a.md": markdown(), "sub/b.md": OTHER})
    return tmp_path


def test_the_first_run_is_a_check(site: Path) -> None:
    assert Watched(site).first.encode() == run_command("check", ".", cwd=site).stdout


def test_only_what_was_saved_is_shown(site: Path) -> None:
    watched = Watched(site)
    write(site, {"a.md": BAD})
    shown = watched.saw("a.md")
    assert "No meta description" in shown
    assert "sub/b.md" not in shown
    last = shown.splitlines()[-1]
    assert last == f"./a.md: {HIGH} -> {LOW}. 2 articles: 0 errors, 3 warnings, 0 notes; median score {BETWEEN}"
    write(site, {"a.md": markdown()})
    assert watched.saw("a.md").splitlines()[-1].startswith(f"./a.md: {LOW} -> {HIGH}. ")


def test_only_what_was_saved_is_read(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watched = Watched(site)
    write(site, {"a.md": BAD})
    read: list[str] = []
    real = Run.read
    monkeypatch.setattr(Run, "read", lambda run, candidate: read.append(candidate.path) or real(run, candidate))
    watched.saw("a.md")
    assert [os.path.normpath(path) for path in read] == ["a.md"]


def test_a_save_that_changes_nothing_draws_nothing(site: Path) -> None:
    watched = Watched(site)
    assert watched.saw("a.md") == ""
    assert watched.saw() == ""


def test_an_edit_that_leaves_the_score_says_so(site: Path) -> None:
    watched = Watched(site)
    write(site, {"a.md": markdown(body=markdown().split("---\n")[2] + "\nIt is done.\n")})
    assert f"a.md: {HIGH}, unchanged. " in watched.saw("a.md")


def test_made_renamed_and_removed(site: Path) -> None:
    watched = Watched(site)
    write(site, {"new.md": BAD})
    assert f"new.md: {LOW}, new. 3 articles" in watched.saw("new.md")
    (site / "new.md").rename(site / "newer.md")
    shown = watched.saw("new.md", "newer.md")
    assert f"newer.md: {LOW}, new; " in shown
    assert "new.md: gone. 3 articles" in shown
    (site / "newer.md").unlink()
    assert watched.saw("newer.md").startswith("./newer.md: gone. 2 articles")
    (site / "sub").rename(site / "folder")
    shown = watched.saw("sub", "folder")
    assert f"folder/b.md: {HIGH}, new" in shown
    assert "sub/b.md: gone" in shown


def test_a_change_nobody_told_of_is_found(site: Path) -> None:
    """What is saved between the first run and the first event."""
    watched = Watched(site)
    write(site, {"a.md": BAD})
    assert f"a.md: {HIGH} -> {LOW}" in watched.saw()


def test_a_draft_is_left_out_and_comes_back(site: Path) -> None:
    watched = Watched(site)
    write(site, {"a.md": markdown(draft="true")})
    assert "a.md: no longer checked. 0 errors" in watched.saw("a.md")
    write(site, {"a.md": markdown(draft="false")})
    assert f"a.md: {HIGH}, new" in watched.saw("a.md")


def test_what_is_ignored_stays_so(site: Path) -> None:
    write(site, {".gitignore": "built/\n", "built/c.md": BAD})
    (site / ".git").mkdir()
    watched = Watched(site, exclude=("old/**",))
    write(
        site, {"built/c.md": markdown(), "old/d.md": BAD, "README.md": BAD, "a.md~": BAD, ".#a.md": BAD, "n.txt": "x"}
    )
    assert watched.saw("built/c.md", "old/d.md", "README.md", "a.md~", ".#a.md", "n.txt") == ""
    write(site, {".gitignore": ""})
    assert f"built/c.md: {HIGH}, new" in watched.saw(".gitignore")


def test_changed_settings_check_everything(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site, {"a.md": BAD, "sub/b.md": BAD})
    watched = Watched(site)
    write(site, {"seocheck.yml": "severities: {description/missing: off}\n"})
    shown = watched.saw("seocheck.yml")
    assert f"./a.md: {LOW} -> " in shown
    assert f"sub/b.md: {LOW} -> " in shown
    capsys.readouterr()
    write(site, {"seocheck.yml": "severitiez: {}\n"})
    assert watched.saw("seocheck.yml") == ""
    assert "severitiez" in capsys.readouterr().err
    assert watched.saw("a.md") == ""
    assert capsys.readouterr().err == ""  # said once
    write(site, {"seocheck.yml": ""})
    shown = watched.saw("seocheck.yml")
    assert "./a.md: " in shown
    assert f"-> {LOW}" in shown
    write(site, {"seocheck.yml": "severitiez: {}\n"})
    watched.saw("seocheck.yml")
    write(site, {"seocheck.yml": ""})
    assert watched.saw("seocheck.yml").startswith("nothing changed. 2 articles")


def test_named_settings_and_baseline_count_too(site: Path) -> None:
    write(site, {"other.yml": "", "a.md": BAD})
    watched = Watched(site, config="other.yml")
    write(site, {"other.yml": "severities: {description/missing: off}\n"})
    assert f"a.md: {LOW} -> " in watched.saw("other.yml")


def test_what_cannot_be_read_is_said_and_comes_back(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    watched = Watched(site)
    write(site, {"a.md": b"\x89PNG\r\n"})
    assert "a.md: no longer checked" in watched.saw("a.md")
    assert "not a text file" in capsys.readouterr().err
    write(site, {"a.md": markdown()})
    assert f"a.md: {HIGH}, new" in watched.saw("a.md")


def test_many_changes_have_a_line_each(site: Path) -> None:
    write(site, {f"{n:02}.md": markdown() for n in range(14)})
    watched = Watched(site)
    write(site, {f"{n:02}.md": BAD for n in range(14)})
    lines = watched.saw(*(f"{n:02}.md" for n in range(14))).splitlines()
    assert len(lines) == 15
    assert "; 4 more. 16 articles" in lines[-1]


def test_a_terminal_is_cleared_once_and_written_in_one_go(site: Path) -> None:
    watched = Watched(site, terminal=True)
    assert "\x1b[H" not in watched.first
    write(site, {"a.md": BAD})
    shown = watched.saw("a.md")
    assert shown.startswith("\x1b[?2026h\x1b[H\x1b[J")
    assert shown.endswith("\x1b[?2026l")
    assert shown.count("\x1b[J") == 1
    assert "\x1b[1m" in shown  # in colour
    assert watched.saw("a.md") == ""


def test_nothing_else_is_cleared(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watched = Watched(site)
    write(site, {"a.md": BAD})
    assert "\x1b" not in watched.saw("a.md")
    monkeypatch.setenv("TERM", "dumb")
    watched = Watched(site, terminal=True)
    write(site, {"a.md": markdown()})
    shown = watched.saw("a.md")
    assert f"{LOW} -> {HIGH}" in shown
    assert "\x1b" not in shown


def test_concise(site: Path) -> None:
    watched = Watched(site, format="concise")
    write(site, {"a.md": BAD})
    lines = watched.saw("a.md").splitlines()
    assert [line.split(" ")[2] for line in lines[:-1]] == ["description/missing", "keywords/unsupported"]
    assert lines[-1].startswith(f"./a.md: {HIGH} -> {LOW}. ")


def test_the_way_a_watch_ends(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def source(options: WatchOptions) -> Iterator[set[str]]:
        yield set()
        write(site, {"a.md": BAD})
        yield {str(site / "a.md")}
        raise KeyboardInterrupt

    assert watch_articles(WatchOptions(paths=(".",)), source) == 0
    assert f"a.md: {HIGH} -> {LOW}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "args",
    [["--fix"], ["--diff"], ["--write-baseline"], ["--prune-baseline"], ["-"], ["-o", "x"], ["-f", "json"],
     ["-f", "text=x"], ["-f", "text", "-f", "concise"], ["-f", "github"]],
    ids=" ".join,
)  # fmt: skip
def test_options_that_make_no_sense(site: Path, args: list[str]) -> None:
    done = run_command("check", "--watch", *args, cwd=site)
    assert done.returncode == 2
    assert b"Error: " in done.stderr
    assert done.stdout == b""
    assert not (site / "x").exists()


def test_a_missing_path_and_broken_settings_end_it(site: Path) -> None:
    write(site, {"seocheck.yml": "rulez: {}\n"})
    done = run_command("check", "--watch", cwd=site)
    assert (done.returncode, done.stdout) == (2, b"")


def test_without_watchfiles(site: Path) -> None:
    code = (
        "import sys\nclass Block:\n    def find_spec(self, name, path=None, target=None):\n"
        "        if name.partition('.')[0] == 'watchfiles':\n"
        "            raise ModuleNotFoundError(f'No module named {name!r}', name=name)\n"
        "sys.meta_path.insert(0, Block())\nfrom seocheck.cli import main\nmain(sys.argv[1:])\n"
    )
    done = python_process(code, "check", "--watch", cwd=site)
    assert done.returncode == 2
    assert done.stderr == "seocheck: --watch needs watchfiles: pip install watchfiles\n"
    assert done.stdout == ""


def test_which_paths_can_matter(tmp_path: Path) -> None:
    site = tmp_path / ".hidden" / "site"
    write(site, {"a.md": "", "sub/b.html": "", ".git/c.md": "", "node_modules/d.md": "", "data.json": ""})
    named = tmp_path / "named.xyz"
    wanted = Wanted([str(site)], [str(named)])

    def matters(name: str, *, made_or_gone: bool = False) -> bool:
        return wanted(str(site / name), made_or_gone=made_or_gone)

    assert matters("a.md")
    assert matters("sub/b.html")
    assert matters("seocheck.yml")
    assert matters(".seocheck.yml")
    assert matters("sub/.gitignore")
    assert matters("sub", made_or_gone=True)
    assert matters("removed", made_or_gone=True)
    assert not matters("sub")
    assert not matters("data.json", made_or_gone=True)
    assert not matters(".git/c.md")
    assert not matters("node_modules/d.md")
    assert not matters("node_modules/seocheck.yml")
    assert not matters(".a.md.swp")
    assert not matters("a.md~")
    assert wanted(str(named), made_or_gone=False)
    assert not wanted(str(tmp_path / "other.md"), made_or_gone=True)


@pytest.mark.parametrize("path", [".", "a.md"])
def test_a_real_watch(site: Path, path: str) -> None:
    pytest.importorskip("watchfiles")
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "seocheck", "check", "--watch", path],
        cwd=site, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=hear_interrupts if os.name == "posix" else None,
    )  # fmt: skip
    lines: queue.Queue[str] = queue.Queue()
    assert process.stdout is not None
    threading.Thread(target=lambda: [lines.put(line) for line in process.stdout or ()], daemon=True).start()

    def until(words: str) -> str:
        while words not in (line := lines.get(timeout=PATIENCE)):
            pass
        return line

    try:
        until("median score" if path == "." else "1 warning")
        write(site, {"a.md": BAD})
        assert f"a.md: {HIGH} -> {LOW}" in until("->")
        # As many editors save: a new file, put in the place of the old one.
        write(site, {"a.md.tmp": markdown()})
        os.replace(site / "a.md.tmp", site / "a.md")
        assert f"a.md: {LOW} -> {HIGH}" in until("->")
        if os.name == "posix":
            process.send_signal(signal.SIGINT)
            assert process.wait(PATIENCE) == 0
            assert process.stderr is not None
            assert "Traceback" not in process.stderr.read()
    finally:
        process.kill()
        process.wait()
