"""Files of rows (JSON Lines, CSV, Parquet): each row is an article, by its id; what can't be read costs its own row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seocheck
from seocheck.readers.table.columns import choose_columns
from seocheck.readers.table.load import row_bytes
from seocheck.readers.table.records import find_records
from tests.support import run_command, write

pa = pytest.importorskip("pyarrow")

HTML = (
    "<p>Rye bread rises slowly in a warm kitchen.</p>\n"
    '<h2>Flour</h2>\n<p>Rye flour drinks more water, as you can read <a href="https://a.example">here</a>.</p>'
)
ROWS: list[dict[str, Any]] = [
    {"id": "a-1", "title": "Rye bread", "description": "How rye bread rises.", "keywords": ["rye bread", "barley"],
     "body": HTML, "url": "https://mill.example/rye/"},
    {"id": "a-2", "title": "Oats, rolled", "description": "", "keywords": ["oats"],
     "body": "# Oats\n\nOats are rolled flat.\n\nThen they cook in two minutes; \"quick\" oats in one.", "url": ""},
]  # fmt: skip


def as_file(folder: Path, name: str, rows: Sequence[dict[str, Any]] = ROWS, *, delimiter: str = ",") -> Path:
    path = folder / name
    if path.suffix == ".jsonl":
        path.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    elif path.suffix == ".parquet":
        import pyarrow.parquet as pq

        pq.write_table(pa.Table.from_pylist(list(rows)), path, row_group_size=2)
    else:
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, rows[0], delimiter=delimiter)
        writer.writeheader()
        writer.writerows({name: ", ".join(v) if isinstance(v, list) else v for name, v in row.items()} for row in rows)
        path.write_text(out.getvalue(), newline="")
    return path


def reports(path: Path) -> list[seocheck.Report]:
    return list(seocheck.check_paths(path))


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.csv", "rows.parquet"])
def test_each_row_is_an_article(tmp_path: Path, name: str) -> None:
    first, second = reports(as_file(tmp_path, name))
    assert [Path(each.path).name for each in (first, second)] == [f"{name}#a-1", f"{name}#a-2"]
    assert (first.format, first.title.text if first.title else "") == ("row", "Rye bread")
    said = {(each.rule, each.place.start.line) for each in first.findings}
    assert ("keywords/unsupported", 1) in said  # barley
    assert ("links/generic-text", 3) in said
    assert "title/missing" not in {each.rule for each in second.findings}
    assert "description/missing" in {each.rule for each in second.findings}
    assert second.title is not None
    assert second.title.text == "Oats, rolled"


def test_all_kinds_say_the_same(tmp_path: Path) -> None:
    found = [
        [(each.score, [(f.rule, f.message, f.place.start.line) for f in each.findings]) for each in reports(path)]
        for path in (as_file(tmp_path, name) for name in ("a.jsonl", "b.csv", "c.parquet"))
    ]
    assert found[0] == found[1] == found[2]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_separator_of_csv_is_found(tmp_path: Path, delimiter: str) -> None:
    assert [each.path[-3:] for each in reports(as_file(tmp_path, "a.csv", delimiter=delimiter))] == ["a-1", "a-2"]


def test_csv_as_spreadsheets_write_it(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes('\ufeffID;Title;Text\r\n7;Rye;"Rye bread.\r\n\r\nIt rises."\r\n;;\r\n8;Crème;Brûlée\r\n'.encode())
    assert [Path(each.path).name for each in reports(file)] == ["a.csv#7", "a.csv#8"]
    file.write_bytes("id,title,text\n1,Crème,Brûlée is burnt.\n".encode("cp1252"))
    (report,) = reports(file)
    assert report.title is not None
    assert report.title.text == "Crème"


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.csv", "rows.parquet"])
def test_one_row_is_named(tmp_path: Path, name: str) -> None:
    as_file(tmp_path, name)
    done = run_command("check", "-q", f"{name}#a-2", cwd=tmp_path)
    assert b"a-2" in done.stdout
    assert b"a-1" not in done.stdout
    done = run_command("check", "-q", f"{name}#a-3", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, f"seocheck: {name}#a-3: {name} has no such article\n".encode())


def test_ids_that_are_no_names_and_ids_given_twice(tmp_path: Path) -> None:
    rows = [{"id": name, "body": "Rye bread."} for name in ("a/b", "c d", 7, None, "x", "x")]
    write(tmp_path, {"a.jsonl": "".join(f"{json.dumps(row)}\n" for row in rows)})
    found = [Path(each.path).name.partition("#")[2] for each in reports(tmp_path / "a.jsonl")]
    assert found == ["row-1", "row-2", "7", "row-4", "x", "x-2"]


def test_columns_are_named_by_hand(tmp_path: Path) -> None:
    rows = [{"nr": 4, "headline": "Wrong", "kop": "Rye bread", "inhoud": HTML, "teaser": "How rye bread rises."}]
    write(tmp_path, {"a.jsonl": json.dumps(rows[0])})
    done = run_command("check", "-f", "json", "--fields", "title=kop,description=teaser", "--fields",
                       "text=inhoud,id=nr", "a.jsonl", cwd=tmp_path)  # fmt: skip
    (report,) = json.loads(done.stdout)["reports"]
    assert (report["path"], report["title"]["text"]) == ("a.jsonl#4", "Rye bread")
    assert "description/missing" not in {each["rule"] for each in report["findings"]}


def test_tables_in_a_folder_are_articles_only_where_somebody_says_so(tmp_path: Path) -> None:
    as_file(tmp_path, "data.csv")
    write(tmp_path, {"a.md": "# Rye\n\nRye bread.\n"})
    assert [Path(each.path).name for each in reports(tmp_path)] == ["a.md"]
    done = run_command("check", "-q", "--fields", "body=body", ".", cwd=tmp_path)
    assert done.stdout.count(b"data.csv#") == 2


@pytest.mark.parametrize("command", ["site", "keywords", "suggest"])
def test_other_commands_take_them_too(tmp_path: Path, command: str) -> None:
    as_file(tmp_path, "rows.jsonl", [ROWS[0], {**ROWS[0], "id": "a-3"}])
    done = run_command(command, "rows.jsonl", cwd=tmp_path)
    assert b"a-1" in done.stdout
    assert b"a-3" in done.stdout
    assert done.returncode in (0, 1)


@pytest.mark.parametrize("command", ["keywords", "suggest"])
def test_other_commands_take_one_row(tmp_path: Path, command: str) -> None:
    as_file(tmp_path, "rows.jsonl")
    done = run_command(command, "rows.jsonl#a-1", cwd=tmp_path)
    assert b"a-1" in done.stdout
    assert b"a-2" not in done.stdout


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.csv", "rows.parquet"])
def test_workers_and_the_cache_change_nothing(tmp_path: Path, name: str) -> None:
    rows = [{**ROWS[n % 2], "id": f"r{n}"} for n in range(7)]
    as_file(tmp_path, name, rows)
    plain = run_command("check", "-f", "json", "--no-cache", "--workers", "1", name, cwd=tmp_path)
    assert len(json.loads(plain.stdout)["reports"]) == 7
    for args in (("--no-cache", "--workers", "2"), ("--cache-dir", "kept"), ("--cache-dir", "kept")):
        assert run_command("check", "-f", "json", *args, name, cwd=tmp_path).stdout == plain.stdout


WRONG_COLUMN = "a.csv: there is no column “contnet”; there are id, title, description, keywords, body, url"


def test_a_wrong_column_names_those_that_are_there(tmp_path: Path) -> None:
    as_file(tmp_path, "a.csv")
    done = run_command("check", "--fields", "body=contnet", "a.csv", cwd=tmp_path)
    assert (done.returncode, done.stderr.splitlines()[0].decode()) == (2, f"seocheck: {WRONG_COLUMN}")
    done = run_command("check", "--fields", "titel=title", "a.csv", cwd=tmp_path)
    assert done.returncode == 2
    assert "“titel=title” is no FIELD=COLUMN; fields are id, body, title" in done.stderr.decode()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.parquet", b"no parquet at all, but long enough to hold a footer", "a.parquet: no Parquet: "),
        ("a.csv", b"one,two\n1,2\n", "hold the text: name it, --fields body=COLUMN; there are one, two"),
        ("a.csv", b"", "a.csv: is empty"),
        ("a.jsonl", b"", "a.jsonl: is empty"),
        ("a.parquet", b"", "a.parquet: is empty"),
        ("a.csv", b"\n\n", "a.csv: has no line with the names of the columns"),
        ("a.csv", "id,body\n1,Rye\n".encode("utf-16"), "a.csv: is UTF-16: save it as UTF-8"),
        ("a.csv", b"id,body\r1,Rye\r", "its lines end with CR alone"),
        ("a.jsonl", b"\xff\xfe\n[]\n7\n", "a.jsonl: is UTF-16: save it as UTF-8"),
        ("a.jsonl", b"\xfe\n[]\n7\n", "none of its first 100 lines is a JSON object"),
    ],
)  # fmt: skip
def test_a_file_that_is_none_is_one_line(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    write(tmp_path, {name: data})
    done = run_command("check", name, cwd=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr.decode()
    assert done.stderr.count(b"Traceback") == 0


def test_rows_that_cannot_be_read_cost_themselves(tmp_path: Path) -> None:
    lines = [
        '{"id": 1, "body": "Rye bread."}',
        '{"id": 2, "body": "Rye',
        "[1, 2]",
        '{"id": 4, "body": null}',
        '{"id": 5, "body": ["a", "b"]}',
        '{"id": 6, "body": "Rye bread.", "title": {"en": "Rye"}}',
        json.dumps({"id": 7, "body": "rye " * 3_000}),
        '{"id": 8, "body": "Rye bread.", "keywords": [null, "rye", 7], "title": null}',
    ]
    write(tmp_path, {"a.jsonl": "\n".join(lines), "seocheck.yml": "max_file_size: 0.01\n"})
    done = run_command("check", "-f", "json", "a.jsonl", cwd=tmp_path)
    said = [line.partition("a.jsonl#")[2] for line in done.stderr.decode().splitlines() if "a.jsonl#" in line]
    assert said == [
        "row-2: this line is no JSON: JSON is malformed: invalid character (byte 22)",
        "row-3: this line holds a list, no object",
        "4: the column “body” is empty",
        "5: the column “body” holds a list, no text",
        "6: the column “title” holds an object, no text",
        "7: too large: 0.0 MB, at most 0.01 (setting max_file_size)",
    ]
    whole = [report["path"] for report in json.loads(done.stdout)["reports"]]
    assert whole == ["a.jsonl#1", "a.jsonl#8"]
    assert done.returncode == 2


NAMES = st.text("abcdefghijklm_- ", min_size=1, max_size=8)


@given(st.lists(NAMES, max_size=8, unique=True))
def test_any_columns_are_chosen_or_refused(names: list[str]) -> None:
    try:
        found = choose_columns([*names, "text"], {})
    except seocheck.SeocheckError:
        raise AssertionError("there is a column for the text") from None
    assert len({field for _, field in found.others}) == len(found.others)
    assert set(found.names) <= {*names, "text"}


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=6))
def test_whatever_cells_hold_is_read_from_its_place(tmp_path_factory: pytest.TempPathFactory, cells: Any) -> None:
    folder = tmp_path_factory.mktemp("cells")
    rows = [{"id": n, "body": body, "title": title} for n, (body, title) in enumerate(cells) if body.strip()]
    for name in ("a.jsonl", "a.csv"):
        if not rows:
            continue
        path = as_file(folder, name, rows)
        found = list(find_records(str(path), {}))
        assert [at.partition("#")[2] for at, _ in found] == [str(row["id"]) for row in rows]
        for (at, record), row in zip(found, rows, strict=True):
            said = json.loads(row_bytes(str(path), record, at, most=10_000))
            assert said["body"] == row["body"]
            assert said["fields"].get("title", "") == row["title"]
