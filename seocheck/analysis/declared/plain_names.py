"""Words with a capital that name nothing a reader would look for: loud words, verbs, acronyms of everyday language.

And the place and the day before a report: "OAKHAM (MNA) - ...".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from seocheck.analysis.declared.legal_forms import is_legal_form
from seocheck.analysis.inflection.stems import is_word
from seocheck.analysis.topics.word_class import is_form_of_verb
from seocheck.analysis.words.folding import fold, lower
from seocheck.base.late_pattern import late_pattern
from seocheck.languages import LanguageData, function_words, load
from seocheck.languages.common_words import common_words

_SHOUTED = 5
"""Letters from which on a plain word in capitals is none but a loud one: DEPRECATED, FREE is too short to tell."""
_KINDS_OF_TEXT = frozenset(("q&a", "q&as", "faq", "faqs", "ama", "diy", "howto", "tl;dr"))
"""Kinds of text that are written as names are, in every language."""
_DATELINE = late_pattern(
    r"\s*(?P<place>[^\W\d_][\w.'’-]*(?:\s[\w.'’-]+){0,3})"
    r"(?P<day>\s?\([^()]{2,30}\)"
    r"|,\s(?:\d{1,2}\.?\s[^\W\d_]{3,}|[^\W\d_]{3,}\.?\s\d{1,2})(?:,?\s\d{4})?)?\s[–—-]{1,2}\s"
)
_INDEFINITE = late_pattern(r"(?<!\w)(?:an?|eine?|une?|una?|uma?|uno|een|en|et|ett)\s+$", re.IGNORECASE)
"""What stands before a noun or its adjective: "a Small review"."""
_COMMA = late_pattern(r",\s$")
_NEXT = late_pattern(r"\s([^\W\d_]{3,})")
_DASH = late_pattern(r"\s[–—-]")
_PLACE_AND_DAY = 120
"""Characters within which the dash is."""
_PLACE = 5
"""Letters of a place in capitals; shorter ones are acronyms."""


def dateline(description: str) -> int:
    """Where a description goes on behind the place and the day of a report; 0 where it has none.

    OAKHAM - , Oakham (MNA) - , Oakham, 12 May - : a name before a dash, with one capital and no day, is a title.
    """
    found = _DATELINE.match(description) if _DASH.search(description, 0, _PLACE_AND_DAY) else None
    if found is None:
        return 0
    place = found["place"]
    return found.end() if found["day"] or (place.isupper() and len(place) >= _PLACE) else 0


def is_abbreviated(word: str, after: str, code: str) -> bool:
    """Whether a word is an abbreviation of the language, as titles before names are: Prof., Dr., Doç."""
    return after.startswith(".") and lower(word) in _abbreviations(code)


def is_plain(words: Sequence[str], around: tuple[str, str], language: LanguageData) -> bool:
    """Whether words with capitals name nothing that a text would have to say. around: the text before and behind."""
    code = language.code
    if all(is_legal_form(word) or _is_shouted(word, code) for word in words):
        return True
    if all(_is_acronym(word) and fold(word) in _acronyms(code) for word in words):
        return True
    if len(words) > 1:
        return False
    word = words[0]
    if word.casefold() in _KINDS_OF_TEXT or fold(word) in _own_names(code):
        return True
    if not word.istitle():
        return False
    before, after = around
    if code != "de" and _COMMA.search(before) and is_word(lower(word), code):
        follows = _NEXT.match(after)  # ", Double stones": the clause behind a comma, with a capital
        if follows and follows[1].islower() and follows[1] not in function_words(code):
            return True
    return (_goes_on(after, code) and is_form_of_verb(word, code)) or (
        lower(word) in common_words(code) and _INDEFINITE.search(before) is not None
    )


def _is_shouted(word: str, code: str) -> bool:
    return len(word) >= _SHOUTED and word.isalpha() and word.isupper() and is_word(word.lower(), code)


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.removesuffix("s").isupper()


@lru_cache(maxsize=32)
def _acronyms(code: str) -> Collection[str]:
    """The acronyms that are words of everyday language, folded: those of English are known everywhere."""
    return frozenset(fold(word) for word in f"{load(code).plain_acronyms} {load('en').plain_acronyms}".split())


@lru_cache(maxsize=32)
def _own_names(code: str) -> Collection[str]:
    """What the language that a page is written in is called, folded."""
    return frozenset(fold(word) for word in f"{load(code).name} {load(code).endonyms}".split())


@lru_cache(maxsize=32)
def _abbreviations(code: str) -> Collection[str]:
    """Abbreviations that end in a full stop, academic titles among them."""
    return frozenset(word.rstrip(".#") for word in f"{load(code).abbreviations} {load('en').abbreviations}".split())


def _goes_on(after: str, code: str) -> bool:
    """Whether a small word follows, as one follows a verb: "Download the plan", "Find all"."""
    following = re.match(r"\s+(\w+)", after)
    return following is not None and lower(following[1]) in function_words(code)
