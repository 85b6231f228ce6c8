"""Our counts for the school grades against textstat's own, on the text that textstat would be given."""

from __future__ import annotations

import importlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seocheck.analysis.prose import school_grades as module
from seocheck.analysis.prose.grade_counts import GradeCounts, GradeWords
from seocheck.analysis.prose.school_grades import school_grades, unavailable_reason
from seocheck.analysis.prose.syllables import count_syllables
from seocheck.analysis.prose.word_sums import words_of

counts_of_textstat = importlib.import_module("textstat.backend.counts")
selections = importlib.import_module("textstat.backend.selections")
PIECES = (
    "The starter", "don't", "DON'T", "rock'n'roll", "dogs'", "’tis", "U.S.", "US", "us", "e.g.", "Node.js", ".NET",
    "C++", "C#", "R&D", "re-sign", "resign", "co-op", "coop", "state-of-the-art", "3.14", "1,000", "4th",
    "İstanbul", "Straße", "na\u0308ive", "café", "BBC", "bbc", "organisation", "understand,", "(unbelievable)",
    "“because”", "日本語", "Привет", "a_b", "x" * 130, "…", "—", "don`t", "l´été", "O’Neill's",
)  # fmt: skip
SENTENCES = st.lists(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), min_size=1, max_size=9).map(" ".join))


def words_for(code: str) -> GradeWords:
    assert unavailable_reason() == ""
    backend = module._backend
    assert backend is not None
    return backend.words(code)


def counted(sentences: list[str], code: str) -> GradeCounts | None:
    known = words_for(code)
    chosen = [words for sentence in sentences if (words := known.words(sentence))]
    return known.counts(chosen) if chosen else None


def by_textstat(text: str, spoken: dict[str, int], code: str) -> dict[str, object]:
    """textstat's counts of a text, with the syllables of its words as given."""

    def syllables(asked: str, lang: str) -> int:
        return sum(spoken[w] if w in spoken else count_syllables(w, lang) or 1 for w in selections.list_words(asked))

    easy = words_for("en")._easy_words
    counts = counts_of_textstat
    words = selections.list_words(text)
    lowered = [word.lower() for word in words]
    hard = [word for word in lowered if word not in easy]
    return {
        "words": counts.count_words(text),
        "sentences": counts.count_sentences(text),
        "chars": counts.count_chars(text, ignore_spaces=True),
        "letters": counts.count_letters(text),
        "long_words": counts.count_long_words(text),
        "syllables": syllables(text, code),
        "monosyllables": sum(syllables(word, code) == 1 for word in words),
        "polysyllables": sum(syllables(word, code) >= 3 for word in words),
        "difficult": {0: len(hard), 3: sum(syllables(word, code) >= 3 for word in hard)},
    }


@given(SENTENCES, st.sampled_from(["en", "de", "es"]))
def test_all_counts_are_those_of_textstat(sentences: list[str], code: str) -> None:
    found = counted(sentences, code)
    if found is None:
        return
    known = words_for(code)
    words = [word for sentence in sentences for word in known.words(sentence)]
    spoken = {word.lower: word.syllables for word in words} | {word.form: word.syllables for word in words}
    ours = found._asdict()
    del ours["text"], ours["foreign_words"]
    assert ours == by_textstat(found.text, spoken, code)


@given(SENTENCES)
def test_the_words_are_those_of_the_counts(sentences: list[str]) -> None:
    known = words_for("en")
    for sentence in sentences:
        spoken = [sum(count_syllables(part.text, "en") or 1 for part in word) for word in words_of(sentence)]
        assert [word.syllables for word in known.words(sentence)] == spoken


def test_what_has_not_been_counted_is_refused() -> None:
    """A textstat that asked for more would get no number instead of a wrong one."""
    school_grades(["The starter rests."], "en")
    backend = module._backend
    assert backend is not None
    with pytest.raises(LookupError):
        backend.metrics["smog_index"]("Another text.", "en")


def test_a_text_in_another_script_has_no_grade() -> None:
    assert school_grades(["これは試験です。", "これは二つ目です。"] * 20, "en") is None
    assert school_grades(["The word for bread is хлеб in Russian.", "That is a short word to say."], "en") is not None


def test_no_more_words_are_kept_than_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seocheck.analysis.prose.grade_counts._KEPT", 10)
    known = GradeWords("en", selections.list_words, frozenset())
    for number in range(100):
        assert len(known.words(f"word{number}, again {'x' * 100}")) == 3
    assert len(known) <= 11
