"""What keywords of one list have in common: two that are one, and one that is the author's name."""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.analysis import Analysis
from seocheck.analysis.inflection.inflection import same_word
from seocheck.analysis.words.folding import fold
from seocheck.analysis.words.tokens import Token
from seocheck.model.article import Keyword

AUTHOR_FIELDS = ("author", "byline", "article:author", "dc.creator")


def are_one(mine: Sequence[Token], theirs: Sequence[Token], analysis: Analysis) -> bool:
    """Whether two keywords of equally many words differ by inflection alone, word by word."""
    return all(
        fold(a.text) == fold(b.text)
        or (same_word(a.text, b.text, analysis.language) and is_capitals(a.text) == is_capitals(b.text))
        for a, b in zip(mine, theirs, strict=True)
    )


def is_capitals(word: str) -> bool:
    """Whether a word is written in capitals, as AIDS is and aid is not; a small plural ending (PDFs) may follow."""
    return len(word) > 1 and word[:2].isupper()


def is_author(analysis: Analysis, keyword: Keyword) -> bool:
    """Whether a keyword is the author's name, which some systems put into the list; the byline says it."""
    article = analysis.article
    said = [field.text.value for name in AUTHOR_FIELDS for field in article.metadata.get(name, ())]
    said += [ignored.text for ignored in article.ignored if ignored.reason == "byline"]
    wanted = fold(keyword.text.value)
    return bool(wanted) and any(wanted in fold(text) for text in said)
