"""`seocheck queries`: declared, written, asked."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seocheck.queries.export import Asked, number_in, queries_by_page, read_export
from tests.support import markdown, run_command, write

EXPORT = """\
Page,Query,Impressions,Clicks,Position
https://mill.example/bread/,sourdough bread,"1,200",40,3.2
https://mill.example/bread,easy sourdough breads,300,2,8
https://mill.example/bread/?utm=x,gluten free sourdough,900,1,12.5
https://mill.example/bread/,flour and water,80,0,20
https://mill.example/gone/,oats,10,0,30
"""
ARTICLE = markdown(keywords="[sourdough bread, rye crispbread]")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, {"content/bread.md": ARTICLE, "content/other.md": markdown(title="Other"), "asked.csv": EXPORT})
    return tmp_path


def groups(site: Path, *args: str) -> dict[str, list[str]]:
    done = run_command("queries", "-f", "json", *args, cwd=site)
    (page,) = json.loads(done.stdout)
    found: dict[str, list[str]] = {}
    for query in page["queries"]:
        found.setdefault(query["group"], []).append(query["text"])
    return found


def test_each_query_is_in_its_group(site: Path) -> None:
    assert groups(site, "asked.csv", "content") == {
        "unwritten": ["gluten free sourdough"],
        "undeclared": ["flour and water"],
        "declared": ["sourdough bread", "easy sourdough breads"],
        "unasked": ["rye crispbread"],
    }


def test_people_see_what_is_missed_first(site: Path) -> None:
    done = run_command("queries", "asked.csv", "content", cwd=site)
    lines = [line.strip() for line in done.stdout.decode().splitlines() if line.strip()]
    assert lines[0] == "impressions  clicks  position  query"
    assert lines[1:4] == [
        "content/bread.md",
        "asked, and not written",
        "900       1      12.5  gluten free sourdough  (in part)",
    ]
    assert lines[-1] == "1 article with queries, 1 without"
    assert done.stderr.decode() == "seocheck: 1 page of asked.csv without an article: https://mill.example/gone/\n"
    assert done.returncode == 0


def test_csv_has_every_query_and_no_formula(site: Path) -> None:
    with (site / "asked.csv").open("a") as file:
        file.write('https://mill.example/bread/,"=cmd|x!A0",5,0,40\n')
    done = run_command("queries", "-f", "csv", "asked.csv", "content", cwd=site)
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode())))
    assert len(rows) == 6
    assert rows[0] == {
        "path": "content/bread.md", "page": "https://mill.example/bread/", "group": "unwritten",
        "query": "gluten free sourdough", "keyword": "", "tier": "partial", "impressions": "900", "clicks": "1",
        "position": "12.5",
    }  # fmt: skip
    assert not any(row["query"].startswith("=") for row in rows)


def test_rare_queries_can_be_left_out(site: Path) -> None:
    assert "undeclared" not in groups(site, "--min-impressions", "100", "asked.csv", "content")


def test_an_export_of_one_page(site: Path) -> None:
    (site / "one.csv").write_text("Top queries,Clicks,Impressions\nsourdough bread,4,40\n")
    assert groups(site, "one.csv", "content/bread.md")["declared"] == ["sourdough bread"]
    done = run_command("queries", "one.csv", "content", cwd=site)
    assert (done.returncode, done.stderr) == (
        2, b"seocheck: one.csv names no pages: name the one article that it is about\n",
    )  # fmt: skip


def test_columns_of_other_languages_are_named(site: Path) -> None:
    (site / "de.csv").write_text("Suchanfrage;Seite;Impressionen\nsourdough bread;https://mill.example/bread/;1.200\n")
    fields = ("--fields", "query=Suchanfrage,page=Seite", "--fields", "impressions=Impressionen")
    done = run_command("queries", "-f", "csv", *fields, "de.csv", "content", cwd=site)
    assert b"sourdough bread,exact,1200,0,0" in done.stdout


@pytest.mark.parametrize(
    ("data", "args", "says"),
    [
        (b"a,b\n1,2\n", (), "no column is known to hold queries: name it, --fields query=COLUMN; there are a, b"),
        (b"", (), "there are none"),
        (EXPORT.encode(), ("--fields", "page=Seite"), "there is no column “Seite”; there are Page, Query, Impressions"),
        (EXPORT.encode(), ("--fields", "pages=Page"), "“pages=Page” is no FIELD=COLUMN; fields are query, page,"),
        (EXPORT.encode(), ("--fields", "page"), "“page” is no FIELD=COLUMN"),
    ],
)
def test_bad_input_is_one_line(site: Path, data: bytes, args: tuple[str, ...], says: str) -> None:
    (site / "bad.csv").write_bytes(data)
    done = run_command("queries", *args, "bad.csv", "content", cwd=site)
    assert done.returncode == 2
    assert says in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_a_missing_export_is_one_line(site: Path) -> None:
    done = run_command("queries", "gone.csv", "content", cwd=site)
    assert (done.returncode, done.stderr) == (2, b"seocheck: gone.csv: no such file or directory\n")


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,234", 1234), ("1.234", 1234), ("1 234", 1234), ("1\u202f234\u202f567", 1234567), ("12.5", 12.5),
     ("12,5", 12.5), ("1,234.5", 1234.5), ("1.234,5", 1234.5), ("7%", 7), ("", 0), ("n/a", 0), ("-3", 0),
     ("inf", 0), ("nan", 0)],
)  # fmt: skip
def test_numbers_of_all_countries(text: str, value: float) -> None:
    assert number_in(text) == value


@given(st.text(max_size=12))
def test_whatever_stands_for_a_number_is_one(text: str) -> None:
    assert 0 <= number_in(text) < 1e15


@given(st.lists(st.tuples(st.sampled_from(["Rye", "rye", "oats"]), st.sampled_from(["/a", "/b"]), st.integers(0, 99))))
def test_no_impression_is_lost(rows: list[tuple[str, str, int]]) -> None:
    asked = [Asked(query, page, shown, 0, 0) for query, page, shown in rows]
    pages = queries_by_page(asked)
    assert sum(each.impressions for found in pages.values() for each in found) == sum(shown for _, _, shown in rows)
    for found in pages.values():
        assert len({each.query.casefold() for each in found}) == len(found)


def test_files_of_other_encodings(tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        (tmp_path / "a.csv").write_bytes("query,page\ncrème brûlée,/a\n".encode(encoding))
        assert read_export(str(tmp_path / "a.csv"), {})[0].query == "crème brûlée"
