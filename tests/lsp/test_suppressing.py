"""Comments that suppress: offered only where the article reads with them as it did."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("pygls")

from lsprotocol import types

from seocheck.edit.written import edited
from seocheck.lsp import suppressing
from seocheck.lsp.actions import Actions
from seocheck.lsp.documents import Checked, Document, check_document
from tests.support import BODY, markdown

LINK = "Read [here](/recipe) how the starter is fed."
RULE = "links/generic-text"


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def checked(text: str, name: str = "a.md") -> Checked:
    found = check_document(Document(f"file:///{name}", name, text))
    assert isinstance(found, Checked), found
    return found


def suppressed(text: str, name: str = "a.md", rule: str = RULE, *, whole: bool = False) -> str | None:
    """The text with the comment for the only finding of a rule, after a look that it does what it says."""
    before = checked(text, name)
    findings = [f for f in before.report.findings if f.rule == rule]
    assert len(findings) == 1, [f.rule for f in before.report.findings]
    edit = (suppressing.everywhere if whole else suppressing.here)(before, findings[0])
    if edit is None:
        return None
    after = edited(text, [edit])
    report = checked(after, name).report
    assert [f.rule for f in report.findings] == [f.rule for f in before.report.findings if f is not findings[0]]
    assert [s.finding.rule for s in report.suppressed][-1:] == [rule]
    return after


def test_above_a_paragraph_and_never_within_it() -> None:
    text = markdown(body=f"{BODY}\nThe starter sleeps.\n{LINK}\nIt wakes.\n")
    comment = f"<!-- seocheck-disable-next-line {RULE} -->\n"
    assert suppressed(text) == text.replace("The starter sleeps.", f"{comment}The starter sleeps.")


def test_the_lines_end_as_the_others_do() -> None:
    text = markdown(body=f"{BODY}\n{LINK}\n").replace("\n", "\r\n")
    after = suppressed(text)
    assert after is not None
    assert "\n" not in after.replace("\r\n", "")


def test_a_list_stays_one_list() -> None:
    text = markdown(body=f"{BODY}\n- Feed it.\n- {LINK}\n- Wait.\n")
    after = suppressed(text)
    assert after is not None
    assert checked(after).article.blocks[-1].text.value == "Wait."


def test_a_second_rule_joins_the_comment_that_is_there() -> None:
    first = "<!-- seocheck-disable-next-line headings/skipped-level -- the template -->\n"
    body = f"{BODY}\n{first}#### [here](/recipe)\n\nThe cold dough waits.\n"
    before = checked(markdown(body=body))
    assert [s.finding.rule for s in before.report.suppressed] == ["headings/skipped-level"]
    if RULE in [f.rule for f in before.report.findings]:
        after = suppressed(markdown(body=body))
        assert after is not None
        assert f"seocheck-disable-next-line {RULE}, headings/skipped-level -- the template" in after


def test_mdx_has_comments_of_its_own() -> None:
    text = markdown(body=f"{BODY}\n{LINK}\n")
    comment = f"{{/* seocheck-disable-next-line {RULE} */}}\n"
    assert suppressed(text, "a.mdx") == text.replace(LINK, comment + LINK)


PAGE = """<!doctype html>
<html lang="en">
<head>
  <title>Sourdough bread for busy people</title>
  <meta name="description" content="How to bake sourdough bread when you work all day. Feed the starter.">
</head>
<body>
<h1>Sourdough bread</h1>
<p>The starter sleeps. <a href="/recipe">here</a> is how it wakes again in the morning.</p>
</body>
</html>
"""


def test_in_html() -> None:
    after = suppressed(PAGE, "a.html")
    assert after == PAGE.replace("<p>The", f"<!-- seocheck-disable-next-line {RULE} -->\n<p>The")


def test_in_the_whole_article() -> None:
    text = markdown(body=f"{BODY}\n{LINK}\n")
    comment = f"<!-- seocheck-disable-file {RULE} -->\n"
    head, body = text.split("---\n\n")
    assert suppressed(text, whole=True) == f"{head}---\n{comment}\n{body}"
    assert suppressed(PAGE, "a.html", whole=True) == f"{PAGE}\n{comment}"
    bare = f"# Sourdough bread\n\n{BODY}\n{LINK}\n"
    assert suppressed(bare, whole=True) == f"{bare}\n{comment}"


def test_nothing_is_offered_where_nothing_works() -> None:
    """An article whose end lies in code has no place there for a comment, and a labelled text none at all."""
    text = f"# Sourdough bread\n\n{BODY}\n{LINK}\n\n```\nunclosed"
    assert suppressed(text, whole=True) is None
    labelled = "Title: Bread\nKeywords: starter, starter\nDescription: Short.\n\nThe starter sleeps in the fridge.\n"
    found = checked(labelled, "a.txt")
    whole = types.Range(start=types.Position(line=0, character=0), end=types.Position(line=99, character=0))
    titles = [action.title for action in Actions(found, versioned=False).at(whole)]
    assert found.report.findings
    assert not [title for title in titles if title.startswith("Suppress")]
