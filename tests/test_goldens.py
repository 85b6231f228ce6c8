"""The text report and the JSON report of the example articles, word for word.

After a wanted change: python -m pytest tests/test_goldens.py --update-goldens, and read the difference.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import seocheck
from seocheck.formats.styled import plain
from seocheck.formats.text import article_lines

EXAMPLES = Path(__file__).parent.parent / "examples"
GOLDENS = Path(__file__).parent / "goldens"
ARTICLES = ["decent.md", "rushed.md", "deutsch.md", "espanol.md", "nihongo.md", "page.html", "saved-page.txt"]


def report(name: str) -> seocheck.Report:
    return seocheck.check_text((EXAMPLES / name).read_text(encoding="utf-8"), path=name)


def compare(name: str, made: str, update: bool) -> None:
    golden = GOLDENS / name
    if update:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ARTICLES)
def test_text_report(name: str, update_goldens: bool) -> None:
    compare(f"{name}.report.txt", plain(article_lines(report(name), width=80, verbose=True)), update_goldens)


@pytest.mark.parametrize("name", ARTICLES)
def test_json_report(name: str, update_goldens: bool) -> None:
    data = json.loads(report(name).to_json())
    data["seocheck_version"] = "-"
    compare(
        f"{name}.report.json", json.dumps(data, indent=1, ensure_ascii=False, sort_keys=True) + "\n", update_goldens
    )
