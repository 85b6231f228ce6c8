"""Interrupted or terminated, whenever that is: no traceback, no file half written, and none left beside an article."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import seocheck.base.temporary
from seocheck.base.atomic import write_atomically
from seocheck.base.temporary import OLD, sweep, temporary_beside
from seocheck.edit.write import replace_file
from tests.support import environment, hear_interrupts, markdown, write

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals are sent as on POSIX")

RYE = "---\ntitle: Rye bread\nlang: en\nkeywords: [rye, starter, rye]\n---\n\nRye bread with a starter.\n"

AT_IMPORT = """\
import os, signal, sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == os.environ["SIGNAL_AT"] and os.environ.get("SIGNAL_PID", str(os.getpid())) == str(os.getpid()):
            os.environ["SIGNAL_AT"] = ""
            signal.raise_signal(int(os.environ["SIGNAL"]))
sys.meta_path.insert(0, Finder())
"""
"""As sitecustomize: sends a signal when a module is about to be imported."""


def signalled(folder: Path, number: int, module: str, *args: str) -> subprocess.CompletedProcess[bytes]:
    write(folder / "custom", {"sitecustomize.py": AT_IMPORT})
    write(folder / "site", {"a.md": markdown()})
    variables = environment(SIGNAL_AT=module, SIGNAL=str(int(number)))
    variables["PYTHONPATH"] = os.pathsep.join([str(folder / "custom"), variables["PYTHONPATH"]])
    return subprocess.run(
        [sys.executable, "-m", "seocheck", *args], cwd=folder / "site", env=variables, capture_output=True,
        preexec_fn=hear_interrupts, timeout=60, check=False,
    )  # fmt: skip


EARLY = [
    "seocheck.cli",
    "click",
    "click.core",
    "seocheck.cli.common.output",
    "seocheck.formats.people.styled",
    "unicodedata",
]
LATER = [
    "seocheck.cli.check",
    "msgspec",
    "seocheck.config",
    "yaml",
    "seocheck.check.reporter",
    "seocheck.rulekit.registry",
    "pyromark",
]


@pytest.mark.parametrize("module", [*EARLY, *LATER])
def test_ctrl_c_during_imports(tmp_path: Path, module: str) -> None:
    done = signalled(tmp_path, signal.SIGINT, module, "check", "--no-cache", "a.md")
    assert (done.returncode, done.stderr.lstrip(), done.stdout) == (130, b"seocheck: interrupted\n", b"")


@pytest.mark.parametrize("module", LATER)
def test_terminated_during_imports(tmp_path: Path, module: str) -> None:
    done = signalled(tmp_path, signal.SIGTERM, module, "check", "--no-cache", "a.md")
    assert (done.returncode, done.stderr, done.stdout) == (143, b"seocheck: terminated\n", b"")


@pytest.mark.parametrize("module", EARLY)
def test_terminated_before_there_is_anything_to_tidy_up(tmp_path: Path, module: str) -> None:
    done = signalled(tmp_path, signal.SIGTERM, module, "check", "--no-cache", "a.md")
    assert done.returncode in (-signal.SIGTERM, 143)
    assert b"Traceback" not in done.stderr


def test_the_entry_is_small() -> None:
    """What is imported before signals are heard: the package itself, and nothing that takes long."""
    code = "import sys; before = set(sys.modules); import seocheck.__main__; print(*set(sys.modules) - before)"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True, timeout=60
    )
    ours = {name for name in done.stdout.split() if name.partition(".")[0] == "seocheck"}
    assert ours <= {"seocheck", "seocheck._version", "seocheck.errors", "seocheck.__main__"}
    assert not {"click", "msgspec", "yaml"} & set(done.stdout.split())


DROPPED = """\
import signal, sys, threading, time
import seocheck.__main__ as entry
import seocheck.cli
class Dropping:
    def __del__(self):
        signal.raise_signal(int(sys.argv[1]))
        for _ in range(100):
            pass
def main():
    Dropping()
    for _ in range(10**9):
        pass
start = threading.Thread.start
def slow_start(thread):
    start(thread)
    time.sleep(float(sys.argv[2]))
threading.Thread.start = slow_start
seocheck.cli.main = main
entry.run()
"""
"""The signal comes in a place where Python drops what it raises, and prints where it was."""


@pytest.mark.parametrize("busy", [0, 0.3])
@pytest.mark.parametrize(
    ("number", "code", "said"), [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "terminated")]
)
def test_a_signal_that_python_drops_comes_once_more(number: int, code: int, said: str, busy: float) -> None:
    """busy: seconds that the machine needs before it goes on after starting a thread."""
    done = subprocess.run(
        [sys.executable, "-c", DROPPED, str(int(number)), str(busy)], env=environment(), capture_output=True,
        text=True, preexec_fn=hear_interrupts, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (code, f"seocheck: {said}\n")


SLOWLY = """\
import os, sys, time
import seocheck.base.atomic, seocheck.cli, seocheck.edit.write, seocheck.__main__
where = {"fix": seocheck.edit.write.os, "report": seocheck.base.atomic.os}[sys.argv.pop(1)]
real = where.chmod
def slowly(*given):
    real(*given)
    print("writing", file=sys.stderr, flush=True)
    time.sleep(60)
