"""Whatever a cache holds, a run says what it says without one; a damaged cache is thrown away and made anew."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from seocheck.analysis.keywords.support import TIERS
from seocheck.cli import main
from seocheck.config import SettingsFinder
from seocheck.errors import UnreadableError
from seocheck.formats.registry import FORMATS
from seocheck.model.report import Report
from seocheck.model.result import PassedOver, decode_result, encode_result
from seocheck.runs.cache import plausible
from seocheck.runs.cache.store import TABLES, ResultCache, _sealed
from seocheck.runs.run import Candidate, Run
from tests.robustness.generators import KINDS
from tests.support import EXAMPLES, markdown, write

FILE = "results-1.sqlite"
ARTICLES: dict[str, str | bytes] = {
    "a.md": markdown(),
    "b.md": "---\ntitle: Rye\nkeywords: [rye, oats]\n---\n\nRye bread.\n",
    "draft.md": markdown(draft="true"),
}
HARMLESS = "warning: "
RUN = Run(SettingsFinder(), select=["title", "keywords"])


Said = tuple[str, str, object]
"""What a run printed, and its exit code."""

Kept = tuple[Said, bytes]
"""What a run says without a cache, and the file of a cache that holds it."""


class Site:
    """Articles with a cache that holds them, and what a run says without one."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], kept: Kept | None = None) -> None:
        self.cache = folder / "cache"
        self._capsys = capsys
        self.warnings: list[str] = []
        self.file = self.cache / FILE
        if kept is None:
            self.without = self.run("--no-cache")
            assert self.run("--cache-dir", str(self.cache)) == self.without
            assert not self.warnings
            self._whole = self.file.read_bytes()
        else:
            self.without, self._whole = kept
            self.cache.mkdir()
            self.file.write_bytes(self._whole)

    def kept(self) -> Kept:
        """What the next site of the same articles begins with."""
        return self.without, self._whole

    def run(self, *options: str) -> Said:
        with pytest.raises(SystemExit) as stopped:
            main(["check", "-f", "json", *options, "."])
        out, err = self._capsys.readouterr()
        lines = err.splitlines(keepends=True)
        self.warnings = [line for line in lines if HARMLESS in line]
        return out, "".join(line for line in lines if HARMLESS not in line), stopped.value.code

    def check(self) -> None:
        """A run with the cache as it is now says the same, in at most one line more, and so does the next."""
        assert self.run("--cache-dir", str(self.cache)) == self.without
        assert len(self.warnings) <= 1, self.warnings
        assert self.run("--cache-dir", str(self.cache)) == self.without
        assert not self.warnings, "the first run has put it in order"

    def restore(self) -> None:
        shutil.rmtree(self.cache)
        self.cache.mkdir()
        self.file.write_bytes(self._whole)

    def sql(self, *statements: str) -> None:
        connection = sqlite3.connect(self.file)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()


@pytest.fixture(scope="module")
def kept() -> list[Kept]:
    """What the first site of the module came to: the articles are the same in all of them."""
    return []


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kept: list[Kept]) -> Site:
    write(tmp_path / "site", ARTICLES)
    monkeypatch.chdir(tmp_path / "site")
    if kept:
        return Site(tmp_path, capsys, kept[0])
    site = Site(tmp_path, capsys)
    kept.append(site.kept())
    return site


@pytest.mark.parametrize("seed", range(10))
def test_random_bytes(site: Site, seed: int) -> None:
    chance = random.Random(seed)
    whole = site.file.read_bytes()
    for _ in range(15):
        damaged = bytearray(whole)
        for _ in range(chance.choice([1, 1, 3, 30, 300])):
            at = chance.randrange(len(damaged)) if chance.random() < 0.6 else chance.randrange(4096)
            damaged[at] = chance.randrange(256)
        if chance.random() < 0.1:
            del damaged[chance.randrange(len(damaged)) :]
        site.file.write_bytes(damaged)
        site.check()
        site.restore()


@pytest.mark.parametrize("beside", ["-wal", "-journal", "-shm"])
@pytest.mark.parametrize("seed", range(4))
def test_random_bytes_beside_it(site: Site, beside: str, seed: int) -> None:
    chance = random.Random(seed)
    data = chance.randbytes(6000)
    heads = {"-wal": b"\x37\x7f\x06\x82", "-journal": bytes.fromhex("d9d505f920a163d7"), "-shm": b""}
    (site.cache / f"{FILE}{beside}").write_bytes(heads[beside] + data if seed % 2 else data)
    site.check()


