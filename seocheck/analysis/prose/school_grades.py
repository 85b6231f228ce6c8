"""School grades of an article's prose, as textstat works them out. The only module that loads textstat.

textstat's formulas, our counts. As it comes, textstat imports all of nltk for a pronouncing dictionary
that it downloads at first use, keeps the texts it has seen, and knows neither abbreviations nor blocks.
So what is needed of `textstat.backend` is loaded here as a private copy under a name of our own, in which
the modules that reach for nltk and pyphen are replaced before they can run, and the counts are those of
`seocheck.analysis.prose.grade_counts`. `sys.modules["textstat"]` and `sys.modules["nltk"]` are never touched:
a script that uses either keeps its own, and the numbers are the same whatever it has imported or
downloaded.
"""

from __future__ import annotations

import importlib
import importlib.machinery
import importlib.util
import os
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from types import ModuleType
from typing import Any

import msgspec

from seocheck.analysis.prose.grade_counts import CountedWord, GradeCounts, GradeWords
from seocheck.analysis.prose.word_sums import MOST_FOREIGN
from seocheck.base.limits import not_counted
from seocheck.base.median import median

METRICS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "flesch_kincaid_grade",
        "gunning_fog",
        "smog_index",
        "coleman_liau_index",
        "automated_readability_index",
        "dale_chall_readability_score",
    ),
    "de": ("wiener_sachtextformel",),
    "es": ("crawford",),
}
"""textstat's names of the grades shown for a language; other languages have none."""

SMOG_SENTENCES = 30
"""SMOG was fitted to samples of 30 sentences (McLaughlin 1969: SMOG Grading, Journal of Reading 12(8))."""

MAX_WORDS = 50_000
"""The grades of a longer text are those of its first so many words, so that no text takes seconds."""

# Chall and Dale (1995), Readability Revisited: their score -> the grade at the middle of its band.
_DALE_CHALL_GRADES = ((4.5, 4.0), (5.5, 5.5), (6.5, 7.5), (7.5, 9.5), (8.5, 11.5), (9.5, 14.0), (10.5, 16.0))
_NAME = "seocheck.analysis._textstat_backend"
_PACKAGES = ("", "counts", "metrics", "selections", "transformations", "utils", "validations")
"""textstat's packages, of which only the modules that are needed are imported, and no `__init__`."""


class SchoolGrades(msgspec.Struct, frozen=True):
    """Years of schooling that a text asks for.

    grades: by textstat's name for each, unrounded. All are school grades (US grades in English, years
    of school in German and Spanish) but `dale_chall_readability_score`, which has a scale of its own
    from 4 to 10. consensus: the median of the grades, Dale-Chall's score taken to its grade and
    SMOG left out below 30 sentences. notes: what a reader should know of these numbers.
    """

    grades: Mapping[str, float]
    consensus: float
    notes: tuple[str, ...] = ()


class _Backend(msgspec.Struct, frozen=True):
    metrics: Mapping[str, Callable[..., float]]
    words: Callable[[str], GradeWords]
    caches: tuple[Callable[[], None], ...]


_lock = threading.Lock()
_backend: _Backend | None = None
_current: GradeCounts | None = None  # of the text that textstat's formulas are being put to


def _new_lock() -> None:
    global _lock
    _lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    # A worker forked while another thread was at work would wait for ever.
    os.register_at_fork(after_in_child=_new_lock)


def school_grades(sentences: Sequence[str], code: str) -> SchoolGrades | None:
    """The grades of these sentences (one string each) in the language `code`. Never raises.

    None for a language not in `METRICS`, for a text without words or in another script, and where textstat
    is not there or fails. textstat leaves sentences of one or two words out of its count of sentences, though not out
    of its words; if there are none, its formulas and the published ones agree.
    """
    if code not in METRICS:
        return None
    try:
        with _lock:
            backend = _loaded()
            return _grades(backend, sentences, code) if backend else None
    except Exception:  # whatever textstat or its installation does, the report goes on
        return None


def unavailable_reason() -> str:
    """Why there can be no school grades here, in words for a report; "" when there can. Never raises."""
    try:
        with _lock:
            return "" if _loaded() else "textstat is not installed"
    except Exception as error:
        return f"textstat cannot be used here ({type(error).__name__}: {error})"


def _loaded() -> _Backend | None:
    global _backend
    if _backend is None:
        with not_counted():
            _backend = _load()
    return _backend


