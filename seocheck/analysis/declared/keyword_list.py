"""Whether a description is a list of keywords: short parts between separators, and nothing that ties them together."""

from __future__ import annotations

from collections import Counter

from seocheck.analysis import Analysis
from seocheck.analysis.words.folding import fold, lower
from seocheck.analysis.words.splitting import split
from seocheck.base.late_pattern import late_pattern
from seocheck.languages import function_words

_SEPARATOR = late_pattern(r"\s*[,;|，；｜、،؛·•]\s*|\s+[–—-]\s+")
_SENTENCE = late_pattern(r"[.!?…:：](?:\s|$)|[。！？؟।]")
_AT_MOST = 2_000
"""Characters of a description that are looked at."""
PARTS = 5
"""Parts from which on a list without a verb is no phrase."""
DECLARED = 4
"""The same where each part is declared as a keyword."""
WORDS = 4
"""Words of a part, at most; in scripts without spaces as many times two characters."""
_AND_OR = "and or & und oder y o e et ou og och eller en of ja tai i oraz a nebo și sau és vagy ve veya и или та або و"
_AND = frozenset(_AND_OR.split())
_TYING = _AND | frozenset("for the de di da do des du von der della del".split())  # noqa: SIM905
"""Words that a keyword may have inside (of all languages together: a foreign list is a list, too)."""


def keyword_list(analysis: Analysis, description: str) -> int:
    """How many keywords a description lists if it's nothing else, or 0."""
    value = description[:_AT_MOST].rstrip(" \t\r\n.,;|。、，")
    if _SENTENCE.search(value):
        return 0
    parts = [part for part in _SEPARATOR.split(value) if part.strip()]
    if len(parts) < DECLARED:
        return 0
    declared = {fold(keyword.text.value) for keyword in analysis.keywords}
    if not all(fold(part) in declared for part in parts) and (len(parts) < PARTS or _ends_a_phrase(parts)):
        return 0
    others = [part for part in parts if not _is_keyword(part, analysis)]
    if not others or (len(others) * 3 <= len(parts) and _same_word(parts, analysis)):
        return len(parts)
    return 0


def _same_word(parts: list[str], analysis: Analysis) -> bool:
    """Whether half of the parts or more say one word: bread online, rye bread, bread near me."""
    stems = Counter(stem for part in parts for stem in set(analysis.content_stems(part)))
    short = all(len(part.split()) <= WORDS for part in parts)
    return short and analysis.language.spaced and max(stems.values(), default=0) * 2 >= len(parts)


def _ends_a_phrase(parts: list[str]) -> bool:
    """Whether "and" before the last part makes an enumeration of it, which is written for readers."""
    first = lower(parts[-1].split()[0])
    return first in _AND or any(f" {word} " in f" {lower(parts[-1])} " for word in _AND)


def _is_keyword(part: str, analysis: Analysis) -> bool:
    language = analysis.language
    words = split(part, language)
    if not words or len(words) > (WORDS if language.spaced else 2 * WORDS):
        return False
    common = function_words(language.code)
    if not language.spaced:
        return not any(word.text in common for word in words)
    return all(lower(word.text) not in common or lower(word.text) in _TYING for word in words)
