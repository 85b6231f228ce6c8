"""The JSON report against the schema that `seocheck schema` publishes."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

import seocheck
from seocheck.model.report import RunResult
from tests.support import BODY, ROOT, markdown, run_command, write

PAGE = """<!doctype html><html lang="en"><head><title>Rye</title><meta name="description" content="All about rye.">
<meta name="keywords" content="rye, oats"></head>
<body><main><h1>Rye</h1><p>Rye &amp; its flour.</p></main></body></html>
"""
LABELLED = (
    "Bakery\nRye bread\nRye bread\n\nMeta Description: Rye.\nKeywords: rye, oats\n\nRye is a grain of the north.\n"
)
FILES: dict[str, str | bytes] = {
    "a-decent.md": markdown(),
    "b-bare.md": BODY,
    "c-broken.md": "---\ntitle: [open\n---\n\n" + BODY,
    "d-empty.md": "",
    "e-page.html": PAGE,
    "f-saved.txt": LABELLED,
    "g-deutsch.md": "---\ntitle: Brot\nlang: de\ntags: [Brot]\n---\n\n# Brot\n\nDas Brot backen wir am Morgen.\n",
    "h-binary.md": b"%PDF-1.7",
    "i-draft.md": markdown(draft="true"),
    "j-ÄÖ 字.md": markdown(),
    "k-\x1b[31m\n.md": markdown(),
    "README.md": "# Read me\n",
}


@cache
def validator() -> Draft202012Validator:
    schema = json.loads(run_command("schema", cwd=ROOT).stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    folder = tmp_path_factory.mktemp("run")
    write(folder, FILES)
    done = run_command("check", "-f", "json", ".", "nowhere.md", cwd=folder)
    assert done.returncode == 2
    return folder, done.stdout


def test_what_is_written_is_valid(run: tuple[Path, bytes]) -> None:
    _, out = run
    document = json.loads(out)
    validator().validate(document)
    assert [Path(r["path"]).name for r in document["reports"]] == [
        name for name in sorted(FILES) if name not in ("h-binary.md", "i-draft.md", "README.md")
    ]
    assert {Path(p["subject"]).name: p["reason"] for p in document["passed_over"]} == {
        "README.md": "not an article",
        "i-draft.md": "a draft",
    }
    assert [Path(f["subject"]).name for f in document["failures"]] == ["nowhere.md", "h-binary.md"]


def test_it_reads_back_as_the_reports_of_the_api(run: tuple[Path, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    folder, out = run
    monkeypatch.chdir(folder)
    result = msgspec.json.decode(out, type=RunResult)
    assert list(result.reports) == list(seocheck.check_paths(".", on_failure=lambda _: None))


def test_one_report_a_line(run: tuple[Path, bytes]) -> None:
    _, out = run
    lines = out.decode().splitlines()
    assert lines[0] == f'{{"schema_version":2,"seocheck_version":"{seocheck.__version__}","reports":['
    for line in lines[1:-1]:
        assert json.loads(line.removesuffix(","))["schema_version"] == 2
    assert b"\x1b" not in out


@pytest.mark.parametrize("paths", [["empty"], ["nowhere.md"]])
def test_a_run_without_reports_is_valid_too(tmp_path: Path, paths: list[str]) -> None:
    (tmp_path / "empty").mkdir()
    document = json.loads(run_command("check", "-f", "json", *paths, cwd=tmp_path).stdout)
    validator().validate(document)
    assert document["reports"] == []


def test_the_schema_refuses_what_is_wrong(run: tuple[Path, bytes]) -> None:
    _, out = run

    def broken(change: Any) -> bool:
        document = json.loads(out)
        change(document["reports"][0])
        return not validator().is_valid(document)

    assert broken(lambda report: report.pop("score"))
    assert broken(lambda report: report.update(score="high"))
    assert broken(lambda report: report["findings"][0].update(severity="fatal"))
    assert broken(lambda report: report["findings"][0]["place"]["start"].pop("line"))


def test_the_schema_knows_the_hardest_passages() -> None:
    easy = "The dog ran to the old red barn. " * 20
    hard = "Administrative considerations necessitated institutional reorganisation, notwithstanding much opposition."
    report = seocheck.check_text(f"---\ntitle: x\nlang: en\n---\n\n{easy}\n\n{easy}{hard}\n")
    assert [passage.kind for passage in report.readability.hardest] == ["sentence", "paragraph"]
    document = json.loads(msgspec.json.encode(RunResult(seocheck_version="-", reports=(report,))))
    validator().validate(document)

    def broken(change: Any) -> bool:
        changed = json.loads(json.dumps(document))
        change(changed["reports"][0]["readability"])
        return not validator().is_valid(changed)

    assert broken(lambda readability: readability["hardest"][0].update(kind="word"))
    assert broken(lambda readability: readability["hardest"][0].update(gain=0))
    assert broken(lambda readability: readability["hardest"][0].pop("place"))
    # Reports from before there were any are valid still.
    assert not broken(lambda readability: readability.pop("hardest"))


def test_positions_are_given_in_every_unit() -> None:
    report = seocheck.check_text('---\nlang: en\ntitle: 🍞 Käse\nkeywords: ["🍞 tractor"]\n---\n\nBread.\n')
    (absent,) = [f for f in report.findings if f.rule == "keywords/unsupported"]
    start, end = absent.place.start, absent.place.end
    assert (start.line, start.column, start.column_utf8, start.column_utf16) == (4, 13, 13, 13)
    assert (end.column, end.column_utf8, end.column_utf16) == (22, 25, 23)