def _grades(backend: _Backend, sentences: Sequence[str], code: str) -> SchoolGrades | None:
    global _current
    known = backend.words(code)
    chosen: list[list[CountedWord]] = []
    total = 0
    notes: list[str] = []
    for sentence in sentences:
        words = known.words(sentence)
        if total + len(words) > MAX_WORDS:
            notes.append(f"from the first {total} words")
            break
        if words:
            chosen.append(words)
            total += len(words)
    if not chosen:
        return None
    try:
        _current = known.counts(chosen)
        if _current.foreign_words > MOST_FOREIGN * total:
            return None
        grades = {name: _grade(backend.metrics[name], name, _current.text, code) for name in METRICS[code]}
    finally:
        _current = None
        for clear in backend.caches:
            clear()
    judged = dict(grades)
    if "dale_chall_readability_score" in judged:
        judged["dale_chall_readability_score"] = _dale_chall_grade(judged["dale_chall_readability_score"])
    if "smog_index" in judged and len(chosen) < SMOG_SENTENCES:
        del judged["smog_index"]
        notes.append(f"SMOG is made for {SMOG_SENTENCES} sentences or more; this text has {len(chosen)}")
    return SchoolGrades(grades, median(judged.values()), tuple(notes))


def _grade(metric: Callable[..., float], name: str, text: str, code: str) -> float:
    if name in ("coleman_liau_index", "automated_readability_index"):
        return float(metric(text))
    if name == "wiener_sachtextformel":
        return float(metric(text, 1, code))
    return float(metric(text, code))


def _dale_chall_grade(score: float) -> float:
    """The grade of a Dale-Chall score, from the published bands without their steps."""
    points = _DALE_CHALL_GRADES
    if score <= points[0][0]:
        return points[0][1]
    for (low, low_grade), (high, high_grade) in pairwise(points):
        if score <= high:
            return low_grade + (score - low) / (high - low) * (high_grade - low_grade)
    return points[-1][1]


def _counted(count: Callable[..., int]) -> Callable[..., int]:
    """Replaces one of textstat's counts by that of the current text. Any other text has none."""

    def counted(text: str, *options: Any, **named: Any) -> int:
        if _current is None or text != _current.text:
            raise LookupError("textstat asks for a text that has not been counted")
        return count(_current, *options, **named)

    return counted


def _difficult(counts: GradeCounts, lang: str, syllable_threshold: int = 2, unique: bool = False) -> int:
    if unique:
        raise LookupError("textstat asks for words without their repetitions")
    return counts.difficult[syllable_threshold]


# textstat's names; options that don't alter what is counted here (`lang`) are accepted, others are refused.
_COUNTS: Mapping[str, Callable[..., int]] = {
    "count_words": lambda c, rm_punctuation=True: c.words,
    "count_sentences": lambda c: c.sentences,
    "count_chars": lambda c, ignore_spaces=True: {True: c.chars}[ignore_spaces],
    "count_letters": lambda c: c.letters,
    "count_long_words": lambda c: c.long_words,
    "count_syllables": lambda c, lang: c.syllables,
    "count_monosyllable_words": lambda c, lang: c.monosyllables,
    "count_polysyllable_words": lambda c, lang: c.polysyllables,
    "count_difficult_words": _difficult,
}


def _load() -> _Backend | None:
    """A private copy of textstat's backend; None where textstat is not installed."""
    try:
        found = importlib.util.find_spec("textstat")
    except ValueError:  # a script put a textstat without a spec into sys.modules
        found = importlib.machinery.PathFinder.find_spec("textstat")
    if found is None or not found.submodule_search_locations:
        return None
    folder = next(iter(found.submodule_search_locations))
    with open(os.path.join(folder, "resources", "en", "easy_words.txt"), encoding="utf-8") as lines:
        easy_words = frozenset(line.strip() for line in lines)
    try:
        _stand_in("utils._get_cmudict", get_cmudict=_no_dictionary)
        _stand_in("utils._get_pyphen", get_pyphen=_no_dictionary)
        _stand_in("utils._get_lang_easy_words", get_lang_easy_words=lambda lang: easy_words)
        for name, count in _COUNTS.items():
            _stand_in(f"counts._{name}", **{name: _counted(count)})
        for package in _PACKAGES:
            bare = ModuleType(f"{_NAME}.{package}".rstrip("."))
            bare.__path__ = [os.path.join(folder, "backend", package)]
            sys.modules[bare.__name__] = bare
        names = dict.fromkeys(name for of_language in METRICS.values() for name in of_language)
        metrics = {name: getattr(importlib.import_module(f"{_NAME}.metrics._{name}"), name) for name in names}
        list_words = importlib.import_module(f"{_NAME}.selections._list_words").list_words
        ours = [module for name, module in list(sys.modules.items()) if name.startswith(_NAME)]
        caches = {
            id(value): value.cache_clear
            for module in ours
            for value in vars(module).values()
            if hasattr(value, "cache_clear")
        }
        words = lru_cache(maxsize=None)(lambda code: GradeWords(code, list_words, easy_words))
        return _Backend(metrics, words, tuple(caches.values()))
    except BaseException:
        for name in [name for name in sys.modules if name.startswith(_NAME)]:
            del sys.modules[name]
        raise


def _stand_in(name: str, **contents: Any) -> None:
    module = ModuleType(f"{_NAME}.{name}")
    vars(module).update(contents)
    sys.modules[module.__name__] = module


def _no_dictionary(lang: str) -> None:
    """Stands in for what would import nltk or pyphen; nothing that is left calls it."""
