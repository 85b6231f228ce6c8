"""The text and the JSON report of the example articles, and a run over four of them in every format, word for word.

After a wanted change: python -m pytest tests/test_goldens.py --update-goldens, and read the difference.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import seocheck
from seocheck.config import Settings, make_plan
from seocheck.formats.people.styled import plain
from seocheck.formats.people.text import article_lines
from seocheck.formats.registry import FORMATS
from tests.formats.made import written

EXAMPLES = Path(__file__).parent.parent / "examples"
GOLDENS = Path(__file__).parent / "goldens"
ARTICLES = ["decent.md", "rushed.md", "deutsch.md", "espanol.md", "nihongo.md", "page.html", "saved-page.txt"]


def report(name: str) -> seocheck.Report:
    return seocheck.check_text((EXAMPLES / name).read_text(encoding="utf-8"), path=name)


def compare(name: str, made: str, update: bool) -> None:
    golden = GOLDENS / name
    if update:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(made, encoding="utf-8")
    known = golden.read_text(encoding="utf-8") if golden.is_file() else None
    assert made == known, (
        f"{name} isn't what is made now: python -m pytest tests/test_goldens.py --update-goldens writes it anew; then "
        "read the difference (git diff tests/goldens)"
    )


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


ENDINGS = {
    "text": "txt", "concise": "concise.txt", "llm": "llm.txt", "github": "github.txt",
    "gitlab": "gitlab.json", "junit": "junit.xml", "checkstyle": "checkstyle.xml",
}  # fmt: skip
"""Where an editor wouldn't know the format's own name."""


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "html"])  # a page is judged in a browser
def test_every_format(name: str, update_goldens: bool) -> None:
    rules = tuple(plan.loaded for plan in make_plan(Settings()).rules)
    reports = [report(article) for article in ("decent.md", "rushed.md", "page.html", "deutsch.md")]
    failures, passed_over = [("gone.md", "no such file or folder")], [("README.md", "not an article")]
    made = written(name, *reports, failures=failures, passed_over=passed_over, rules=rules)
    made = made.replace(f'ersion":"{seocheck.__version__}"', 'ersion":"-"')
    if name == "sarif":  # the documentation of all rules would change it every day
        document = json.loads(made)
        for rule in document["runs"][0]["tool"]["driver"]["rules"]:
            assert rule.pop("help") and rule.pop("fullDescription")  # noqa: PT018
        made = json.dumps(document, indent=1, ensure_ascii=False) + "\n"
    compare(f"formats/run.{ENDINGS.get(name, name)}", made, update_goldens)
