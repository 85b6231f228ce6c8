"""The whole reader and the whole output format in docs/architecture.md do what the page says, as they are there."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

import seocheck
from seocheck.formats import registry
from seocheck.formats.registry import OutputFormat
from seocheck.model.article import Source
from seocheck.model.report import RuleFailure
from seocheck.readers import formats, read
from seocheck.readers.formats import FileFormat
from tests.formats.actions import commands
from tests.formats.made import finding, report, written
from tests.formats.test_escaping import CONTROL, HOSTILE, hostile
from tests.support import BODY, ROOT, write


def block(name: str) -> str:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    return page.partition(f"<!-- {name}: begin -->\n```python\n")[2].partition("```")[0]


def module(monkeypatch: pytest.MonkeyPatch, name: str, code: str) -> None:
    """Make a module of this name, wherever a file of it would lie."""
    made = ModuleType(name)
    exec(compile(code, name, "exec"), made.__dict__)
    monkeypatch.setitem(sys.modules, name, made)


GEMTEXT = f"Title: Sourdough bread\nMeta description: Bread for busy people.\nKeywords: starter\n\n# Bread\n\n{BODY}"


@pytest.fixture
def gemtext(monkeypatch: pytest.MonkeyPatch) -> FileFormat:
    (row,) = eval(block("row"), {"FileFormat": FileFormat})
    assert isinstance(row, FileFormat)
    module(monkeypatch, row.reader.partition(":")[0], block("reader"))
    monkeypatch.setitem(formats._BY_NAME, row.name, row)
    monkeypatch.setitem(formats._BY_EXTENSION, row.extensions[0], row)
    return row


def test_the_reader_makes_an_article_with_its_places(gemtext: FileFormat) -> None:
    article = read(Source("a.gmi", GEMTEXT), gemtext.name)
    assert article.title
    assert article.description
    assert [article.title.text.value, article.description.text.value] == ["Sourdough bread", "Bread for busy people."]
    assert [f"{each.level} {each.text.value}" for each in article.headings] == ["1 Bread", "2 When the starter sleeps"]
    assert len(article.blocks) > 5
    for each in article.blocks:
        assert GEMTEXT[slice(*each.text.span())] == each.text.value
    assert read(Source("a.gmi", "\x00{{[<---"), gemtext.name).format == "gemtext"


def test_a_folder_is_checked_with_the_reader(gemtext: FileFormat, tmp_path: Path) -> None:
    write(tmp_path, {"a.gmi": GEMTEXT})
    (found,) = seocheck.check_paths(tmp_path)
    assert found.format == "gemtext"
    assert found.score is not None


@pytest.fixture
def tap(monkeypatch: pytest.MonkeyPatch) -> str:
    rows = eval(f"{{{block('output row')}}}", {"OutputFormat": OutputFormat})
    ((name, row),) = rows.items()
    module(monkeypatch, row.writer.partition(":")[0], block("writer"))
    monkeypatch.setitem(registry.ALL, name, row)
    return str(name)


def test_the_writer_says_what_was_found_and_what_went_wrong(tap: str) -> None:
    broken = report(finding(), failures=(RuleFailure(rule="headings/no-h1", error="ZeroDivisionError: a fault"),))
    lines = written(tap, broken, failures=[("gone.md", "no such file or folder")]).splitlines()
    assert lines == [
        "not ok a.md keywords/unsupported The article never mentions “oats”. Write about it.",
        "not ok a.md seocheck/rule-failed Rule headings/no-h1 failed: ZeroDivisionError: a fault",
        "not ok gone.md seocheck/unreadable This file could not be read: no such file or folder",
    ]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_the_writer_carries_no_command(tap: str, text: str) -> None:
    made = written(tap, hostile(text, path=text), failures=[(text, text)])
    assert CONTROL.search(made) is None
    assert commands(made) == []
