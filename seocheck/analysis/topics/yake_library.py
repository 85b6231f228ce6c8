"""yake itself, for who asks for it: the only module that imports it, and only then; that takes half a second."""

from __future__ import annotations

import logging
from collections.abc import Collection

from seocheck.analysis.topics.unavailable import SalienceUnavailable
from seocheck.base.limits import not_counted


def library_scores(
    text: str, language: str, more: Collection[str], limit: int, longest: int = 3
) -> list[tuple[str, float]]:
    """yake's candidates in small letters, best first, with their scores.

    language: by yake's name. more: stop words beside its own. longest: words of the longest phrase.

    Raises SalienceUnavailable when yake is not installed or fails.
    """
    try:
        with not_counted():
            from yake import KeywordExtractor
    except Exception as error:
        raise SalienceUnavailable(f"yake cannot be imported: {error}") from error
    # yake answers every exception of its own with an empty list and a line in its log.
    log = logging.getLogger("yake")
    complaints = _Complaints()
    propagate, log.propagate = log.propagate, False
    log.addHandler(complaints)
    try:
        extractor = KeywordExtractor(lan=language, n=longest, dedup_lim=1.0, window_size=1, top=limit)
        extractor.stopword_set |= set(more)
        found = extractor.extract_keywords(text)
    except Exception as error:
        raise SalienceUnavailable(f"yake failed: {error}") from error
    finally:
        log.removeHandler(complaints)
        log.propagate = propagate
    if complaints.messages and not found:
        raise SalienceUnavailable(f"yake failed: {complaints.messages[0]}")
    return [(str(phrase), float(score)) for phrase, score in found]


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage().partition(" (text preview")[0])
