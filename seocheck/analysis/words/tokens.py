"""Words of a text with their places.

One pattern cuts words for everything: keyword matching, word counts, readability. Hyphenated words
are cut at their hyphens ("state-of-the-art" is four tokens, each after the first marked `glued`),
because a keyword may be written with or without them; who counts words as a dictionary does joins
them again. Written forms that carry signs stay whole: C++, C#, .NET, Node.js, R&D, AT&T, Ph.D., 3.14, 1,000, 1/2.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, repeat
from typing import NamedTuple

from seocheck.base.late_pattern import late_pattern

_APOSTROPHES = "'\u2019\u02bc\u2018\u00b4`\uff07"
_MARKED = late_pattern(
    "[\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u109f\u135d-\u135f\u1700-\u1dff\u200c\u200d\u2060\u2cef-\u2cf1\u2d7f\u2de0-\u2dff"
    "\u302a-\u302f\u3099\u309a\ua66f-\uabff\ufb1e\ufe00-\ufe2f\U00010000-\U0001efff]"
)
"""Blocks with marks that are parts of words; what has none of these characters is cut by a simpler pattern."""


def _pattern(word: str) -> re.Pattern[str]:
    """The words of a text, given what a run of letters and digits is; one group, so that `split` keeps them.

    Most words are letters before a space or a comma, and most other places begin none: both are told at once.
    """
    return late_pattern(
        rf"""
        ([A-Za-z]+(?=[ ,\n;:!?)"-]) | (?=[^\W_]|\.NET)(?:
          \.NET\b                                      # the one common name that begins with a full stop
        | (?<![^\W_])[A-Za-z](?:\+\+|\#)(?![\w+\#])     # C++, C#, F#
        | (?=\d)(?:
            \d+(?:[.,:]\d+)+(?!\w)                       # 3.14  1,000  12:30
          | (?<![\w/])\d+/\d+(?![\w/])                    # 1/2  24/7
          )
        | (?=[^\W\d_][a-z]?\.)(?:
            (?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?!\w))?       # U.S., e.g., U.S.A
          | (?:[A-Z][a-z]?\.){{2,}}                      # Ph.D., M.Sc.
          )
        | {word}
          (?:
              [{_APOSTROPHES}]{word}                     # don't, Putin's, d'Ukraine
            | &(?=\w)(?!\#?\w{{1,10}};){word}            # R&D, AT&T; no &amp; left in a title
            | \.(?=[a-z0-9])(?![a-z]\.){word}              # Node.js, example.com
          )*
        ))
        """,
        re.VERBOSE,
    )


_PLAIN = _pattern(r"[^\W_]+")


@lru_cache(maxsize=1)
def _with_marks() -> re.Pattern[str]:
    """Words with combining marks in them (Unicode categories Mn and Mc), which Python's \\w leaves out.

    Without them every Hindi or Thai word would be cut. Joiners and the like, which nobody sees, are parts of words too.
    """
    marks = f"{marks_of_all_scripts()}\u00ad\u180e\u200c\u200d\u2060"
    return _pattern(rf"[^\W_]+(?:[{marks}]+[^\W_]*)*")


@lru_cache(maxsize=1)
def marks_of_all_scripts() -> str:
    """The combining marks of all scripts, as ranges for a set of characters in a pattern."""
    marks = [c for block in _BLOCKS_WITH_MARKS for c in block if unicodedata.category(chr(c)) in ("Mn", "Mc")]
    known = frozenset(marks)
    firsts, lasts = ([c for c in marks if c + step not in known] for step in (-1, 1))
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in zip(firsts, lasts, strict=True))


_BLOCKS_WITH_MARKS = (range(0x300, 0x3100), range(0xA000, 0xAC00), range(0xFB00, 0xFF00), range(0x10000, 0x1F000))
"""All but Chinese characters, Korean syllables and private use; variation selectors beyond belong to what is before."""
_GLUE = frozenset("-\u2010\u2011\u00ad")

UNSPACED_LETTERS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u1b00-\u1b7f\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua980-\ua9ff\uaa60-\uaadf\uf900-\ufaff\uff66-\uff9f\U00020000-\U000323af"
)
UNSPACED = late_pattern(f"[{UNSPACED_LETTERS}]")
"""Scripts written without spaces between words: a run of them is one token here, and `splitting` cuts it further."""

MAX_WORD = 120
"""Longer runs of letters (encoded data, a one-megabyte token) aren't words and are left out. In scripts without spaces
a run may be a paragraph, and is cut into pieces."""
MAX_RUN = 4_000
"""The longest such run that can be a paragraph."""


class Token(NamedTuple):
    """A word as written, its range in the text, and whether a hyphen ties it to the word before."""

    text: str
    start: int
    end: int
    glued: bool


_NEW = tuple.__new__  # what Token() does, without a call between
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
    pattern = _PLAIN if value.isascii() or not _MARKED.search(value) else _with_marks()
    parts = pattern.split(value)
    words = parts[1::2]
    if not words:
        return []
    sizes = list(map(len, parts))
    if max(sizes[1::2]) > MAX_WORD:
        return _cut_with_runs(value, pattern)
    places = list(accumulate(sizes))
    glued = [between in _GLUE for between in parts[:-1:2]]
    glued[0] = False
    return list(map(_NEW, repeat(Token), zip(words, places[::2], places[1::2], glued, strict=False)))


def first_token(value: str) -> Token | None:
    """The first word of a text; None where there isn't one."""
    if len(value) > MAX_WORD:
        return next(iter(tokens(value)), None)
    match = (_PLAIN if value.isascii() or not _MARKED.search(value) else _with_marks()).search(value)
    return Token(match[0], *match.span(), False) if match else None


def _cut_with_runs(value: str, pattern: re.Pattern[str]) -> list[Token]:
    """The same where a run is too long for a word."""
    found: list[Token] = []
    last_end = -2
    for match in pattern.finditer(value):
        start, end = match.span()
        if end - start > MAX_WORD:
            found += [Token(piece[0], piece.start(), piece.end(), False) for piece in _pieces(value, start, end)]
            continue
        found.append(Token(value[start:end], start, end, last_end == start - 1 and value[last_end] in _GLUE))
        last_end = end
    return found


def leaves_out(value: str) -> bool:
    """Whether letters of `value` are in none of its words, because too many follow each other."""
    if len(value) <= MAX_WORD:
        return False
    runs = (match.span() for match in _with_marks().finditer(value))
    return any(end - start > MAX_WORD and next(_pieces(value, start, end), None) is None for start, end in runs)


def _pieces(value: str, start: int, end: int) -> Iterator[re.Match[str]]:
    if end - start <= MAX_RUN and UNSPACED.search(value, start, end):
        yield from _piece().finditer(value, start, end)


@lru_cache(maxsize=1)
def _piece() -> re.Pattern[str]:
    """As much of a run as a word may be long, and the marks of its last letter."""
    marks = marks_of_all_scripts()
    return re.compile(rf".{{1,{MAX_WORD - 20}}}(?:(?<=[\u17d2\u1039]).)?[{marks}]{{0,9}}", re.DOTALL)
