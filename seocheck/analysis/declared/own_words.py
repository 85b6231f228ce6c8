"""Whether a description was taken from the article's own prose."""

from __future__ import annotations

from seocheck.analysis.prose.asides import without_asides
from seocheck.base.late_pattern import late_pattern
from seocheck.model.article import Article

_SENTENCES = late_pattern(r"(?<=[.!?])\s")
_BEGINNING = 12
"""Characters of a description that a paragraph must hold for its asides to be looked at."""


def is_from_text(article: Article) -> bool:
    """Whether the declared description is itself a piece of one paragraph, but for white space, asides and the first
    capital."""
    value = " ".join(article.description.text.value.split()) if article.description else ""
    if not value:
        return False
    small = value[0].lower() + value[1:]
    pieces = [" ".join(block.text.value.split()) for block in article.blocks if block.kind == "paragraph"]
    if any(value in piece or small in piece for piece in pieces):
        return True
    for piece in pieces:
        if value[1 : 1 + _BEGINNING] in piece:
            short = " ".join(map(without_asides, _SENTENCES.split(piece)))
            if value in short or small in short:
                return True
    return False
