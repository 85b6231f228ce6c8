"""The site's rules over Summaries alone, in any order and any number of parts: the same as over the folder."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet
import pytest

import seocheck
from seocheck.model.report import encode_json
from seocheck.site.near import LEAST_SHARED, PROBES, SHORT, Sketches, estimate
from seocheck.site.walk_order import walk_order
from tests.support import ROOT, markdown, run_command, write

COLUMNS = ("path", "rule", "severity", "line", "column", "message", "hint", "subject")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("site")
    for path in (ROOT / "examples" / "site").rglob("*.md"):
        write(made, {str(path.relative_to(ROOT / "examples" / "site")): path.read_bytes()})
    write(made, {
        "z/copy.md": markdown(), "z.md": markdown(), "a/Ä.md": markdown(title="Brötchen", lang="de"),
        "a/b/c.md": markdown(title="Brötchen", lang="de") + "\n[away](nowhere.md)\n",
        "zz/quiet.md": markdown() + "\n<!-- seocheck-disable-file site/near-duplicate -->\n",
    })  # fmt: skip
    return made


@pytest.fixture(scope="module")
def expected(folder: Path) -> list[tuple[Any, ...]]:
    found = [
        (report.path, each.rule, each.severity, each.place.start.line, each.place.start.column, each.message, each.hint,
         each.subject)
        for report in seocheck.check_paths(str(folder), site=True, settings={}) if report.is_article
        for each in report.findings if each.rule.startswith("site/")
    ]  # fmt: skip
    assert len({rule for _, rule, *_ in found}) >= 6
    return found


@pytest.fixture(scope="module")
def cells(folder: Path) -> list[bytes]:
    reports = seocheck.check_paths(str(folder), settings={}, select=["title/missing"])
    return [encode_json(report.summary) for report in reports]


def rows(table: Any) -> list[tuple[Any, ...]]:
    assert tuple(table.schema.names) == COLUMNS
    return [tuple(row.values()) for row in table.to_pylist()]


def read(path: str) -> bytes | None:
    return Path(path).read_bytes()


@pytest.mark.parametrize("seed", range(4))
def test_any_order_and_any_parts_give_what_the_folder_gives(
    seed: int, cells: list[bytes], expected: list[tuple[Any, ...]]
) -> None:
    chance = random.Random(seed)
    mixed = chance.sample(cells, len(cells))
    cut = chance.randrange(len(mixed) + 1)
    parts = [pa.table({"id": [str(i) for i in range(len(part))], "summary": part}, schema=pa.schema(
        [("id", pa.string()), ("summary", pa.binary())])) for part in (mixed[:cut], mixed[cut:])]  # fmt: skip
    assert rows(seocheck.site_table(parts, source=read, settings={})) == expected
    assert rows(seocheck.site_table(iter(mixed), source=read, settings={})) == expected


def test_without_texts_only_what_they_tell_is_missing(cells: list[bytes], expected: list[tuple[Any, ...]]) -> None:
    """Which articles asked not to be told, and how alike two texts are exactly."""
    found = rows(seocheck.site_table(cells, settings={}))
    others = [row for row in found if row[1] != "site/near-duplicate"]
    assert others == [row for row in expected if row[1] != "site/near-duplicate"]
    alike = {row[0] for row in found if row[1] == "site/near-duplicate"}
    assert {row[0] for row in expected if row[1] == "site/near-duplicate"} < alike
    assert any(path.endswith("quiet.md") for path in alike)


def test_rows_of_check_table() -> None:
    texts = [markdown(), markdown(), markdown(title="Rye")]
    batch = pa.table({"name": ["b.md", "a.md", "c.md"], "text": texts})
    checked = seocheck.check_table(batch, id="name", text="text", settings={})
    known = dict(zip(["b.md", "a.md", "c.md"], map(str.encode, texts), strict=True))
    found = rows(seocheck.site_table(checked, source=known, settings={}))
    assert [(row[0], row[1], row[5]) for row in found if row[1] == "site/duplicate-title"] == [
        ("b.md", "site/duplicate-title", "The title “Sourdough bread for busy people” is also that of a.md.")
    ]


def test_a_source_may_give_text(cells: list[bytes], expected: list[tuple[Any, ...]]) -> None:
    found = rows(seocheck.site_table(cells, source=lambda path: Path(path).read_text("utf-8"), settings={}))
    assert found == expected


def test_frames_in_frames_out(cells: list[bytes]) -> None:
    import pandas as pd
    import polars as pl

    for frame in (pd.DataFrame({"summary": cells}), pl.DataFrame({"summary": cells})):
        found = seocheck.site_table(frame, settings={}, select=["site/duplicate-title"])
        assert type(found) is type(frame)
        assert list(found.columns) == list(COLUMNS)
        assert len(found) > 0


def test_nothing_gives_nothing() -> None:
    assert seocheck.site_table([], settings={}).num_rows == 0
    assert seocheck.site_table([None, None], settings={}).num_rows == 0


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ([b"{}"], "summary 1 cannot be read: Object missing required field `path`"),
        ([b"\xff\xfe"], "summary 1 cannot be read: "),
        ([12], "summary 1 cannot be read: "),
        (None, "NoneType is no table with summaries, and no iterable of them"),
        ("{}", "str is no table with summaries, and no iterable of them"),
        (pa.table({"id": ["a"]}), "there is no column “summary”; there are id"),
    ],
)
def test_what_is_no_summary_is_one_line(given: Any, why: str) -> None:
    with pytest.raises(seocheck.SeocheckError) as caught:
        seocheck.site_table(given, settings={})
    assert str(caught.value).startswith(why)
    assert "\n" not in str(caught.value)


def test_two_summaries_of_one_article_are_named(cells: list[bytes]) -> None:
    with pytest.raises(seocheck.SeocheckError, match=r"there are two summaries of .*\.md"):
        seocheck.site_table([*cells, cells[0]], settings={})


def test_paths_sort_as_a_walk_finds_them() -> None:
    walked = ["b.md", "rows.csv#2", "rows.csv#10", "z.md", "a/z.md", "a/a/b.md", "a/c/a.md", "b/a.md"]
    assert sorted(set(walked), key=walk_order) == walked


def test_no_two_paths_sort_as_one() -> None:
    paths = ["a", "a#0", "a#1", "a#01", "a#001", "a#\u0661", "a#" + "1" * 5_000, "a#" + "1" * 5_001, "#1", "1#"]
    assert len(set(map(walk_order, paths))) == len(paths)


def sketches() -> Iterator[tuple[int, tuple[int, ...]]]:
    """Of texts of which every third one is a changed copy of an earlier one."""
    chance = random.Random(7)
    made: list[list[int]] = []
    for number in range(300):
        if number % 3 == 2:
            values = list(made[chance.randrange(len(made))])
            for place in chance.sample(range(len(values)), chance.randrange(12)):
                values[place] = chance.getrandbits(32)
        else:
            values = [chance.getrandbits(32) for _ in range(64)]
        made.append(sorted(set(values)))
        yield number, tuple(made[-1])


def test_candidates_are_those_of_a_join_in_sql() -> None:
    """Each sketch's smallest hashes as rows, joined with themselves."""
    known = dict(sketches())
    assert all(len(signature) >= SHORT for signature in known.values())
    connection = sqlite3.connect(":memory:")
    connection.execute("create table probes (number integer, hash integer)")
    connection.executemany(
        "insert into probes values (?, ?)", [(n, hash_) for n, found in known.items() for hash_ in found[:PROBES]]
    )
    joined = connection.execute(
        "select distinct a.number, b.number from probes a join probes b on a.hash = b.hash where a.number < b.number"
    )
    expected = {(a, b) for a, b in joined if estimate(known[a], known[b]) >= LEAST_SHARED}
    sketched = Sketches()
    made = {(other, n) for n, signature in known.items() for other in sketched.candidates(n, signature)}
    assert made == expected
    assert len(made) > 50
    likely = {(a, b) for a, b in combinations(known, 2) if estimate(known[a], known[b]) >= 0.9}
    assert likely <= made


