"""How a text is cut into words, by ways that must agree."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seocheck.analysis.words import tokens

MARKED = "aB1é. '’&-\u00ad\u2010_C+#/.,:\n;ไทยह\u0939\u094d漢字.NETPhDm!\"U;)"


@given(st.text(MARKED, max_size=60) | st.text(max_size=60))
def test_one_cut_of_the_whole_is_the_same_as_one_word_after_another(text: str) -> None:
    pattern = tokens._PLAIN if not tokens._MARKED.search(text) else tokens._with_marks()
    found = tokens.cut(text)
    assert found == tokens._cut_with_runs(text, pattern)
    assert tokens.first_token(text) == (found[0] if found else None)
    assert all(text[token.start : token.end] == token.text for token in found)


def test_a_run_that_is_too_long_is_no_word() -> None:
    run = "a" * (tokens.MAX_WORD + 1)
    assert [token.text for token in tokens.cut(f"-b-c {run}-d e")] == ["b", "c", "d", "e"]
    assert [token.glued for token in tokens.cut(f"-b-c {run}-d e")] == [False, True, False, False]
    assert tokens.first_token(run) is None
    assert tokens.first_token("") is None
