"""A file or a folder that cannot be read is named, and the others are checked all the same."""

from __future__ import annotations

import builtins
import os
from pathlib import Path
from typing import Any

import pytest

from seocheck.cli import main
from tests.support import markdown, write

LONG = "x" * 300
COMMANDS = (
    ["check", "-q"],
    ["check", "-q", "--fix"],
    ["check", "--diff"],
    ["site", "-q"],
    ["check", "-q", "--workers", "2"],
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, {"fine.md": markdown(), "locked.md": markdown(), "locked/a.md": markdown()})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SEOCHECK_CACHE_DIR", "")
    return tmp_path


def run(args: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[object, str, str]:
    with pytest.raises(SystemExit) as stopped:
        main(args)
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    assert "internal error" not in err
    return stopped.value.code, out, err


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    "name",
    ["gone.md", "gone/a.md", f"{LONG}.md", f"{LONG}/a.md", "loop.md", "fine.md/a.md", "pipe.md"],
    ids=lambda n: n[:12],
)
def test_one_that_is_named_does_not_stop_the_others(
    site: Path, command: list[str], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if os.name == "posix":
        os.mkfifo("pipe.md")
        os.symlink("loop.md", "loop.md")
    code, out, err = run([*command, name, "fine.md"], capsys)
    assert code == 2
    assert err.count(f"seocheck: {name}: ") == 1
    assert "fine.md" in out or "--diff" in command or "site" in command
    assert "1 article" in out or "--diff" in command or "fixed nothing" in err or "fine.md  " in out


@pytest.mark.skipif(os.name != "posix", reason="rights as on POSIX")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("name", ["locked.md", "locked/a.md", "locked"])
def test_one_that_may_not_be_read(
    site: Path, command: list[str], name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Even where the tests run as a superuser, who may read everything."""
    (site / "locked").chmod(0)
    (site / "locked.md").chmod(0)
    if "--workers" in command:
        command = command[:2]
    forbid(monkeypatch, site)
    code, out, err = run([*command, name, "fine.md"], capsys)
    monkeypatch.undo()
    (site / "locked").chmod(0o700)
    assert code == 2
    assert err.count(f"{name}: ") == 1
    assert "fine.md" in out or "--diff" in command or "site" in command


def forbid(monkeypatch: pytest.MonkeyPatch, site: Path) -> None:
    """Have what is locked be so for this process too."""

    def forbidding(real: Any, depth: int) -> Any:
        def asked(path: Any = ".", *rest: Any, **named: Any) -> Any:
            if isinstance(path, (str, Path)):
                whole = os.path.relpath(os.path.abspath(path), site).split(os.sep)
                if whole[0] in ("locked", "locked.md")[: 3 - depth] and len(whole) >= depth:
                    raise PermissionError(13, "Permission denied", os.fspath(path))
            return real(path, *rest, **named)

        return asked

    monkeypatch.setattr(builtins, "open", forbidding(builtins.open, 1))
    monkeypatch.setattr(os, "scandir", forbidding(os.scandir, 1))
    monkeypatch.setattr(os, "stat", forbidding(os.stat, 2))
    monkeypatch.setattr(os, "lstat", forbidding(os.lstat, 2))
    monkeypatch.setattr(os, "access", lambda path, mode, **_: "locked" not in os.fspath(path))
