"""Cut a text into the words that keywords are matched by, as its language parts them."""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.analysis.words.tokens import UNSPACED, Token, tokens
from seocheck.analysis.words.unspaced import clusters
from seocheck.base.late_pattern import late_pattern
from seocheck.languages import LanguageData

_FOREIGN_AND_PARTICLE = late_pattern(r"([A-Za-z0-9.&'’]*[A-Za-z0-9])([\uac00-\ud7a3]+)")
_APOSTROPHE = late_pattern("['\u2019\u02bc]")


def split(value: str, language: LanguageData) -> Sequence[Token]:
    """The words of a text as this language parts them at apostrophes and between characters."""
    found = tokens(value)
    if not language.spaced or (not value.isascii() and UNSPACED.search(value)):
        found = [part for token in found for part in _characters(token)]
    if language.code == "ko":
        found = [part for token in found for part in _without_particle(token)]
    if language.apostrophe == "joins" or _APOSTROPHE.search(value) is None:
        return found
    parted: list[Token] = []
    for token in found:
        mark = _APOSTROPHE.search(token.text)
        cut = mark.start() if mark else -1
        if cut <= 0 or cut == len(token.text) - 1:
            parted.append(token)
        elif language.apostrophe == "elides":
            parted.append(Token(token.text[:cut], token.start, token.start + cut, token.glued))
            parted.append(Token(token.text[cut + 1 :], token.start + cut + 1, token.end, False))
        else:  # what follows is an ending of the word before: İstanbul’da
            parted.append(Token(token.text[:cut], token.start, token.start + cut, token.glued))
    return parted


def _without_particle(token: Token) -> list[Token]:
    """Korean writes particles right after names and numbers in other letters: Python을, 3.0의."""
    found = _FOREIGN_AND_PARTICLE.fullmatch(token.text)
    if found is None:
        return [token]
    border = token.start + found.end(1)
    return [Token(found[1], token.start, border, token.glued), Token(found[2], border, token.end, False)]


def _characters(token: Token) -> list[Token]:
    """Scripts without spaces: each character with its marks a token, so that any run of them can be found."""
    if not UNSPACED.search(token.text):
        return [token]
    start = token.start
    return [Token(part[0], start + part.start(), start + part.end(), False) for part in clusters().finditer(token.text)]
