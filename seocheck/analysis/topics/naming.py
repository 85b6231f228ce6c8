"""Phrases of content words that name nothing: what somebody does, whose a thing is, how good or how large it is.

The lists of a language's file hold what is never the subject itself in its place: adjectives of measure before a noun,
or an adjective where a noun should be. Languages that have none are judged by the dictionary's verbs alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from seocheck.analysis.inflection.derivations import families
from seocheck.analysis.inflection.stems import looked_up
from seocheck.analysis.topics.word_class import is_verb
from seocheck.analysis.words.folding import lower
from seocheck.languages import articles, function_words, load

_OF_A_COUNTRY = ("an", "ish", "ese", "ic")
"""Endings of such adjectives."""
_LEMMAS = frozenset(("cs", "pl", "ru", "uk"))


def names_nothing(phrase: str, before: Sequence[str], code: str) -> bool:
    """Whether a phrase is no noun with what belongs to it. before: the words right before it, at all its places."""
    words = phrase.split()
    first, last = lower(words[0]), lower(words[-1])
    if len(words) > 1:
        if code == "de" and words[-1][:1].islower():
            return True  # German nouns have capitals
        if first in _listed(code, "phrase_never_first") and words[0].islower():
            return True
        if last in _listed(code, "phrase_never_last") or last.endswith(_endings(code)):
            return True
        # América Latina, Bon Iver: with a capital inside a sentence it is a name.
        if not words[1][:1].isupper() or code == "de":
            base = looked_up(first, code) if code in _LEMMAS else first
            if {first, base} & _listed(code, "phrase_measures"):
                return True
            if first in _listed(code, "phrase_attributes"):
                return not any(word.casefold() in articles(code) for word in before)
    if len(words) == 1 and _is_of_a_country(first, code):
        return True
    if any(_is_small(word, code) for word in (first, last)):
        return True
    return any(is_verb(word, code) for word in (words[0], words[-1]) if not word.isupper())


@lru_cache(maxsize=64)
def _listed(code: str, key: str) -> frozenset[str]:
    """The words of one list of a language's file."""
    return frozenset(getattr(load(code), key).split())


def _endings(code: str) -> tuple[str, ...]:
    """Endings of adjectives that no noun has: "a vállalati" of "a vállalati portál"."""
    return tuple(_listed(code, "phrase_adjective_endings"))


def _is_of_a_country(word: str, code: str) -> bool:
    """Whether a word says only of what country something is: "European"."""
    return code == "en" and word.endswith(_OF_A_COUNTRY) and bool(families(code).get(word))


def _is_small(word: str, code: str) -> bool:
    """Whether a word is a form of one that only points or belongs: "Twojego", "Вашу"."""
    base = looked_up(word, code) if code in _LEMMAS else None
    return base is not None and lower(base) in function_words(code)
