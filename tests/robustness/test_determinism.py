"""Same input, same bytes out: whatever the seed of hashes, the locale, the time zone, the order of files on disk, where
the command is run from, how many workers there are, and what was remembered of earlier runs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from seocheck.formats.registry import ALL, FORMATS
from tests.robustness.generators import KINDS
from tests.support import EXAMPLES, new_cache, run_command, seocheck_process, write

Command = Callable[..., CompletedProcess[bytes]]
FILES = [name for name in FORMATS if name != "text"]


def put(folder: Path, *, backwards: bool = False) -> None:
    """The examples and some nasty files, made in one order or the other, at other times."""
    files: dict[str, bytes] = {Path(path).name: Path(path).read_bytes() for path in EXAMPLES}
    for number, (name, kind) in enumerate(KINDS.items()):
        if number % 25 == 0:
            files[f"sub{number % 2}/{number}-ä {name[:12].replace('/', '')}.{kind.forms[0]}"] = kind.make(
                kind.forms[0], 15
            )
    made = sorted(files.items(), reverse=backwards)
    write(folder, dict(made))
    for age, (name, _) in enumerate(made):
        os.utime(folder / name, (1_000_000 + age, 1_000_000 + age))


def run(
    folder: Path, *args: str, paths: tuple[str, ...] = (".",), command: Command = run_command, **changes: str
) -> dict[str, bytes]:
    """What the command writes in every format and prints, and its exit code."""
    out = folder.parent / f"out-{folder.name}"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    formats = [part for name in FILES for part in ("-f", f"{name}={out / name}")]
    done = command("check", "-v", "-f", "text", *formats, *args, *paths, cwd=folder, **changes)
    assert b"Traceback" not in done.stderr
    made = {name: (out / name).read_bytes() for name in FILES}
    return {**made, "text": done.stdout, "errors": done.stderr, "code": str(done.returncode).encode()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all runs check."""
    made = tmp_path_factory.mktemp("first") / "site"
    put(made)
    return made


@pytest.fixture(scope="module")
def expected(folder: Path) -> dict[str, bytes]:
    """What a run by one process, with nothing remembered, comes to."""
    made = run(
        folder, "--no-cache", "--workers", "1", command=seocheck_process, PYTHONHASHSEED="0", SEOCHECK_CACHE_DIR=""
    )
    assert all(made.values())
    assert len(made["json"]) > 30_000
    return made


def same(made: dict[str, bytes], expected: dict[str, bytes]) -> None:
    assert [name for name in expected if made[name] != expected[name]] == []


SURROUNDINGS: dict[str, dict[str, str]] = {
    "a C locale, another seed of hashes": {"LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1", "PYTHONUTF8": "1"},
    "a Turkish locale, a time zone in the east": {
        "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711",
    },
    "no home, a time zone in the west": {"TZ": "America/Adak", "HOME": "/none", "XDG_CACHE_HOME": "/none"},
}  # fmt: skip


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_surroundings_change_nothing(name: str, folder: Path, expected: dict[str, bytes]) -> None:
    changes = {"SEOCHECK_CACHE_DIR": new_cache(), **SURROUNDINGS[name]}
    same(run(folder, "--workers", "1", command=seocheck_process, **changes), expected)


def test_the_order_on_disk_and_the_dates_of_files_change_nothing(tmp_path: Path, expected: dict[str, bytes]) -> None:
    put(tmp_path / "site", backwards=True)
    same(run(tmp_path / "site", "--no-cache", "--workers", "1", SEOCHECK_CACHE_DIR=""), expected)


def test_workers_change_nothing(folder: Path, expected: dict[str, bytes]) -> None:
    same(run(folder, "--workers", "3", SEOCHECK_CACHE_DIR=new_cache()), expected)


def test_what_is_remembered_changes_nothing(folder: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    cold = run(folder, "--workers", "1", SEOCHECK_CACHE_DIR=str(tmp_path / "cache"))
    assert any((tmp_path / "cache").rglob("*"))
    same(cold, expected)
    same(run(folder, "--workers", "1", SEOCHECK_CACHE_DIR=str(tmp_path / "cache")), expected)
    same(run(folder, "--workers", "2", SEOCHECK_CACHE_DIR=str(tmp_path / "cache")), expected)


def test_a_path_in_full_gives_the_same_data(folder: Path, expected: dict[str, bytes]) -> None:
    """Formats for machines name files relative to the working folder or the repository; the others as given."""
    made = run(folder, "--no-cache", "--workers", "1", paths=(str(folder),), SEOCHECK_CACHE_DIR="")
    for name in sorted(name for name in FILES if ALL[name].paths != "as given"):
        assert made[name].replace(b'"./', b'"') == expected[name].replace(b'"./', b'"'), name
