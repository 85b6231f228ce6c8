"""A full disk is called a full disk, wherever it is met; reports that can be given are given."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import seocheck.base.database
from seocheck.cli import main
from seocheck.errors import NO_SPACE, is_full, why
from tests.support import markdown, run_command, write

RYE = "---\ntitle: Rye bread\nlang: en\nkeywords: [rye, starter, rye]\n---\n\nRye bread with a starter.\n"
FULL = Path("/dev/full")


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, {"a.md": RYE, "b.md": markdown()})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def full(*_: object, **__: object) -> Any:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def run(*args: str, capsys: pytest.CaptureFixture[str]) -> tuple[object, str, str]:
    with pytest.raises(SystemExit) as stopped:
        main(list(args))
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    assert "internal error" not in err
    return stopped.value.code, out, err


class FullFile:
    """A file that takes nothing."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def write(self, _: object) -> int:
        return full()  # type: ignore[no-any-return]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> FullFile:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def fill(module: Any, step: str, patched: pytest.MonkeyPatch) -> None:
    """Have the disk be full at a step of writing a file."""
    real: Callable[..., Any] = os.fdopen
    if step == "mkstemp":
        patched.setattr(module, "temporary_beside", full)
    elif step == "write":
        patched.setattr(module.os, "fdopen", lambda *given: FullFile(real(*given)))
    else:
        patched.setattr(module.os, "fsync", full)


