from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seocheck.analysis.prose.reading_ease import prose
from seocheck.analysis.prose.running_text import CODE, without_code
from seocheck.analysis.prose.sentences import split_sentences
from seocheck.analysis.prose.syllables import Corrections, count_syllables, patterns
from seocheck.analysis.prose.word_sums import HARD_WORD, LONG_WORD, WordSums, is_foreign, unpacked, word_sums, words_of
from seocheck.base.text import verbatim
from seocheck.languages import load
from seocheck.model.article import Block

PIECES = (
    "The ", "the ", "“rye” ", "(starter), ", "state-of-the-art ", "co\u00adoperate ", "don’t ", "U.S. ", ".NET ",
    "C++ ", "R&D, ", "3.14 ", "oven.Then ", "Straße ", "İstanbul ", "na\u0308ive ", "Привет! ", "日本語。", "है ",
    "x" * 130 +" ", "McDonald ", "\u00a0", "\n", "-", "- ", "'", ".” ", "! ", "? He ", "I ", "BBC ", "word…next ",
    "[1] ", "\ufffc ",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=25).map("".join)


def one_by_one(text: str, code: str) -> list[tuple[int, ...]]:
    """The sums of each sentence, word by word; words belong to the sentence in which they begin."""
    left = words_of(text)
    found = []
    for _, end in split_sentences(text, load(code)):
        sums = [0] * 6
        while left and left[0][0].start < end:
            parts = [token.text for token in left.pop(0)]
            letters = sum(c.isalnum() for part in parts for c in part)
            syllables = sum(count_syllables(part, code) or 0 for part in parts)
            foreign = is_foreign("".join(parts), code)
            word = (1, syllables, letters, letters > LONG_WORD, syllables >= HARD_WORD, foreign)
            sums = [a + b for a, b in zip(sums, word, strict=True)]
        found.append(tuple(sums))
    return found


@given(TEXTS, st.sampled_from(["en", "de", "ru", "tr", "ja", "fi"]))
def test_sums_looked_up_are_those_of_the_words(text: str, code: str) -> None:
    found = word_sums(code).of_sentences(text, split_sentences(text, load(code)))
    assert [unpacked(sums) for sums in found] == one_by_one(text, code)


def test_a_word_that_a_sentence_without_a_space_cuts_is_counted_once() -> None:
    text = "Put it in the oven.The crust is dark."
    assert len(split_sentences(text, load("en"))) == 2
    assert [unpacked(s)[0] for s in word_sums("en").of_sentences(text, split_sentences(text, load("en")))] == [5, 4]


def test_no_more_words_are_kept_than_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seocheck.analysis.prose.word_sums._KEPT", 10)
    known = WordSums("en")
    for number in range(100):
        assert unpacked(known[f"(word{number}),"])[:3] == (1, 1, 4 + len(str(number)))
        assert unpacked(known["x" * 100 + ","])[0] == 1
    assert len(known) <= 11


@pytest.mark.parametrize(
    ("word", "code", "foreign"),
    [
        ("bread", "en", False),
        ("хлеб", "en", True),
        ("日本語", "de", True),
        ("2014", "en", False),
        ("café", "fr", False),
        ("хлеб", "ru", False),
        ("bread", "ru", True),
        ("ИT", "ru", False),
    ],
)
def test_words_in_another_script(word: str, code: str, foreign: bool) -> None:
    assert is_foreign(word, code) == foreign


@given(st.text("aeiouybcdglnrst", max_size=12))
def test_corrections_are_found_by_their_beginnings(word: str) -> None:
    learned = {"^re": 1, "ea": -1, "eat": 1, "ate$": -1, "io": 1, "tion$": 1, "a$": -1, "st": 1, "ed$": 1}
    expected = sum(learned.get(pattern, 0) for pattern in patterns(word))
    assert Corrections(learned).of(word) == expected


def identifiers_blotted(text: str) -> str:
    pattern = r"\b[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+\b|\b[A-Za-z][a-z0-9]+(?:[A-Z][a-z0-9]+){2,}\b"
    return re.sub(pattern, lambda found: CODE * len(found.group()), text)


@given(st.text("aB1_ .é\n", max_size=40))
def test_names_of_code_are_blotted_out_wherever_they_stand(text: str) -> None:
    assert without_code(Block("paragraph", verbatim(text, 0, len(text)))) == identifiers_blotted(text)


def test_counts_do_not_depend_on_what_was_met_before() -> None:
    text = "The Starter rests, “the starter” rests. It was McDonald's; and THE END (starter)."
    block = Block("paragraph", verbatim(text, 0, len(text)))
    word_sums("en").clear()
    first = prose([block], load("en"))
    assert prose([block], load("en")) == first
    backwards = " ".join(reversed(text.split()))
    word_sums("en").clear()
    prose([Block("paragraph", verbatim(backwards, 0, len(backwards)))], load("en"))
    assert prose([block], load("en")) == first
