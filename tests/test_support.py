"""The tests' own helpers: the command in this process says what a process says, and slow growth is seen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import support
from tests.support import ROOT, assert_linear, markdown, run_command, seocheck_process, write


@pytest.mark.parametrize(
    ("args", "stdin", "variables"),
    [
        (["check", "."], b"", {}),
        (["check", "-f", "json", "."], b"", {"PYTHONIOENCODING": "ascii"}),
        (["check", "--fail-on", "warning", "."], b"", {"PYTHONIOENCODING": "ascii", "COLUMNS": "60"}),
        (["check", "-"], b"# K\xc3\xa4se\n", {"GITHUB_ACTIONS": "true"}),
        (["check", "nowhere.md"], b"", {}),
        (["check", "--nothing"], b"", {}),
        (["--version"], b"", {}),
    ],
    ids=["text", "json", "the gate", "standard input", "a missing file", "wrong usage", "the version"],
)
def test_the_command_here_says_what_a_process_says(
    tmp_path: Path, args: list[str], stdin: bytes, variables: dict[str, str]
) -> None:
    write(tmp_path, {"a.md": markdown(title="Käsebrot"), "b.md": markdown(description=None)})
    here = run_command(*args, cwd=tmp_path, stdin=stdin, **variables)
    process = seocheck_process(*args, cwd=tmp_path, stdin=stdin, **variables)
    assert (here.returncode, here.stdout, here.stderr) == (process.returncode, process.stdout, process.stderr)


def test_the_command_here_leaves_nothing_behind(tmp_path: Path) -> None:
    before = (os.getcwd(), dict(os.environ), sys.stdin, sys.stdout, sys.stderr)
    run_command("check", ".", cwd=tmp_path, ONE="1")
    assert (os.getcwd(), dict(os.environ), sys.stdin, sys.stdout, sys.stderr) == before


@pytest.mark.parametrize("name", ["headings/too-long", "headings/too_long"])
def test_the_tests_of_a_rule_are_found_by_its_id_and_by_its_file(name: str) -> None:
    asked = ["-n", "0", "--collect-only", "-p", "no:cacheprovider", "-k", name, "tests/rules/test_rule_cases.py"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *asked], cwd=ROOT, capture_output=True, text=True, check=False
    )
    found = [line for line in done.stdout.splitlines() if "::" in line]
    assert len(found) > 5
    assert all("headings/too-long" in line for line in found)


def test_time_that_grows_with_the_square_is_seen() -> None:
    with pytest.raises(AssertionError, match=r"s for 4000, .* s for four times as much"):
        assert_linear(lambda size: sum(1 for _ in range(size * size // 40)), 4_000)
    assert_linear(lambda size: sum(1 for _ in range(size * 400)), 4_000)


def test_time_that_grows_evenly_may_still_be_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(support, "FAR_TOO_LONG", 0.001)
    with pytest.raises(AssertionError, match="of processor time for 400000"):
        support.assert_linear(lambda size: sum(range(size)), 100_000)
    monkeypatch.undo()
    support.assert_linear(lambda size: sum(range(size)), 100_000)
