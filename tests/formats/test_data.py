"""CSV, Parquet and data frames: one row an article, the same columns everywhere, and no formulas."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import seocheck
from seocheck.cli import cli
from seocheck.errors import SeocheckError
from seocheck.formats.tables.columns import columns, row
from tests.formats.made import finding, report, suppressed, written
from tests.support import EXAMPLES as FILES
from tests.support import ROOT, markdown, write

EXAMPLES = ROOT / "examples"


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def run(*arguments: str) -> Any:
    return CliRunner().invoke(cli, ["check", *arguments, "-q", "--exit-zero"], standalone_mode=False)


def test_a_row_says_what_the_report_says() -> None:
    made = seocheck.check_file(EXAMPLES / "rushed.md")
    found = row(made)
    assert list(found) == list(columns())
    assert found["score"] == made.score
    assert found["grade"] == made.grade
    assert found["errors"] == 1
    assert found["keywords"] == 6
    assert (found["keywords:exact"], found["keywords:inflected"], found["keywords:absent"]) == (2, 1, 1)
    assert found["keywords:partial"] == 2
    assert found["primary_keyword"] == "rain jacket"
    assert found["rule:keywords/unsupported"] == 3
    assert found["description"] == "Bikes!"
    assert found["description_characters"] == 6
    assert round(float(found["title_pixels"] or 0)) == 880
    assert {f"score:{group.group}": group.score for group in made.groups}.items() <= found.items()
    assert sum(int(value or 0) for name, value in found.items() if name.startswith("rule:")) == len(made.findings)


def test_known_and_suppressed_findings() -> None:
    found = row(report(finding(known=True), finding(), suppressed=(suppressed(),)))
    assert (found["warnings"], found["known"], found["suppressed"]) == (2, 1, 1)


def test_nothing_to_say_is_nothing() -> None:
    found = row(seocheck.check_text("", path="empty.md"))
    for name in ("ease", "school_grade", "description", "description_pixels", "primary_keyword", "words_per_sentence"):
        assert found[name] is None, name
    assert found["words"] == 0


def test_csv_is_read_back(tmp_path: Path) -> None:
    assert run(*FILES, "-f", f"csv={tmp_path / 'a.csv'}").exception is None
    data = (tmp_path / "a.csv").read_bytes()
    assert data.count(b"\n") == 8
    found = rows(data.decode())
    assert [Path(each["path"]).name for each in found] == [Path(r.path).name for r in seocheck.check_paths(FILES)]
    for each in found:
        made = row(seocheck.check_file(EXAMPLES / Path(each["path"]).name))
        assert float(each["score"]) == pytest.approx(float(made["score"] or 0), abs=0.005)
        assert each["title"] == made["title"]
        assert (
            each["ease"] == "" if made["ease"] is None else float(each["ease"]) == pytest.approx(made["ease"], abs=0.01)
        )


@pytest.mark.parametrize("title", ["=1+1", "+49 30 12", "-5 degrees", "@home", '=HYPERLINK("http://x.example","y")'])
def test_no_cell_is_a_formula(title: str) -> None:
    (found,) = rows(written("csv", seocheck.check_text(markdown(title=f"'{title}'"))))
    assert found["title"] == f"'{title}"


@pytest.mark.parametrize(
    "first", ["＝", "＋", "－", "＠", "\t=", "\r=", "\n=", " =", "  ＝", "\u3000＝", "\xa0@", "\t", "\r"]
)
def test_no_cell_is_a_formula_in_another_form(first: str) -> None:
    """Full-width signs are taken for the same by some, and blanks before them are cut off."""
    (found,) = rows(written("csv", report(finding(), path=f"{first}1+1.md")))
    assert found["path"].startswith("'")
    assert found["path"].endswith("1+1.md")


@pytest.mark.parametrize("word", ["a=b", "1+1", "'=", "＝".join("ab"), "ー", "﹢1"])
def test_other_cells_stay(word: str) -> None:
    (found,) = rows(written("csv", report(finding(), path=f"{word}.md")))
    assert found["path"] == f"{word}.md"


def test_a_negative_number_is_no_formula() -> None:
    (found,) = rows(written("csv", seocheck.check_file(EXAMPLES / "rushed.md")))
    assert float(found["ease"]) < 0


def test_commas_quotation_marks_and_line_ends() -> None:
    text = '---\ntitle: |\n  Rye, "wheat"\n  and oats\nlang: en\n---\n\nRye bread.\n'
    made = seocheck.check_text(text, path="a,b.md")
    (found,) = rows(written("csv", made))
    assert found["title"] == 'Rye, "wheat" and oats'
    assert found["path"] == "a,b.md"


def test_parquet_holds_the_same_with_types(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    assert run(*FILES, "-f", f"parquet={tmp_path / 'a.parquet'}").exception is None
    table = parquet.read_table(tmp_path / "a.parquet")
    assert table.column_names == [*columns(), "summary"]
    found = table.to_pylist()
    assert len(found) == 7
    for each in found:
        report = seocheck.check_file(EXAMPLES / Path(each["path"]).name)
        assert json.loads(each.pop("summary"))["content_hash"] == report.summary.content_hash
        assert {**each, "path": ""} == {**row(report), "path": ""}


def test_parquet_in_groups_and_with_odd_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr("seocheck.formats.tables.parquet.TOGETHER", 2)
    write(tmp_path, {f"{n}.md": markdown() for n in range(5)})
    monkeypatch.chdir(tmp_path)
    assert run(".", "-f", "parquet=a.parquet").exception is None
    assert parquet.ParquetFile("a.parquet").num_row_groups == 3
    assert parquet.read_table("a.parquet").num_rows == 5


def test_parquet_needs_a_file_and_pyarrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "give it a file (parquet=FILE)" in str(run(*FILES, "-f", "parquet").exception)
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    result = run(*FILES, "-f", f"parquet={tmp_path / 'a.parquet'}")
    assert str(result.exception) == "parquet needs pyarrow: pip install pyarrow"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("backend", ["pandas", "polars"])
def test_a_data_frame(backend: Any) -> None:
    pytest.importorskip(backend)
    reports = list(seocheck.check_paths(FILES))
    frame = seocheck.to_dataframe(reports, backend)
    assert list(frame.columns) == list(columns())
    assert len(frame) == 7
    assert frame["rule:keywords/unsupported"].sum() == 5
    assert frame["score"].max() == 100
    missing = frame["ease"].isna().sum() if backend == "pandas" else frame["ease"].is_null().sum()
    assert missing == 1  # Japanese has no formula
    assert len(seocheck.to_dataframe([], backend).columns) == len(columns())


@pytest.mark.parametrize("backend", ["pandas", "polars"])
def test_findings_and_keywords_as_data_frames(backend: Any) -> None:
    pytest.importorskip(backend)
    reports = list(seocheck.check_paths(FILES))
    findings = seocheck.findings_to_dataframe(reports, backend)
    assert len(findings) == sum(len(report.findings) for report in reports)
    unsupported = (
        findings[findings["rule"] == "keywords/unsupported"]
        if backend == "pandas"
        else (findings.filter(findings["rule"] == "keywords/unsupported"))
    )
    assert "commuting" in set(unsupported["subject"])
    keywords = seocheck.keywords_to_dataframe(reports, backend)
    assert len(keywords) == sum(len(report.keywords) for report in reports)
    assert {"exact", "absent", "partial"} <= set(keywords["tier"])
    assert all(name.isidentifier() for name in [*findings.columns, *keywords.columns])
    assert len(seocheck.keywords_to_dataframe([], backend)) == 0


def test_a_library_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seocheck.formats.tables.data_frame.find_spec", lambda _: None)
    with pytest.raises(SeocheckError, match="pandas is not installed: pip install pandas"):
        seocheck.to_dataframe([])
    with pytest.raises(SeocheckError, match="'dask' is neither 'pandas' nor 'polars'"):
        seocheck.to_dataframe([], "dask")  # type: ignore[arg-type]


def test_every_column_is_described() -> None:
    text = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    named = re.findall(r"`([^`]+)`", text.partition("| column |")[2].partition("**CSV**")[0])
    patterns = [re.compile(re.sub(r"[A-Z]{4,}", ".+", name)) for name in named]
    for column in columns():
        assert any(pattern.fullmatch(column) for pattern in patterns), column


@pytest.mark.parametrize("backend", ["pandas", "polars"])
def test_the_core_has_names_that_are_identifiers(backend: Any) -> None:
    pytest.importorskip(backend)
    reports = [seocheck.check_text("---\ntitle: Rye bread\nkeywords: [rye bread]\n---\n\nRye bread.\n", path="a.md")]
    core = seocheck.to_dataframe(reports, backend, columns="core")
    whole = seocheck.to_dataframe(reports, backend)
    names = list(core.columns)
    assert all(name.isidentifier() for name in names)
    assert not any(name.startswith("rule") for name in names)
    assert len(names) < 60 < len(whole.columns)
    assert core["score_title_and_description"][0] == whole["score:title and description"][0]
    assert core["keywords_exact"][0] == 1


def test_other_columns_are_refused() -> None:
    with pytest.raises(seocheck.SeocheckError, match="'some' is neither 'all' nor 'core'"):
        seocheck.to_dataframe([], columns="some")  # type: ignore[arg-type]


def test_a_notebook_shows_a_report_as_a_table() -> None:
    text = "---\ntitle: <b>Rye</b> & more\nkeywords: [rye bread, '<img src=x>']\n---\n\nRye bread.\n"
    shown = seocheck.check_text(text, path="<a>.md")._repr_html_()
    assert shown.startswith("<div><p><strong>&lt;a&gt;.md</strong>: ")
    assert "<td>title/has-markup</td>" in shown
    assert "rye bread (exact), &lt;img src=x&gt; (absent)" in shown
    assert "<img" not in shown
    assert "<b>" not in shown
