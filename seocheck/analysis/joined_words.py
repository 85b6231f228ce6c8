"""One word or two: homepage/home page, Milvus2.6/Milvus 2.6, e mail/email, sitespeed/sitespeed.io."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seocheck.analysis.zones import Words
from seocheck.languages import function_words

LEAST = 3
"""Letters of either half of a word that may also be written as two."""
_BORDER = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_PREFIXES = ("e", "i", "m", "x")
"""Letters that stand before a word of their own: e mail, x ray."""


def joined(folded: Sequence[str], words: Words) -> Iterator[int]:
    """Where a keyword of two words is written as one: the indexes of that word."""
    if len(folded) != 2 or not words.language.spaced:
        return
    first, second = folded
    names = first in _PREFIXES and len(second) >= LEAST
    if names or (_is_half(first, words) and _is_half(second, words)) or _BORDER.search(first[-1:] + second[:1]):
        yield from words.positions.get(first + second, ())


def parted(whole: str, words: Words) -> Iterator[tuple[int, int]]:
    """Where a keyword of one word is written as two: (index of the first, number of words)."""
    if not words.language.spaced:
        return
    cuts = {match.start() for match in _BORDER.finditer(whole)}
    if whole.isalpha():
        cuts.update(range(LEAST, len(whole) - LEAST + 1))
        if whole[0] in _PREFIXES and len(whole) > LEAST:
            cuts.add(1)
    for cut in sorted(cuts):
        first, second = whole[:cut], whole[cut:]
        if second not in words.positions:
            continue
        if whole.isalpha() and cut > 1 and not (_is_half(first, words) and _is_half(second, words)):
            continue
        for start in words.positions.get(first, ()):
            if start + 1 < len(words.folded) and words.folded[start + 1] == second:
                yield start, 2


def with_ending(whole: str, words: Words) -> Iterator[int]:
    """Where the name of a site or a tool is written with its ending: sitespeed.io, Node.js."""
    if not whole.isalpha() or len(whole) < LEAST:
        return
    for other, places in words.positions.items():
        if other.startswith(whole) and other[len(whole) : len(whole) + 1] == "." and other[len(whole) + 1 :].isalpha():
            yield from places


def _is_half(word: str, words: Words) -> bool:
    """Whether a word is long enough, and a word of content: "now here" is not "nowhere"."""
    return len(word) >= LEAST and word not in function_words(words.language.code)
