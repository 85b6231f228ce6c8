"""SARIF against its published schema, and against what GitHub asks for beyond it."""

from __future__ import annotations

import json
import random
from email.message import Message
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from seocheck.formats.machines import sarif
from seocheck.formats.run import RunStart
from seocheck.rulekit.registry import load_rules
from tests.formats.made import TEXT, finding, place, report, suppressed, written

SCHEMA = Path(__file__).parent.parent / "schemas" / "sarif-2.1.0-rtm.5.json"


@cache
def validator() -> Draft4Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)


def run_of(*reports: Any, **options: Any) -> dict[str, Any]:
    document = json.loads(written("sarif", *reports, **options))
    validator().validate(document)
    check_for_github(document)
    (run,) = document["runs"]
    return run  # type: ignore[no-any-return]


def check_for_github(document: dict[str, Any]) -> None:
    """What GitHub's documentation demands of a file that it is to show."""
    assert document["$schema"].endswith("sarif-schema-2.1.0.json")
    assert document["version"] == "2.1.0"
    for run in document["runs"]:
        rules = run["tool"]["driver"]["rules"]
        assert run["tool"]["driver"]["name"] == "seocheck"
        assert len({rule["id"] for rule in rules}) == len(rules)
        for rule in rules:
            assert 0 < len(rule["shortDescription"]["text"]) <= 1024
            assert 0 < len(rule["fullDescription"]["text"]) <= 1024
            assert rule["help"]["text"]
            assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            assert result["message"]["text"]
            assert result["partialFingerprints"]
            (location,) = result["locations"]
            region = location["physicalLocation"]["region"]
            assert set(region) == {"startLine", "startColumn", "endLine", "endColumn"}
            assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
            assert " " not in location["physicalLocation"]["artifactLocation"]["uri"]


def test_the_schema_refuses_what_is_wrong() -> None:
    document = json.loads(written("sarif", report(finding())))
    document["runs"][0]["results"][0]["level"] = "suggestion"
    assert not validator().is_valid(document)
    del document["runs"][0]["tool"]
    assert not validator().is_valid(document)


def test_every_rule_that_ran_is_listed_with_its_documentation() -> None:
    rules = tuple(load_rules().values())
    run = run_of(report(), rules=rules)
    listed = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert set(listed) == set(load_rules())
    rule = listed["headings/skipped-level"]
    assert rule["shortDescription"]["text"] == load_rules()["headings/skipped-level"].summary
    assert rule["help"]["markdown"] == load_rules()["headings/skipped-level"].doc
    assert rule["properties"]["tags"] == ["headings", "evidence-documented"]
    assert [r["id"] for r in run_of(report(), rules=rules[3:5])["tool"]["driver"]["rules"]] == [
        r.id for r in rules[3:5]
    ]


def test_a_finding_of_a_rule_that_was_not_to_run() -> None:
    run = run_of(report(finding(rule="site/duplicate")), rules=())
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["site/duplicate"]


def test_levels() -> None:
    found = [finding(severity=severity, message=severity) for severity in ("error", "warning", "note", "suggestion")]
    results = run_of(report(*found))["results"]
    assert [result["level"] for result in results] == ["error", "warning", "note", "note"]


def test_suppressed_findings_stay() -> None:
    kinds = ("comment", "front matter", "settings")
    held = tuple(suppressed(by, "", subject=by) if by == "settings" else suppressed(by, subject=by) for by in kinds)
    results = run_of(report(finding(subject="open"), suppressed=held))["results"]
    region = {"startLine": 6, "startColumn": 2, "endLine": 6, "endColumn": 12}
    where = {"artifactLocation": {"uri": "a.md", "uriBaseId": "%SRCROOT%"}, "region": region}
    in_source = {
        "kind": "inSource",
        "status": "accepted",
        "justification": "as the client wants it",
        "location": {"physicalLocation": where},
    }
    assert place(30, 40).start.line == TEXT[:30].count("\n") + 1
    assert [result["suppressions"] for result in results] == [
        [],
        [in_source],
        [in_source],
        [{"kind": "external", "status": "accepted"}],
    ]


def test_baseline_state_only_with_a_baseline() -> None:
    made = report(finding(subject="new"), finding(subject="old", known=True))
    assert not any("baselineState" in result for result in run_of(made)["results"])
    results = run_of(made, start=RunStart(baseline=True))["results"]
    assert [result["baselineState"] for result in results] == ["new", "unchanged"]


