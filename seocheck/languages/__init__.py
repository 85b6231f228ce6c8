"""What is known of each language: one YAML file a language, read on demand.

A language without a file is not an error: it gets `LanguageData` with nothing in it, and whatever
needs a fact that is not there is not assessed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

import msgspec

from seocheck.base.own_yaml import load_own_yaml

_FOLDER = os.path.dirname(__file__)
UNINFLECTED = ("vi",)
"""Languages whose words have one form, and are written syllable by syllable with spaces between."""
_UNSPACED = ("bo", "dz", "km", "lo", "my")
"""Languages without a file that don't separate words by spaces."""

_ELIDING = ("ca", "co", "fur", "oc", "rm", "wa")
"""Languages without a file that write a small word and the next one with an apostrophe between: d'ingressos."""


class ReadingEase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A published reading-ease formula, linear in its measures.

    ease = constant + sum of coefficient x measure, where the measures are `words_per_sentence`,
    `syllables_per_word`, `letters_per_word`, `sentences_per_word`, `long_words_percent`, `hard_words_percent`.
    `bands` are (lower bound, words for it), from the easiest down. For a formula that rises with
    difficulty (LIX) `higher_is_harder` is true and the bands' bounds are upper bounds.
    `flesch` are the two numbers that bring a value to Flesch's scale: the first + the second x value.
    """

    name: str
    source: str
    constant: float
    coefficients: Mapping[str, float]
    bands: tuple[tuple[float, str], ...]
    higher_is_harder: bool = False
    flesch: tuple[float, float] = (0.0, 1.0)


class LanguageData(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The facts about one language.

    code: ISO 639-1. name: in English.
    spaced: whether spaces separate its words.
    stemmer: the Snowball algorithm's name; "" if there isn't one.
    apostrophe: what an apostrophe inside a word does: "joins" (don't), "elides" (l'amour: two words),
        "suffixes" (İstanbul’da: what follows is an ending).
    head: where the head word of a noun phrase is.
    function_words: articles, pronouns, prepositions, conjunctions, auxiliaries; lower case.
    articles: words that begin sentences without being noticed; lower case.
    generic_links: link texts that don't say where a link leads; lower case, separated by commas.
    generic_alts: alternative texts of images that say nothing; lower case, separated by commas.
    generic_titles: titles that could be those of any page; lower case, separated by commas.
    text_nouns: what a text calls itself and its place (post, page, blog), and how it greets; text_words: what it says
        besides, where it speaks of nothing else (first, part, explain, more). In all their forms; lower case.
    unfinished: words that no sentence and no phrase ends with (articles, conjunctions, most prepositions); lower case.
        "_" is a space (such_as); with ^ what isn't a sentence by itself (^you_will).
    inflections: endings that inflection adds or takes ("s", "es", "ing"); "" is the bare form.
    doubtful: those of them that make other words as well (Bau, Bauer): words that differ by one are put to the
        dictionary, and are two words if it has both.
    irregular: forms that no rule and no dictionary gives, each after its base; groups separated by commas.
    shortened: nouns whose last vowel is short before endings that begin with one (madár, madarak).
    lexicalised: words that look inflected and are words of their own (marketing, housing).
    derivations: a word -> the words that are closely related but not inflected (diplomacy: diplomatic).
    action_nouns: endings of nouns and of the verbs that they are made of (-ation -ate), "-" for none, with the letters
        that are before them at least; groups separated by commas. not_akin: words that only look so (projection,
        project); groups separated by commas.
    abbreviations: written with a full stop that doesn't end a sentence; lower case, without spaces and the last
        stop. With its last stop if a sentence may end with it ("etc.", "u.s."), with # if only a
        number makes it one ("no#": No. 5); "0" where a number with a stop is an ordinal (am 3. Oktober).
    long_sentence: words above which a sentence counts as long.
    reading_ease: the language's published formula, or None.
    numbers: the words for 0 to 20, 30 to 90 by tens, 100, 1,000, a million, a thousand million; other forms of
        one word after a slash, "_" for a space. months: the names of the twelve months in the same way.
    separable: prefixes of verbs that go to the end of the sentence. possessives: endings that name an owner.
    spellings: words that are written in more than one way, the usual one first; groups separated by commas.
    clippings: short words, each followed by the full ones that it stands for (app application); groups separated by
        commas. What two full words have in common is only their short one.
    units: abbreviations of units with their full names, groups separated by commas (km kilometre kilometres).
    capital_words: words that are another word with a capital (polish, Polish); lower case.
    legal_pages: what pages are called that every site must have (privacy policy, imprint); lower case, separated by
        commas.
    plain_acronyms: acronyms that are words of everyday language and name no subject (PDF, URL); lower case. Those of
        English hold in every language.
    kinds_of_text: words for a kind of text, or in praise of it, which a keyword has besides its topic (tutorial, tips,
        best); lower case. kinds_of_thing: the same for things, beside a name (framework, software); lower case.
        kinds_of_piece: words for pieces of which a page is a collection, and which don't say what they are (joke, poem,
        proverb); lower case.
        endonyms: how the language calls itself, as keywords do behind their topic (Joomla deutsch); lower case.
        kinds_of_work: those of either that make another thing of other words than names (machine learning); lower case.
    transitions: words and phrases that tie a sentence to the one before or its clauses to each other; lower case,
        separated by commas; with ^ if only as a sentence's first words.
    yake: the name by which yake knows the language; "" where it has no stop words for it.
    phrase_measures: words before a noun that say which, how many or how good; where forms are looked up, their bases.
    phrase_attributes: adjectives that make an attribute of a phrase where it has no article (a gran escala).
    phrase_never_first: what somebody does, at the beginning of a phrase, where no noun is in its place.
    phrase_never_last: words that are no noun at the end of a phrase. phrase_adjective_endings: endings of adjectives
        that no noun has.
    What sentences are made of is in a file of its own: `sentence_words`.
    """

    code: str
    name: str = ""
    spaced: bool = True
    stemmer: str = ""
    apostrophe: Literal["joins", "elides", "suffixes"] = "joins"
    head: Literal["first", "last"] = "last"
    function_words: str = ""
    articles: str = ""
    generic_links: str = ""
    generic_titles: str = ""
    generic_alts: str = ""
    text_nouns: str = ""
    text_words: str = ""
    unfinished: str = ""
    inflections: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    irregular: str = ""
    shortened: str = ""
    lexicalised: str = ""
    derivations: Mapping[str, str] = {}
    action_nouns: str = ""
    not_akin: str = ""
    abbreviations: str = ""
    long_sentence: int = 20
    reading_ease: ReadingEase | None = None
    numbers: str = ""
    months: str = ""
    separable: str = ""
    possessives: str = ""
    spellings: str = ""
    clippings: str = ""
    units: str = ""
    capital_words: str = ""
    legal_pages: str = ""
    plain_acronyms: str = ""
    kinds_of_text: str = ""
    kinds_of_piece: str = ""
    kinds_of_thing: str = ""
    kinds_of_work: str = ""
    endonyms: str = ""
    transitions: str = ""
    yake: str = ""
    phrase_measures: str = ""
    phrase_attributes: str = ""
    phrase_never_first: str = ""
    phrase_never_last: str = ""
    phrase_adjective_endings: str = ""

    @property
    def by_beginning(self) -> bool:
        """Whether forms of a word are told by its beginning alone, for want of a stemmer."""
        return self.spaced and not self.stemmer and self.code not in UNINFLECTED

    @property
    def known(self) -> bool:
        """Whether there is a file for the language."""
        return bool(self.name)


