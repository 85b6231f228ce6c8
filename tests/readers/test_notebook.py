"""Jupyter notebooks: Markdown cells are the article, and a finding is where it is in the file and in the cell."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import seocheck
from tests.support import run_command, write


def cell(kind: str, text: str, **more: Any) -> dict[str, Any]:
    return {"cell_type": kind, "metadata": {}, "source": text.splitlines(keepends=True), **more}


def notebook(*cells: dict[str, Any], **metadata: Any) -> str:
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}, indent=1)


def report(tmp_path: Path, text: str) -> seocheck.Report:
    (tmp_path / "rye.ipynb").write_text(text, encoding="utf-8")
    return seocheck.check_file(tmp_path / "rye.ipynb")


TEXT = notebook(
    cell("markdown", "# Rye bread in numbers\n\nThe rye bread rises slowly.\n\nSee [here](https://example.org)."),
    cell("code", "price = 3\nprint('pumpkin soup')", outputs=[{"text": "barley soup"}], execution_count=1),
    cell("markdown", "#### Too deep\n\nThe oven is hot."),
    title="Rye bread in numbers", description="How rye bread rises, in numbers.", keywords=["rye bread", "barley soup"],
)  # fmt: skip


def test_fields_come_from_the_metadata_and_the_text_from_markdown_cells(tmp_path: Path) -> None:
    made = report(tmp_path, TEXT)
    assert made.format == "notebook"
    assert made.title is not None
    assert (made.title.text, made.title.origin) == ("Rye bread in numbers", "property")
    assert made.description is not None
    assert made.description.text == "How rye bread rises, in numbers."
    assert [(each.text, each.tier) for each in made.keywords] == [("rye bread", "exact"), ("barley soup", "absent")]
    assert made.readability.words == 11


def test_what_only_code_says_is_code(tmp_path: Path) -> None:
    made = report(tmp_path, TEXT.replace('barley soup"\n  ]', 'pumpkin soup"\n  ]'))
    assert [each.text for each in made.keywords] == ["rye bread", "pumpkin soup"]
    assert list(made.keywords[1].zones) == ["code"]


def test_a_place_is_the_line_of_the_file_and_of_the_cell(tmp_path: Path) -> None:
    made = report(tmp_path, TEXT)
    lines = TEXT.splitlines()
    for rule, words, label in (
        ("links/generic-text", "See [here]", "cell 1, line 5"),
        ("headings/skipped-level", "#### Too deep", "cell 3, line 1"),
    ):
        (found,) = [each for each in made.findings if each.rule == rule]
        assert words in lines[found.place.start.line - 1]
        assert found.place.start.label == label
        assert found.line is not None
        assert found.line.number == found.place.start.line
        assert found.line.text.startswith(words)
    done = run_command("check", "rye.ipynb", "--exit-zero", cwd=tmp_path).stdout.decode()
    assert "cell 3, line 1" in done


def test_the_first_heading_is_the_title_where_the_settings_say_so(tmp_path: Path) -> None:
    write(tmp_path, {"seocheck.yml": "title_from_h1: true\n"})
    made = report(tmp_path, notebook(cell("markdown", "# Rye bread\n\nIt rises.")))
    assert made.title is not None
    assert made.title.text == "Rye bread"


@pytest.mark.parametrize("kind", ["raw", "markdown"])
def test_front_matter_in_the_first_cell_is_read(tmp_path: Path, kind: str) -> None:
    head = cell(kind, "---\ntitle: Rye bread\nkeywords: [rye]\n---")
    made = report(tmp_path, notebook(head, cell("markdown", "Rye rises."), title="Another title"))
    assert made.title is not None
    assert made.title.text == "Rye bread"
    assert made.title.place.start.label == "cell 1, line 2"
    assert [each.tier for each in made.keywords] == ["exact"]


def test_label_lines_of_a_draft_are_read(tmp_path: Path) -> None:
    head = cell(
        "markdown",
        "Meta title: Rye bread for beginners\nMeta description: How it rises and what it needs.\nKeywords: rye\n",
    )
    made = report(tmp_path, notebook(head, cell("markdown", "# Rye\n\nRye rises."), title="rye-final-2"))
    assert made.title is not None
    assert made.title.text == "Rye bread for beginners"
    assert [each.text for each in made.keywords] == ["rye"]


def test_a_raw_cell_is_no_prose(tmp_path: Path) -> None:
    made = report(tmp_path, notebook(cell("markdown", "Rye rises."), cell("raw", "\\begin{center} soup \\end{center}")))
    assert made.readability.words == 2


def test_code_with_fences_stays_code(tmp_path: Path) -> None:
    made = report(tmp_path, notebook(cell("code", "x = '''\n```\nsoup\n```\n'''"), cell("markdown", "Rye rises.")))
    assert made.readability.words == 2


def test_a_comment_in_a_cell_suppresses(tmp_path: Path) -> None:
    text = "The rye bread rises slowly in the oven.\n\n<!-- seocheck-disable-next-line links/generic-text -->\nSee [here](https://example.org)."
    made = report(tmp_path, notebook(cell("markdown", text)))
    assert [each.finding.rule for each in made.suppressed] == ["links/generic-text"]
    assert made.suppressed[0].finding.place.start.label == "cell 1, line 4"


def test_cells_of_version_3_are_in_worksheets(tmp_path: Path) -> None:
    cells = [
        {"cell_type": "heading", "level": 2, "source": ["Rye bread"]},
        {"cell_type": "markdown", "source": "Rye rises.\n\nIt is *sour*."},
        {"cell_type": "code", "input": ["print('soup')"], "language": "python"},
    ]
    text = json.dumps({"worksheets": [{"cells": cells}], "metadata": {"name": ""}, "nbformat": 3}, indent=1)
    made = report(tmp_path, text)
    assert made.readability.words == 5
    assert made.summary.anchors == ("Rye bread",)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "broken JSON in line 1, column 1: Expecting value"),
        ('{"cells": [', "broken JSON in line 1, column 12: Expecting value"),
        ("[]", "not a notebook: the JSON is no object"),
        ('{"a": 1}', "not a notebook: it has no cells"),
        ("[" * 100_000, "JSON that is nested too deeply"),
        ("\ufeff\udcff", "not UTF-8, as notebooks are"),
    ],
)
def test_what_is_no_notebook_is_one_line(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "rye.ipynb").write_bytes(text.encode("utf-8", "surrogateescape"))
    done = run_command("check", "rye.ipynb", cwd=tmp_path)
    assert (done.returncode, done.stdout.decode()) == (2, "")
    assert done.stderr.decode() == f"seocheck: rye.ipynb: {reason}\n"


@pytest.mark.parametrize(
    "cells",
    [
        [None, 1, "x", {}], [{"cell_type": None, "source": None}],
        [{"cell_type": "markdown", "source": [1, None, "a"]}],
        [{"cell_type": "heading", "level": "x", "source": ["a"]}], [{"cell_type": "markdown", "source": {"a": 1}}],
    ],
)  # fmt: skip
def test_odd_cells_are_left_out(tmp_path: Path, cells: list[Any]) -> None:
    made = report(tmp_path, json.dumps({"cells": cells, "metadata": []}))
    assert made.format == "notebook"


def test_a_notebook_is_only_read(tmp_path: Path) -> None:
    text = notebook(cell("markdown", "Rye rises."), keywords=["rye", "rye"])
    (tmp_path / "rye.ipynb").write_text(text, encoding="utf-8")
    done = run_command("check", "--fix", "rye.ipynb", "--exit-zero", cwd=tmp_path)
    assert b"a notebook is only read, and can't be changed here" in done.stderr
    assert (tmp_path / "rye.ipynb").read_text(encoding="utf-8") == text


def test_a_walk_finds_it_and_the_cache_keeps_it(tmp_path: Path) -> None:
    write(tmp_path, {"content/rye.ipynb": TEXT})
    for _ in range(2):
        done = run_command("check", "content", "-q", "--exit-zero", "--cache-dir", "cache", cwd=tmp_path)
        assert done.stdout.decode().startswith("content/rye.ipynb")
