"""One word or two: homepage/home page, Milvus2.6/Milvus 2.6, e mail/email, sitespeed/sitespeed.io."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seocheck.analysis.zones import Words
from seocheck.languages import function_words

LEAST = 3
"""Letters of either half of a word that may also be written as two."""
LEAST_HEAD = 5
"""Letters of a word that is looked for at the end of compounds; shorter ones end too many words by chance."""
LONGEST = 200
"""Letters of the longest keyword that is looked for with other borders."""
COMPOUNDING = ("de", "nl", "sv", "da", "nb", "fi", "hu")
"""Languages that write compounds as one word, with the head at the end."""
_PARTICLES = ("away", "back", "down", "off", "out", "over", "up", "in", "on")
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


def particle_verbs(folded: Sequence[str], words: Words) -> Iterator[tuple[int, int]]:
    """The noun and the verb of one thing in English: setup/set up, login/log in, rollback/rolling back."""
    if len(folded) == 2 and folded[1] in _PARTICLES:
        for start in words.positions.get("".join(folded), ()):
            yield start, 1
    if len(folded) != 1:
        return
    particle = next((p for p in _PARTICLES if folded[0].endswith(p)), "")
    verb = folded[0].removesuffix(particle)
    if not particle or len(verb) < LEAST:
        return
    for start in words.by_stem.get(words.stems.key(verb), ()):
        if start + 1 < len(words.folded) and words.folded[start + 1] == particle:
            yield start, 2


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


def respaced(folded: Sequence[str], words: Words) -> Iterator[tuple[int, int]]:
    """Where a keyword of several words stands with other borders between them: (index of the first, number of words).

    "lithiumion laptop batteries" for "lithium-ion laptop batteries", "NASDAQ:VVUS" for "NASDAQ: VVUS".
    """
    whole = "".join(folded)
    if len(folded) < 2 or not words.language.spaced or len(whole) > LONGEST:
        return
    for first, places in words.positions.items():
        for start in places if whole.startswith(first) else ():
            size, length = 0, 0
            while length < len(whole) and start + size < len(words.folded):
                length += len(words.folded[start + size])
                size += 1
            same = length == len(whole) and size != len(folded)
            if same and "".join(words.folded[start : start + size]) == whole and _shares(folded, words, start, size):
                yield start, size


def _shares(folded: Sequence[str], words: Words, start: int, size: int) -> bool:
    """Whether a word of content is the same on both sides, so that the letters do not agree by chance."""
    return any(_is_half(word, words) for word in {*folded} & {*words.folded[start : start + size]})


def in_compound(whole: str, words: Words) -> Iterator[int]:
    """Where a word is the last part of a compound that is written as one: Pullover in Weihnachtspullover."""
    if words.language.code not in COMPOUNDING or len(whole) < LEAST_HEAD or not whole.isalpha():
        return
    stem = words.stems(whole)
    for other, places in words.positions.items():
        if len(other) < len(whole) + LEAST or not other.isalpha():
            continue
        if other.endswith(whole) or (len(stem) >= LEAST_HEAD and words.stems(other).endswith(stem)):
            yield from places


def with_ending(whole: str, words: Words) -> Iterator[int]:
    """Where the name of a site or a tool, or a version, is written with its ending: sitespeed.io, Node.js, 5.4.0."""
    version = "." in whole and whole.replace(".", "").isdecimal()
    if not version and (not whole.isalpha() or len(whole) < LEAST):
        return
    for other, places in words.positions.items():
        rest = other[len(whole) :]
        longer = other.startswith(whole) and rest[:1] == "."
        if longer and (version or rest[1:].isalpha()):  # 5.4.0 is a 5.4, but 26.1 need not be a 26
            yield from places


def _is_half(word: str, words: Words) -> bool:
    """Whether a word is long enough, and a word of content: "now here" is not "nowhere"."""
    return len(word) >= LEAST and word not in function_words(words.language.code)
