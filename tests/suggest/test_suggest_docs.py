"""The example of docs/suggest.md is what the command prints."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.support import ROOT, python_process, run_command

DOC = (ROOT / "docs" / "suggest.md").read_text(encoding="utf-8")


def block(kind: str, mark: str = "```") -> str:
    found = re.search(rf"^{mark}{kind}\n(.*?)^{mark}$", DOC, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def without_points(text: str) -> str:
    """The output without scores and gains, which any change of any rule may move."""
    return re.sub(r"\d+/100|  \+\d+\.\d$", "", text, flags=re.MULTILINE).strip()


def test_the_example_is_fresh(tmp_path: Path) -> None:
    (tmp_path / "rye.md").write_text(block("markdown", "````"), encoding="utf-8")
    shown = run_command("suggest", "rye.md", cwd=tmp_path)
    assert without_points(shown.stdout.decode()) == without_points(block("text"))
    line = re.search(r'^seocheck (suggest rye.md .* --keywords "rye starter" --drop)$', block("sh"), re.MULTILINE)
    assert line is not None
    args = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', line[1])]
    diff = run_command(*args, "--dry-run", cwd=tmp_path)
    assert diff.stdout.decode().strip() == block("diff").strip()


def test_the_commands_of_the_page_run(tmp_path: Path) -> None:
    for line in block("sh").splitlines():
        (tmp_path / "rye.md").write_text(block("markdown", "````"), encoding="utf-8")
        words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', line.split("#")[0])]
        done: subprocess.CompletedProcess[bytes] = run_command(*words[1:], cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert done.stdout


def test_the_python_of_the_page_runs(tmp_path: Path) -> None:
    (tmp_path / "rye.md").write_text(block("markdown", "````"), encoding="utf-8")
    pieces = re.findall(r"^```python\n(.*?)^```$", DOC, re.MULTILINE | re.DOTALL)
    done = python_process("\n".join(pieces), cwd=tmp_path)
    assert done.stderr == ""
    assert "['rye starter']" in done.stdout
    assert "+description: " in done.stdout
    assert (tmp_path / "rye.md").read_text(encoding="utf-8") == block("markdown", "````")
