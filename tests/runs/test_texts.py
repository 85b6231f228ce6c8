"""`check_texts` and `check_table`: articles that are no files, in order, each costing only itself."""

from __future__ import annotations

import os
import pickle
import textwrap
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import seocheck
from seocheck.runs.kept_pool import close_kept
from tests.support import BODY, markdown, write

TITLE = "Sourdough bread for busy people"
WORDS = ["sourdough bread", "starter", "rye crispbread"]


@pytest.fixture
def rules(tmp_path: Path) -> Iterator[str]:
    """A rule that ends its process over one text, and doesn't return over another."""
    rule = '''
    """A text that is poison.

    What it finds
    -------------
    Poison.
    """

    import os
    import signal

    from seocheck.rulekit.api import Analysis, Findings, Rule

    RULE = Rule(weight=0, severity="note", evidence="convention", needs=("body",))


    def check(analysis: Analysis) -> Findings:
        """Nothing is found."""
        text = analysis.article.source.text
        if "POISON" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        while "FOREVER" in text:
            pass
        yield from ()
    '''
    write(tmp_path, {"own/traps/poison.py": textwrap.dedent(rule)})
    yield str(tmp_path / "own")
    close_kept()


# -- texts ----------------------------------------------------------------------------------------------


def test_pairs_and_mappings_are_as_files_and_bodies_are() -> None:
    declared = {"title": TITLE, "description": "How to bake.", "keywords": WORDS, "language": "en"}
    items: list[object] = [("a.md", markdown()), {"id": "b", "body": BODY, **declared}, {"text": markdown()}]
    first, second, third = seocheck.check_texts(items)
    assert first == seocheck.check_text(markdown(), path="a.md")
    assert second.path == "b"
    same = seocheck.check_article(BODY, path="b", **declared)  # type: ignore[arg-type]
    assert second == same
    assert third.path == "3"


@pytest.mark.parametrize("workers", [1, 2])
def test_they_come_in_order_while_items_are_still_made(workers: int) -> None:
    made: list[int] = []

    def items() -> Iterator[tuple[str, str]]:
        for number in range(400):
            made.append(number)
            yield f"{number}.md", f"---\ntitle: Number {number}\n---\n\nText {number}.\n"

    found = []
    for report in seocheck.check_texts(items(), workers=workers, settings={"topics": False}, select=["title"]):
        found.append(report.path)
        assert len(made) <= len(found) + 200  # what waits is bounded, so that memory is
    assert found == [f"{number}.md" for number in range(400)]


def test_what_is_no_item_costs_no_other() -> None:
    items = [
        ("a.md", "Rye."), ("b.md", None), 7, {"id": "c"}, {"id": "d", "text": "Rye.", "titel": "Rye"},
        {"id": "e", "text": "Rye.", "keywords": 3}, {"id": "f", "text": "x" * 3_100_000}, ("g.md", "Oats."),
    ]  # fmt: skip
    failures: list[seocheck.UnreadableError] = []
    reports = list(seocheck.check_texts(items, on_failure=failures.append))
    assert [each.path for each in reports] == ["a.md", "g.md"]
    assert [(each.path, each.reason.partition(":")[0]) for each in failures] == [
        ("b.md", "the text is missing"),
        ("3", "neither a pair of id and text nor a mapping"),
        ("c", "the text is missing"),
        ("d", "unknown keys"),
        ("e", "keywords are a int, not a text or a list"),
        ("f", "too large"),
    ]
    with pytest.raises(seocheck.UnreadableFilesError, match=r"6 file\(s\) could not be read"):
        list(seocheck.check_texts(items))


def test_a_text_that_ends_its_process_costs_itself(rules: str) -> None:
    texts = [(str(number), "POISON" if number == 7 else f"Text {number}.") for number in range(20)]
    failures: list[seocheck.UnreadableError] = []
    found = seocheck.check_texts(texts, workers=2, rules=rules, select=["traps"], on_failure=failures.append)
    assert [each.path for each in found] == [str(number) for number in range(20) if number != 7]
    assert [each.path for each in failures] == ["7"]
    assert "was killed (SIGKILL)" in failures[0].reason


# -- tables ---------------------------------------------------------------------------------------------

ROWS: dict[str, list[Any]] = {
    "number": [3, 5, 8],
    "headline": [TITLE, None, "Oats"],
    "teaser": ["How to bake.", "", None],
    "words": [WORDS, None, ["oats"]],
    "html": [f"<p>{BODY}</p>", "<p>Rye.</p>", None],
}
NAMES = {"id": "number", "body": "html", "title": "headline", "description": "teaser", "keywords": "words"}


