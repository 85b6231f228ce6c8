"""A damaged history, or one that somebody else made, is left as it is, with one clear line."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from contextlib import chdir, closing
from pathlib import Path

import pytest

import seocheck.base.database
import seocheck.history.store as store
from seocheck.cli import main
from seocheck.errors import SeocheckError
from seocheck.history.trend import read_trend
from tests.runs.test_damaged_cache import journal_that_names
from tests.support import markdown, write

COMMANDS = (
    ["trend", "runs.db"],
    ["trend", "--format", "json", "runs.db"],
    ["trend", "runs.db", "b.md"],
    ["check", "-q", "--history", "runs.db", "."],
)


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two articles, and a history of three runs over them."""
    folder = tmp_path_factory.mktemp("runs")
    write(folder, {"a.md": markdown()})
    with chdir(folder), pytest.MonkeyPatch.context() as patch:
        for day in range(3):
            patch.setenv("SOURCE_DATE_EPOCH", str(1_760_000_000 + day * 86_400))
            patch.setenv("SEOCHECK_CACHE_DIR", "")
            write(folder, {"b.md": f"---\ntitle: Rye\n---\n\n{'Rye bread. ' * day * 20}\n"})
            assert said(["check", "-q", "--exit-zero", "--history", "runs.db", "."])[0] == 0
    return folder