VALUES = ["null", "1", "-1", "1e300", "9223372036854775807", "'text'", "cast(x'ff00fe' as text)", "x''", "x'52ff'",
          "zeroblob(40)", "zeroblob(3000000)"]  # fmt: skip


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize(("table", "column"), [("results", "value"), ("results", "used"), ("marks", "mark")])
def test_columns_of_any_type(site: Site, table: str, column: str, value: str) -> None:
    if value == "null":
        pytest.skip("the tables take none")
    site.sql(f"update {table} set {column} = {value}")
    site.check()


@pytest.mark.parametrize(
    "statement",
    [
        "update results set value = (select value from results as other where other.key != results.key)",
        "update results set value = substr(value, 1, length(value) / 2)",
        "update results set value = value || value",
        "update results set key = cast(key as text)",
        "update results set key = x'00' where rowid = 1",
        "delete from results",
        "update marks set mark = randomblob(48)",
        "pragma user_version = 77",
        "pragma application_id = 12345",
    ],
)
def test_rows_replaced(site: Site, statement: str) -> None:
    site.sql(statement)
    site.check()


SCHEMAS = [
    ["create view evil as select 1"],
    ["create table other (a)"],
    ["create index more on results (used)"],
    ["create trigger evil after insert on results begin delete from results; end"],
    ["create trigger evil after update on results begin update results set value = x''; end"],
    ["drop table marks"],
    ["drop table marks", "create view marks as select key as seen, value as mark from results"],
    ["drop table results", "create table results (key text primary key, value text)"],
    ["alter table results rename column value to worth"],
    ["alter table results add column more"],
    ["drop table results",
     "create table results (key blob primary key, value blob as (zeroblob(1000000000)), used integer not null)"],
    ["drop table results",
     "create view results as with recursive n(i) as (select 1 union all select i + 1 from n) "
     "select x'' as key, x'' as value, i as used from n"],
]  # fmt: skip


@pytest.mark.parametrize("statements", SCHEMAS, ids=lambda s: s[-1][:40])
def test_a_schema_that_is_none_of_ours_is_thrown_away(site: Site, statements: list[str]) -> None:
    site.sql(*statements)
    assert site.run("--cache-dir", str(site.cache)) == site.without
    assert len(site.warnings) == 1
    assert f"warning: {site.file}: a damaged cache, made anew" in site.warnings[0]
    with sqlite3.connect(site.file) as connection:
        assert connection.execute("select count(*) from sqlite_master where type = 'table'").fetchone() == (2,)
        assert connection.execute("select count(*) from results").fetchone() == (3,), "it is filled at once"
    connection.close()
    site.check()


def test_a_schema_that_is_no_text(site: Site) -> None:
    site.sql("pragma writable_schema = on", "update sqlite_master set sql = cast(x'fffe00ff' as text), name = x'ff'")
    site.check()


def test_a_file_that_only_seems_to_be_read_only(site: Site) -> None:
    """A number in its head has SQLite refuse to write to it, for ever."""
    damaged = bytearray(site.file.read_bytes())
    damaged[18] = 7
    site.file.write_bytes(damaged)
    site.check()


# -- what a stranger may have put there --------------------------------------------------------------------------


@pytest.mark.skipif(os.name != "posix", reason="links as on POSIX")
@pytest.mark.parametrize("name", [FILE, f"{FILE}-wal", f"{FILE}-journal"])
@pytest.mark.parametrize("there", [True, False])
def test_nothing_is_written_through_a_link(site: Site, tmp_path: Path, name: str, there: bool) -> None:
    target = tmp_path / "target"
    if there:
        connection = sqlite3.connect(target)
        connection.execute("create table mine (a)")
        connection.close()
    before = target.read_bytes() if there else None
    (site.cache / name).unlink(missing_ok=True)
    (site.cache / name).symlink_to(target)
    site.check()
    assert (target.read_bytes() if target.exists() else None) == before
    assert not (site.cache / name).is_symlink()