@lru_cache(maxsize=64)
def load(code: str) -> LanguageData:
    """The facts about the language with this code; an empty record for one that is not known."""
    text = _text(code)
    if not text:
        return LanguageData(
            code=code, spaced=code not in _UNSPACED, apostrophe="elides" if code in _ELIDING else "joins"
        )
    return msgspec.convert({"code": code, **load_own_yaml(text)}, LanguageData)


@lru_cache(maxsize=1)
def _text(code: str) -> str:
    """The file of a language; "" where it has none."""
    path = os.path.join(_FOLDER, f"{code}.yml")
    if not (code.isalpha() and os.path.isfile(path)):
        return ""
    with open(path, encoding="utf-8") as file:
        return file.read()


@lru_cache(maxsize=128)
def entry(code: str, key: str) -> str:
    """One text of a language's file, "" where it has none; the rest isn't read.

    To detect a language takes the function words of twenty, and nothing else of them.
    """
    found = re.search(rf"^{key}:.*\n(?:(?: .*)?\n)*", _text(code), re.MULTILINE)
    if found is None:
        return ""
    first, *lines = found.group().removesuffix("\n").split("\n")
    if first == f"{key}: >-" and all(re.fullmatch(r"  \S(?:.*\S)?", line) for line in lines):
        return " ".join(line[2:] for line in lines)  # as YAML reads it, in a tenth of the time
    from seocheck.base.yaml12 import load_yaml

    return str(load_yaml(found.group())[key])


@lru_cache(maxsize=64)
def function_words(code: str) -> frozenset[str]:
    """The language's function words, lower case."""
    return frozenset(entry(code, "function_words").split())


@lru_cache(maxsize=64)
def articles(code: str) -> frozenset[str]:
    """The language's articles, lower case."""
    return frozenset(load(code).articles.split())


@lru_cache(maxsize=64)
def generic_links(code: str) -> frozenset[str]:
    """Link texts that say nothing in this language, lower case."""
    return frozenset(text.strip() for text in load(code).generic_links.split(",") if text.strip())


@lru_cache(maxsize=64)
def generic_alts(code: str) -> frozenset[str]:
    """Alternative texts that say nothing of an image, in this language or in English, lower case."""
    listed = f"{load(code).generic_alts},{load('en').generic_alts}"
    return frozenset(text.strip() for text in listed.split(",") if text.strip())


@lru_cache(maxsize=64)
def generic_titles(code: str) -> frozenset[str]:
    """Titles that could be those of any page, in this language or in English, lower case."""
    listed = f"{load(code).generic_titles},{load('en').generic_titles}"
    return frozenset(text.strip() for text in listed.split(",") if text.strip())


@lru_cache(maxsize=64)
def unfinished(code: str) -> frozenset[str]:
    """What no sentence of the language ends with, lower case; with ^ what is no sentence by itself."""
    return frozenset(word.replace("_", " ") for word in load(code).unfinished.split())


@lru_cache(maxsize=64)
def lexicalised(code: str) -> frozenset[str]:
    """The language's words that look inflected and are not."""
    return frozenset(load(code).lexicalised.split())


def available() -> tuple[str, ...]:
    """The codes of all languages that have a file, sorted."""
    names = map(os.path.splitext, os.listdir(_FOLDER))
    return tuple(sorted(stem for stem, ending in names if ending == ".yml"))
