"""Headings without words: which of them something fills in, and how long that takes to see."""

from __future__ import annotations

import pytest

from seocheck.readers.blocks.empty_headings import is_blank, is_filled_later, without_attribute_list
from tests.support import assert_linear


@pytest.mark.parametrize("written", ["## {#smell}", "## {: .loud #smell}", '## {key="a b" .c}', "## {-}"])
def test_attributes_alone_are_no_words(written: str) -> None:
    assert is_blank(without_attribute_list(written).strip("#"))


@pytest.mark.parametrize(
    "piece",
    ["<!--", "<!-- a:b-", "-", "<!-- a.", "{a", "{a(", "{.a.b", "{.a ", "{a='", "[](a", "[](a:", "<!-- " + " " * 40],
)
def test_time_is_linear(piece: str) -> None:
    assert_linear(lambda size: is_filled_later("## " + piece * (size // len(piece))), 100_000)
    assert_linear(lambda size: without_attribute_list("## " + piece * (size // len(piece))), 100_000)
    assert_linear(lambda size: is_filled_later("## <!-- a:b" + piece * (size // len(piece))), 100_000)
    assert_linear(lambda size: without_attribute_list("## {.a" + piece * (size // len(piece))), 100_000)
