"""Where the sentences of a block of text begin and end.

A sentence ends at a stop that white space follows, unless an abbreviation, an initial or a number needs
the stop, or what follows goes on in lower case. Stops of Chinese and Japanese need no white space. Which
abbreviations a language has, and which of them can end a sentence, is data in `seocheck/languages/`.

Every stop is looked at once, with a bounded look back and a look ahead that no other stop repeats: time
is linear in the length of the text whatever it holds.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from seocheck.languages import LanguageData

_STOP = re.compile(r"[.!?…؟۔।॥。！？｡．]+")
_UNSPACED_STOPS = frozenset("。！？｡．")
_CLOSERS = frozenset("\"'”’»›)]}」』）】〉》〕*_¹²³⁰⁴⁵⁶⁷⁸⁹")
_OPENERS = frozenset("\"'“”‘’„‚«»‹›([{¿¡「『（【*_—–-")
_FOOTNOTE = re.compile(r"(?:\[\d{1,3}\]){1,8}")
_WORD_BEFORE = re.compile(r"(?:[^\W_]{1,6}\.[ \u00a0\u202f]?)*[^\W_]+$")
_NEXT_WORD = re.compile(r"[^\W\d_]{1,40}")
_ENUMERATOR = re.compile(r"[\s\"'“„«(\[*_–—-]*(?:\d{1,3}|[^\W\d_]|[ivxlIVXL]{1,5})[.)]?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_NUMERAL = re.compile(r"\d|[IVXLCM]+\b")
_COMMON_WORD = re.compile(r"(?<![\w.])[^\W\d_A-Z]{6,}$")
_GLUED_BEFORE = re.compile(r"(?:(?<=\s)|(?<=[\"“„«(])|^)[^\W\d_]?[^\W\d_A-Z]{2,30}$")
_GLUED_AFTER = re.compile(r"([^\W\d_a-z][^\W\d_A-Z]{2,30})(?=(,?\s+)[^\W\d_])")
_ENDINGS = frozenset(
    [
        "com",
        "org",
        "net",
        "edu",
        "gov",
        "info",
        "biz",
        "app",
        "dev",
        "xml",
        "json",
        "html",
        "htm",
        "css",
        "php",
        "pdf",
        "exe",
        "zip",
        "txt",
        "md",
        "yaml",
        "yml",
    ]
)
_MEMBERS = frozenset(("now", "out"))
"""Function words of English that name parts of programs: time.Now, System.Out."""
_LONG_NAME = 4  # letters
_LOOK_BACK = 24
"""Characters before a stop that may belong to an abbreviation; the longest known has fewer."""


class _Abbreviations(NamedTuple):
    """The language's abbreviations by what may follow them; lower case, without blanks or the last stop.

    never: a sentence goes on after them (Dr., e.g.). either: it may end with them as well (etc., U.S.).
    number: abbreviations only where a number follows (No. 5). parts: beginnings of those in several parts
    (the z of z. B.). ordinal: whether a short number with a stop is an ordinal (am 3. Oktober).
    """

    never: frozenset[str]
    either: frozenset[str]
    number: frozenset[str]
    parts: frozenset[str]
    ordinal: bool
    function_words: frozenset[str]
    spaced: bool


@lru_cache(maxsize=64)
def _abbreviations(listed: str, function_words: str, spaced: bool) -> _Abbreviations:
    entries = listed.split()
    never = {e for e in entries if e[-1] not in ".#"}
    either = {e[:-1] for e in entries if e.endswith(".")}
    number = {e[:-1] for e in entries if e.endswith("#")}
    parts: set[str] = set()
    for entry in never | either:
        pieces = entry.split(".")
        parts.update(".".join(pieces[:size]) for size in range(1, len(pieces)))
    return _Abbreviations(
        frozenset(never - {"0"}),
        frozenset(either),
        frozenset(number),
        frozenset(parts),
        "0" in never,
        frozenset(function_words.split()),
        spaced,
    )


def split_sentences(value: str, language: LanguageData) -> list[tuple[int, int]]:
    """The ranges of the sentences of one block's text, in order, without white space at either end.

    Together they hold every character that is no white space. Pieces without a letter or digit
    ("...", "***") belong to the sentence before them.
    """
    known = _abbreviations(language.abbreviations, language.function_words, language.spaced)
    found: list[tuple[int, int]] = []
    start = 0
    for stop in _STOP.finditer(value):
        end = _after_closers(value, stop.end())
        if end < len(value) and _ends(value, start, stop, end, known):
            found.append((start, end))
            start = end
    found.append((start, len(value)))
    return _join_wordless(value, found)


def _join_wordless(value: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pieces without white space at their ends; those without words are joined to the one before."""
    found: list[tuple[int, int]] = []
    last_has_word = True
    for start, end in pieces:
        while start < end and value[start].isspace():
            start += 1
        while end > start and value[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        has_word = any(value[index].isalnum() for index in range(start, end))
        if found and not (has_word and last_has_word):
            start = found.pop()[0]
            has_word = has_word or last_has_word
        found.append((start, end))
        last_has_word = has_word
    return found


def _after_closers(value: str, end: int) -> int:
    while end < len(value) and value[end] in _CLOSERS:
        end += 1
    note = _FOOTNOTE.match(value, end)
    return note.end() if note else end


def _ends(value: str, start: int, stop: re.Match[str], end: int, known: _Abbreviations) -> bool:
    """Whether the sentence that began at `start` ends at `end`, behind `stop` and what closes it."""
    if value[stop.end() - 1] in _UNSPACED_STOPS:
        # 「止まれ！」と言った。 goes on with a particle, and they are written in hiragana.
        return end == stop.end() or not "\u3041" <= value[end] <= "\u309f"
    if not value[end].isspace():
        return end == stop.end() and known.spaced and _lacks_blank(value, stop, known)
    ahead = end
    while ahead < len(value) and (value[ahead].isspace() or value[ahead] in _OPENERS):
        ahead += 1
    word = _NEXT_WORD.match(value, ahead)
    follower = word.group() if word else ""
    # "iPhone sales fell" is a new sentence in spite of its small letter, and so is "pnkfelix wrote" behind a word
    # that is none of the abbreviations.
    small = bool(follower) and follower[0].islower() and not any(c.isupper() for c in follower[1:])
    if small and not (stop.group() == "." and _is_plain(value, start, stop.start(), follower, known)):
        return False
    if stop.group() == "." or stop.group() == "．":
        return not _needs_stop(value, start, stop.start(), ahead, follower, known)
    return True


def _lacks_blank(value: str, stop: re.Match[str], known: _Abbreviations) -> bool:
    """Whether a blank is missing behind a stop: "in the oven.Then", but not "Node.js" or "System.Out"."""
    if stop.group() not in (".", "!", "?"):
        return False
    before = _GLUED_BEFORE.search(value, max(stop.start() - _LOOK_BACK, 0), stop.start())
    after = _GLUED_AFTER.match(value, stop.end())
    if before is None or after is None or after[1].lower() in _ENDINGS:
        return False
    if after[1].lower() in known.function_words:
        return after[1].lower() not in _MEMBERS or after[2].startswith(",")  # "full of fun.The hall"
    # Two words joined by a stop are mostly a name of a program (time.Format, Foo.Bar), unless both are long and
    # capitalised and the second goes on as a sentence does: "Bavaria.Sunday was".
    follower = _NEXT_WORD.match(value, after.end() + len(after[2]))
    long = min(len(before.group()), len(after[1])) > _LONG_NAME and before.group()[0].isupper()
    return long and follower is not None and follower.group() in known.function_words


def _is_plain(value: str, start: int, stop: int, follower: str, known: _Abbreviations) -> bool:
    """Whether a full stop behind a common word ends a sentence although a small letter follows: that of a name."""
    word = _COMMON_WORD.search(value, max(start, stop - _LOOK_BACK), stop)
    if word is None or follower in known.function_words or len(follower) < _LONG_NAME:
        return False
    return word.group() not in known.never | known.either | known.number


def _needs_stop(value: str, start: int, stop: int, ahead: int, follower: str, known: _Abbreviations) -> bool:
    """Whether the full stop at `stop` belongs to the word before it and ends no sentence."""
    low = max(start, stop - _LOOK_BACK)
    before = _WORD_BEFORE.search(value, low, stop)
    if before is None:
        return False
    if stop - start <= _LOOK_BACK and _ENUMERATOR.fullmatch(value, start, stop):
        return True  # "1. First, ..." and "a) ..."
    # z. B. and e. g. are looked up without their blanks, from the longest reading to the shortest.
    if before.start() > low and value[before.start() - 1].isalnum():
        return False  # clinicaltrials.gov is no abbreviation, though "gov." is one
    pieces = re.split(r"\.[ \u00a0\u202f]?", before.group().lower())
    readings = [".".join(pieces[first:]) for first in range(len(pieces))]
    next_word = follower.lower()
    starts_anew = len(follower) > 1 and follower[0].isupper() and next_word in known.function_words
    for reading in readings:
        if reading in known.never:
            return True
        if reading in known.either:
            return not starts_anew
        if reading in known.number and _NUMERAL.match(value, ahead):
            return True
        if reading in known.parts and follower and value.startswith(".", ahead + len(follower)):
            longer = f"{reading}.{next_word}"
            if longer in known.parts or longer in known.never or longer in known.either:
                return True
    last = before.group()[-len(pieces[-1]) :]
    if last.isdecimal():
        return known.ordinal and len(last) <= 2 and bool(follower) and not starts_anew
    if _INITIALS.fullmatch(before.group().replace(" ", "")) or (len(last) == 1 and last.isupper()):
        return bool(follower) and not starts_anew  # J. Smith, U.S.A.
    return False
