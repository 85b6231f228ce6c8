"""The scripts of docs/python.md are run."""

from __future__ import annotations

import re
import sqlite3
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from tests.support import ROOT, markdown, write

SCRIPTS = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "python.md").read_text(encoding="utf-8"), re.DOTALL)
TRUE = "<p>The mill grinds rye on Mondays, and the miller sells it in bags of linen.</p>"


def test_the_first_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"article.md": markdown()})
    monkeypatch.chdir(tmp_path)
    exec(SCRIPTS[0], {})
    shown = capsys.readouterr().out
    assert "keywords/unsupported The article never mentions “rye crispbread”." in shown
    assert "Then the score is " in shown


def test_the_script_of_a_newsroom(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(tmp_path / "articles.sqlite")
    with sqlite3.connect(file) as database:
        database.execute("create table articles (id, title, teaser, keywords, body)")
        database.execute(
            "insert into articles values (1, 'The mill', 'Rye.', 'rye', ?), (2, 'The mill', '', 'oat flakes', ?)",
            (TRUE, TRUE),
        )
    names: dict[str, Any] = {"__name__": "script"}
    exec(SCRIPTS[1], names)
    assert names["broken_promises"](file) == 1
    assert capsys.readouterr().out == "article 2: The article never mentions “oat flakes”.\n"


def test_the_check_of_django(monkeypatch: pytest.MonkeyPatch) -> None:
    class ValidationError(Exception):
        pass

    for name in ("django", "django.core", "django.core.exceptions"):
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    monkeypatch.setattr(sys.modules["django.core.exceptions"], "ValidationError", ValidationError, raising=False)
    names: dict[str, Any] = {}
    exec(SCRIPTS[2], names)
    article = types.SimpleNamespace(title="The mill", teaser="Rye in bags.", keywords="rye", body=TRUE)
    names["check_promises"](article)
    article.keywords = "oat flakes, barley soup"
    with pytest.raises(ValidationError) as raised:
        names["check_promises"](article)
    assert list(raised.value.args[0]) == ["keywords"]
