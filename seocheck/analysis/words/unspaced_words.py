"""What may be a word by itself in a keyword of a script without spaces: "Linux 网络", "データ構造", "板の手入れ"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from seocheck.analysis.words.tokens import UNSPACED, Token

_KATAKANA = re.compile("[ァ-ヺー]")
_HIRAGANA = re.compile("[ぁ-ん]")
_PARTICLES = frozenset("のをがにはでとへ的")
"""Japanese particles, and the Chinese one, that join two words of a keyword."""


def words_of(tokens: Sequence[Token], folded: Sequence[str]) -> list[tuple[int, int]]:
    """The words of a keyword by its spaces, the borders of scripts and the particles: (first token, number of tokens).

    Particles are left out.
    """
    borders = [0, *(i for i in range(1, len(tokens)) if _is_border(i, tokens, folded)), len(tokens)]
    found = [(start, end - start) for start, end in pairwise(borders)]
    content = [(start, size) for start, size in found if size > 1 or folded[start] not in _PARTICLES]
    return content or found


def _is_border(i: int, tokens: Sequence[Token], folded: Sequence[str]) -> bool:
    if tokens[i].start > tokens[i - 1].end:
        return True
    before, after = _script(folded[i - 1]), _script(folded[i])
    if before == after == "other" and folded[i] not in _PARTICLES and folded[i - 1] not in _PARTICLES:
        return False
    if _is_particle(i, tokens, folded) or _is_particle(i - 1, tokens, folded):
        return True
    # Kanji and the hiragana after it are one word: 手入れ.
    return before != after and not (after == "hiragana" and before == "other") and before != "hiragana"


def _is_particle(i: int, tokens: Sequence[Token], folded: Sequence[str]) -> bool:
    """Whether a character is a particle between two words: in 板の手入れ, but not in もの or とき."""
    inside = 0 < i < len(tokens) - 1
    return inside and folded[i] in _PARTICLES and all(_script(folded[j]) != "hiragana" for j in (i - 1, i + 1))


def _script(character: str) -> str:
    if _HIRAGANA.match(character):
        return "hiragana"
    if _KATAKANA.match(character):
        return "katakana"
    return "other" if UNSPACED.match(character) else "foreign"