def made(library: str) -> Any:
    module = pytest.importorskip(library)
    if library == "pyarrow":
        return module.table(ROWS)
    return module.DataFrame(ROWS)


def listed(table: Any, library: str) -> list[dict[str, Any]]:
    if library == "pyarrow":
        rows: list[dict[str, Any]] = table.to_pylist()
        return rows
    return list(table.to_dict("records") if library == "pandas" else table.to_dicts())


@pytest.mark.parametrize("library", ["pyarrow", "pandas", "polars"])
def test_a_table_comes_out_as_it_went_in(library: str) -> None:
    batch = made(library)
    table = seocheck.check_table(batch, **NAMES, format="html", settings={"topics": False})
    assert type(table) is type(batch)
    first, second, third = listed(table, library)
    report = seocheck.check_article(
        ROWS["html"][0], title=TITLE, description="How to bake.", keywords=WORDS, format="html", path="3",
        settings={"topics": False},
    )  # fmt: skip
    assert first["id"] == "3"
    assert first["score"] == report.score
    assert [each["message"] for each in first["findings"]] == [each.message for each in report.findings]
    assert first["rule:keywords/unsupported"] == 1
    assert seocheck.Report.from_json(report.to_json()).summary.title == TITLE
    assert TITLE.encode() in first["summary"]
    assert second["score"] is not None
    assert third["error"] == "the text is missing"
    empty = third["score"]
    assert empty is None or empty != empty  # pandas has a value of its own for nothing


def test_a_record_batch_and_an_empty_table() -> None:
    pa = pytest.importorskip("pyarrow")
    batch = pa.RecordBatch.from_pydict({"text": ["Rye.", "Oats."]})
    table = seocheck.check_table(batch, text="text")
    assert isinstance(table, pa.RecordBatch)
    assert table.column("id").to_pylist() == ["0", "1"]
    from seocheck.formats.tables.batch import arrow_schema

    assert table.schema == arrow_schema()
    none = seocheck.check_table(batch.slice(0, 0), text="text")
    assert (none.num_rows, none.schema) == (0, arrow_schema())


def test_a_row_that_ends_its_process_is_a_row_with_an_error(rules: str) -> None:
    pa = pytest.importorskip("pyarrow")
    texts = ["POISON" if number == 7 else "FOREVER" if number == 11 else f"Text {number}." for number in range(20)]
    check = partial(
        seocheck.check_table, text="text", rules=rules, select=["traps"], settings={"max_seconds": 0.5, "topics": False}
    )
    table = check(pa.table({"text": texts}))
    errors = table.column("error").to_pylist()
    assert [number for number, error in enumerate(errors) if error] == [7, 11]
    assert "was killed (SIGKILL)" in errors[7]
    assert "takes longer than 0.5 s" in errors[11]
    again = check(pa.table({"text": ["Text."]}))
    assert again.column("error").to_pylist() == [None]


def test_it_can_be_sent_to_another_process_and_keeps_its_own() -> None:
    pa = pytest.importorskip("pyarrow")
    check = pickle.loads(pickle.dumps(partial(seocheck.check_table, text="text", select=["title"])))
    batch = pa.table({"text": ["---\ntitle: Rye\n---\n\nRye.\n"] * 3})
    first = check(batch)
    from seocheck.runs.kept_pool import _kept

    (pool,) = [each for key, each in _kept.pools.items() if "'title'" in key]
    (worker,) = pool._workers
    assert check(batch).equals(first)
    assert pool._workers == [worker]  # it is kept, and not started anew
    assert worker.child.process.pid != os.getpid()
    close_kept()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"text": "txt"}, "there is no column “txt”; there are text"),
        ({}, "check_table needs either text= or body="),
        ({"text": "text", "body": "text"}, "check_table needs either text= or body="),
    ],
)
def test_a_wrong_column_names_those_that_are_there(options: dict[str, str], says: str) -> None:
    pa = pytest.importorskip("pyarrow")
    with pytest.raises(seocheck.SeocheckError, match=says):
        seocheck.check_table(pa.table({"text": ["Rye."]}), **options)  # type: ignore[arg-type]
    with pytest.raises(seocheck.SeocheckError, match="list is no table of pyarrow, pandas or polars"):
        seocheck.check_table([1], text="text")
