"""Quick fixes that take a suggestion: each leaves an article that says what was meant, without the finding."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from seocheck.lsp.actions import Actions
from seocheck.lsp.documents import Checked, Document, check_document
from tests.lsp.client import applied
from tests.support import BODY, markdown

pytest.importorskip("pygls")

WIDE = "Sourdough bread for busy people: everything that you have ever wanted to know about baking it at home"


def offered(text: str, rule: str, name: str = "a.md") -> dict[str, str]:
    """The actions for the first finding of a rule, by name, with the text after each. They are no comments and no
    fixes of `--fix`."""
    checked = check_document(Document("file:///a.md", name, text))
    assert isinstance(checked, Checked)
    finding = next(f for f in checked.report.findings if f.rule == rule)
    made = Actions(checked, versioned=False).at(checked.places.range(finding.place))
    after: dict[str, str] = {}
    for action in made:
        assert action.edit
        assert action.edit.changes
        edits: list[dict[str, Any]] = [
            {
                "range": {
                    "start": {"line": e.range.start.line, "character": e.range.start.character},
                    "end": {"line": e.range.end.line, "character": e.range.end.character},
                },
                "newText": e.new_text,
            }
            for e in action.edit.changes["file:///a.md"]
        ]
        if not action.title.startswith(("Suppress", "Fix ")) and action.diagnostics[0].code == rule:  # type: ignore[index]
            after[action.title] = applied(text, edits)
    return after


def rules(text: str, name: str = "a.md") -> list[str]:
    checked = check_document(Document("file:///a.md", name, text))
    assert isinstance(checked, Checked)
    return [f.rule for f in checked.report.findings]


def test_a_description_is_inserted() -> None:
    made = offered(markdown(description=None), "description/missing")
    assert 1 <= len(made) <= 3
    for title, after in made.items():
        assert title.startswith("Insert the description “")
        assert "description/missing" not in rules(after)
        words = title.partition("“")[2].rstrip("”").rstrip("…")
        assert words in " ".join(BODY.split())
        (line,) = [each for each in after.splitlines(True) if each.startswith("description:")]
        assert words in line
        assert after.replace(line, "") == markdown(description=None)


def test_a_short_description_is_replaced() -> None:
    made = offered(markdown(description="Fold it!"), "description/too-short")
    assert made
    for title, after in made.items():
        assert title.startswith("Replace the description by “")
        assert "description: Fold it!" not in after
        assert "description/too-short" not in rules(after)


def test_front_matter_is_made_for_a_description() -> None:
    text = f"# Sourdough bread\n\n{BODY}"
    made = offered(text, "description/missing")
    assert made
    assert all(after.startswith("---\ndescription: ") and after.endswith(text) for after in made.values())


@pytest.mark.parametrize(
    ("keywords", "left"),
    [
        ("[sourdough bread, rye crispbread, starter]", "[sourdough bread, starter]"),
        ("sourdough bread, rye crispbread, starter", "sourdough bread, starter"),
        ("\n  - sourdough bread\n  - rye crispbread\n  - starter", "\n  - sourdough bread\n  - starter"),
    ],
)
def test_a_false_keyword_is_removed(keywords: str, left: str) -> None:
    text = markdown(keywords=keywords).replace("keywords: \n", "keywords:\n")
    after = offered(text, "keywords/unsupported")["Remove “rye crispbread” from the keywords"]
    assert after == markdown(keywords=left).replace("keywords: \n", "keywords:\n")


@pytest.mark.parametrize(
    ("keywords", "left"),
    [
        ("[cold dough machine, starter]", "[cold dough, starter]"),
        ("['cold dough machine', 'starter']", "['cold dough', 'starter']"),
        ("cold dough machine, starter", "cold dough, starter"),
        ("\n  - cold dough machine\n  - starter", "\n  - cold dough\n  - starter"),
    ],
)
def test_a_keyword_is_replaced_where_it_is_by_what_the_text_says(keywords: str, left: str) -> None:
    text = markdown(keywords=keywords).replace("keywords: \n", "keywords:\n")
    made = offered(text, "keywords/unsupported")
    after = made["Replace “cold dough machine” by “cold dough”, which the text says"]
    assert after == markdown(keywords=left).replace("keywords: \n", "keywords:\n")


def test_a_focus_keyword_is_not_removed() -> None:
    text = markdown(keywords="[starter]", focus_keyword="rye crispbread")
    assert not any("Remove" in title for title in offered(text, "keywords/unsupported"))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", markdown(title=f"'{WIDE}'")),
        ("a.md", markdown(title=f'"{WIDE}"')),
        ("a.html", f"<html lang=en><head><title>{WIDE}</title></head><body><h1>Bread</h1><p>{BODY}</p></body></html>"),
    ],
)
def test_a_title_is_shortened_to_its_clause(name: str, text: str) -> None:
    (made,) = offered(text, "title/too-wide", name).items()
    assert made[0] == "Shorten the title to “Sourdough bread for busy people”"
    assert made[1] == text.replace(WIDE, "Sourdough bread for busy people")
    assert "title/too-wide" not in rules(made[1], name)


@pytest.mark.parametrize(
    "title",
    [
        WIDE.replace(":", " and"),  # no clean clause
        "'All that you have ever wanted to know about baking at home: but it is about sourdough bread, of course'",
        "'Bread: everything that you have ever wanted to know about baking sourdough at home, in a year'",  # too short
    ],
)
def test_without_a_clean_clause_no_title_is_offered(title: str) -> None:
    assert offered(markdown(title=title), "title/too-wide") == {}


@pytest.mark.parametrize(
    "text",
    [
        markdown(description=None).replace("keywords:", "keywords: {{ site.keywords }} #"),
        markdown(description=None).replace("---\n", "---\ntitle: again\n", 1),
        f"Title: Bread\nKeywords: rye crispbread\n\n{BODY}",
    ],
)
def test_what_cannot_be_written_safely_is_not_offered(text: str) -> None:
    checked = check_document(Document("file:///a.md", "a.md", text))
    assert isinstance(checked, Checked)
    for finding in checked.report.findings:
        for action in Actions(checked, versioned=False).at(checked.places.range(finding.place)):
            assert "Remove" not in action.title
            assert "Replace" not in action.title


def test_a_crlf_file_keeps_its_line_ends(tmp_path: Path) -> None:
    text = markdown(description=None).replace("\n", "\r\n")
    made = offered(text, "description/missing")
    assert made
    assert all(after.count("\n") == after.count("\r\n") == text.count("\n") + 1 for after in made.values())
