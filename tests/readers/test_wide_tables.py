"""A table costs what it holds, and not what its rows leave out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seocheck.check.reporter import check_article, read_article
from seocheck.config import Settings, make_plan
from seocheck.model.article import Source
from seocheck.readers.markdown.body import read_body
from seocheck.readers.markdown.walker import _PARSER
from seocheck.readers.markdown.wide_tables import without_padding
from tests.support import assert_linear, no_hang


def table(columns: int, rows: str) -> str:
    return "|a" * columns + "|\n" + "|-" * columns + "|\n" + rows


def events(text: str) -> int:
    return sum(1 for _ in _PARSER.events_with_range(without_padding(text)))


WIDE = {
    "short rows": table(1_000, "a\n" * 500),
    "rows of a pipe": table(1_000, "|\n" * 500),
    "rows of escaped pipes": table(500, "\\|\\|\\|\n" * 500),
    "in a quotation": "> " + table(1_000, "a\n" * 500).replace("\n", "\n> "),
    "in a list": "- " + table(1_000, "a\n" * 500).replace("\n", "\n  "),
    "in a footnote": "[^1]: " + table(1_000, "a\n" * 500).replace("\n", "\n    "),
    "other ends of lines": table(1_000, "a\n" * 500).replace("\n", "\r"),
    "CRLF": table(1_000, "a\n" * 500).replace("\n", "\r\n"),
    "with colons and blanks": "|a" * 800 + "|\n" + "| :-: " * 800 + "|\n" + "a\n" * 500,
    "many": (table(100, "a\n" * 100) + "\n") * 20,
    "many without a blank line": (table(500, "a\n" * 250) + "# b\n") * 2,
    "a narrow one below": table(1_000, "a\n" * 250 + "|-|-|-|-|-|-|-|-|\n" + "a\n" * 250),
}


@pytest.mark.parametrize("name", WIDE)
def test_the_work_is_no_more_than_what_is_written(name: str) -> None:
    text = WIDE[name]
    assert events(text) < 20 * len(text)
    with no_hang(2):
        article = read_article(Source("a.md", text), make_plan(Settings()))
        check_article(article, make_plan(Settings()))
    assert "a" in {word for block in article.blocks for word in block.text.value.replace("|", " ").split()}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["|a", "|-", "|:-:", "a|", "\\|", "|", "a", "-|", "> ", "- ", "| "]),
            st.sampled_from([1, 2, 9, 40, 300]),
            st.sampled_from(["|\n", "\n", "\n\n", "\r\n", "\r", ""]),
            st.sampled_from([1, 1, 2, 80]),
        ),
        max_size=6,
    )
)
def test_whatever_is_written(lines: list[tuple[str, int, str, int]]) -> None:
    text = "".join((part * times + end) * rows for part, times, end, rows in lines)
    assert events(text) < 24 * len(text) + 100
    assert len(without_padding(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n|---|---|\n| c |\n| d |\n",
        table(60, ("|b" * 60 + "|\n") * 40),
        table(12, "a\n" * 5 + ("|b" * 12 + "|\n") * 40),
        "no table\n-|-|-|-|-|-|-|-|-\n",
        "",
    ],
)
def test_ordinary_tables_stay(text: str) -> None:
    assert without_padding(text) == text


def test_a_row_that_leaves_cells_out_has_those_it_has() -> None:
    body = read_body("| a | b | c |\n|---|---|---|\n| one |\n| two | three |\n||four|\n", 0)
    assert [block.text.value for block in body.blocks] == ["a", "b", "c", "one", "two", "three", "four"]
    assert {block.kind for block in body.blocks} == {"cell"}


def test_time_is_linear_in_a_long_line_of_dashes() -> None:
    def run(size: int) -> None:
        without_padding(f"# Bees\n\n{'- ' * size}bees\n")

    assert_linear(run, 2_000)
