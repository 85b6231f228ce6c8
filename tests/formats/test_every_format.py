"""What all formats have in common: empty runs, what is held back, what could not be read, order, memory."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from seocheck.formats.registry import ALL, FORMATS
from seocheck.formats.run import RunStart
from seocheck.model.report import NotAssessed, RuleFailure
from tests.formats.made import finding, place, report, suppressed, written
from tests.support import ROOT, run_command

NOT_TABLES = [name for name, each in FORMATS.items() if not each.is_table]
MACHINES = [name for name in FORMATS if name not in ("text", "markdown", "html")]


def loaded(name: str, text: str) -> Any:
    if name in ("junit", "checkstyle"):
        return ET.fromstring(text)
    if name == "jsonl":
        return [json.loads(line) for line in text.splitlines()]
    return json.loads(text)


NOTHING = {
    "text": "0 articles: 0 errors, 0 warnings, 0 notes\nSkipped: 1 a draft.\n",
    "jsonl": "",
    "concise": "",
    "grouped": "",
    "statistics": "",
    "llm": "",
    "github": "",
    "gitlab": "[]\n",
    "rdjson": '{"source":{"name":"seocheck"},"diagnostics":[]}\n',
    "checkstyle": '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n</checkstyle>\n',
    "markdown": "<!-- seocheck -->\n### seocheck\n\nNo article was checked.\n",
}


@pytest.mark.parametrize("name", NOTHING)
def test_a_run_over_nothing(name: str) -> None:
    assert written(name, passed_over=[("x.md", "a draft")]).lstrip("\n") == NOTHING[name]


def test_a_run_over_nothing_in_the_other_formats() -> None:
    document = loaded("json", written("json"))
    assert (document["reports"], document["passed_over"], document["failures"]) == ([], [], [])
    assert loaded("sarif", written("sarif"))["runs"][0]["results"] == []
    cases = loaded("junit", written("junit")).findall(".//testcase")
    assert [(case.get("name"), len(case)) for case in cases] == [("no article found", 0)]


@pytest.mark.parametrize("name", MACHINES)
def test_an_article_without_findings(name: str) -> None:
    text = written(name, report())
    if name in ("concise", "llm", "github"):
        assert text == ""
    elif name == "gitlab":
        assert loaded(name, text) == []
    elif name == "rdjson":
        assert loaded(name, text)["diagnostics"] == []
    elif name == "sarif":
        run = loaded(name, text)["runs"][0]
        assert run["results"] == []
        assert len(run["tool"]["driver"]["rules"]) > 30
    elif name == "junit":
        cases = loaded(name, text).findall(".//testcase")
        assert [(case.get("name"), len(case)) for case in cases] == [("all rules", 0)]
    elif name == "checkstyle":
        assert len(loaded(name, text)) == 0
    elif name in ("json", "jsonl", "csv"):
        assert "a.md" in text


@pytest.mark.parametrize("name", [n for n in MACHINES if not FORMATS[n].marks_hidden and not FORMATS[n].is_table])
def test_what_is_suppressed_or_known_is_no_annotation(name: str) -> None:
    clean = written(name, report())
    held = report(finding(known=True), suppressed=(suppressed(),))
    assert written(name, held) == clean


def test_text_says_how_many_are_suppressed_and_known() -> None:
    held = report(
        finding(known=True, message="Known one."),
        finding(message="New one."),
        score=91.0,
        score_unsuppressed=84.0,
        suppressed=(suppressed(message="Suppressed one."),) * 3,
    )
    text = written("text", held)
    assert "New one." in text
    assert "Known one." not in text
    assert "Suppressed one." not in text
    assert "  Suppressed   3 findings; score 91, 84 with them\n" in text
    assert "  Not new      1 finding in the baseline or on an unchanged line\n" in text
    assert text.endswith("0 errors, 1 warning, 0 notes; 3 suppressed; 1 not new\n")


def test_text_with_one_suppressed_finding_and_without_a_score() -> None:
    one = report(suppressed=(suppressed(),), score=91.0, score_unsuppressed=84.0)
    assert "  Suppressed   1 finding; score 91, 84 with it\n" in written("text", one)
    assert "Nothing to fix." in written("text", one)
    unscored = report(suppressed=(suppressed(),), score=None, score_unsuppressed=None)
    assert "  Suppressed   1 finding\n" in written("text", unscored)
    known = report(finding(known=True, severity="error"), finding(known=True))
    assert "Nothing new to fix." in written("text", known)
    assert "  Not new      2 findings in the baseline or on unchanged lines\n" in written("text", known)
    assert "error" not in written("text", known).splitlines()[0]


def test_markdown_says_how_many_are_suppressed_and_known() -> None:
    text = written("markdown", report(finding(known=True, message="Known one."), suppressed=(suppressed(),) * 2))
    assert "Known one." not in text
    assert "Not shown: 2 suppressed, 1 not new." in text
    assert "0 notes; 2 suppressed; 1 not new" in text


MISSING = [("gone away.md", "no such file or folder")]
BROKEN = report(
    failures=(RuleFailure(rule="headings/no-h1", error="ZeroDivisionError: a fault"),),
    not_assessed=(NotAssessed(subject="headings/no-h1", reason="the rule failed"),),
)


@pytest.mark.parametrize("name", NOT_TABLES)
def test_what_could_not_be_read_shows(name: str) -> None:
    text = written(name, report(), failures=MISSING)
    if name == "text":
        assert "1 file could not be read" in text
    else:
        assert "no such file or folder" in text
        assert "gone away.md" in text.replace("%20", " ")


@pytest.mark.parametrize("name", NOT_TABLES)
def test_a_rule_that_failed_shows(name: str) -> None:
    assert "ZeroDivisionError: a fault" in written(name, BROKEN)


def test_how_broken_runs_show() -> None:
    sarif = loaded("sarif", written("sarif", BROKEN, failures=MISSING))["runs"][0]["invocations"][0]
    assert sarif["executionSuccessful"] is False
    assert [n["descriptor"]["id"] for n in sarif["toolExecutionNotifications"]] == [
        "seocheck/rule-failed",
        "seocheck/unreadable",
    ]
    assert loaded("sarif", written("sarif", report()))["runs"][0]["invocations"] == [{"executionSuccessful": True}]
    suites = loaded("junit", written("junit", BROKEN, failures=MISSING))
    assert [suite.get("errors") for suite in suites] == ["1", "1"]
    assert suites[0].find(".//testcase[@name='headings/no-h1']/error") is not None
    assert suites[1].find("testcase/error").get("message") == "no such file or folder"  # type: ignore[union-attr]
    issues = loaded("gitlab", written("gitlab", BROKEN, failures=MISSING))
    assert [(i["severity"], i["check_name"]) for i in issues] == [
        ("critical", "seocheck/rule-failed"),
        ("critical", "seocheck/unreadable"),
    ]
    lines = loaded("jsonl", written("jsonl", report(), failures=MISSING))
    assert lines[1] == {
        "schema_version": 2,
        "failure": {"subject": "gone away.md", "reason": "no such file or folder"},
    }
    assert written("concise", failures=MISSING) == (
        "gone away.md:1:1: error seocheck/unreadable This file could not be read: no such file or folder\n"
    )
    assert [d["severity"] for d in loaded("rdjson", written("rdjson", failures=MISSING))["diagnostics"]] == ["ERROR"]
    assert 'severity="error"' in written("checkstyle", failures=MISSING)
    assert written("github", failures=MISSING).startswith("::error file=gone away.md,title=seocheck/unreadable::")


@pytest.mark.parametrize("name", [n for n in FORMATS if n not in ("json", "text")])
def test_what_was_skipped_shows_in_json_alone(name: str) -> None:
    assert "left-alone.md" not in written(name, report(), passed_over=[("left-alone.md", "a draft")])
    assert '"a draft"' in written("json", report(), passed_over=[("x.md", "a draft")])


@pytest.mark.parametrize("name", ["concise", "gitlab", "rdjson", "checkstyle", "sarif"])
def test_findings_are_in_the_order_of_the_text(name: str) -> None:
    mixed = report(
        finding(rule="title/too-wide", message="C", place=place(20, 22)),
        finding(rule="title/missing", message="B", place=place(4, 5)),
        finding(rule="description/missing", message="A", place=place(4, 5)),
    )
    text = written(name, mixed)
    found = [text.index(mark) for mark in ("A Write", "B Write", "C Write")] if name != "concise" else [
        text.index(f" {mark}\n") for mark in "ABC"
    ]  # fmt: skip
    assert found == sorted(found)


@pytest.mark.parametrize("name", ALL)
def test_every_format_is_documented(name: str) -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert f"\n| `{name}` | " in page, "run python tools/build_docs.py"
    shown = run_command("check", "--help", cwd=ROOT).stdout.decode()
    assert re.search(rf"\b{name}\b", shown.partition("--format")[2].partition("--output")[0])


@pytest.mark.parametrize("name", FORMATS)
def test_twice_the_same(name: str) -> None:
    reports = [report(finding(), path=f"{number}.md") for number in range(3)]
    assert written(name, *reports) == written(name, *reports)


@pytest.mark.parametrize("name", [n for n in FORMATS if n not in ("json", "jsonl")])
def test_no_format_keeps_reports(name: str) -> None:
    """A writer that holds on to 40,000 reports would take gigabytes."""
    import gc
    import io
    import weakref

    from seocheck.formats.registry import make_writer

    class Witness(str):
        """A word of a report that can be watched."""

    out = io.StringIO()
    writer = make_writer(name, out, RunStart())
    kept = []
    for number in range(50):
        hint = Witness(f"Hint {number}")
        kept.append(weakref.ref(hint))
        writer.add(report(finding(hint=hint, severity="note"), path=f"{number}.md"), ())
        del hint
    gc.collect()
    assert sum(ref() is not None for ref in kept) == 0
