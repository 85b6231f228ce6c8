"""Counts, reading ease and school grades of texts that are no articles: numbers that make sense, or "not assessed"."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

import seocheck
from seocheck.analysis.prose.reading_ease import prose
from seocheck.analysis.prose.school_grades import school_grades
from seocheck.base.text import verbatim
from seocheck.languages import load
from seocheck.model.article import Block

CLAUSE = "the rye starter rests in a cold kitchen and nobody forgets to feed it before dawn"
SENTENCE = f"{CLAUSE.capitalize()}. "
ENGLISH = "---\nlang: en\n---\n\n"


def checked(text: str) -> seocheck.Report:
    report = seocheck.check_text(text, path="a.md", select=["readability"])
    assert not report.failures
    return report


def reasons(report: seocheck.Report) -> dict[str, str]:
    return {one.subject: one.reason for one in report.not_assessed}


def assert_not_assessed(report: seocheck.Report) -> None:
    assert report.readability is not None
    assert report.readability.ease is None
    assert report.readability.school_grades is None
    assert reasons(report)["reading ease"]
    assert report.language.code != "en" or reasons(report)["school grades"]  # others have none in any case


def assert_easy_english(report: seocheck.Report, words: int, sentences: int) -> None:
    """The figures of `SENTENCE`, sixteen plain words, however often it is said."""
    found = report.readability
    assert found is not None
    assert (found.words, found.sentences) == (words, sentences)
    assert found.ease is not None
    assert 70 < found.ease.value < 80
    assert found.school_grades is not None
    assert 5 < found.school_grades.consensus < 8


def test_a_text_without_any_full_stop_is_one_sentence_and_not_assessed() -> None:
    report = checked(ENGLISH + f"{CLAUSE} " * 60)
    assert (report.readability.words, report.readability.sentences) == (960, 1)  # type: ignore[union-attr]
    assert_not_assessed(report)


def test_paragraphs_without_any_full_stop_are_a_sentence_each() -> None:
    assert_easy_english(checked(ENGLISH + "\n\n".join([CLAUSE] * 60)), 960, 60)


@pytest.mark.parametrize("text", ["Starter.", "Starter", "I", "?", "...", "3.14", "\u0301", "\ufffd."])
def test_one_word_is_not_assessed(text: str) -> None:
    report = checked(ENGLISH + text)
    assert report.readability is None or report.readability.words <= 1
    if report.readability is not None:
        assert_not_assessed(report)


@pytest.mark.parametrize("text", ["😀🎉 ", "😀! 🎉. ", "👩\u200d👩\u200d👧 ❤️ ", "♥. ", "🍎🍎🍎? "])
def test_emoji_only_have_no_words(text: str) -> None:
    report = checked(ENGLISH + text * 300)
    assert report.readability is None or (report.readability.words, report.readability.sentences) == (0, 0)
    if report.readability is not None:
        assert_not_assessed(report)


def test_200_000_words() -> None:
    assert_easy_english(checked(ENGLISH + SENTENCE * 12_500), 200_000, 12_500)


def test_200_000_words_without_a_full_stop() -> None:
    report = checked(ENGLISH + f"{CLAUSE} " * 12_500)
    assert report.readability.words == 200_000  # type: ignore[union-attr]
    assert_not_assessed(report)


@pytest.mark.parametrize("character", ["x", "é", "語", "🎉", "\u0301", "_", "=", "0"])
def test_a_token_of_a_megabyte_changes_no_figure(character: str) -> None:
    """It is encoded data or a broken line: it counts neither as a word nor as letters. A sentence goes on in it."""
    report = checked(f"{ENGLISH}{SENTENCE * 20}{character * 1_000_000} {SENTENCE * 20}")
    assert_easy_english(report, 640, 39 if character.islower() else 40)


def test_a_token_of_a_megabyte_alone_is_not_assessed() -> None:
    report = checked(ENGLISH + "x" * 1_000_000)
    assert report.readability.words == 0  # type: ignore[union-attr]
    assert_not_assessed(report)


def test_a_few_sentences_in_other_scripts_change_little() -> None:
    foreign = "Это короткое предложение. これは試験です。 "
    report = checked(ENGLISH + (SENTENCE * 5 + foreign) * 10)
    assert report.readability is not None
    assert report.readability.sentences == 70
    assert report.readability.ease is not None
    assert 65 < report.readability.ease.value < 95


@pytest.mark.parametrize(
    "text", ["これは試験です。これは二つ目です。", "Это короткое предложение из пяти слов. ", "هذا اختبار جديد قصير. "]
)
def test_a_declared_language_of_another_script_is_not_assessed(text: str) -> None:
    """No syllable of these words is known: the ease would be that of a text of one-syllable words."""
    assert_not_assessed(checked(ENGLISH + text * 60))


@pytest.mark.parametrize("code", ["ja", "ar", "de", "fr", "nl", "tr", "fi", "cs"])
def test_english_declared_as_another_language_is_counted_as_english(code: str) -> None:
    report = checked(f"---\nlang: {code}\n---\n\n{SENTENCE * 40}")
    assert report.language.code == "en"
    assert report.readability == checked(f"---\nlang: en\n---\n\n{SENTENCE * 40}").readability


@pytest.mark.parametrize("code", ["xx", "12-!", "english", "\u202een", "🎉"])
def test_a_language_that_there_is_not(code: str) -> None:
    report = checked(f'---\nlang: "{code}"\n---\n\n{SENTENCE * 40}')
    assert (report.readability.words, report.readability.sentences) == (640, 40)  # type: ignore[union-attr]


def work(text: str) -> int:
    """Calls of functions, Python's and C's, that the counts and the grades of one paragraph take."""
    block = Block("paragraph", verbatim(text, 0, len(text)))
    english = load("en")
    calls = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        school_grades(prose([block], english).texts, "en")
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    "piece",
    [f"{CLAUSE} ", SENTENCE, "starter ", ". ", "😀 ", "a.B", "e.g. Dr. ", "“Go!” He ", "(. ", "Ab.Cde fg ", "aaa.1 ",
     "x_y ", "Это тест. これは試験です。 The end. "],
)  # fmt: skip
def test_twice_the_text_is_at_most_twice_the_work(piece: str) -> None:
    """Work inside of one call of a pattern is not seen here; benchmarks/readability.py prints ratios of time."""
    work(piece * 50)  # loads what is loaded once
    once, twice = work(piece * 1000), work(piece * 2000)
    assert twice <= 2.1 * once + 100
