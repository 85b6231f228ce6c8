"""Columns in each format's unit, where emoji, tabs and CRLF stand before the words."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import seocheck
from seocheck.formats.paths import Paths
from seocheck.formats.run import RunStart
from seocheck.model.report import ReportedFinding
from tests.formats.actions import commands
from tests.formats.made import RULES, finding, place, report, written

LF = '---\nlang: en\ntitle: Bread\nkeywords: ["🍞\tKäse", "🍞 tractor"]\n---\n\nBread and 🍞\tKäse.\n'
CRLF = LF.replace("\n", "\r\n")
# Line 4: before “🍞 tractor” stand 22 code points, 23 UTF-16 units, 26 bytes; it is 9, 10 and 12 itself.
UNITS = {"code points": (23, 32), "utf-16": (24, 34), "utf-8": (27, 39)}


@pytest.fixture(params=[LF, CRLF], ids=["lf", "crlf"])
def absent(request: pytest.FixtureRequest) -> tuple[seocheck.Report, ReportedFinding]:
    made = seocheck.check_text(request.param, path="a.md")
    (found,) = [f for f in made.findings if f.rule == "keywords/unsupported"]
    return made, found


def test_the_report_has_every_unit(absent: tuple[seocheck.Report, ReportedFinding]) -> None:
    start, end = absent[1].place.start, absent[1].place.end
    assert (start.line, end.line) == (4, 4)
    assert {
        "code points": (start.column, end.column),
        "utf-16": (start.column_utf16, end.column_utf16),
        "utf-8": (start.column_utf8, end.column_utf8),
    } == UNITS


def test_each_format_takes_its_own(absent: tuple[seocheck.Report, ReportedFinding]) -> None:
    made, _ = absent
    points, utf8 = UNITS["code points"], UNITS["utf-8"]

    def only(found: list[Any]) -> Any:
        assert len(found) == 1
        return found[0]

    (line,) = [x for x in written("concise", made).splitlines() if "keywords/unsupported" in x]
    assert line.startswith(f"a.md:4:{points[0]}: warning keywords/unsupported ")
    run = json.loads(written("sarif", made))["runs"][0]
    region = only([r for r in run["results"] if r["ruleId"] == "keywords/unsupported"])["locations"][0]
    assert region["physicalLocation"]["region"] == {
        "startLine": 4, "startColumn": points[0], "endLine": 4, "endColumn": points[1],
    }  # fmt: skip
    assert run["columnKind"] == "unicodeCodePoints"
    diagnostics = json.loads(written("rdjson", made))["diagnostics"]
    where = only([d for d in diagnostics if d["code"]["value"] == "keywords/unsupported"])["location"]
    assert where["range"] == {"start": {"line": 4, "column": utf8[0]}, "end": {"line": 4, "column": utf8[1]}}
    annotation = only([c for c in commands(written("github", made)) if c[1]["title"] == "keywords/unsupported"])
    assert annotation[1] == {
        "file": "a.md", "line": "4", "col": str(points[0]), "endColumn": str(points[1]),
        "title": "keywords/unsupported",
    }  # fmt: skip
    assert annotation[2].startswith(f"a.md:4:{points[0]} ")
    errors = ET.fromstring(written("checkstyle", made)).findall(".//error[@source='seocheck.keywords/unsupported']")
    assert (only(errors).get("line"), only(errors).get("column")) == ("4", str(points[0]))
    issues = json.loads(written("gitlab", made))
    assert only([i for i in issues if i["check_name"] == "keywords/unsupported"])["location"] == {
        "path": "a.md", "lines": {"begin": 4},
    }  # fmt: skip
    assert f"a.md:4:{points[0]}: warning: " in written("junit", made)
    assert f"warning 4:{points[0]} " in written("markdown", made)


def test_a_finding_over_several_lines() -> None:
    text = "---\ntitle: Rye\nlang: en\n---\n\nRye bread,\nbaked 🍞 at home.\n"
    over = report(finding(place=place(text.index("Rye bread"), text.index(" at home"), text)))
    (annotation,) = commands(written("github", over))
    assert annotation[1] == {"file": "a.md", "line": "6", "endLine": "7", "title": "keywords/unsupported"}
    (diagnostic,) = json.loads(written("rdjson", over))["diagnostics"]
    assert diagnostic["location"]["range"] == {"start": {"line": 6, "column": 1}, "end": {"line": 7, "column": 11}}
    (result,) = json.loads(written("sarif", over))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 6, "startColumn": 1, "endLine": 7, "endColumn": 8,
    }  # fmt: skip


HERE = Paths(folder="/work/site/content", root="/work/site")


@pytest.mark.parametrize(
    ("path", "from_folder", "from_root"),
    [
        ("a.md", "a.md", "content/a.md"),
        ("./blog/a.md", "blog/a.md", "content/blog/a.md"),
        ("../docs/a.md", "../docs/a.md", "docs/a.md"),
        ("../../else/a.md", "../../else/a.md", "../../else/a.md"),
        ("/work/site/content/a.md", "a.md", "content/a.md"),
        ("/work/site/docs/a.md", "/work/site/docs/a.md", "docs/a.md"),
        ("/work/sites/a.md", "/work/sites/a.md", "/work/sites/a.md"),
        ("C:/else/a.md", "C:/else/a.md", "C:/else/a.md"),
        ("-", "-", "-"),
    ],
)
def test_paths(path: str, from_folder: str, from_root: str) -> None:
    assert HERE.from_folder(path) == from_folder
    assert HERE.from_root(path) == from_root


def test_paths_without_a_folder() -> None:
    assert Paths().from_root("./a.md") == Paths().from_folder("./a.md") == "a.md"
    assert Paths(folder="/", root="/").from_root("/a.md") == "a.md"


def test_which_format_takes_which_path() -> None:
    start = RunStart(paths=HERE)
    made = report(finding(), path="./a b.md")

    def text(name: str) -> str:
        return written(name, made, start=start, rules=RULES[:1])

    assert '"uri":"content/a%20b.md","uriBaseId":"%SRCROOT%"' in text("sarif")
    assert '"path":"content/a b.md"' in text("gitlab")
    assert "file=content/a b.md," in text("github")
    assert "| content/a b.md |" in text("markdown")
    assert '"path":"a b.md"' in text("rdjson")
    assert '<file name="a b.md">' in text("checkstyle")
    assert '<testsuite name="a b.md"' in text("junit")
    assert text("concise").startswith("./a b.md:2:8: ")
    assert '"path":"./a b.md"' in text("jsonl")


def test_no_absolute_path_of_this_machine() -> None:
    start = RunStart(paths=HERE)
    made = report(finding(), path="/work/site/content/a.md")
    for name in ("json", "jsonl", "rdjson", "checkstyle", "junit", "sarif", "gitlab", "github", "markdown"):
        assert "/work/site" not in written(name, made, start=start, failures=[("/work/site/content/b.md", "gone")])


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("käse & brot.md", {"uri": "k%C3%A4se%20%26%20brot.md", "uriBaseId": "%SRCROOT%"}),
        ("50%#?.md", {"uri": "50%25%23%3F.md", "uriBaseId": "%SRCROOT%"}),
        ("a:b.md", {"uri": "a%3Ab.md", "uriBaseId": "%SRCROOT%"}),
        ("\udcff.md", {"uri": "%FF.md", "uriBaseId": "%SRCROOT%"}),
        ("../x.md", {"uri": "../x.md"}),
        ("/else/x y.md", {"uri": "file:///else/x%20y.md"}),
        ("C:/else/x y.md", {"uri": "file:///C:/else/x%20y.md"}),
        ("-", {"uri": "-"}),
    ],
)
def test_sarif_uris(path: str, location: dict[str, str]) -> None:
    (result,) = json.loads(written("sarif", report(finding(), path=path)))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == location


def test_standard_input_has_no_file_to_annotate() -> None:
    (annotation,) = commands(written("github", report(finding(), path="-")))
    assert annotation[1] == {"title": "keywords/unsupported"}
    assert annotation[2].startswith("-:2:8 ")
