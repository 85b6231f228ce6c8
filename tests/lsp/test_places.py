"""Positions of the protocol: lines and columns from 0, UTF-16 unless another unit is agreed on."""

from __future__ import annotations

import pytest

pytest.importorskip("pygls")

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from seocheck.lsp.actions import difference
from seocheck.lsp.places import UTF8, UTF16, UTF32, Columns
from seocheck.model.article import Source

TEXT = "a\tb\r\n👩‍🍳 é\rx\n"


@pytest.mark.parametrize(
    ("offset", "place"),
    [
        (0, (0, 0)),
        (2, (0, 2)),  # a tab is one column
        (3, (0, 3)),
        (5, (1, 0)),  # CRLF ends one line
        (6, (1, 2)),  # the cook takes five units: a pair, a joiner, a pair
        (7, (1, 3)),
        (8, (1, 5)),
        (10, (1, 7)),
        (11, (2, 0)),  # a lone CR ends a line
        (12, (2, 1)),
        (13, (3, 0)),
    ],
)
def test_offsets_and_positions(offset: int, place: tuple[int, int]) -> None:
    places = Columns(Source("a.md", TEXT))
    line, character = place
    found = places.range_of(offset, offset).start
    assert (found.line, found.character) == place
    assert places.offset(types.Position(line=line, character=character)) == offset


@pytest.mark.parametrize(("encoding", "column"), [(UTF8, 11), (UTF16, 5), (UTF32, 3)])
def test_units(encoding: str, column: int) -> None:
    places = Columns(Source("a.md", TEXT), encoding)
    assert places.range_of(8, 8).start == types.Position(line=1, character=column)
    assert places.offset(types.Position(line=1, character=column)) == 8


def test_positions_outside_the_text() -> None:
    places = Columns(Source("a.md", TEXT))
    assert places.offset(types.Position(line=0, character=99)) == 3  # before the end of the line
    assert places.offset(types.Position(line=99, character=0)) == len(TEXT)
    assert places.offset(types.Position(line=1, character=1)) == 5  # inside a character
    assert Columns(Source("a.md", "")).offset(types.Position(line=0, character=5)) == 0


@pytest.mark.parametrize(("encoding", "width"), [(UTF8, 3), (UTF16, 1), (UTF32, 1)])
def test_a_byte_order_mark_is_a_character_to_the_editor(encoding: str, width: int) -> None:
    places = Columns(Source("a.md", "ab\ncd", byte_order_mark=True), encoding)
    assert places.range_of(1, 4).start == types.Position(line=0, character=width + 1)
    assert places.range_of(1, 4).end == types.Position(line=1, character=1)
    assert places.offset(types.Position(line=0, character=width + 1)) == 1
    assert places.offset(types.Position(line=0, character=0)) == 0


text_of = st.text(alphabet="ab\t\n\ré👩\u2028\x0c", max_size=30)


@given(text_of, st.sampled_from([UTF8, UTF16, UTF32]), st.booleans())
def test_there_and_back(text: str, encoding: str, mark: bool) -> None:
    places = Columns(Source("a.md", text, byte_order_mark=mark), encoding)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":  # no editor has a place between the two
            assert places.offset(places.range_of(offset, offset).start) == offset


@given(text_of, text_of)
def test_one_edit_makes_one_text_of_another(before: str, after: str) -> None:
    edit = difference(before, after)
    assert before[: edit.start] + edit.new + before[edit.end :] == after
    for at in (edit.start, edit.end):
        assert before[max(at - 1, 0) : at + 1] != "\r\n"
