"""Descriptions that speak of nothing but the text: "This is the second of three posts", "Welcome to my blog"."""

from __future__ import annotations

import re
from functools import lru_cache

from seocheck.analysis import Analysis
from seocheck.analysis.words.folding import fold, lower
from seocheck.analysis.words.zones import split
from seocheck.languages import function_words, load

MOST = 30
"""Words of a description that are looked at; one that has more says something."""
_DWELT_ON = 3
"""How often a text on blogs, or on descriptions, says so."""


def generic_description(analysis: Analysis) -> str:
    """A description all of whose words fit any page of its kind; "" for one that says more, or where nothing is known.

    The name of the site may be in it. What the title says too, and the text again and again, is a subject.
    """
    description = analysis.article.description
    nouns, others = _words(analysis.language.code)
    if description is None or not nouns:
        return ""
    value = description.text.value.strip()
    plain = value
    for name in analysis.site_names:
        plain = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", plain, flags=re.IGNORECASE)
    tokens = split(plain, analysis.language)
    said = [fold(token.text) for token in tokens]
    if not 0 < len(said) <= MOST:
        return ""
    small = function_words(analysis.language.code)
    for word, token in zip(said, tokens, strict=True):
        if word not in nouns and word not in others and lower(token.text) not in small and len(word) > 1:
            return ""
    named = [word for word in said if word in nouns]
    if not named or (len(said) == 1 and plain != value):
        return ""
    title = (
        {fold(token.text) for token in split(analysis.own_title.value, analysis.language)} if analysis.own_title else ()
    )
    return "" if any(word in title and _says(word, analysis) >= _DWELT_ON for word in named) else value


def knows_generic_descriptions(analysis: Analysis) -> bool:
    """Whether the words of such descriptions are known for the article's language."""
    return bool(load(analysis.language.code).text_nouns)


@lru_cache(maxsize=64)
def _words(code: str) -> tuple[frozenset[str], frozenset[str]]:
    language = load(code)
    numbers = re.split(r"[\s/_]+", language.numbers)[:40]
    listed = (language.text_nouns.split(), [*language.text_words.split(), *numbers])
    nouns, others = ({part for word in words for part in fold(word).split()} for words in listed)
    return frozenset(nouns), frozenset(others)


def _says(word: str, analysis: Analysis) -> int:
    return len(analysis.words.positions.get(word, ()))
