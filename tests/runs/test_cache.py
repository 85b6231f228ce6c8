"""What an earlier run found is taken from the cache while nothing it depends on has changed."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from platformdirs import user_cache_dir

import seocheck.check.reporter
from seocheck.cli import main
from seocheck.config import Settings
from seocheck.errors import UnreadableError
from seocheck.model.report import encode_json
from seocheck.model.result import PassedOver, decode_result, encode_result
from seocheck.runs.cache.key import article_key, plan_key
from seocheck.runs.cache.store import ResultCache, default_folder
from tests.support import markdown, run_command, seocheck_process, write


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SEOCHECK_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "site"
    write(folder, {"a.md": markdown(), "b.md": markdown(description=None), "draft.md": markdown(draft="true")})
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the articles that were really checked."""
    paths: list[str] = []
    real = seocheck.check.reporter.check_article

    def noted(article, plan):  # type: ignore[no-untyped-def]
        paths.append(os.path.normpath(article.source.path))
        return real(article, plan)

    monkeypatch.setattr(seocheck.check.reporter, "check_article", noted)
    return paths


def run(*args: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["check", "--exit-zero", "-q", *args])
    return int(ended.value.code or 0)


def test_only_what_changed_is_checked_again(site: Path, checked: list[str]) -> None:
    run(".")
    assert checked == ["a.md", "b.md"]
    run(".")
    assert checked == ["a.md", "b.md"]
    write(site, {"b.md": markdown()})
    run(".")
    assert checked == ["a.md", "b.md", "b.md"]
    write(site, {"b.md": markdown(description=None)})  # as it was: known
    run(".")
    assert len(checked) == 3


@pytest.mark.parametrize(
    "args",
    [["--ignore", "title"], ["--select", "title"], ["--profile", "news"], ["--isolated"]],
    ids=" ".join,
)
def test_what_is_asked_counts(site: Path, checked: list[str], args: list[str]) -> None:
    write(site, {"seocheck.yml": "rules: {description/too-long: {max_pixels: 900}}\n"})
    run("a.md")
    run(*args, "a.md")
    assert len(checked) == 2
    run(*args, "a.md")
    assert len(checked) == 2


def test_settings_count_and_where_they_lie_does_not(site: Path, checked: list[str]) -> None:
    write(site, {"seocheck.yml": "rules: {description/too-long: {max_pixels: 900}}\n"})
    run("a.md")
    write(site, {"seocheck.yml": "rules: {description/too-long: {max_pixels: 901}}\n"})
    run("a.md")
    assert len(checked) == 2
    write(site, {"seocheck.yml": "rules: {description/too-long: {max_pixels: 900}}\nexclude: [x]\n"})
    run("a.md")
    assert len(checked) == 2
    site.rename(site.with_name("moved"))
    os.chdir(site.with_name("moved"))
    run("a.md")
    assert len(checked) == 2


def test_a_path_counts(site: Path, checked: list[str]) -> None:
    """It may name the language, and it is in the report."""
    write(site, {"de/a.md": markdown()})
    run("a.md", "de/a.md")
    assert checked == ["a.md", "de/a.md"]