def fingerprints(*reports: Any) -> list[str]:
    return [r["partialFingerprints"]["seocheckFinding/v1"] for r in run_of(*reports)["results"]]


def test_fingerprints_are_unique_and_stay_under_edits_elsewhere() -> None:
    before = report(finding(), finding(place=place(20, 22)), finding(subject="rye", place=place(21, 22)))
    first = fingerprints(before, report(finding(), path="b.md"))
    assert len(set(first)) == 4
    # Lines further down, another finding of the rule fixed, one suppressed: the others keep theirs.
    after = report(finding(place=place(30, 33)), suppressed=(suppressed(place=place(40, 41)),))
    assert fingerprints(after) == first[:2]
    assert fingerprints(report(finding(subject="rye", place=place(30, 33)))) == [first[2]]
    assert fingerprints(report(finding(subject="rye"), path="b.md")) != [first[2]]


def test_related_places() -> None:
    (result,) = run_of(report(finding(related=(place(20, 22),) * 3)))["results"]
    (location,) = result["relatedLocations"]
    assert location["physicalLocation"]["region"]["startLine"] == 3
    many = tuple(place(n, n + 1) for n in range(50))
    (result,) = run_of(report(finding(related=many)))["results"]
    assert len(result["relatedLocations"]) == sarif.MOST_RELATED


def test_a_message_holds_no_link() -> None:
    (result,) = run_of(report(finding(message="Say [x](javascript:y) once.", hint="[a] stays.")))["results"]
    assert result["message"]["text"] == "Say \\[x\\](javascript:y) once. \\[a\\] stays."
    (result,) = run_of(report(finding(message="Say [x] once.", hint="")))["results"]
    assert result["message"]["text"] == "Say [x] once."


def test_the_gravest_are_kept_and_the_rest_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 10)
    said: list[str] = []
    reports = [
        report(
            finding(severity="note", message=f"note {number}"),
            finding(severity="error", message=f"error {number}", known=number == 3),
            path=f"{number}.md",
        )
        for number in range(30)
    ]
    run = run_of(*reports, start=RunStart(notify=said.append))
    texts = [result["message"]["text"].split(" Write")[0] for result in run["results"]]
    assert texts == [f"error {number}" for number in (0, 1, 2, 4, 5, 6, 7, 8, 9, 10)]
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["level"] == "warning"
    assert notification["message"]["text"].startswith("50 of 60 results left out")
    assert said == ["50 of 60 results left out: GitHub accepts 10 and 10 MB"]
    assert run["invocations"][0]["executionSuccessful"] is True


def test_a_file_that_would_be_too_large_once_compressed(monkeypatch: pytest.MonkeyPatch) -> None:
    import gzip

    monkeypatch.setattr(sarif, "MOST_BYTES", 40_000)
    letters = random.Random(1)
    noise = ["".join(letters.choices("abcdefghijklmnopqrstuvwxyz", k=400)) for _ in range(300)]
    reports = [
        report(finding(message=words, severity="error" if n == 299 else "note")) for n, words in enumerate(noise)
    ]
    text = written("sarif", *reports, rules=())
    results = json.loads(text)["runs"][0]["results"]
    assert len(gzip.compress(text.encode())) < 40_000
    assert 50 < len(results) < 300
    assert results[-1]["level"] == "error"


def test_a_rule_links_to_the_source_of_its_evidence() -> None:
    run = json.loads(written("sarif", report(), rules=tuple(load_rules().values())))["runs"][0]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    google = "https://developers.google.com/search/docs/appearance/title-link"
    assert rules["title/missing"]["helpUri"] == google
    assert "helpUri" not in rules["title/off-topic"]  # it compares the article with itself


@pytest.mark.parametrize(
    ("links", "uri"),
    [
        ([], None),
        (["Homepage, https://example.org/"], "https://example.org/"),
        (["Homepage, https://example.org/", "Documentation, https://example.org/docs"], "https://example.org/docs"),
    ],
)
def test_the_tool_links_to_the_home_page_that_its_distributor_names(
    links: list[str], uri: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = Message()
    for link in links:
        about["Project-URL"] = link
    monkeypatch.setattr("importlib.metadata.metadata", lambda _: about)
    driver = json.loads(written("sarif", report()))["runs"][0]["tool"]["driver"]
    assert driver.get("informationUri") == uri