@pytest.mark.parametrize("step", ["mkstemp", "write", "fsync"])
def test_fix(step: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import seocheck.edit.write as module

    with monkeypatch.context() as patched:
        fill(module, step, patched)
        code, _, err = run("check", "--fix", "-q", "--no-cache", "a.md", capsys=capsys)
    assert code == 2
    assert f"a.md: not written: cannot be written: {NO_SPACE}\n" in err
    assert Path("a.md").read_text() == RYE
    assert sorted(os.listdir()) == ["a.md", "b.md"]


@pytest.mark.parametrize("step", ["mkstemp", "write"])
@pytest.mark.parametrize(
    ("args", "name"),
    [
        (["check", "-q", "-f", "json=report.json", "b.md"], "report.json"),
        (["check", "-q", "-f", "html=report.html", "b.md"], "report.html"),
        (["check", "-q", "-f", "sarif", "-o", "report.sarif", "b.md"], "report.sarif"),
        (["check", "-q", "--write-baseline", "--baseline", "known.json", "b.md"], "known.json"),
        (["init", "."], "seocheck.yml"),
    ],
)
def test_reports_and_baselines(
    args: list[str], name: str, step: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import seocheck.base.atomic as module

    monkeypatch.setenv("SEOCHECK_CACHE_DIR", "")
    with monkeypatch.context() as patched:
        fill(module, step, patched)
        code, _, err = run(*args, capsys=capsys)
    assert code == 2
    assert err.endswith(f"seocheck: {name}: cannot be written: {NO_SPACE}\n")
    assert sorted(os.listdir()) == ["a.md", "b.md"]


@pytest.mark.parametrize("step", ["mkstemp", "write", "replace"])
def test_the_report_of_before_stays(
    step: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import seocheck.base.atomic as module

    Path("report.json").write_text("of before")
    with monkeypatch.context() as patched:
        if step == "replace":
            patched.setattr(module.os, "replace", full)
        else:
            fill(module, step, patched)
        code, _, err = run("check", "-q", "--no-cache", "-f", "json=report.json", "b.md", capsys=capsys)
    assert code == 2
    assert f"report.json: cannot be written: {NO_SPACE}\n" in err
    assert Path("report.json").read_text() == "of before"
    assert sorted(os.listdir()) == ["a.md", "b.md", "report.json"]


def test_the_folder_of_pages(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("seocheck.formats.people.html.writer.TOGETHER", 1)
    monkeypatch.setattr("seocheck.formats.people.html.pages.write_atomically", full)
    code, _, err = run("check", "--no-cache", "-q", "-f", "html=report.html", ".", capsys=capsys)
    assert code == 2
    assert err.endswith(f"report_files: cannot be written: {NO_SPACE}\n")


def few_pages(limit: int, of: Callable[[str], bool]) -> Callable[..., sqlite3.Connection]:
    """Connections that can have no more than some pages, as on a disk that is full."""
    real = seocheck.base.database.connected

    def connected(file: str, **given: Any) -> sqlite3.Connection:
        connection = real(file, **given)
        if of(file):
            (now,) = connection.execute("pragma page_count").fetchone()
            connection.execute(f"pragma max_page_count = {max(now + limit, 1)}")
        return connection

    return connected


def test_a_history(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    run("check", "-q", "--no-cache", "--history", "runs.db", "b.md", capsys=capsys)
    names = [f"{'x' * 200}-{n}.md" for n in range(60)]
    write(Path(), dict.fromkeys(names, RYE))
    before = Path("runs.db").read_bytes()
    monkeypatch.setattr("seocheck.history.store.connected", few_pages(0, lambda _: True))
    code, out, err = run("check", "-q", "--no-cache", "--history", "runs.db", *names, capsys=capsys)
    assert code == 2
    assert err == f"seocheck: runs.db: cannot be written: {NO_SPACE}\n"
    assert out.count("\n") == 61, "the reports are there all the same"
    assert Path("runs.db").read_bytes() == before


def test_a_history_that_cannot_be_begun(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("seocheck.history.store.connected", few_pages(1, lambda _: True))
    code, out, err = run("check", "-q", "--no-cache", "--history", "runs.db", "b.md", capsys=capsys)
    assert (code, out) == (2, "")
    assert err == f"seocheck: runs.db: cannot be written: {NO_SPACE}\n"


@pytest.mark.parametrize("pages", [0, 3])
def test_a_cache_costs_a_line_and_no_run(
    pages: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without = run("check", "--no-cache", "--exit-zero", "-f", "json", ".", capsys=capsys)
    monkeypatch.setattr("seocheck.runs.cache.store.connected", few_pages(pages, lambda _: True))
    for number in range(2):
        code, out, err = run("check", "--cache-dir", "kept", "--exit-zero", "-f", "json", ".", capsys=capsys)
        assert (code, out) == without[:2], number
        file = os.path.join("kept", "results-1.sqlite")
        assert err.count("\n") == without[2].count("\n") + 1
        assert f"seocheck: warning: {file}: cannot be written: {NO_SPACE}\n" in err


def test_a_folder_of_the_cache(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("seocheck.runs.cache.store.os.makedirs", full)
    code, _, err = run("check", "--cache-dir", "kept", "-q", "b.md", capsys=capsys)
    assert code == 0
    assert err == f"seocheck: warning: {os.path.join('kept', 'results-1.sqlite')}: cannot be written: {NO_SPACE}\n"


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("name", ["json", "html", "junit", "text", "csv", "sarif", "markdown"])
def test_a_device_that_is_full(site: Path, name: str) -> None:
    done = run_command("check", "-q", "--no-cache", "-f", f"{name}=/dev/full", "b.md", cwd=site)
    assert done.returncode == 2
    assert done.stderr.decode().endswith(f"seocheck: /dev/full: cannot be written: {NO_SPACE}\n")


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("option", ["--history", "--baseline"])
def test_a_device_is_no_history_and_no_baseline(site: Path, option: str) -> None:
    done = run_command("check", "-q", "--no-cache", option, "/dev/full", "b.md", cwd=site)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"/dev/full: " in done.stderr


def test_how_it_is_called() -> None:
    assert NO_SPACE.startswith("no space left on")
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    for each in (OSError(errno.ENOSPC, "x"), error):
        assert is_full(each)
        assert why(each) == NO_SPACE
    assert why(OSError(errno.EACCES, "Permission denied")) == "permission denied"
    assert not is_full(ValueError("x"))
