"""Tables that are kept from run to run are those that would be made, and nothing that happens to them is noticed."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import seocheck.languages
from seocheck.analysis.declared import pixel_width
from seocheck.analysis.words import derivations
from seocheck.base.kept_tables import keep_no_tables, keep_tables, kept_table
from seocheck.languages import available, detect, load
from seocheck.readers.labelled import label_parts, labels
from tests.support import markdown, seocheck_process, write

Make = Callable[[], Any]


@pytest.fixture
def shelf() -> Any:
    """What is kept, by the names of the tables."""
    kept: dict[str, bytes] = {}
    keep_tables(kept.get, kept.__setitem__)
    yield kept
    keep_no_tables()


def test_a_table_is_made_once(shelf: dict[str, bytes]) -> None:
    made: list[int] = []
    for _ in range(3):
        assert kept_table("numbers", dict[str, int], lambda: made.append(1) or {"one": 1}) == {"one": 1}
    assert (len(made), list(shelf)) == (1, ["numbers"])


@pytest.mark.parametrize("damage", [b"", b"\xc1", b"\x81\xa3one\xa3two", b"\x93\x01\x02\x03"])
def test_what_is_damaged_or_of_another_type_is_made_anew(shelf: dict[str, bytes], damage: bytes) -> None:
    shelf["numbers"] = damage
    assert kept_table("numbers", dict[str, int], lambda: {"one": 1}) == {"one": 1}
    assert shelf["numbers"] != damage


def test_other_threads_make_their_own(shelf: dict[str, bytes]) -> None:
    """A database belongs to the thread that opened it."""
    shelf["numbers"] = b"\x81\xa3one\x02"
    with ThreadPoolExecutor(1) as pool:
        found = pool.submit(kept_table, "numbers", dict[str, int], lambda: {"one": 1}).result()
    assert found == {"one": 1}
    assert kept_table("numbers", dict[str, int], lambda: {"one": 1}) == {"one": 2}


def _all_tables() -> dict[str, Make]:
    plain: dict[str, Make] = {
        "label names": labels._file,
        "labels": labels.labels,
        "first words of labels": labels._first_words,
        "words in labels": lambda: labels._composer(),
        "parts of labels": label_parts.parts,
        "widths of letters": pixel_width._widths,
    }
    by_script = {f"function words {script}": lambda s=script: detect._index(s) for script in detect._LANGUAGES}
    by_language = {f"language {code}": lambda c=code: load(c) for code in available()}
    families = {f"families {code}": lambda c=code: derivations.families(c) for code in available()}
    return {**plain, **by_script, **by_language, **families}


@pytest.mark.parametrize("name", _all_tables())
def test_what_is_read_is_what_was_made(shelf: dict[str, bytes], name: str) -> None:
    table = _all_tables()[name]
    try:
        _forget()
        made = table()
        assert name in shelf
        for kept in [key for key in shelf if key != name]:
            del shelf[kept]
        _forget()
        read = table()
    finally:
        _forget()
    assert read == made
    assert type(read) is type(made)


def _forget() -> None:
    """As a new process begins."""
    for function in (
        labels._file, labels.labels, labels._first_words, labels._composer, label_parts.parts, pixel_width._widths,
        detect._index, seocheck.languages.load, derivations.families,
    ):  # fmt: skip
        function.cache_clear()


def test_a_report_is_the_same_with_them_and_without(tmp_path: Path) -> None:
    article = markdown()
    cache = {"SEOCHECK_CACHE_DIR": str(tmp_path / "cache")}
    write(tmp_path, {"a.md": article})
    assert seocheck_process("check", "a.md", cwd=tmp_path, **cache).stdout
    write(tmp_path, {"a.md": f"{article}\n**Keywords:** one more line\n"})
    kept = seocheck_process("check", "a.md", cwd=tmp_path, **cache).stdout
    assert kept == seocheck_process("check", "--no-cache", "a.md", cwd=tmp_path, **cache).stdout
