"""What an absent keyword was perhaps meant to be: “lena duham” where the text says Lena Dunham."""

from __future__ import annotations

from seocheck.analysis.inflection.stems import is_word
from seocheck.analysis.words.folding import fold
from seocheck.analysis.words.zones import SUPPORTING, Words, split
from seocheck.base.late_pattern import late_pattern
from seocheck.model.article import Keyword

LEAST = 5
"""Letters of a word in which one wrong letter is looked for."""
MOST_WORDS = 6
_KATAKANA = late_pattern("[\u30a1-\u30fa\u30fc]{5,}")


def meant(keyword: Keyword, words: Words) -> str:
    """The article's words that differ from the keyword by a single letter in some of its words, or ""."""
    tokens = [fold(token.text) for token in split(keyword.text.value, words.language)[: MOST_WORDS + 1]]
    if words.language.code == "ja":
        return _meant_in_katakana(keyword.text.value, words)
    if not tokens or len(tokens) > MOST_WORDS or not words.language.spaced:
        return ""
    near = [_near(token, words) for token in tokens]
    if not all(near):
        return ""
    rarest = min(range(len(near)), key=lambda i: sum(len(words.positions[w]) for w in near[i]))
    for spelling in near[rarest]:
        for place in words.positions[spelling]:
            start = place - rarest
            if start < 0 or start + len(tokens) > len(words.folded):
                continue
            follows = all(words.folded[start + i] in near[i] for i in range(len(tokens)))
            if follows and words.zone_of(place) in SUPPORTING and _in_one_piece(start, len(tokens), words):
                return _written(start, len(tokens), words)
    return ""


def _meant_in_katakana(keyword: str, words: Words) -> str:
    """The keyword with one foreign word as the article spells it: シミュレーター for シュミレーター."""
    said = "\n".join(piece.text.value for piece in words.pieces if piece.zone in SUPPORTING)
    for run in _KATAKANA.finditer(keyword):
        for other in dict.fromkeys(_KATAKANA.findall(said)):
            if abs(len(other) - len(run[0])) <= 1 and other != run[0] and _one_off(run[0], other):
                meant = keyword[: run.start()] + other + keyword[run.end() :]
                if meant in said:
                    return str(meant)
    return ""


def _near(token: str, words: Words) -> list[str]:
    """The article's words that are this one, or this one with a letter wrong, too many, missing or swapped."""
    if token in words.positions:
        return [token]
    if len(token) < LEAST or not token.isalpha():
        return []
    near = [w for w in words.positions if w[:1] == token[:1] and abs(len(w) - len(token)) <= 1 and _one_off(token, w)]
    return near if near and not is_word(token, words.language.code) else []  # "speed" isn't a slip for "spend"


def _one_off(a: str, b: str) -> bool:
    """Whether two different words differ by one letter, or by two neighbours that changed places."""
    first = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[first:], b[first:]
    if len(a) == len(b):
        swapped = rest_a[:2] == rest_b[:2][::-1] and rest_a[2:] == rest_b[2:]
        # A last letter that differs is an ending more often than a slip.
        return swapped or (rest_a[1:] == rest_b[1:] and len(rest_a) > 1)
    short, long = sorted((rest_a, rest_b), key=len)
    return short == long[1:] and bool(short)


def _in_one_piece(start: int, size: int, words: Words) -> bool:
    piece = words.piece_of(start)
    return start + size <= piece.first + piece.count


def _written(start: int, size: int, words: Words) -> str:
    piece = words.piece_of(start)
    return piece.text.value[words.words[start].start : words.words[start + size - 1].end]
