"""Dictionaries that were unpacked once are read again; whatever lies in the folder, words are looked up as before."""

from __future__ import annotations

import os
import pickle
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from seocheck import check_paths
from seocheck.analysis.inflection import stems
from seocheck.base import kept_folder
from seocheck.base.kept_folder import keep_in, kept_in
from seocheck.cli import cli
from seocheck.languages import dictionaries, unpacking

pytestmark = pytest.mark.usefixtures("dictionaries_unpacked_anew")

ARTICLE = """---
title: Baking bread
description: How to bake bread at home.
keywords: [bread, mouse]
---
# Baking bread

Loaves were baked by bakers, who sold them. Mice ate the better ones.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    before = kept_in()
    keep_in(str(tmp_path / "kept"))
    stems.looked_up.cache_clear()
    stems.lemmas.cache_clear()
    stems.other_lemmas.cache_clear()
    monkeypatch.setattr(stems, "_DICTIONARIES", None)
    yield tmp_path / "kept"
    keep_in(before)


def look_up() -> list[str | None]:
    english = dictionaries.KeptDictionaries().get_dictionary("en")
    return [english.get(word) for word in ("mice", "baked", "better", "bread", "xyzzy")]


KNOWN = ["mouse", "bake", "good", "bread", None]


def test_a_dictionary_is_unpacked_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert look_up() == KNOWN
    (file,) = folder.iterdir()
    assert file.name.startswith("dictionary-en-")

    def unpack(*_: Any) -> None:
        raise AssertionError("unpacked again")

    monkeypatch.setattr(unpacking, "unpacked", unpack)
    assert look_up() == KNOWN


def test_without_a_folder_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_folder, "_folder", None)
    monkeypatch.chdir(tmp_path)
    assert look_up() == KNOWN
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kept", [True, False])
def test_where_others_can_be_read_again_they_are_let_go_while_one_is_unpacked(
    folder: Path, monkeypatch: pytest.MonkeyPatch, kept: bool
) -> None:
    if not kept:
        keep_in(None)
    made = dictionaries.KeptDictionaries()
    unpacked, held = dictionaries._unpacked, []

    def unpack(lang: str) -> Any:
        held.append(sorted(made._held))
        return unpacked(lang)

    monkeypatch.setattr(dictionaries, "_unpacked", unpack)
    words = [made.get_dictionary(lang).get(word) for lang, word in (("en", "mice"), ("sv", "hundar"), ("en", "mice"))]
    assert words == ["mouse", "hund", "mouse"]
    assert held == ([[], []] if kept else [[], ["en"]])


@pytest.mark.parametrize("damage", [b"", b"abc", b"\0" * 5000])
def test_a_damaged_one_is_made_anew(folder: Path, damage: bytes) -> None:
    look_up()
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage or whole[: len(whole) // 2])
    assert look_up() == KNOWN
    assert file.read_bytes() == whole


class Trap:
    """What a stranger may have put there: reading it runs a command."""

    def __init__(self, made: Path) -> None:
        self.made = made

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (str(self.made),)


@pytest.mark.parametrize("inside", [False, True])
def test_a_strangers_file_runs_nothing(folder: Path, tmp_path: Path, inside: bool) -> None:
    look_up()
    (file,) = folder.iterdir()
    trap: Any = Trap(tmp_path / "ran")
    data = pickle.dumps([1, {"a": trap}] if inside else trap)
    file.write_bytes(zlib.crc32(data).to_bytes(4, "big") + data)
    assert look_up() == KNOWN
    assert not (tmp_path / "ran").exists()


def test_another_thing_than_a_dictionary_is_not_taken(folder: Path) -> None:
    look_up()
    (file,) = folder.iterdir()
    data = pickle.dumps(["loaves", "baked"])
    file.write_bytes(zlib.crc32(data).to_bytes(4, "big") + data)
    assert look_up() == KNOWN


def test_a_folder_that_cannot_be_made_costs_nothing(tmp_path: Path, folder: Path) -> None:
    folder.write_text("a file\n")
    assert look_up() == KNOWN
    assert folder.read_text() == "a file\n"


@pytest.mark.parametrize("lang", ["xx", "../../etc", "", "en/../en"])
def test_a_language_without_a_dictionary_names_no_file(folder: Path, lang: str) -> None:
    with pytest.raises(ValueError, match="Unsupported language"):
        dictionaries.KeptDictionaries().get_dictionary(lang)
    assert not folder.exists()


def test_worker_processes_keep_them_too(tmp_path: Path, folder: Path) -> None:
    articles = [tmp_path / name for name in ("a.md", "b.md")]
    for article in articles:
        article.write_text(ARTICLE)
    assert len(list(check_paths(articles, workers=2, cache=tmp_path / "cache"))) == 2
    assert [file.name[:14] for file in (tmp_path / "cache").glob("dictionary-*")] == ["dictionary-en-"]


def test_every_command_keeps_them(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = tmp_path / "a.md"
    article.write_text(ARTICLE)
    monkeypatch.setenv("SEOCHECK_CACHE_DIR", str(folder))
    CliRunner().invoke(cli, ["keywords", str(article)])
    assert [file.name[:14] for file in folder.iterdir()] == ["dictionary-en-"]


def test_a_relative_folder_stays_where_it_was(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written to the folder that a process goes to later."""
    (tmp_path / "a.md").write_text(ARTICLE)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    CliRunner().invoke(cli, ["check", "a.md", "--cache-dir", "cache", "-q"])
    monkeypatch.chdir(tmp_path / "elsewhere")
    dictionaries.KeptDictionaries().get_dictionary("sv")
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert (tmp_path / "cache").is_dir()


@pytest.mark.parametrize("how", ["--no-cache", "an empty variable"])
def test_nothing_is_kept_where_that_is_turned_off(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    article = tmp_path / "a.md"
    article.write_text(ARTICLE)
    monkeypatch.setenv("SEOCHECK_CACHE_DIR", str(folder) if how == "--no-cache" else "")
    CliRunner().invoke(cli, ["check", str(article), *(["--no-cache"] if how == "--no-cache" else [])])
    assert not folder.exists()


def test_clear_cache_removes_them_and_nothing_else(tmp_path: Path, folder: Path) -> None:
    article, kept = tmp_path / "a.md", tmp_path / "cache"
    article.write_text(ARTICLE)
    kept.mkdir()
    (kept / "dictionary-of-mine.txt").write_text("mine\n")
    arguments = ["check", str(article), "--cache-dir", str(kept), "-q"]
    CliRunner().invoke(cli, arguments)
    (kept / "dictionary-en-0.9.bin").write_bytes(b"of another version")
    CliRunner().invoke(cli, [*arguments, "--clear-cache", "--no-cache"])
    assert [file.name for file in kept.iterdir()] == ["dictionary-of-mine.txt"]


def test_few_are_held_at_a_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = dictionaries.KeptDictionaries()
    monkeypatch.setattr(dictionaries, "MOST_WORDS", 500_000)
    for lang in ("en", "fr", "it", "en", "fr"):
        held.get_dictionary(lang)
        assert list(held._held)[-1] == lang
    assert list(held._held) == ["en", "fr"]  # Italian was asked for least lately
    held.get_dictionary("de")  # larger than all that may be held: alone
    assert list(held._held) == ["de"]
    assert held.get_dictionary("en").get("mice") == "mouse"
