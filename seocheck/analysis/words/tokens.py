"""Words of a text with their places.

One pattern cuts words for everything: keyword matching, word counts, readability. Hyphenated words
are cut at their hyphens ("state-of-the-art" is four tokens, each after the first marked `glued`),
because a keyword may be written with or without them; who counts words as a dictionary does joins
them again. Written forms that carry signs stay whole: C++, C#, .NET, Node.js, R&D, AT&T, 3.14, 1,000.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

# Python's \w leaves out combining marks, which would cut NFD "cafe\u0301" and every Hindi or Thai word.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0963\u0966-\u0dff"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d\u00ad\u3099\u309a"
)
_W = rf"[^\W_{_MARKS}][^\W_]*(?:[{_MARKS}]+[^\W_]*)*"
_APOSTROPHES = "'\u2019\u02bc\u2018\u00b4`\uff07"

_WORD = re.compile(
    rf"""
      \.NET\b                                      # the one common name that begins with a full stop
    | (?<![^\W_])[A-Za-z](?:\+\+|\#)(?![\w+\#])     # C++, C#, F#
    | \d+(?:[.,:]\d+)+(?!\w)                         # 3.14  1,000  12:30
    | (?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?!\w))?         # U.S., e.g., U.S.A
    | {_W}
      (?:
          [{_APOSTROPHES}]{_W}                     # don't, Putin's, d'Ukraine
        | &(?=\w)(?!\#?\w{{1,10}};){_W}            # R&D, AT&T; no &amp; left in a title
        | \.(?=[a-z0-9])(?![a-z]\.){_W}              # Node.js, example.com
      )*
    """,
    re.VERBOSE,
)
_GLUE = frozenset("-\u2010\u2011\u00ad")

# Scripts written without spaces between words: a run of them is one token here, matched by substring.
UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f]")

MAX_WORD = 120
"""Longer runs of letters (encoded data, a one-megabyte token) aren't words and are left out."""


class Token(NamedTuple):
    """A word as written, its range in the text, and whether a hyphen ties it to the word before."""

    text: str
    start: int
    end: int
    glued: bool


_KEPT = 4_000
"""Characters of the longest text whose words are kept for the next who asks: several rules look at the same blocks."""


def tokens(value: str) -> Sequence[Token]:
    """The words of `value` in order. Time is linear in its length."""
    return _kept(value) if len(value) <= _KEPT else cut(value)


@lru_cache(maxsize=1024)
def _kept(value: str) -> tuple[Token, ...]:
    return tuple(cut(value))


def cut(value: str) -> list[Token]:
    """The same, for texts that nobody asks for twice: nothing is kept."""
    found: list[Token] = []
    add, new = found.append, tuple.__new__  # what Token() does, without the call between
    last_end = -2
    for match in _WORD.finditer(value):
        start, end = match.span()
        if end - start > MAX_WORD:
            continue
        add(new(Token, (value[start:end], start, end, last_end == start - 1 and value[last_end] in _GLUE)))
        last_end = end
    return found
