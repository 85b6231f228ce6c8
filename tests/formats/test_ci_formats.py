"""GitHub's annotations, GitLab's issues, JUnit, rdjson and Checkstyle: severities, limits, what readers demand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import msgspec
import pytest

from seocheck.formats.run import RunStart
from seocheck.model.report import NotAssessed, RuleFailure
from seocheck.rulekit.registry import load_rules
from tests.formats.actions import commands
from tests.formats.made import finding, place, report, suppressed, written
from tests.formats.xsd import Schema

SEVERITIES = ("error", "warning", "note", "suggestion")
EVERY = [finding(severity=severity, subject=severity, message=f"A {severity}.") for severity in SEVERITIES]


def test_severities() -> None:
    every = report(*EVERY)
    assert [c[0] for c in commands(written("github", every))] == ["error", "warning", "notice", "notice"]
    assert [i["severity"] for i in json.loads(written("gitlab", every))] == ["major", "minor", "info", "info"]
    found = json.loads(written("rdjson", every))["diagnostics"]
    assert [d["severity"] for d in found] == ["ERROR", "WARNING", "INFO", "INFO"]
    errors = ET.fromstring(written("checkstyle", every)).iter("error")
    assert [error.get("severity") for error in errors] == ["error", "warning", "info", "info"]
    lines = written("concise", every).splitlines()
    assert lines == [f"a.md:2:8: {severity} keywords/unsupported A {severity}." for severity in SEVERITIES]


def test_ten_annotations_of_each_kind_the_costliest_first() -> None:
    said: list[str] = []
    reports = [
        report(
            finding(severity="warning", gain=float(number % 7), message=f"W{number}"),
            finding(severity="note", gain=0.0, message=f"N{number}"),
            *([finding(severity="error", gain=0.0, message=f"E{number}")] if number > 20 else []),
            finding(severity="suggestion", gain=9.0, message=f"S{number}"),
            path=f"{number}.md",
        )
        for number in range(25)
    ]
    text = written("github", *reports, start=RunStart(notify=said.append), failures=[("gone.md", "no such file")])
    made = commands(text)
    assert [c[0] for c in made] == ["error"] * 5 + ["warning"] * 10 + ["notice"] * 10
    assert made[0][1] == {"file": "gone.md", "title": "seocheck/unreadable"}
    messages = [c[2].split(" ", 1)[1].split("\n")[0] for c in made]
    assert messages[1:5] == ["E21", "E22", "E23", "E24"]
    assert messages[5:15] == ["W6", "W13", "W20", "W5", "W12", "W19", "W4", "W11", "W18", "W3"]
    assert messages[15:] == [f"N{number}" for number in range(10)]
    assert said == ["15 warnings, 40 notices not annotated: GitHub shows 10 of each kind per step"]


def test_gitlab_issues_are_whole_and_unique() -> None:
    same = [finding(), finding(place=place(20, 22)), finding(place=place(20, 22), subject="rye")]
    failures = (RuleFailure(rule="a/b", error="x"), RuleFailure(rule="a/c", error="x"))
    text = written("gitlab", report(*same, failures=failures), report(*same, path="b.md"), failures=[("c.md", "gone")])
    issues = json.loads(text)
    assert text.startswith("[\n{")
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 9
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["description"].startswith(f"{issue['check_name']}: ")
        assert set(issue["location"]) == {"path", "lines"}
        assert issue["location"]["lines"]["begin"] >= 1
        assert not issue["location"]["path"].startswith("./")
    moved = json.loads(written("gitlab", report(finding(place=place(30, 33)))))[0]
    assert moved["fingerprint"] == issues[2]["fingerprint"]
    assert moved["location"]["lines"]["begin"] != issues[2]["location"]["lines"]["begin"]


def test_a_gitlab_fingerprint_does_not_change_when_an_earlier_finding_is_suppressed() -> None:
    both = json.loads(written("gitlab", report(finding(), finding(place=place(20, 22)))))
    one = json.loads(
        written("gitlab", report(finding(place=place(20, 22)), suppressed=(suppressed(place=place(11, 14)),)))
    )
    assert [issue["fingerprint"] for issue in one] == [both[1]["fingerprint"]]


def test_rdjson_as_reviewdog_reads_it() -> None:
    """Its own schema demands nothing; this is stricter: the fields of proto/rdf/reviewdog.proto and no others."""
    document = json.loads(written("rdjson", report(*EVERY), failures=[("b.md", "gone")]))
    assert set(document) == {"source", "diagnostics"}
    assert document["source"] == {"name": "seocheck"}
    for diagnostic in document["diagnostics"]:
        assert set(diagnostic) == {"message", "location", "severity", "code"}
        assert set(diagnostic["location"]) == {"path", "range"}
        assert diagnostic["severity"] in ("ERROR", "WARNING", "INFO")
        assert set(diagnostic["code"]) == {"value"}
        for position in diagnostic["location"]["range"].values():
            assert set(position) == {"line", "column"}
            assert all(isinstance(value, int) and value >= 1 for value in position.values())


def test_checkstyle() -> None:
    root = ET.fromstring(written("checkstyle", report(*EVERY), report(path="clean.md"), report(finding(), path="b.md")))
    assert (root.tag, root.get("version")) == ("checkstyle", "4.3")
    assert [file.get("name") for file in root] == ["a.md", "b.md"]
    for error in root.iter("error"):
        assert set(error.attrib) == {"line", "column", "severity", "message", "source"}
        assert error.get("source") == "seocheck.keywords/unsupported"


SCHEMA = Schema(Path(__file__).parent.parent / "schemas" / "junit-10.xsd")


def suites(text: str) -> list[ET.Element]:
    root = ET.fromstring(text)
    assert list(SCHEMA.faults(root)) == []
    for suite in root:
        cases = suite.findall("testcase")
        assert suite.get("tests") == str(len(cases))
        for kind, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert suite.get(kind) == str(sum(case.find(tag) is not None for case in cases))
        names = [case.get("name") for case in cases]
        assert len(set(names)) == len(names)
    return list(root)


def case(suite: ET.Element, name: str) -> ET.Element:
    (found,) = [c for c in suite.findall("testcase") if c.get("name") == name]
    return found


def test_the_schema_refuses_what_is_wrong() -> None:
    def faults(text: str) -> list[str]:
        return list(SCHEMA.faults(ET.fromstring(text)))

    suite = '<testsuite name="a" tests="0" failures="0" errors="0"'
    assert faults(f"<testsuites>{suite}/></testsuites>") == []
    assert faults(f"<testsuites>{suite} colour='red'/></testsuites>") == ["<testsuite> must not have colour"]
    assert faults("<testsuites><testsuite/></testsuites>")[0] == "<testsuite> has no name"
    assert faults(f"<testsuites>{suite}><failure/></testsuite></testsuites>") == [
        "<failure> must not stand in <testsuite>"
    ]
    assert faults("<testsuites>words</testsuites>") == ["<testsuites> must not hold words: words"]
    assert faults(f"<testsuites>{suite} time='soon'/></testsuites>") == ["time='soon' does not fit"]


@pytest.mark.parametrize(
    ("fail_on", "failing"),
    [
        ("error", ["error"]),
        ("warning", ["error", "warning"]),
        ("note", ["error", "warning", "note"]),
        ("never", []),
    ],
)
def test_a_testcase_fails_at_the_gate(fail_on: str, failing: list[str]) -> None:
    rules = ("title/missing", "description/missing", "title/too-wide", "keywords/undeclared-topic")
    found = [msgspec.structs.replace(f, rule=rule) for f, rule in zip(EVERY, rules, strict=True)]
    (suite,) = suites(written("junit", report(*found), start=RunStart(fail_on=fail_on)))
    for severity, rule in zip(SEVERITIES, rules, strict=True):
        testcase = case(suite, rule)
        failure, printed = testcase.find("failure"), testcase.find("system-out")
        told = f"a.md:2:8: {severity}: A {severity}.\n    Write about it."
        if severity in failing:
            assert failure is not None
            assert failure.text == told
            assert failure.get("message") == f"A {severity}."
            assert failure.get("type") == severity
            assert printed is None
        else:
            assert failure is None
            assert printed is not None
            assert printed.text == told


def test_several_findings_of_a_rule_are_one_failure_that_names_all() -> None:
    found = [finding(severity="error", message=f"No {n}.", place=place(n, n + 1)) for n in (1, 2, 3)]
    (suite,) = suites(written("junit", report(*found, finding(message="A warning."))))
    (failure,) = case(suite, "keywords/unsupported").findall("failure")
    assert failure.get("message") == "No 1. (and 2 more)"
    assert all(f"No {n}." in (failure.text or "") for n in (1, 2, 3))
    assert "A warning." in (case(suite, "keywords/unsupported").findtext("system-out") or "")


def test_a_file_that_passes_is_one_testcase() -> None:
    reason = NotAssessed(subject="readability/hard-to-read", reason="too little text")
    (suite,) = suites(written("junit", report(not_assessed=(reason,)), rules=tuple(load_rules().values())))
    assert [(each.get("name"), len(each)) for each in suite.findall("testcase")] == [("all rules", 0)]


def test_a_rule_that_failed_is_an_error() -> None:
    broken: dict[str, Any] = {
        "failures": (RuleFailure(rule="headings/no-h1", error="ZeroDivisionError: x\ny"),),
        "not_assessed": (NotAssessed(subject="headings/no-h1", reason="the rule failed"),),
    }
    (suite,) = suites(written("junit", report(**broken)))
    error = case(suite, "headings/no-h1").find("error")
    assert error is not None
    assert error.text == "ZeroDivisionError: x\ny"
    assert suite.get("errors") == "1"


def test_the_score_is_a_property_and_a_testcase_where_it_is_a_gate() -> None:
    (suite,) = suites(written("junit", report()))
    assert {p.get("name"): p.get("value") for p in suite.iter("property")} == {"score": "84.0", "grade": "B"}
    (under,) = suites(written("junit", report(), start=RunStart(min_score=90)))
    failure = case(under, "score").find("failure")
    assert failure is not None
    assert failure.text == "score 84.0 is below 90"
    (over,) = suites(written("junit", report(), start=RunStart(min_score=80)))
    assert len(case(over, "score")) == 0
    (unscored,) = suites(written("junit", report(score=None), start=RunStart(min_score=80)))
    assert "score" not in {c.get("name") for c in unscored.findall("testcase")}


def test_broken_and_empty_runs_fit_the_schema() -> None:
    (suite,) = suites(written("junit", failures=[("a.md", "gone")]))
    assert (suite.get("name"), suite.get("errors")) == ("a.md", "1")
    assert len(suites(written("junit"))) == 1
