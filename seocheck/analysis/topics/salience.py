"""What an article is about, by its own words: the phrases that stand out of its prose.

The ranking is YAKE's (Campos et al., "YAKE! Keyword extraction from single documents using multiple local
features", Information Sciences 509, 2020), which needs no other text than the article. `yake_scores` has
it; the authors' package does the same when the settings ask for it (`topics: yake`), fifty times slower.
Either way its stop words are the package's.

YAKE's candidates are raw: words it cut apart, phrases that occur nowhere as they are, fragments of each
other; `phrases` keeps those that would look right in a list of keywords. Words that mix letters and
digits (COVID-19) are invisible to YAKE and never appear.
"""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.analysis.topics.phrases import SENTENCE_END, Phrase, presentable
from seocheck.analysis.topics.prose_words import APOSTROPHES
from seocheck.analysis.topics.stop_words import stop_words
from seocheck.analysis.topics.unavailable import SalienceUnavailable
from seocheck.analysis.topics.yake_scores import yake_scores
from seocheck.analysis.words.tokens import tokens
from seocheck.base.late_pattern import late_pattern
from seocheck.languages import LanguageData, function_words

__all__ = ["MAX_CHARACTERS", "Phrase", "SalienceUnavailable", "salient_phrases"]

MAX_CHARACTERS = 100_000
"""Prose looked at, from the beginning; a longer article's subject is clear by then."""

_MAX_WORDS = 3
_MAX_CANDIDATES = 400
_FIRST = 1e-9
"""The score of the first phrase of a title: yake's own are larger."""
_LONGEST_TITLE = 300

_ADDRESS = late_pattern(r"\b(?:https?://|www\.)\S+|\S+@\S+\.\S+")
_LONG = 60
_LONG_RUN = late_pattern(rf"\S{{{_LONG},}}")
_SYMBOLS = late_pattern(r"[{}\[\]<>|\\^~=+*#_@$%/§°•·…]+")
_COMMAS = late_pattern(r",(?:[\s,]*,)+")
_MARK_BEFORE_COMMA = late_pattern(r"(?<=[^\w\s])(?=[,;:])")
_POSSESSIVE = late_pattern(r"(?<=\w)'[sS]?(?!\w)")
_ELISION = late_pattern(r"\b[^\W\d_]{1,8}'(?=\w)")
_SUFFIX = late_pattern(r"(?<=\w)'\w+")


def salient_phrases(
    blocks: Sequence[str],
    language: LanguageData,
    *,
    titles: Sequence[str] = (),
    limit: int = 20,
    by_library: bool = False,
) -> tuple[Phrase, ...]:
    """The phrases of one to three words that stand out, best first.

    titles: the article's title and main heading; what they say and the text says too comes first.
    by_library: let the package yake rank them.

    `blocks` are the article's blocks of running text (paragraphs, headings, items) in reading order.
    The order is by score, then by text; the same blocks always give the same phrases.

    Raises SalienceUnavailable when yake is not installed, fails, or has no stop words for the language.
    """
    if not language.yake:
        known = language.name or language.code or "an unknown language"
        raise SalienceUnavailable(f"no stop words for {known}")
    blocks = _bounded(blocks)
    scores = dict(ranked(prepared(blocks, language), language, by_library=by_library))
    for rank, phrase in enumerate(_of_titles(titles)):
        scores[phrase] = _FIRST * (1 + rank)
    return tuple(presentable(scores, blocks, language)[:limit])


def ranked(text: str, language: LanguageData, *, by_library: bool = False) -> list[tuple[str, float]]:
    """The candidates of a prepared text in small letters, best first, with their scores. Raises SalienceUnavailable."""
    small = function_words(language.code)
    if by_library:
        from seocheck.analysis.topics.yake_library import library_scores

        return library_scores(text, language.yake, small, _MAX_CANDIDATES, _MAX_WORDS) if text else []
    return yake_scores(text, stop_words(language.yake) | small, _MAX_CANDIDATES)


def _of_titles(titles: Sequence[str]) -> list[str]:
    """Every run of up to three words of the titles, the longest first, in lower case."""
    runs: dict[str, int] = {}
    for title in titles:
        found = tokens(title[:_LONGEST_TITLE])
        for size in range(_MAX_WORDS, 0, -1):
            for start in range(len(found) - size + 1):
                first, last = found[start], found[start + size - 1]
                runs[" ".join(title[first.start : last.end].lower().split())] = size
    return sorted(runs, key=lambda run: -runs[run])


def _bounded(blocks: Sequence[str]) -> list[str]:
    kept: list[str] = []
    room = MAX_CHARACTERS
    for block in blocks:
        if room <= 0:
            break
        kept.append(block[:room])
        room -= len(block)
    return kept


def prepared(blocks: Sequence[str], language: LanguageData) -> str:
    """The prose as YAKE can take it: sentences only, no possessives, no noise.

    A comma replaces what was cut out, since YAKE forms no phrase across punctuation; were "Putin's words"
    to become "Putin words", it would rank a phrase that nobody wrote.
    """
    parts = []
    for block in blocks:
        text = block.translate(APOSTROPHES).replace("\xad", "")
        # A search for what most blocks have not would take longer than all else here.
        if len(max(text.split(), key=len, default="")) >= _LONG:
            text = _LONG_RUN.sub(", ", text)
        if "@" in text or "://" in text or "www." in text:
            text = _ADDRESS.sub(", ", text)
        text = _SYMBOLS.sub(", ", text)
        if "'" not in text:
            pass
        elif language.apostrophe == "elides":
            text = _ELISION.sub(", ", text)
        elif language.apostrophe == "suffixes":
            text = _SUFFIX.sub(", ", text)
        else:
            text = _POSSESSIVE.sub(", ", text)
        text = " ".join(text.split()).replace(" ,", ",")
        if ",," in text or ", ," in text:
            text = _COMMAS.sub(",", text)
        text = text.strip(" ,")
        # segtok cuts a comma from a mark before it all the same, but begins at the end of the sentence for each.
        text = _MARK_BEFORE_COMMA.sub(" ", text)
        if text:
            parts.append(text if text.endswith(SENTENCE_END) else f"{text}.")
    return "\n".join(parts)