def test_the_rules_and_the_code_count(site: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    run("a.md")
    monkeypatch.setattr("seocheck.runs.cache.known_results.code_mark", lambda cache: b"another")
    run("a.md")
    assert len(checked) == 2


def test_the_mark_of_the_code_follows_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import seocheck.runs.cache.key as keys

    rule = tmp_path / "code" / "rules" / "a.py"
    write(tmp_path / "code", {"rules/a.py": "one"})
    monkeypatch.setattr(keys, "_roots", lambda: [str(tmp_path / "code")])
    cache = ResultCache(tmp_path / "cache")
    first = keys.code_mark(cache)
    os.utime(rule, (1, 1))  # installed anew, say
    assert keys.code_mark(cache) == first
    rule.write_text("two")
    assert keys.code_mark(cache) != first
    monkeypatch.setattr(keys, "_libraries", lambda: ["yake-9.9.dist-info"])
    rule.write_text("one")
    assert keys.code_mark(cache) != first
    cache.close()


def test_the_libraries_are_known_by_their_versions() -> None:
    from seocheck.runs.cache.key import _libraries

    found = {name.partition("-")[0] for name in _libraries()}
    assert {"pyyaml", "msgspec", "pyromark", "simplemma", "yake", "textstat"} <= found


@pytest.mark.parametrize("how", ["text", "json", "sarif", "jsonl", "markdown", "junit"])
def test_a_run_from_the_cache_reads_the_same(site: Path, how: str) -> None:
    def output(*args: str) -> tuple[int, bytes, bytes]:
        done = run_command("check", "-f", how, *args, ".", cwd=site)
        return done.returncode, done.stdout, done.stderr

    fresh = output("--no-cache")
    assert output() == fresh
    assert output() == fresh
    assert (site.parent / "cache" / "results-1.sqlite").exists()


def test_every_result_survives_the_way() -> None:
    for result in (
        seocheck.check_text(markdown(), path="a.md"),
        seocheck.check_text("", path="leer.md"),
        seocheck.check_text("---\ntitle: [\n---\n\ud800 x\n".encode("utf-8", "replace").decode(), path="b.md"),
    ):
        back = decode_result(encode_result(result))
        assert back == result
        assert isinstance(back, seocheck.Report)
        assert encode_json(back) == encode_json(result)
    assert decode_result(encode_result(PassedOver("a.md", "a draft"))) == PassedOver("a.md", "a draft")
    failure = decode_result(encode_result(UnreadableError("a.md", "not a text file")))
    assert isinstance(failure, UnreadableError)
    assert (failure.path, failure.reason) == ("a.md", "not a text file")


@pytest.mark.parametrize("data", [b"", b"R", b"Rxyz", b"P", b"P\x00", b"Q" + encode_result(PassedOver("a", "b"))[1:]])
def test_other_bytes_are_no_result(data: bytes) -> None:
    with pytest.raises(ValueError, match="no result"):
        decode_result(data)


def test_a_damaged_entry_is_made_anew(site: Path, checked: list[str]) -> None:
    run("a.md")
    with sqlite3.connect(site.parent / "cache" / "results-1.sqlite") as connection:
        connection.execute("update results set value = x'52ff'")
    run("a.md")
    assert len(checked) == 2
    run("a.md")
    assert len(checked) == 2


@pytest.mark.parametrize("data", [b"no database" * 200, b"", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_costs_time_alone(site: Path, checked: list[str], data: bytes) -> None:
    (site.parent / "cache").mkdir()
    (site.parent / "cache" / "results-1.sqlite").write_bytes(data)
    assert run("a.md") == 0
    assert run("a.md") == 0
    assert run("a.md") == 0
    assert len(checked) <= 2


def test_a_cache_that_cannot_be_written_costs_time_alone(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site.parent / "cache").write_text("a file where the folder should be")
    assert run("a.md") == 0
    assert "cache" not in capsys.readouterr().err


def test_what_failed_is_tried_again(site: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    write(site, {"big.md": markdown()})
    monkeypatch.setattr("seocheck.runs.run.Run.check_data", lambda *_: (_ for _ in ()).throw(MemoryError()))
    assert run("big.md") == 2
    monkeypatch.undo()
    os.chdir(site)
    os.environ["SEOCHECK_CACHE_DIR"] = str(site.parent / "cache")
    assert run("big.md") == 0


def test_the_cache_can_be_left_out_and_cleared(site: Path, checked: list[str]) -> None:
    run("--no-cache", "a.md")
    assert not (site.parent / "cache").exists()
    run("a.md")
    run("--clear-cache", "a.md")
    assert len(checked) == 3
    run("--cache-dir", "other", "a.md")
    assert len(checked) == 4
    assert (site / "other" / "results-1.sqlite").exists()


def test_an_empty_variable_turns_it_off(site: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEOCHECK_CACHE_DIR", "")
    run("a.md")
    run("a.md")
    assert len(checked) == 2


def test_the_cache_is_for_its_owner_alone(site: Path) -> None:
    run("a.md")
    if os.name == "posix":
        assert (site.parent / "cache").stat().st_mode & 0o077 == 0


def test_it_stays_within_its_size(tmp_path: Path) -> None:
    for day in range(6):
        cache = ResultCache(tmp_path, most=400_000, today=day)
        for number in range(40):
            cache.put(f"{day}-{number}".encode(), os.urandom(5_000))
        cache.get(b"0-0")  # in use every day
        cache.close()
    cache = ResultCache(tmp_path, most=400_000, today=7)
    assert os.path.getsize(cache.file) <= 500_000
    assert cache.get(b"0-0") is not None
    assert cache.get(b"0-1") is None
    assert cache.get(b"5-39") is not None
    cache.close()


def test_runs_at_the_same_time(site: Path) -> None:
    write(site, {f"{n}.md": markdown(title=f"Sourdough bread, part {n}") for n in range(10)})

    def once(_: int) -> subprocess.CompletedProcess[bytes]:
        return seocheck_process("check", "-f", "json", "--workers", "1", ".", cwd=site)

    with ThreadPoolExecutor(3) as threads:
        outputs = {done.stdout for done in threads.map(once, range(3))}
    assert len(outputs) == 1
    assert len(json.loads(outputs.pop())["reports"]) == 12


def test_a_run_that_is_killed_leaves_it_whole(tmp_path: Path) -> None:
    from tests.support import python_process

    code = (
        "import os, sys\nfrom seocheck.runs.cache.store import ResultCache\ncache = ResultCache(sys.argv[1])\n"
        "for n in range(1000):\n    cache.put(str(n).encode(), b'x' * 3000)\nos.kill(os.getpid(), 9)\n"
    )
    python_process(code, str(tmp_path), cwd=tmp_path)
    cache = ResultCache(tmp_path)
    assert cache.get(b"0") == b"x" * 3000
    cache.put(b"new", b"value")
    cache.close()
    with sqlite3.connect(cache.file) as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)


def test_keys_differ_in_all_that_counts() -> None:
    plan = plan_key(b"mark", Settings(), ((), (), None))
    keys = {
        article_key(plan, "a.md", True, b"1" * 32),
        article_key(plan, "b.md", True, b"1" * 32),
        article_key(plan, "a.md", False, b"1" * 32),
        article_key(plan, "a.md", True, b"2" * 32),
        article_key(plan_key(b"other", Settings(), ((), (), None)), "a.md", True, b"1" * 32),
        article_key(plan_key(b"mark", Settings(language="de"), ((), (), None)), "a.md", True, b"1" * 32),
        article_key(plan_key(b"mark", Settings(), (("title",), (), None)), "a.md", True, b"1" * 32),
        article_key(plan_key(b"mark", Settings(), ((), ("title",), None)), "a.md", True, b"1" * 32),
    }
    assert len(keys) == 8


def test_the_api_takes_a_folder(site: Path, checked: list[str]) -> None:
    first = list(seocheck.check_paths(".", cache=site.parent / "mine"))
    again = list(seocheck.check_paths(".", cache=site.parent / "mine"))
    assert first == again
    assert len(checked) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is asked")
@pytest.mark.parametrize("home", ["", " ", "/somewhere/caches"])
def test_the_folder_is_the_one_that_platformdirs_says(monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    monkeypatch.delenv("SEOCHECK_CACHE_DIR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", home)
    assert default_folder() == user_cache_dir("seocheck", appauthor=False)
