"""What is known of a language's sentences: one YAML file a language in `sentences/`, read where one is suggested.

Words at which a sentence may be cut, that tie it to others, and that say what a thing is. Entries are separated by
spaces, "_" is a space, and each is a regular expression, mostly a plain word.
"""

from __future__ import annotations

import os
from functools import lru_cache

import msgspec

from seocheck.base.own_yaml import load_own_yaml

_FOLDER = os.path.join(os.path.dirname(__file__), "sentences")
_WITHOUT_EDGES = frozenset(("hi", "ja", "ko", "zh"))
"""Languages in which a pattern can't tell where a word begins or ends."""


class SentenceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words at which a sentence may be cut, or must not be, that tie it to others, and that say what a thing is.

    leaning: first words that lean on what was said before, that join, that greet, or that open half of a sentence.
    leaning_conditions: those that open half of one, whose other half comes behind a comma. leaning_phrases: several
        first words that lean; where one is an article too ("Das Rezept"), with its verb. leaning_stories: how a story
        begins.
    pointing_outside: words that point at a place of the article outside the sentence. pointing_back: words that point
        at the sentence before. pointing_speech: words of somebody who speaks of himself. pointing_calls: how a sentence
        begins that asks the reader to do something. pointing_halves: how a sentence says that a thing is not all of
        what it is, and leaves the rest to the next one.
    own_points: what is before the word for a text where an article speaks of itself ("in this"). own_texts: beginnings
        or whole of such words. own_further: other ways to say what a text is or shows. own_tells: beginnings of verbs
        for what it does for its readers.
    kinds_of_page: what pages of a site are called that say nothing of their subject ("About us", "Services").
    definite_articles: those that say that something has been spoken of.

    clause_joins: the conjunction that adds a clause and takes nothing back. clause_governing: what may govern the
        words behind a comma too, so that a cut there leaves half a thought.
    clause_tails: what begins the end of a sentence that only adds to it ("which", "so that"). clause_also: how a
        sentence says a second thing besides. clause_denies: what denies a first one. clause_caveats: what takes
        something back in the end of a sentence.
    clause_contrasts: what sets a sentence, in its first clause, against the one before.
    clause_halves: how a clause begins that another must follow. clause_adjuncts: what may be left off behind a main
        clause. clause_open_ends: words with which no main clause ends that has an adjunct behind it.
    clause_occasions: what a sentence may say first of its occasion, before its subject.
    clause_listing: what begins a list behind a comma. clause_such_as: what begins one with or without.
    clause_verbs: common verbs, which tell that a sentence has come to its main clause. clause_finite: further verbs
        of sentences that say what a thing is, or holds. clause_copulas: those of the common ones that say what a
        thing is. clause_pronouns: what stands right before the verb of a main clause. clause_goes_on: how the main
        clause goes on after something between commas.
    defining_is_a: what stands between a thing and its definition, with the edges of words ("\\b") where the
        language has them. defining_verbs: verbs that say what a thing does or is for. defining_we_are: how a site
        says what it is. defining_we_offer: how one begins to say what it does or sells. defining_relatives: words
        that begin a clause about what is before them.
    """

    leaning: str = ""
    leaning_conditions: str = ""
    leaning_phrases: str = ""
    leaning_stories: str = ""
    pointing_outside: str = ""
    pointing_back: str = ""
    pointing_speech: str = ""
    pointing_calls: str = ""
    pointing_halves: str = ""
    own_points: str = ""
    own_texts: str = ""
    own_further: str = ""
    own_tells: str = ""
    kinds_of_page: str = ""
    definite_articles: str = ""
    clause_joins: str = ""
    clause_governing: str = ""
    clause_tails: str = ""
    clause_also: str = ""
    clause_denies: str = ""
    clause_caveats: str = ""
    clause_contrasts: str = ""
    clause_halves: str = ""
    clause_adjuncts: str = ""
    clause_open_ends: str = ""
    clause_occasions: str = ""
    clause_listing: str = ""
    clause_such_as: str = ""
    clause_verbs: str = ""
    clause_finite: str = ""
    clause_copulas: str = ""
    clause_pronouns: str = ""
    clause_goes_on: str = ""
    defining_is_a: str = ""
    defining_verbs: str = ""
    defining_we_are: str = ""
    defining_we_offer: str = ""
    defining_relatives: str = ""


def alternatives(listed: str) -> str:
    """The entries of a list as one pattern; "" where there are none."""
    return "|".join(listed.split()).replace("_", " ")


@lru_cache(maxsize=64)
def sentence_words(code: str) -> SentenceWords:
    """Those of a language; none where it has no file."""
    path = os.path.join(_FOLDER, f"{code}.yml")
    if not (code.isalpha() and os.path.isfile(path)):
        return SentenceWords()
    with open(path, encoding="utf-8") as file:
        return msgspec.convert(load_own_yaml(file.read()), SentenceWords)


def between_edges(listed: str, code: str) -> str:
    """The entries of a list as one pattern of whole words, where a language's words have edges; "" for none."""
    found = alternatives(listed)
    if not found:
        return ""
    return rf"\b(?:{found})\b" if has_edges(code) else f"(?:{found})"


def has_edges(code: str) -> bool:
    """Whether a pattern can tell where a word of a language begins and ends."""
    return code not in _WITHOUT_EDGES