@pytest.fixture
def whole(runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """That history, in a working folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1_760_000_000 + 2 * 86_400))
    for name in ("a.md", "b.md", "runs.db"):
        shutil.copyfile(runs / name, name)
    return Path("runs.db").read_bytes()


def said(command: list[str]) -> tuple[object, str]:
    """Exit code, and standard error without what a run says of its articles."""
    from contextlib import redirect_stderr, redirect_stdout
    from io import StringIO

    with redirect_stdout(StringIO()), redirect_stderr(StringIO()) as err, pytest.raises(SystemExit) as stopped:
        main(command)
    return stopped.value.code, err.getvalue()


def left_alone(*, refused: bool = False) -> int:
    """How many commands refuse the history as it is now, each with a line and without a change to it."""
    count = 0
    for command in COMMANDS:
        before = Path("runs.db").read_bytes()
        code, err = said(command)
        assert "internal error" not in err
        assert "Traceback" not in err
        if code == 2:
            count += 1
            assert err.startswith("seocheck: runs.db: "), err
            assert err.count("\n") == 1
            assert Path("runs.db").read_bytes() == before
        else:
            assert not refused, (command, err)
            Path("runs.db").write_bytes(before)
    return count


@pytest.mark.parametrize("seed", range(12))
def test_random_bytes(whole: bytes, seed: int) -> None:
    chance = random.Random(seed)
    refused = 0
    for _ in range(15):
        damaged = bytearray(whole)
        for _ in range(chance.choice([1, 1, 3, 30, 300])):
            place = chance.randrange(len(damaged)) if chance.random() < 0.7 else chance.randrange(4096)
            damaged[place] = chance.randrange(256)
        if chance.random() < 0.1:
            del damaged[chance.randrange(len(damaged)) :]
        Path("runs.db").write_bytes(damaged)
        refused += left_alone()
    assert refused > 0


def sql(*statements: str) -> None:
    with closing(sqlite3.connect("runs.db")) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


VALUES = ["'text'", "x'ff00'", "-5", "1e300", "9e999", "9223372036854775807", "cast(x'ff00fe' as text)", "null"]
COLUMNS = [
    ("runs", "at"), ("runs", "version"), ("runs", "basis"), ("runs", "revision"), ("runs", "whole"),
    ("runs", "articles"), ("runs", "mean"), ("runs", "median"), ("runs", "errors"), ("names", "name"),
    ("articles", "score"), ("articles", "warnings"), ("article_groups", "score"), ("article_rules", "findings"),
    ("run_groups", "mean"), ("run_rules", "findings"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda x: str(x))
def test_columns_of_any_type(whole: bytes, table: str, column: str) -> None:
    refused = 0
    for value in VALUES:
        for where in ("", " where rowid = 1" if table in ("runs", "names") else f" where {column} is not null"):
            Path("runs.db").write_bytes(whole)
            try:
                sql(f"update {table} set {column} = {value}{where}")
            except sqlite3.IntegrityError:
                continue
            refused += left_alone()
    assert refused > 0


@pytest.mark.parametrize(
    "statement",
    [
        "delete from names",
        "delete from names where name like '%.md'",
        "update articles set article = article + 1000",
        "update run_rules set name = -1 - name",
        "update run_groups set name = 9000 + name",
    ],
)
def test_names_that_are_not_there(whole: bytes, statement: str) -> None:
    sql(statement)
    assert left_alone() > 0


SCHEMAS = [
    ["create view evil as select 1"],
    ["create table other (a)"],
    ["create index more on runs (at)"],
    ["create trigger evil after insert on runs begin delete from runs; end"],
    ["create trigger evil after insert on run_rules begin update names set name = 'x'; end"],
    ["alter table runs add column more"],
    ["drop table run_rules"],
    ["drop table names", "create view names as with recursive n(i) as (select 1 union all select i + 1 from n) "
     "select i as number, 'x' as name from n"],
]  # fmt: skip


@pytest.mark.parametrize("statements", SCHEMAS, ids=lambda s: s[-1][:40])
def test_a_schema_that_is_none_of_ours(whole: bytes, statements: list[str]) -> None:
    sql(*statements)
    assert left_alone(refused=True) == len(COMMANDS)


def test_pages_that_are_used_again_and_again(whole: bytes) -> None:
    """Each page of a table names the same page below many times over: a table of some kilobytes that never ends."""
    connection = sqlite3.connect("runs.db")
    connection.executemany("insert into names values (?, ?)", [(n + 1000, f"{n}{'x' * 300}") for n in range(3000)])
    connection.commit()
    (root,) = connection.execute("select rootpage from sqlite_master where name = 'names'").fetchone()
    connection.close()
    data = bytearray(Path("runs.db").read_bytes())
    page = int.from_bytes(data[16:18], "big")
    head = page * (root - 1)
    assert data[head] == 5, "a page that names others"
    cells = int.from_bytes(data[head + 3 : head + 5], "big")
    pointers = [int.from_bytes(data[at : at + 2], "big") for at in range(head + 12, head + 12 + 2 * cells, 2)]
    first = bytes(data[head + pointers[0] : head + pointers[0] + 4])
    for pointer in pointers:
        data[head + pointer : head + pointer + 4] = first
    Path("runs.db").write_bytes(data)
    assert left_alone(refused=True) == len(COMMANDS)


def test_more_rows_than_a_file_has_room_for(whole: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for a file that is too large to be looked through."""
    monkeypatch.setattr(store, "LEAST_ROW", 100_000)
    monkeypatch.setattr(store, "LOOKED_THROUGH", 0)
    with pytest.raises(SeocheckError, match=r"runs.db: not a seocheck history, or damaged"):
        read_trend("runs.db")


def test_a_query_has_a_time(whole: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seocheck.base.database, "STEPS", 1)
    monkeypatch.setattr(seocheck.base.database.Connection, "limit", -1.0)
    code, err = said(["trend", "runs.db"])
    assert (code, err) == (2, "seocheck: runs.db: not used: a query takes longer than 30 s\n")


def test_nothing_can_be_written_while_it_is_read(whole: bytes) -> None:
    with (
        pytest.raises(SeocheckError, match=r"cannot be read: attempt to write a readonly database"),
        store.opened("runs.db", make=False) as connection,
    ):
        connection.execute("delete from runs")
    assert len(read_trend("runs.db").runs) == 3


def test_what_goes_wrong_in_a_run_is_not_the_historys_fault(whole: bytes) -> None:
    for error in (BrokenPipeError(), ValueError("x"), OSError(28, "No space left on device")):
        with pytest.raises(type(error)), store.opened("runs.db", make=True):
            raise error


@pytest.mark.skipif(os.name != "posix", reason="links as on POSIX")
def test_nothing_is_made_through_a_link(whole: bytes, tmp_path: Path) -> None:
    Path("runs.db").unlink()
    Path("runs.db").symlink_to(tmp_path / "elsewhere")
    code, err = said(["check", "-q", "--history", "runs.db", "."])
    assert (code, err) == (2, "seocheck: runs.db: a link that leads nowhere\n")
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.skipif(os.name != "posix", reason="links as on POSIX")
def test_nothing_is_written_through_a_link_beside_it(whole: bytes, tmp_path: Path) -> None:
    Path("runs.db-journal").symlink_to(tmp_path / "elsewhere")
    assert left_alone(refused=True) == len(COMMANDS)
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.skipif(os.name != "posix", reason="links as on POSIX")
def test_a_history_may_lie_behind_a_link(whole: bytes) -> None:
    Path("runs.db").rename("real.db")
    Path("runs.db").symlink_to("real.db")
    assert said(["trend", "runs.db"]) == (0, "")


def test_a_journal_removes_no_file(whole: bytes, tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("mine\n")
    Path("runs.db-journal").write_bytes(journal_that_names(victim, Path("runs.db")))
    assert left_alone(refused=True) == len(COMMANDS)
    assert victim.read_text() == "mine\n"


def test_a_run_that_was_killed_while_it_wrote_is_taken_back(whole: bytes, tmp_path: Path) -> None:
    """The journal of our own making is played back as SQLite means it."""
    from tests.support import python_process

    code = (
        "import os, sqlite3\nc = sqlite3.connect('runs.db', isolation_level=None)\nc.execute('pragma cache_size = 1')\n"
        "c.execute('begin immediate')\nc.execute('delete from names')\n"
        "c.executemany('insert into names values (?, ?)', [(n, 'x' * 900 + str(n)) for n in range(400)])\nos._exit(0)\n"
    )
    python_process(code, cwd=tmp_path)
    assert Path("runs.db-journal").exists()
    assert Path("runs.db").read_bytes() != whole
    assert said(["trend", "runs.db"]) == (0, "")
    assert len(read_trend("runs.db").runs) == 3


def test_names_are_words_alone(whole: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    """Names of rules and groups are the file's own words: they are printed without what a terminal would obey."""
    capsys.readouterr()
    sql("update names set name = name || char(27) || '[31m' || char(10) || '##vso[task.x]'")
    with pytest.raises(SystemExit):
        main(["trend", "runs.db"])
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\n##vso" not in out
