"""What capitals tell: IT is another word than "it", US than "us", WHO than "who"."""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.analysis.inflection.stems import is_word
from seocheck.analysis.words.folding import fold
from seocheck.languages import function_words


def shouted(keywords: Sequence[str]) -> bool:
    """Whether a keyword list is written in capitals throughout, so that capitals tell nothing of its words."""
    plain = " ".join(keywords)
    return len(keywords) > 1 and plain.isupper() and any(" " in k.strip() or len(k) > 6 for k in keywords)


def all_capitals(word: str) -> bool:
    """Whether a word of at least two letters is written in capitals only."""
    if word.islower():
        return False
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)


def capital_enough(keyword: str, written: str, code: str) -> bool:
    """NATO is also written Nato, MOE also MoE; IT is never It. A plural ending may be small (PDFs)."""
    letters = [c for c in written if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    if len([c for c in keyword if c.isalpha()]) >= 4:
        enough = bool(letters) and letters[0].isupper()
    else:
        enough = capitals >= 2
    # ALSA is also written alsa, since that is nothing else; AIDS isn't aids.
    return enough or (
        not capitals and len(letters) >= 3 and fold(keyword) == fold(written) and not _is_common(written, code)
    )


def is_capital_inside(start: int, value: str, written: str, code: str) -> bool:
    """Whether a word within a sentence has a capital, as a name has (the format Doc): no It, and no first word."""
    if not (written[:1].isupper() and len(written) > 2) or code == "de" or fold(written) in function_words(code):
        return False
    before = value[:start].rstrip(" \t*_`“\"'")
    return bool(before) and before[-1] not in ".!?:;…。！？：" and not before[-1].isspace()


def _is_common(word: str, code: str) -> bool:
    return fold(word) in function_words(code) or is_word(word, code)
