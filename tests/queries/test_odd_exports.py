"""Exports as programs write them, and queries as people type them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from seocheck.queries.export import number_in, read_export
from tests.support import markdown, run_command, write


def groups(folder: Path, *args: str) -> dict[str, list[str]]:
    """The queries of all pages, by group."""
    done = run_command("queries", "-f", "json", *args, cwd=folder)
    found: dict[str, list[str]] = {}
    for page in json.loads(done.stdout):
        for query in page["queries"]:
            found.setdefault(query["group"], []).append(query["text"])
    return found


def asked(folder: Path, text: str, keywords: str, *queries: str, lang: str = "en") -> dict[str, list[str]]:
    write(folder, {"a.md": markdown({"keywords": f"[{keywords}]", "lang": lang}, body=text)})
    (folder / "q.csv").write_text("query\n" + "".join(f"{query}\n" for query in queries), encoding="utf-8")
    return groups(folder, "q.csv", "a.md")


def test_a_position_has_no_thousands() -> None:
    assert number_in("8.123", of_thousands=False) == 8.123
    assert number_in("8,123", of_thousands=False) == 8.123


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("above", ["", "sep=,{e}", "{e}{e}", 'Search terms{e}"1 May, 2 May"{e}{e}'])
def test_the_names_of_columns_may_come_later(tmp_path: Path, above: str, end: str) -> None:
    path = tmp_path / "q.csv"
    path.write_bytes((above + "Query,Page,Position{e}rye bread,/rye,8.123{e}").replace("{e}", end).encode())
    (row,) = read_export(str(path), {})
    assert (row.query, row.page, row.position) == ("rye bread", "/rye", 8.123)


def test_capitals_in_a_query_mean_nothing(tmp_path: Path) -> None:
    assert asked(tmp_path, "The sourdough bread is baked here.", "sourdough bread", "SOURDOUGH BREAD") == {
        "declared": ["SOURDOUGH BREAD"]
    }


@pytest.mark.parametrize(
    ("lang", "keyword", "queries"),
    [
        ("en", "sourdough bread", ["sour dough bread", "sourdoughbread"]),
        ("fr", "crème brûlée", ["creme brulee"]),
        ("de", "Roggenbrot", ["roggen brot", "roggenbrote"]),
    ],
)
def test_a_keyword_is_met_without_accents_and_in_one_or_two_words(
    tmp_path: Path, lang: str, keyword: str, queries: list[str]
) -> None:
    found = asked(tmp_path, f"{keyword}. {keyword}.", keyword, *queries, lang=lang)
    assert {group: sorted(said) for group, said in found.items()} == {"declared": sorted(queries)}


def test_a_word_within_another_is_not_met(tmp_path: Path) -> None:
    found = asked(tmp_path, "An oat is a grain, and a goat is none.", "oat", "goat")
    assert found == {"undeclared": ["goat"], "unasked": ["oat"]}


def test_words_that_tell_nothing_are_written_where_they_stand(tmp_path: Path) -> None:
    found = asked(tmp_path, "This is how you come to bake, and why.", "bake", "how to", "???", "what is")
    assert found == {"undeclared": ["how to"], "unwritten": ["what is"], "unasked": ["bake"]}


def test_rows_of_days_count_together(tmp_path: Path) -> None:
    write(tmp_path, {"content/a.md": markdown(keywords="[rye bread, oats]")})
    rows = ["rye bread,/a,3"] * 4 + ["oats,/a,2"]
    (tmp_path / "q.csv").write_text("\n".join(["query,page,impressions", *rows]))
    found = groups(tmp_path, "--min-impressions", "10", "q.csv", "content")
    assert [query for found in found.values() for query in found] == ["rye bread"]  # and oats were asked
    done = run_command("queries", "--min-impressions", "100", "q.csv", "content", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"0 articles with queries, 1 without\n", b"")


@pytest.mark.parametrize(
    ("export", "says"),
    [
        ("query,page\n", "q.csv holds no queries"),
        ("query,page\nrye,/a\n", "q.csv says no impressions, which --min-impressions needs"),
    ],
)
def test_what_an_export_lacks_is_said(tmp_path: Path, export: str, says: str) -> None:
    write(tmp_path, {"content/a.md": markdown(), "content/b.md": markdown(), "q.csv": export})
    done = run_command("queries", "--min-impressions", "1", "q.csv", "content", cwd=tmp_path)
    assert (done.returncode, done.stderr.decode()) == (2, f"seocheck: {says}\n")


def test_an_address_of_two_articles_is_said(tmp_path: Path) -> None:
    write(tmp_path, {"content/en/a.md": markdown(), "content/de/a.md": markdown(lang="de")})
    (tmp_path / "q.csv").write_text("query,page\nrye,/a\noats,/en/a/\n")
    done = run_command("queries", "q.csv", "content", cwd=tmp_path)
    assert done.stderr.decode() == "seocheck: 1 page of q.csv may be of several articles, the first is taken: /a\n"
