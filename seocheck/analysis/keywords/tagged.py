"""Keywords as generators and their users write tags: node-js, c-sharp, OpenSourceSoftware, tailwindcss, golang."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from seocheck.analysis.words.folding import fold
from seocheck.analysis.words.zones import Words
from seocheck.base.late_pattern import late_pattern

_SIGNS = tuple(
    (late_pattern(rf"(?<![\w-]){pattern}(?![\w])", re.IGNORECASE), written)
    for pattern, written in (
        (r"([a-z]\w+)-js", r"\1.js"),
        (r"([a-z]\w+)-(css|lang)", r"\1\2"),
        (r"([cf])-?sharp", r"\1#"),
        (r"c-?plus-?plus", "C++"),
        (r"asp-?net", "ASP.NET"),
        (r"dot-?net", ".NET"),
        (r"([a-z][\w-]*-\d{1,2})-(\d{1,2})", r"\1.\2"),  # oven-5-4, version 5.4
    )
)
"""Signs that an address can't have, as tags spell them."""
_ENDINGS = late_pattern(r"(?P<name>[a-z]\w+?)(?:\.js|js|css)|(?P<language>go|rust|elm|nim|zig)lang")
"""Endings of names of software that people leave off: React.js, Tailwind CSS, golang."""
_HUMP = late_pattern(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_STOP = late_pattern(r"[.!?:;…。！？]")
LEAST, LEAST_OF_TWO = 2, 3
"""Letters of each word of a tag of three words or more that are written as one, and of one of two."""


class Respelt(NamedTuple):
    """A tag as a text would write it. tightly: whether its words must be side by side; else one sentence is enough."""

    text: str
    tightly: bool


@lru_cache(maxsize=4_096)
def respelt(tag: str) -> tuple[Respelt, ...]:
    """The other ways to write a tag, none for most keywords."""
    plain = tag.strip().lstrip("#")
    if not plain.isascii():
        return ()
    written = plain
    if plain.replace("-", "").replace("_", "").replace(" ", "").isalnum():
        for pattern, sign in _SIGNS:
            written = pattern.sub(sign, written)
    found = [Respelt(written, False)] if written != plain else []
    if plain.isalnum() and not plain.islower() and (words := _HUMP.findall(plain)) and "".join(words) == plain:
        found += _in_words(words)
    return tuple(found)


def _in_words(words: Sequence[str]) -> list[Respelt]:
    """A tag of several words with a capital each; of two such words most are names, like PowerShell."""
    if len(words) < 2 or min(map(len, words)) < (LEAST if len(words) > 2 else LEAST_OF_TWO):
        return []
    is_name = len(words) == 2 and words[0][0].isupper()
    # The first letters are big because they begin a word: they tell nothing.
    return [Respelt(" ".join(word if word.isupper() else word.lower() for word in words), is_name)]


def without_ending(folded: str) -> str:
    """The name of software with its ending left off, "" for a word that has none: reactjs, golang."""
    ending = _ENDINGS.fullmatch(folded)
    return "" if ending is None else fold(ending["name"] or ending["language"])


def named_without_ending(folded: str, words: Words) -> list[int]:
    """Where the text has the name that a word is with its ending left off, with a capital inside a sentence."""
    places = words.positions.get(without_ending(folded), ())
    return list(places) if any(_is_name_there(place, words) for place in places) else []


def _is_name_there(place: int, words: Words) -> bool:
    piece = words.piece_at[place]
    token = words.words[place]
    if not token.text[0].isupper() or place == piece.first or words.realms[place] != "article":
        return False
    return _STOP.search(piece.text.value, words.words[place - 1].end, token.start) is None
