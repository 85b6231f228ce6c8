from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from seocheck.analysis.prose import school_grades as module
from seocheck.analysis.prose.reading_ease import prose
from seocheck.analysis.prose.school_grades import SchoolGrades, school_grades, unavailable_reason
from seocheck.base.text import verbatim
from seocheck.languages import load
from seocheck.model.article import Block

TEXT = (
    "The ministers of twelve countries met in Geneva on Monday. They spoke about the price of grain for "
    "three hours. Dr. Okafor, who led the talks, called them “useful and frank”. The U.S. delegation "
    "left early, but its members hadn't agreed to anything. Exports fell by 3.5 per cent last year, and "
    "nobody in the hall expected a state-of-the-art solution. Farmers want fair prices for their crops. "
    "International organisations will publish a detailed evaluation in the coming autumn."
)


def texts(text: str = TEXT) -> tuple[str, ...]:
    return prose([Block("paragraph", verbatim(text, 0, len(text)))], load("en")).texts


def graded() -> SchoolGrades:
    grades = school_grades(texts(), "en")
    assert grades is not None
    return grades


def test_textstat_agrees_with_the_published_formulas_on_our_counts() -> None:
    counts = prose([Block("paragraph", verbatim(TEXT, 0, len(TEXT)))], load("en")).counts
    assert counts.syllables is not None
    per_sentence = counts.words / counts.sentences
    expected = 0.39 * per_sentence + 11.8 * counts.syllables / counts.words - 15.59
    assert graded().grades["flesch_kincaid_grade"] == pytest.approx(expected, abs=1e-9)


def test_the_usual_grades_in_textstats_names() -> None:
    grades = graded()
    assert list(grades.grades) == list(module.METRICS["en"])
    assert all(3 < value < 20 for value in grades.grades.values())
    assert min(grades.grades.values()) <= grades.consensus <= max(grades.grades.values())


def test_smog_of_few_sentences_is_shown_but_not_judged_by() -> None:
    assert "SMOG is made for 30 sentences or more; this text has 7" in graded().notes
    many = school_grades(texts() * 5, "en")
    assert many is not None
    assert many.notes == ()


def test_dale_chall_is_taken_to_its_grade_without_steps() -> None:
    grade = module._dale_chall_grade
    assert [grade(score) for score in (3, 4.5, 5.5, 7.0, 9.5, 12)] == [4, 4, 5.5, 8.5, 14, 16]


def test_other_languages_have_none_or_their_own() -> None:
    assert school_grades(["Tämä on lause."], "fi") is None
    german = school_grades(["Die Regierung hat heute ein neues Gesetz beschlossen."] * 4, "de")
    assert german is not None
    assert german.grades.keys() == {"wiener_sachtextformel"}


@pytest.mark.parametrize("sentences", [[], [""], ["..."], ["!!! ???"]])
def test_no_words_no_grades(sentences: list[str]) -> None:
    assert school_grades(sentences, "en") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Yes.",
        "C++ is R&D’s ’n’ .NET!",
        "x" * 1000,
        "'ll 'tis '",
        "日本語です。",
        "a_b \x00 \ud800",
        "ǅ ﬁ ß İ",
    ],
)
def test_odd_words_do_no_harm(sentence: str) -> None:
    school_grades([sentence], "en")
    assert school_grades([*texts(), sentence], "en") is not None


def test_a_failure_is_no_grade(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ImportError("broken")

    monkeypatch.setattr(module, "_load", fail)
    monkeypatch.setattr(module, "_backend", None)
    assert school_grades(texts(), "en") is None
    assert "broken" in unavailable_reason()


def test_without_textstat_there_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textstat", None)
    monkeypatch.setattr(module, "_backend", None)
    assert school_grades(texts(), "en") is None
    assert unavailable_reason() == "textstat is not installed"


def test_nothing_is_kept_of_a_text() -> None:
    graded()
    assert module._backend is not None
    assert module._current is None
    assert all(clear.__self__.cache_info().currsize == 0 for clear in module._backend.caches)  # type: ignore[attr-defined]


def test_threads_do_not_disturb_each_other() -> None:
    found: list[SchoolGrades] = []
    threads = [threading.Thread(target=lambda: found.append(graded())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert all(grades == found[0] for grades in found)


PROGRAM = """
import json, sys
{before}
from seocheck.analysis.prose.school_grades import school_grades
mine = {{name for name in sys.modules if name.split(".")[0] in ("textstat", "nltk", "pyphen")}}
grades = school_grades(json.loads(sys.argv[1]), "en")
now = {{name for name in sys.modules if name.split(".")[0] in ("textstat", "nltk", "pyphen")}}
assert now == mine, now ^ mine
{after}
print(json.dumps([dict(grades.grades), grades.consensus]))
"""

BEFORE_AND_AFTER = {
    "alone": ("", ""),
    "textstat imported before": (
        "import textstat, nltk; theirs = textstat.backend.counts.count_syllables",
        "assert sys.modules['nltk'] is nltk; assert textstat.backend.counts.count_syllables is theirs",
    ),
    "textstat imported after": ("", "import textstat, nltk; assert nltk.corpus and textstat.textstat"),
    "nltk half imported": (
        "import types; half = sys.modules['nltk'] = types.ModuleType('nltk')",
        "assert sys.modules['nltk'] is half",
    ),
    "nltk absent": ("sys.modules['nltk'] = None", "assert sys.modules['nltk'] is None"),
    "pyphen absent": ("sys.modules['pyphen'] = None", ""),
    "no network": (
        "import socket\ndef refuse(*a, **k): raise OSError('no network')\nsocket.socket.connect = refuse",
        "",
    ),
}


@pytest.mark.parametrize("case", BEFORE_AND_AFTER)
def test_the_numbers_are_the_same_whatever_a_script_has_imported(case: str, tmp_path: Path) -> None:
    # nltk's data lie there with a dictionary that is wrong about every word of the text.
    folder = tmp_path / "corpora" / "cmudict"
    folder.mkdir(parents=True)
    words = {word.strip(".,“”").lower() for word in TEXT.split()}
    lines = [f"{word.upper()} 1 AA1 AA1 AA1 AA1 AA1 AA1 AA1" for word in sorted(words)]
    (folder / "cmudict").write_text("\n".join(lines), encoding="utf-8")
    before, after = BEFORE_AND_AFTER[case]
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(before=before, after=after), json.dumps(texts())],
        capture_output=True,
        text=True,
        env={**os.environ, "NLTK_DATA": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert result.returncode == 0, result.stderr
    grades = graded()
    assert json.loads(result.stdout) == [dict(grades.grades), grades.consensus]
