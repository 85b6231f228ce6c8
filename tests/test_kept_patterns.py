"""Compiled patterns of earlier runs: the same as those that are compiled anew, and never a fault of the run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from seocheck.base import kept_patterns
from seocheck.base.kept_patterns import compiled, keep_patterns_in, remove_patterns, write_patterns
from tests.support import markdown, python_process

PATTERNS: list[tuple[str | bytes, int]] = [
    (r"(?P<word>\w+) (b)(?P<more>[\u3040-\u30ff\U00020000-\U000323af]?)", re.IGNORECASE),
    ("[\ud800-\udfff]", 0),
    (rb"xmlns:wp\s*=", 0),
    ("xmlns:wp\\s*=", 0),
    (r"(?x) a # the first", 0),
    *((rf"number {n}", 0) for n in range(10)),
]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that patterns are kept in, as it is for a run that has just begun."""
    _begin(tmp_path)
    yield tmp_path
    _begin(None)


def _begin(folder: Path | None) -> None:
    kept_patterns._known.clear()
    keep_patterns_in(None if folder is None else str(folder))


def _keep(folder: Path) -> Path:
    for pattern, flags in PATTERNS:
        compiled(pattern, flags)
    write_patterns()
    _begin(folder)
    (file,) = folder.glob("patterns-*.bin")
    return file


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_a_kept_pattern_is_like_one_compiled_anew(folder: Path, pattern: str | bytes, flags: int) -> None:
    _keep(folder)
    re.purge()
    found, anew = compiled(pattern, flags), re.compile(pattern, flags)
    assert found == anew
    assert (found.flags, found.groups, found.groupindex) == (anew.flags, anew.groups, anew.groupindex)
    assert len(kept_patterns._known) == len(PATTERNS)


def test_groups_have_their_names(folder: Path) -> None:
    _keep(folder)
    match = compiled(*PATTERNS[0]).search("x A B")
    assert match is not None
    assert (match["word"], match[2], match.lastgroup) == ("A", "B", "more")


@pytest.mark.parametrize("damage", [b"", b"no patterns", b"\x80" * 100])
def test_what_is_damaged_is_compiled_anew(folder: Path, damage: bytes) -> None:
    _keep(folder).write_bytes(damage)
    assert compiled(r"number \d", 0).search("number 1")


def test_numbers_that_make_no_pattern_are_not_taken(folder: Path) -> None:
    _keep(folder)
    compiled("number 0", 0)
    for key, (flags, numbers, groups, names) in kept_patterns._known.items():
        kept_patterns._known[key] = (flags, numbers[::-1], groups, names)
    assert compiled("number 1", 0).search("number 1")


def test_a_wrong_pattern_is_named(folder: Path) -> None:
    with pytest.raises(re.error):
        compiled("(", 0)


def test_a_folder_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    _begin(tmp_path / "file")
    for pattern, flags in PATTERNS:
        compiled(pattern, flags)
    write_patterns()
    _begin(None)


def test_they_can_be_removed(folder: Path) -> None:
    file = _keep(folder)
    remove_patterns(str(folder))
    assert not file.exists()


OWN = """\
import os, sys
os.environ.pop("SEOCHECK_CACHE_DIR", None)
os.environ.pop("CI", None)
os.environ.update(dict(given.split("=") for given in sys.argv[1].split()))
from seocheck.base.kept_patterns import patterns_in
from seocheck.cli import cli
cli.main(["check", *sys.argv[2:], "a.md"], standalone_mode=False)
print("KEPT", patterns_in() is not None)
"""


@pytest.mark.parametrize(
    ("environment", "args", "kept"),
    [
        ("", [], True),
        ("", ["--cache-dir", "cache"], False),
        ("", ["--no-cache"], False),
        ("SEOCHECK_CACHE_DIR=cache", [], False),
        ("CI=true", [], False),
    ],
)
def test_patterns_come_from_the_user_alone(tmp_path: Path, environment: str, args: list[str], kept: bool) -> None:
    (tmp_path / "a.md").write_text(markdown())
    home = str(tmp_path / "home")
    done = python_process(OWN, environment, *args, cwd=tmp_path, HOME=home, XDG_CACHE_HOME=home)
    assert done.stdout.splitlines()[-1] == f"KEPT {kept}", done.stderr