where.chmod = slowly
seocheck.__main__.run()
"""
"""A disk that takes a minute, once the new file is there."""


@pytest.mark.parametrize(
    ("what", "args"),
    [("fix", ["check", "--fix", "-q", "a.md"]), ("report", ["check", "-q", "-o", "report.json", "-f", "json", "a.md"])],
)
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_nothing_is_left_beside_an_article(tmp_path: Path, what: str, args: list[str], number: int, code: int) -> None:
    write(tmp_path, {"a.md": RYE})
    process = subprocess.Popen(
        [sys.executable, "-c", SLOWLY, what, *args], cwd=tmp_path, env=environment(SEOCHECK_CACHE_DIR=""),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=hear_interrupts,
    )  # fmt: skip
    assert process.stderr is not None
    while process.stderr.readline() not in (b"writing\n", b""):
        pass
    assert len(os.listdir(tmp_path)) == 2, "the new file is there"
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert process.returncode == code
    assert b"Traceback" not in said
    assert os.listdir(tmp_path) == ["a.md"]
    assert (tmp_path / "a.md").read_text() == RYE


# -- what a run that was killed left behind ----------------------------------------------------------


@pytest.fixture(autouse=True)
def _not_swept_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seocheck.base.temporary, "_swept", set())


def left_behind(folder: Path, name: str = "a.md", age: float = OLD + 60) -> Path:
    handle, path = temporary_beside(str(folder), name)
    os.close(handle)
    seocheck.base.temporary._swept.clear()
    aged(Path(path), age)
    return Path(path)


def aged(path: Path, age: float) -> None:
    then = time.time() - age
    os.utime(path, (then, then), follow_symlinks=False)


def test_the_next_run_that_writes_there_removes_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("old")
    left = left_behind(tmp_path)
    assert left.name.startswith(".a.md.seocheck-")
    replace_file(str(tmp_path / "a.md"), b"old", b"new")
    assert os.listdir(tmp_path) == ["a.md"]
    left = left_behind(tmp_path, "x" * 300)
    write_atomically(tmp_path / "report.json", b"{}")
    assert sorted(os.listdir(tmp_path)) == ["a.md", "report.json"]


def test_one_that_a_run_may_be_writing_stays(tmp_path: Path) -> None:
    left = left_behind(tmp_path, age=OLD - 60)
    sweep(str(tmp_path))
    assert left.exists()


@pytest.mark.parametrize(
    "name",
    [
        "a.md", ".a.md.tmp", ".a.md.abcdefgh.tmp", ".a.md.seocheck-abc.tmp", ".a.md.seocheck-abcdefgh.tmp.bak",
        "a.md.seocheck-abcdefgh.tmp", ".a.md.seocheck-ABCDEFGH.tmp", ".seocheck-abcdefgh.tmp", ".seocheck.yml",
        ".a.md.seocheck-abcdefgh", f".{'x' * 50}.seocheck-abcdefgh.tmp",
    ],
)  # fmt: skip
def test_other_files_stay(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    aged(tmp_path / name, 10 * OLD)
    sweep(str(tmp_path))
    assert (tmp_path / name).read_text() == "mine"


def test_links_and_folders_of_that_name_stay(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    link, folder = tmp_path / ".a.md.seocheck-abcdefgh.tmp", tmp_path / ".b.md.seocheck-abcdefgh.tmp"
    link.symlink_to("mine")
    folder.mkdir()
    for path in (link, folder, tmp_path / "mine"):
        aged(path, 10 * OLD)
    sweep(str(tmp_path))
    assert link.is_symlink()
    assert folder.is_dir()
    assert (tmp_path / "mine").read_text() == "mine"


def test_somebody_elses_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = left_behind(tmp_path)
    monkeypatch.setattr(os, "getuid", lambda: left.stat().st_uid + 1)
    sweep(str(tmp_path))
    assert left.exists()


def test_a_folder_is_looked_at_once(tmp_path: Path) -> None:
    sweep(str(tmp_path))
    left = tmp_path / ".a.md.seocheck-abcdefgh.tmp"
    left.write_text("")
    aged(left, 10 * OLD)
    sweep(str(tmp_path))
    assert left.exists()
