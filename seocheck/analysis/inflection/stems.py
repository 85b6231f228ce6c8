"""Stems by Snowball, lemmas by simplemma: what two inflected forms of one word have in common."""

from __future__ import annotations

import threading
import unicodedata
from functools import lru_cache
from typing import Any

import Stemmer

from seocheck.analysis.inflection import arabic
from seocheck.analysis.inflection.forms import bases
from seocheck.analysis.words.folding import fold, is_lettered, lower, strip_possessive
from seocheck.base.late_pattern import late_pattern
from seocheck.base.limits import not_counted
from seocheck.languages import LanguageData, function_words

_LEMMA_LOCK = threading.Lock()
_DICTIONARIES: Any = None

_STEMS: dict[str, dict[str, str]] = {}
"""Language -> the stems that were looked up, of all articles: most words of one are in others too."""
_KEPT = 16_000
"""Stems of one language that are kept, about 3 MB."""

BEGINNING = 2
"""Letters by which words are looked up where the language has no stemmer; `inflection.same_word` looks at the rest."""
_ENDING = 2
"""Letters that may be an ending there."""


_PERSIAN_ENDING = late_pattern("(?<=..)\u200c(?:ها[یي]?\\w{0,3}|ای|تر|ترین)$")
"""What Persian sets behind a word with a joiner that nobody sees: the plural, and degrees."""


class Stems:
    """Stems of one language. Not to be shared between threads: Snowball keeps state between calls."""

    def __init__(self, language: LanguageData) -> None:
        # What it has stemmed is kept here, so that its own cache would only cost time.
        self._stemmer = Stemmer.Stemmer(language.stemmer, 0) if language.stemmer else None
        self._by_beginning = language.by_beginning
        self._arabic = language.code == "ar"
        self._persian = language.code == "fa"
        self._hindi = language.code == "hi"
        self._beginning = 1 if language.code == "ko" else BEGINNING
        self._known = _STEMS.setdefault(language.code, {})

    def __call__(self, word: str) -> str:
        """The folded stem of a word as written: what most of its forms have in common, and few other words.

        Where the language has no stemmer, the folded word without its last letters.
        """
        stem = self._known.get(word)
        if stem is None:
            # DTOs, KPIs: Snowball keeps an s without a vowel before it.
            is_plural = word[-1:] == "s" and len(word) > 2 and word[:-1].isupper()
            plain = strip_possessive(lower(word[:-1] if is_plural else word))
            if self._persian:
                plain = _PERSIAN_ENDING.sub("", plain)
            elif self._hindi:
                plain = fold(plain)  # Snowball knows one of the two signs of a nasal vowel
            # Node.js, C++ and R&D have no endings to take off.
            if self._stemmer is not None and is_lettered(plain.replace("'", "")):
                stem = fold(self._stemmer.stemWord(plain))
            elif self._by_beginning:
                folded = fold(plain)
                stem = folded[: max(len(folded) - _ENDING, BEGINNING)]
            else:
                stem = fold(plain)
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[word] = stem
        return stem

    def key(self, word: str) -> str:
        """What all forms of a word share, and other words as well: an index to look in with `inflection.same_word`."""
        if self._arabic:
            return arabic.skeleton(fold(word))
        return fold(word)[: self._beginning] if self._by_beginning else self(word)


@lru_cache(maxsize=16_000)
def lemmas(word: str, code: str) -> frozenset[str]:
    """All that the dictionary brings a word back to, folded, and the folded word itself.

    As written and in lower case: German has *Messe* (fair) and *messen* (measure). With the word itself, since
    dictionaries lead from one entry to the next: *liep* to *lopen*, but *lopen* to *loop*.
    """
    found = bases_of(word, code)
    # Hungarian kezek leads to keze, and that to kéz.
    found |= _telling(lower(word), {base for form in found if (base := looked_up(form, code)) is not None}, code)
    return frozenset({fold(word), *map(fold, found)})


@lru_cache(maxsize=16_000)
def bases_of(word: str, code: str) -> frozenset[str]:
    """The word itself and what the dictionary and the rules of its language bring it back to, not folded."""
    plain = strip_possessive(lower(word))
    forms = {plain, word} if word[:1].isupper() and not word.isupper() else {plain}
    found = _telling(plain, {lower(base) for form in forms if (base := looked_up(form, code)) is not None}, code)
    return frozenset({plain, *found, *bases(plain, code, found - forms, _is_base)})


def _telling(word: str, found: set[str], code: str) -> set[str]:
    """The bases of a word without function words, unless it is one: dictionaries have ai for "ain't", ca for can't."""
    small = function_words(code)
    return found if word in small else found - small


@lru_cache(maxsize=16_000)
def close_lemmas(word: str, code: str) -> frozenset[str]:
    """The same without what the lemmas lead to in their turn."""
    return frozenset(map(fold, bases_of(word, code)))


def _is_base(word: str, code: str) -> bool:
    """Whether the dictionary has a word as a base; where its bases are often wrong, whether it has it at all."""
    found = looked_up(word, code)
    return found is not None and (found == word or code in ("cs", "de", "hu", "pl"))


@lru_cache(maxsize=16_000)
def other_lemmas(word: str, code: str) -> tuple[str, ...]:
    """`lemmas` without the word itself, which is all there is for most words."""
    return tuple(sorted(lemmas(word, code) - {fold(word)}))


def is_entry(word: str, code: str) -> bool:
    """Whether the dictionary knows a word, as written or in lower case, as an entry and not as a form of another."""
    return any(
        (found := looked_up(form, code)) is not None and fold(found) == fold(word) for form in (word, lower(word))
    )


def is_word(word: str, code: str) -> bool:
    """Whether the dictionary knows a word in any form, as written or in lower case. False where there isn't one."""
    return any(looked_up(form, code) is not None for form in {word, lower(word)})


def has_dictionary(code: str) -> bool:
    """Whether a language has a dictionary, so that a word which isn't in it tells something."""
    from seocheck.languages.simplemma_parts import SUPPORTED_LANGUAGES

    return code in SUPPORTED_LANGUAGES


@lru_cache(maxsize=16_000)
def looked_up(word: str, code: str) -> str | None:
    """What the dictionary says for a word exactly as given; None where it has nothing.

    The first call loads a dictionary of the language, in its low-memory form: see `seocheck.languages.dictionaries`.
    """
    global _DICTIONARIES
    if not word:
        return None
    with _LEMMA_LOCK:
        if _DICTIONARIES is None:
            with not_counted():
                from seocheck.languages.simplemma_parts import DictionaryLookupStrategy

            from seocheck.languages.dictionaries import KeptDictionaries

            # Only what the dictionary holds counts: simplemma's guesses by rule turn "winged" into "winge".
            _DICTIONARIES = DictionaryLookupStrategy(KeptDictionaries())
        try:
            found = _DICTIONARIES.get_lemma(unicodedata.normalize("NFC", word), code)
        except ValueError:  # a language that has no dictionary
            return None
        return None if found is None else str(found)