def test_a_journal_removes_no_file(site: Site, tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("mine\n")
    (site.cache / f"{FILE}-journal").write_bytes(journal_that_names(victim, site.file))
    site.check()
    assert victim.read_text() == "mine\n"


def journal_that_names(victim: Path, file: Path) -> bytes:
    """A journal of SQLite that is to be played back, and names a file to be removed after that."""
    magic, page = bytes.fromhex("d9d505f920a163d7"), 4096
    numbers = [0, 1, os.path.getsize(file) // page, 512, page]
    head = (magic + b"".join(n.to_bytes(4, "big") for n in numbers)).ljust(512, b"\0")
    name = os.fsencode(victim)
    end = [(0x40000000 // page + 1).to_bytes(4, "big"), name, len(name).to_bytes(4, "big")]
    return head + b"".join(end) + (sum(name) & 0xFFFFFFFF).to_bytes(4, "big") + magic


def test_sqlite_would_remove_it(tmp_path: Path) -> None:
    """That the journal above is one that matters."""
    victim = tmp_path / "victim.txt"
    victim.write_text("mine\n")
    with sqlite3.connect(tmp_path / "x.db") as connection:
        connection.execute("create table a (b)")
    connection.close()
    (tmp_path / "x.db-journal").write_bytes(journal_that_names(victim, tmp_path / "x.db"))
    connection = sqlite3.connect(tmp_path / "x.db")
    connection.execute("select * from a").fetchall()
    connection.close()
    assert not victim.exists()


def poison(site: Site, make: Callable[[Any], bytes | None]) -> None:
    """Replace what is kept with what `make` makes of it, sealed as seocheck does it."""
    connection = sqlite3.connect(site.file)
    for key, value in connection.execute("select key, value from results").fetchall():
        made = make(decode_result(value[16:]))
        if made is not None:
            connection.execute("update results set value = ? where key = ?", (_sealed(key, made), key))
    connection.commit()
    connection.close()


def only_reports(change: Callable[[dict[str, Any]], object]) -> Callable[[Any], bytes | None]:
    def made(result: Any) -> bytes | None:
        if not isinstance(result, Report):
            return None
        parts = msgspec.msgpack.decode(msgspec.msgpack.encode(result))
        change(parts)
        return b"R" + zlib.compress(msgspec.msgpack.encode(parts))

    return made


def at(*path: str | int, value: object) -> Callable[[dict[str, Any]], object]:
    def changed(parts: Any) -> None:
        for step in path[:-1]:
            parts = parts[step]
        parts[path[-1]] = value

    return changed


BEYOND = {"offset": 10**7, "line": 1, "column": 1, "column_utf8": 1, "column_utf16": 1}


@pytest.mark.parametrize(
    "change",
    [
        at("path", value="other.md"),
        at("summary", "path", value="other.md"),
        at("schema_version", value=99),
        at("seocheck_version", value="0.0.0"),
        at("failures", value=[{"rule": "a/b", "error": "x"}]),
        at("score", value=float("nan")),
        at("score", value=1e18),
        at("groups", 0, "score", value=1e18),
        at("groups", 0, "score", value=float("-inf")),
        at("groups", 0, "share", value=float("nan")),
        lambda parts: parts["groups"].extend(parts["groups"] * 1000),
        at("fix_first", value=[{"finding": 500, "score_after": 3.0}]),
        at("fix_first", value=[{"finding": -1, "score_after": 3.0}]),
        at("fix_first", value=[{"finding": 0, "score_after": float("inf")}]),
        at("findings", 0, "place", "end", value=BEYOND),
        at("findings", 0, "place", "start", "line", value=0),
        at("findings", 0, "place", "start", "column", value=-4),
        at("findings", 0, "place", "start", "offset", value=2**62),
        lambda parts: parts["findings"][0]["place"]["start"].update(parts["findings"][0]["place"]["end"], offset=9**9),
        at("findings", 0, "points", value=float("nan")),
        at("findings", 0, "related", value=[{"start": BEYOND, "end": BEYOND}]),
        at("keywords", 0, "tier", value="closest"),
        at("keywords", 0, "zones", value={"title": {"tier": "x", "count": 1}}),
        at("keywords", 0, "count", value=-1),
        at("keywords", 0, "place", "end", "offset", value=-1),
        at("readability", "words", value=-5),
        at("readability", "words_per_sentence", value=float("inf")),
        at("summary", "title_place", value={"start": BEYOND, "end": BEYOND}),
        at("language", value="en"),
        at("keywords", 0, "spread", value=[1]),
    ],
)  # fmt: skip
def test_a_result_that_cannot_be_the_articles_is_none(site: Site, change: Callable[[dict[str, Any]], object]) -> None:
    poison(site, only_reports(change))
    site.check()


def test_the_result_of_another_article_is_none(site: Site) -> None:
    other = Run(SettingsFinder()).check(Candidate("a.md", True))
    poison(site, lambda _: encode_result(other))
    site.check()


def test_a_draft_that_is_none(site: Site) -> None:
    poison(site, lambda _: encode_result(PassedOver("./elsewhere.md", "a draft")))
    site.check()


@pytest.mark.parametrize("kind", [b"R", b"P", b"F"])
@pytest.mark.parametrize("rest", [b"", b"\xc0", zlib.compress(b"\x91" * 100_000), b"\xdd\xff\xff\xff\xff", b"\x81"])
def test_other_bytes_with_a_seal(site: Site, kind: bytes, rest: bytes) -> None:
    poison(site, lambda _: kind + rest)
    site.check()


def test_what_unpacks_to_more_than_it_may_is_none(site: Site) -> None:
    """Some hundred kilobytes that unpack to more than 64 MB."""
    bomb = b"R" + zlib.compress(bytes(70_000_000), 1)
    poison(site, lambda _: bomb)
    site.check()
    with pytest.raises(ValueError, match="unpacks to more"):
        decode_result(bomb, most=1000)


def test_a_result_too_large_is_not_kept(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path)
    cache.put(b"large", bytes(40_000_000))
    cache.put(b"small", b"x")
    cache.close()
    assert (cache.get(b"large"), cache.get(b"small")) == (None, b"x")
    cache.close()


@pytest.mark.parametrize("seed", range(6))
def test_formats_show_whatever_is_taken(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Values changed at random: what is taken for a result is shown in every format."""
    chance = random.Random(seed)
    write(tmp_path, {"a.md": markdown(), "cache/x": ""})
    monkeypatch.chdir(tmp_path)
    options = ["--cache-dir", "cache", "--exit-zero", "a.md"]
    taken = 0
    for _ in range(6):
        with pytest.raises(SystemExit):
            main(["check", "-q", "--clear-cache", *options])
        site = Site.__new__(Site)
        site.file = tmp_path / "cache" / FILE
        poison(site, only_reports(lambda parts: changed_at_random(parts, chance)))
        for how in ([part for name in FORMATS for part in ("-f", f"{name}=out.{name}")], ["-f", "text", "-v"]):
            with pytest.raises(SystemExit) as stopped:
                main(["check", *how, *options])
            _, err = capsys.readouterr()
            assert stopped.value.code in (0, 1, 2), err
            assert "Traceback" not in err
            assert "internal error" not in err
        assert {file.name for file in tmp_path.glob("out.*")} >= {f"out.{name}" for name in FORMATS}
        taken += 1
    assert taken == 6


ODD: dict[type, list[Any]] = {
    int: [-1, 0, 7, 2**62, -(2**62)],
    float: [-1.0, 0.0, 1e300, float("nan"), float("inf")],
    str: ["", "x", "::error::x", "\x1b[31m", "é" * 3000, "keywords/missing", "##vso[x]"],
    bool: [True, False],
}


def changed_at_random(parts: Any, chance: random.Random) -> None:
    """Change one value within, a few steps down."""
    while True:
        keys = list(parts) if isinstance(parts, dict) else list(range(len(parts)))
        if not keys:
            return
        key = chance.choice(keys)
        value = parts[key]
        if isinstance(value, (dict, list)) and value and chance.random() < 0.9:
            parts = value
            continue
        if isinstance(value, list):
            parts[key] = chance.choice([[], value[:1], value * 40, value[::-1]])
        elif type(value) in ODD:
            parts[key] = chance.choice(ODD[type(value)])
        return


def test_the_tiers_are_those_of_the_analysis() -> None:
    assert frozenset(TIERS) == plausible.TIERS


@pytest.mark.parametrize("path", EXAMPLES, ids=os.path.basename)
def test_every_report_is_plausible(path: str) -> None:
    report = Run(SettingsFinder()).check(Candidate(path, True))
    assert plausible.plausible(report, path, named=True, size=os.path.getsize(path))


@pytest.mark.parametrize("name", KINDS)
def test_reports_of_nasty_files_are_plausible(name: str) -> None:
    kind = KINDS[name]
    for ending in kind.forms:
        data = kind.make(ending, 20)
        try:
            report = Run(SettingsFinder(), select=["title", "keywords"]).check_data(
                data, Candidate(f"a.{ending}", True)
            )
        except UnreadableError:
            continue
        assert plausible.plausible(report, f"a.{ending}", named=True, size=len(data))


def test_a_full_database_is_no_damage(tmp_path: Path) -> None:
    """Tables as they are made: nothing is thrown away that is ours."""
    connection = sqlite3.connect(tmp_path / FILE)
    connection.executescript(TABLES)
    connection.execute("insert into results values (?, ?, 1)", (b"key", _sealed(b"key", b"value")))
    connection.commit()
    connection.close()
    said: list[str] = []
    cache = ResultCache(tmp_path, notify=said.append)
    assert cache.get(b"key") == b"value"
    cache.close()
    assert said == []
