"""Stems by Snowball, lemmas by simplemma: what two inflected forms of one word have in common."""

from __future__ import annotations

import threading
from typing import Any

import Stemmer

from seocheck.analysis.folding import fold, lower, strip_possessive
from seocheck.languages import LanguageData

_LEMMA_LOCK = threading.Lock()
_LEMMATIZER: Any = None


BEGINNING = 2
"""Letters that stand for a stem where the language has no stemmer; `inflection.same_word` looks at the rest."""


class Stems:
    """Stems of one language. Not to be shared between threads: Snowball keeps state between calls."""

    def __init__(self, language: LanguageData) -> None:
        self._stemmer = Stemmer.Stemmer(language.stemmer) if language.stemmer else None
        self._by_beginning = language.by_beginning
        self._known: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        """The folded stem of a word as written; the folded word where the language has no stemmer."""
        stem = self._known.get(word)
        if stem is None:
            plain = strip_possessive(lower(word))
            # Node.js, C++ and R&D have no endings to take off.
            if self._stemmer is not None and plain.replace("'", "").isalpha():
                stem = fold(self._stemmer.stemWord(plain))
            elif self._by_beginning:
                stem = fold(plain)[:BEGINNING]
            else:
                stem = fold(plain)
            self._known[word] = stem
        return stem


def lemma(word: str, code: str) -> str:
    """The folded dictionary form of a word, or the folded word where simplemma does not know the language.

    The first call loads a dictionary of the language (about 0.1 s), in its low-memory form.
    """
    global _LEMMATIZER
    with _LEMMA_LOCK:
        if _LEMMATIZER is None:
            from simplemma import Lemmatizer
            from simplemma.strategies import DictionaryLookupStrategy, RaiseErrorFallbackStrategy
            from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY

            # Only what the dictionary holds counts: simplemma's guesses by rule turn "winged" into "winge".
            _LEMMATIZER = Lemmatizer(
                lemmatization_strategy=DictionaryLookupStrategy(LOW_MEMORY_DICTIONARY_FACTORY),
                fallback_lemmatization_strategy=RaiseErrorFallbackStrategy(),
            )
        plain = strip_possessive(lower(word))
        try:
            return fold(_LEMMATIZER.lemmatize(plain, lang=code))
        except ValueError:  # a word that is not in the dictionary, or a language that has none
            return fold(plain)
