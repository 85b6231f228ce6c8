"""Label lines that are written in another way than usual: `meta-description :`, `Key words:`.

The reader takes them all; other programs that look for `Meta Description:` may not. Capitals do not count, and in each
language its own spelling is the usual one: German joins Meta-Description, French puts a space before the colon.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span
from seocheck.model.article import Article

_GAP = late_pattern(r"(?P<gap>[ \t\u00a0\u202f]*)(?P<mark>[*_]{0,2})\s*[:：]")
_USUAL = {"meta-description": "Meta Description", "key words": "Keywords", "key-words": "Keywords"}
_HYPHENS = frozenset({"de", "nl", "sv", "da", "no", "nb", "nn", "fi"})
"""Languages in whose texts an English compound is written with a hyphen."""
_GAPS = frozenset({"fr"})
"""Languages that put a space before a colon."""


class LabelVariant(NamedTuple):
    """A label that is written in another way than usual.

    span: the label, with the spaces before its colon. usual: what to write there. field: what the label declares.
    """

    span: Span
    usual: str
    field: str


def label_variants(article: Article) -> Iterator[LabelVariant]:
    """The labels of an article's blocks that are not written as usual, in order."""
    text, language = article.source.text, article.language.code
    for label in (label for block in article.label_blocks for label in block.labels if label.field != "other"):
        start, end = label.value.key_span
        written = text[start:end]
        usual = _usual(" ".join(written.split()), language)
        behind = _GAP.match(text, end)
        gap = behind["gap"] if behind and not behind["mark"] else ""
        kept = gap if language in _GAPS else ""
        if usual + kept != written + gap:
            yield LabelVariant(Span(start, end + len(gap)), usual + kept, label.field)


def _usual(label: str, language: str) -> str:
    usual = _USUAL.get(label.casefold())
    if usual is None or ("-" in label and language in _HYPHENS):
        return label
    if label.isupper():
        return usual.upper()
    return usual.lower() if label.islower() else usual
