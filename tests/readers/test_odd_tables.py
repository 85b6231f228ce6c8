"""Tables as people and programs write them badly: no row is lost, cut or read as another without a word."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from seocheck.errors import UnreadableError
from seocheck.readers.table.load import row_bytes
from seocheck.readers.table.records import find_records
from tests.support import markdown, run_command, write


def rows(path: Path) -> dict[str, dict[str, object]]:
    """The rows by their names."""
    found = find_records(str(path), {})
    return {at.rpartition("#")[2]: json.loads(row_bytes(str(path), record, at, most=10_000)) for at, record in found}


def test_rows_whose_ids_come_again_all_have_names_of_their_own(tmp_path: Path) -> None:
    said = ["a", "a", "a-2", "a", "row-6", ""]
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"id": name, "body": f"Rye {at}"}) + "\n" for at, name in enumerate(said)))
    assert [row["body"] for row in rows(path).values()] == [f"Rye {at}" for at in range(len(said))]
    assert list(rows(path)) == ["a", "a-2", "a-2-2", "a-3", "row-6", "row-6-2"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have no names here")
@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.parquet", "a.xml"])
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    done = run_command("check", name, cwd=tmp_path)
    assert done.stderr.decode() == f"seocheck: {name}: not a regular file\n"


def test_a_file_that_got_shorter_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,body\n1,Rye\n2,Oats\n")
    *_, (at, record) = find_records(str(path), {})
    path.write_text("id,body\n1,Rye\n")
    with pytest.raises(UnreadableError, match="has changed while it was read"):
        row_bytes(str(path), record, at, most=10_000)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_linked_table_is_called_as_the_link(tmp_path: Path) -> None:
    write(tmp_path, {"content/kept.data": "id,title,body\n1,Rye,Rye bread rises.\n", "content/b.md": markdown()})
    (tmp_path / "content/l.csv").symlink_to("kept.data")
    done = run_command("check", "-f", "json", "--fields", "body=body", "content", cwd=tmp_path)
    assert [each["path"] for each in json.loads(done.stdout)["reports"]] == ["content/b.md", "content/l.csv#1"]


def test_a_row_with_more_cells_than_columns_is_not_cut(tmp_path: Path) -> None:
    write(tmp_path, {"a.csv": "id,body\n1,Rye bread, and oats\n2,Rye bread,,\n"})
    done = run_command("check", "-f", "json", "a.csv", cwd=tmp_path)
    assert "a.csv#1: has 3 cells, and there are 2 columns: quote cells that hold “,”" in done.stderr.decode()
    assert [each["path"] for each in json.loads(done.stdout)["reports"]] == ["a.csv#2"]


def test_a_quote_that_is_not_closed_takes_no_rows_in_silence(tmp_path: Path) -> None:
    write(tmp_path, {"a.csv": 'id,body\n1,Rye\n2,"Rye bread\n3,Oats\n'})
    done = run_command("check", "-f", "json", "a.csv", cwd=tmp_path)
    assert "a.csv: broken CSV behind row 1: a quote is opened and not closed" in done.stderr.decode()
    assert [each["path"] for each in json.loads(done.stdout)["reports"]] == ["a.csv#1"]


@pytest.mark.parametrize("before", ["sep=;\r\n", "\n\n", "\ufeffsep=;\n\n"])
def test_the_line_with_the_names_may_come_later(tmp_path: Path, before: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{before}id;title;body\n7;Rye, oats;Rye bread\n", encoding="utf-8")
    assert rows(path) == {"7": {"body": "Rye bread", "fields": {"title": "Rye, oats"}}}


def test_of_two_columns_with_one_name_the_first_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,id,title,title,body,body\n1,2,Rye,Oats,Rye bread,Oat bread\n")
    assert rows(path) == {"1": {"body": "Rye bread", "fields": {"title": "Rye"}}}


def test_objects_are_read_by_their_names(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    row = {
        "id": 1, "title": {"rendered": "Rye"}, "content": {"rendered": "Rye bread", "protected": False},
        "tags": [{"id": 4, "name": "rye"}, "oats", None], "author": {"id": 7}, "date": [{"at": 1}],
    }  # fmt: skip
    path.write_text(json.dumps(row))
    assert rows(path) == {"1": {"body": "Rye bread", "fields": {"title": "Rye", "tags": ["rye", "oats"]}}}


def test_a_value_that_is_none_costs_its_row(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    raw = pa.array([b"Rye", b"\xff\xfe", b"Oats", b"Barley"], pa.binary()).buffers()
    columns = {
        "id": pa.array([b"a", b"b", b"\xff", None]),
        "body": pa.Array.from_buffers(pa.string(), 4, raw),
        "date": pa.array([1, 1, 2**60, None], pa.timestamp("us")),
    }
    pq.write_table(pa.table(columns), tmp_path / "a.parquet")
    done = run_command("check", "-f", "json", "a.parquet", cwd=tmp_path)
    said = json.loads(done.stdout)
    assert [each["path"] for each in said["reports"]] == ["a.parquet#a", "a.parquet#row-4"]
    assert [each["subject"] for each in said["failures"]] == ["a.parquet#b", "a.parquet#row-3"]
    assert b"internal error" not in done.stderr
