"""A save that somebody makes while a file is being edited survives, whenever it comes and however the editor saves."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import seocheck.edit.write
from seocheck.cli import main
from seocheck.edit.write import replace_file
from seocheck.edit.written import RefusedError
from tests.support import environment, write

RYE = "---\ntitle: Rye bread\nlang: en\nkeywords: [rye, starter, rye]\n---\n\nRye bread with a starter.\n"
SAVED = RYE.replace("with a starter", "with two eggs!!")  # of the same length

Save = Callable[[Path], None]


def in_place(path: Path) -> None:
    path.write_text(SAVED)


def by_rename(path: Path) -> None:
    new = path.with_name("saved.new")
    new.write_text(SAVED)
    os.replace(new, path)


def by_rename_with_old_times(path: Path) -> None:
    """As `rsync --times` and `cp --preserve` do it: size and time of last change tell nothing."""
    status = path.stat()
    by_rename(path)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def in_place_with_old_times(path: Path) -> None:
    status = path.stat()
    in_place(path)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


SAVES = [in_place, by_rename, by_rename_with_old_times, in_place_with_old_times]
STEPS = ["mkstemp", "fdopen", "fsync", "chmod"]
"""What is called while a file is replaced, the last right before the new one takes the name."""


def save_at(step: str, save: Save, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have `save` made once, after this step of `replace_file`."""
    where = seocheck.edit.write if step == "mkstemp" else seocheck.edit.write.os
    name = "temporary_beside" if step == "mkstemp" else step
    real = getattr(where, name)
    left = [1]

    def stepped(*given: object, **named: object) -> object:
        done = real(*given, **named)
        if left:
            left.clear()
            save(path)
        return done

    monkeypatch.setattr(where, name, stepped)


@pytest.mark.parametrize("save", SAVES)
@pytest.mark.parametrize("step", STEPS)
def test_a_save_before_the_file_takes_its_place_survives(
    tmp_path: Path, save: Save, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    path.write_text(RYE)
    save_at(step, save, path, monkeypatch)
    with pytest.raises(RefusedError, match="changed while"):
        replace_file(str(path), RYE.encode(), b"new")
    assert path.read_text() == SAVED
    assert os.listdir(tmp_path) == ["a.md"]


@pytest.mark.parametrize("save", SAVES)
def test_a_save_after_the_last_reading_survives(tmp_path: Path, save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_text(RYE)
    real, looks = os.lstat, []

    def look(name: str) -> os.stat_result:
        looks.append(name)
        if len(looks) == 2:  # the first asks whether it may be written to at all
            save(path)
        return real(name)

    monkeypatch.setattr(seocheck.edit.write.os, "lstat", look)
    with pytest.raises(RefusedError, match="changed while"):
        replace_file(str(path), RYE.encode(), b"new")
    monkeypatch.undo()
    assert path.read_text() == SAVED
    assert os.listdir(tmp_path) == ["a.md"]


@pytest.mark.parametrize("gone", [os.unlink, lambda path: (os.unlink(path), os.mkdir(path))])
def test_a_file_that_goes_away_meanwhile_is_not_made_again(
    tmp_path: Path, gone: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    path.write_text(RYE)
    save_at("chmod", gone, path, monkeypatch)
    with pytest.raises(RefusedError):
        replace_file(str(path), RYE.encode(), b"new")
    assert not path.is_file()


def test_a_link_that_comes_in_its_place_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_text(RYE)

    def linked(path: Path) -> None:
        path.rename(tmp_path / "moved.md")
        path.symlink_to("moved.md")

    save_at("chmod", linked, path, monkeypatch)
    with pytest.raises(RefusedError):
        replace_file(str(path), RYE.encode(), b"new")
    assert path.is_symlink()
    assert path.read_text() == RYE


@pytest.mark.parametrize("save", [in_place, by_rename])
def test_fix_says_what_it_did_not_write(
    tmp_path: Path, save: Save, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, {"a.md": RYE, "b.md": RYE})
    monkeypatch.chdir(tmp_path)
    save_at("fsync", save, tmp_path / "a.md", monkeypatch)
    with pytest.raises(SystemExit) as stopped:
        main(["check", "--fix", "-q", "."])
    assert stopped.value.code == 2
    said = capsys.readouterr().err
    assert "./a.md: changed while its new text was being written; not written" in said
    assert (tmp_path / "a.md").read_text() == SAVED
    assert (tmp_path / "b.md").read_text() == RYE.replace(", rye]", "]")


@pytest.mark.parametrize("save", [in_place, by_rename])
def test_suggest_says_what_it_did_not_write(
    tmp_path: Path, save: Save, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, {"a.md": RYE})
    monkeypatch.chdir(tmp_path)
    save_at("fsync", save, tmp_path / "a.md", monkeypatch)
    with pytest.raises(SystemExit) as stopped:
        main(["suggest", "--apply", "keywords", "--drop", "a.md"])
    assert stopped.value.code == 2
    assert capsys.readouterr().err == "seocheck: a.md: changed while its new text was being written; not written\n"
    assert (tmp_path / "a.md").read_text() == SAVED


DELAYED = """\
import os, sys, time
import seocheck.edit.write as write
from seocheck.cli import main
real = write.os.fsync
def slowly(handle):
    real(handle)
    if sys.argv[1:]:
        print("writing", flush=True)
        sys.argv[1:] = []
        time.sleep(4)
write.os.fsync = slowly
main(["check", "--fix", "-q", "a.md"])
"""
"""A `--fix` whose disk takes four seconds."""


@pytest.mark.parametrize("save", [in_place, by_rename])
def test_a_save_during_a_slow_write_survives(tmp_path: Path, save: Save) -> None:
    write(tmp_path, {"site/a.md": RYE})
    process = subprocess.Popen(
        [sys.executable, "-c", DELAYED, "once"],
        cwd=tmp_path / "site", env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == b"writing\n"
    time.sleep(1)  # a disk that takes its time: the save comes while it does
    save(tmp_path / "site" / "a.md")
    _, said = process.communicate(timeout=60)
    assert process.returncode == 2
    assert b"a.md: changed while its new text was being written; not written" in said
    assert (tmp_path / "site" / "a.md").read_text() == SAVED
    assert os.listdir(tmp_path / "site") == ["a.md"]
