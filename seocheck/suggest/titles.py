"""The parts of a long title that can stand for it: what is before or behind a colon, a dash, a bar or a parenthesis.

Nothing is written anew: a part is as the title has it, and only its first letter may become a capital. The keyword that
the article is about has to stay where the title says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from seocheck.analysis import Analysis
from seocheck.analysis.words.folding import fold
from seocheck.analysis.words.tokens import tokens
from seocheck.base.late_pattern import late_pattern
from seocheck.suggest.sentences.openings import leans

_BETWEEN = late_pattern(
    r"\s+[-–—|·•»]\s+|\s*[—：；｜]\s*|(?<=\S)[:;]\s+|(?<=[?!？！])\s+|\s+(?=[(\[][^()\[\]]*[)\]]\s*$)"
)
_REFERENCE = late_pattern(r"&#?\w+\Z")
_NUMBERED = late_pattern(r"(?<!\d)\d{1,3}\Z")
_ASKS = ("?", "？")
_PAIRS = (("(", ")"), ("[", "]"), ("«", "»"), ("（", "）"), ("「", "」"), ("『", "』"))

MOST_PARTS = 6
LEAST_WORDS = 3
"""Words of a part that doesn't say the keyword; one that does may be shorter."""
LEAST_LETTERS = 8
"""The same in scripts without spaces."""


def title_parts(analysis: Analysis) -> Iterator[tuple[int, int, str]]:
    """Ranges of the title's value with the text that would be the title, the best first; none if no part is clean."""
    title = analysis.article.title
    if title is None:
        return
    value, code = title.text.value, analysis.language.code
    parts = _parts(value)
    if not 1 < len(parts) <= MOST_PARTS:
        return
    spaced = analysis.language.spaced
    words = [(k.primary or k.focus, fold(k.text.value)) for k in analysis.keywords]
    said = [(primary, word) for primary, word in words if _says(value, word, spaced)]
    found = []
    for first in range(len(parts)):
        for last in range(first, len(parts)):
            start, end = parts[first][0], parts[last][1]
            piece = value[start:end]
            kept = [primary for primary, word in said if _says(piece, word, spaced)]
            if (first, last) == (0, len(parts) - 1) or any(p for p, _ in said) > any(kept):
                continue
            if (first and (not kept or leans(piece, code))) or (said and not kept) or not _clean(piece):
                continue
            if last < len(parts) - 1 and _leads_on(value, piece):
                continue
            if _enough(piece, spaced, says_keyword=any(kept)):
                found.append((-len(kept), first, start - end, start, end))
    for *_, start, end in sorted(found):
        piece = value[start:end]
        if piece[0].islower() and value[0].isupper():
            if any(c.isupper() for c in piece.split()[0]) or len(piece[0].upper()) > 1:
                continue  # iPhone: a capital would be wrong
            piece = piece[0].upper() + piece[1:]
        yield start, end, piece


def _parts(value: str) -> list[tuple[int, int]]:
    marks = [
        m.span() for m in _BETWEEN.finditer(value) if not (m[0][0] == ";" and _REFERENCE.search(value, 0, m.start()))
    ]
    edges = [(0, 0), *marks, (len(value), len(value))]
    found = [(before[1], after[0]) for before, after in pairwise(edges)]
    stripped = [(s + len(value[s:e]) - len(value[s:e].lstrip()), s + len(value[s:e].rstrip())) for s, e in found]
    return [(start, end) for start, end in stripped if start < end]


def _says(text: str, word: str, spaced: bool) -> bool:
    if not word or not spaced:
        return bool(word) and word in fold(text)
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", fold(text)) is not None


def _leads_on(value: str, piece: str) -> bool:
    """Whether what follows is what the title is about: a question and its answer, who was asked a question, the number
    of a part and its subject."""
    return piece.endswith(_ASKS) or value.rstrip(' "”»)').endswith(_ASKS) or _NUMBERED.search(piece) is not None


def _clean(piece: str) -> bool:
    """Whether a part begins with a letter or a number and opens no mark that it doesn't close."""
    if not (piece[0].isalnum() or piece[0] in "“„«「『¿¡'\"") or piece.count('"') % 2:
        return False
    if sum(map(piece.count, "“”„")) % 2:
        return False
    return all(piece.count(opening) == piece.count(closing) for opening, closing in _PAIRS)


def _enough(piece: str, spaced: bool, *, says_keyword: bool) -> bool:
    if not spaced:
        return len(piece) >= LEAST_LETTERS
    words = sum(not token.text.isdigit() for token in tokens(piece))
    return words >= (LEAST_WORDS - 1 if says_keyword else LEAST_WORDS)
