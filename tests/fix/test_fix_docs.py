"""What docs/fix.md shows is what seocheck does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from seocheck.fix import FIXABLE
from tests.support import ROOT, run_command

DOC = (ROOT / "docs" / "fix.md").read_text(encoding="utf-8")
ARTICLE = DOC.partition("````markdown\n")[2].partition("````\n")[0]


def test_the_diff(tmp_path: Path) -> None:
    (tmp_path / "rye.md").write_text(ARTICLE, encoding="utf-8")
    done = run_command("check", "--diff", "rye.md", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert done.stdout.decode() == DOC.partition("```diff\n")[2].partition("```\n")[0]


def test_every_rule_with_fixes_is_in_the_table() -> None:
    assert set(re.findall(r"^\| `([\w/-]+)` \|", DOC, re.MULTILINE)) == FIXABLE


def test_the_script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "rye.md").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    exec(DOC.partition("```python\n")[2].partition("```\n")[0], {})
    said = capsys.readouterr().out
    for rule in FIXABLE - {"front-matter/label-variant", "content/leaked-metadata"}:
        assert rule in said