def test_the_command_takes_what_a_check_wrote(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "found.parquet"
    assert run_command("check", ".", "-f", f"parquet={table}", cwd=folder).returncode in (0, 1)
    alone = run_command("site", ".", "--isolated", "-f", "concise", cwd=folder)
    articles = [line for line in alone.stdout.decode().splitlines() if "sitemap.xml" not in line]
    done = run_command("site", str(table), "--isolated", "-f", "concise", cwd=folder)
    assert done.stdout.decode().splitlines() == articles
    assert done.returncode == alone.returncode
    elsewhere = run_command("site", str(table), "--isolated", "-f", "concise", cwd=tmp_path)
    assert b"site/duplicate-title" in elsewhere.stdout
    assert b"Traceback" not in elsewhere.stderr


def test_a_table_of_articles_is_one_still(tmp_path: Path) -> None:
    columns = {"id": ["a.md", "b.md"], "text": [markdown(), markdown()], "summary": ["In short.", "In brief."]}
    pa.parquet.write_table(pa.table(columns), tmp_path / "a.parquet")
    done = run_command("site", "a.parquet", "-f", "concise", cwd=tmp_path)
    assert b"site/duplicate-title" in done.stdout


@pytest.mark.parametrize(
    ("content", "why"), [(b"PAR1", b"no Parquet file, or a damaged one"), (b"", b"no Parquet file, or a damaged one")]
)
def test_a_damaged_table_is_one_line(tmp_path: Path, content: bytes, why: bytes) -> None:
    (tmp_path / "a.parquet").write_bytes(content)
    done = run_command("site", "a.parquet", cwd=tmp_path)
    assert done.returncode == 2
    assert why in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_damaged_cell_is_one_line(tmp_path: Path) -> None:
    pa.parquet.write_table(pa.table({"summary": [b"{}"]}), tmp_path / "a.parquet")
    done = run_command("site", "a.parquet", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"a.parquet: summary 1 cannot be read" in done.stderr
