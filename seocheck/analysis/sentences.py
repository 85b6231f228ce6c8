"""Where the sentences of a block of text begin and end.

A sentence ends at a stop that white space follows, unless an abbreviation, an initial or a number needs
the stop, or what follows goes on in lower case. Stops of Chinese and Japanese need no white space. A stop in
brackets, or in a title or a quotation, ends none where the sentence around them goes on. Which abbreviations a
language has, and which of them can end a sentence, is data in `seocheck/languages/`.

Every stop is looked at once, with a bounded look back and a look ahead that no other stop repeats: time
is linear in the length of the text whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seocheck.analysis.abbreviations import Abbreviations, abbreviations
from seocheck.analysis.sentence_tails import (
    CHEER,
    QUOTES,
    Tail,
    may_cheer,
    opener,
    says_who_spoke,
    tail_of,
    takes_particle,
)
from seocheck.languages import LanguageData

_STOP = re.compile(r"[.!?…؟۔।॥。！？｡．]+")
_UNSPACED_STOPS = frozenset("。！？｡．")
_CASELESS_STOPS = frozenset("؟۔।॥")
_TITLES = frozenset("》〉』")
_LIST_ENDS = frozenset(
    ["etc", "usw", "u.v.m", "uvm", "u.a.m", "ecc", "enz", "itd", "itp", "т.д", "т.п", "тощо", "vb", "vd", "osv", "mm",
     "jne", "atd", "apod", "إلخ", "الخ"]
)  # fmt: skip
"""Abbreviations that close a list, and so mostly the sentence: a capital behind them begins the next one."""
_PREPOSITIONS = frozenset(["في", "من", "على", "إلى", "عن", "مع", "حتى"])
"""Words of Arabic, which has no capitals, that mostly go on with the sentence behind an abbreviation."""
_ROMAN = re.compile(r"[IVXL]{2,7}")
_OPENERS = frozenset("\"'“”‘’„‚«»‹›([{¿¡「『（【*_—–-")
_BARE_NOTE = re.compile(r"(?<=[^\W\d_]{3}[.!?])\d{1,3}(?=\s+([^\W\d_]+)\s)")
"""A footnote's number that has lost its place above the line: "of 300 people.3 Most are"."""
_WORD_BEFORE = re.compile(r"(?:[^\W_]{1,6}\.[ \u00a0\u202f]?)*[^\W_]+$")
_INDIC_LETTER = r"(?:[^\W_]|[\u0900-\u0963\u0970-\u0dff])"  # vowels are marks, and marks are no \w
_INDIC_WORD_BEFORE = re.compile(rf"(?:{_INDIC_LETTER}{{1,6}}\.[ \u00a0\u202f]?)*{_INDIC_LETTER}+$")
_NEXT_WORD = re.compile(r"[^\W\d_]{1,40}")
_DASH = re.compile(r"(?:--|[—–])(?=[\"“‘«]?[^\W\d_])")
"""A dash that stands for the blank, as books had it: "is known.—In the last ten years"."""
_THAI = re.compile(r"[\u0e01-\u0e4f]")
_BLANKLESS = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
"""Letters of scripts whose sentences follow each other without a blank, or often do."""
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


def split_sentences(value: str, language: LanguageData) -> list[tuple[int, int]]:
    """The ranges of the sentences of one block's text, in order, without white space at either end.

    Together they hold every character that is no white space. Pieces without a letter or digit
    ("...", "***") belong to the sentence before them.
    """
    known = abbreviations(language.code, language.abbreviations, language.function_words, language.spaced)
    found: list[tuple[int, int]] = []
    start = 0
    for stop in _candidates(value):
        if stop.start() < start:
            continue  # a smiley that belongs to the sentence before
        if stop.re is CHEER:
            end = stop.end()
            ends = _cheer_ends(value, end, known)
        else:
            tail = tail_of(value, stop.end())
            end = _after_bare_note(value, tail.end, known)
            ends = end < len(value) and _ends(value, start, stop, Tail(end, tail.closed), known)
        if ends:
            found.append((start, end))
            start = end
    found.append((start, len(value)))
    return _join_wordless(value, found)


def _candidates(value: str) -> Iterator[re.Match[str]]:
    """Every run of stops, and every face, cheer or smiley, in order."""
    if not may_cheer(value):
        return _STOP.finditer(value)
    return iter(sorted([*_STOP.finditer(value), *CHEER.finditer(value)], key=lambda found: found.start()))


def _after_bare_note(value: str, end: int, known: Abbreviations) -> int:
    if not value[end : end + 1].isdigit():
        return end
    note = _BARE_NOTE.match(value, end)
    begins = note is not None and note[1][0].isupper() and note[1].lower() in known.function_words
    return note.end() if note and begins else end


def _cheer_ends(value: str, end: int, known: Abbreviations) -> bool:
    """Whether a face or a cheer without a stop ends a sentence: a word must follow that begins one."""
    word = _NEXT_WORD.match(value, _after_openers(value, end))
    if word is None:
        return False
    if _is_caseless(word.group()[0]):
        return not takes_particle(value, end)
    return value[end].isspace() and _starts_anew(value, word.end(), word.group(), known)


def _after_openers(value: str, at: int) -> int:
    """Where the next word begins, behind blanks and opening marks."""
    while at < len(value) and (value[at].isspace() or value[at] in _OPENERS):
        at += 1
    return at


def _is_caseless(character: str) -> bool:
    return character.isalpha() and character.lower() == character.upper()


def _starts_anew(value: str, end: int, follower: str, known: Abbreviations) -> bool:
    """Whether a word that ends at `end` begins a sentence: a function word, with a capital where there are capitals."""
    if known.language == "ar":
        return follower.startswith("و") or (follower in known.function_words and follower not in _PREPOSITIONS)
    if not follower or not follower[0].isupper() or follower.lower() not in known.function_words:
        return False
    return len(follower) > 1 or (end < len(value) and value[end] in " \u00a0'’")


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


def _ends(value: str, start: int, stop: re.Match[str], tail: Tail, known: Abbreviations) -> bool:
    """Whether the sentence that began at `start` ends with `tail`, behind `stop`."""
    end = tail.end
    last = value[stop.end() - 1]
    quoted = tail.closed > stop.end() and value[tail.closed - 1] in QUOTES
    if (
        quoted
        and tail.closed == end
        and last in "!?！？؟…"
        and says_who_spoke(value, end, known.language, known.function_words)
    ):
        return False  # “Are you coming?” Anna asked.
    if tail.closed > stop.end() and _goes_on_around(value, start, last, tail, known):
        return False
    if last in _UNSPACED_STOPS:
        if last == "．" and stop.start() and value[stop.start() - 1].isdigit() and value[end].isdigit():
            return False
        return not (quoted and takes_particle(value, end))
    blank = value[end].isspace()
    dash = None if blank else _DASH.match(value, end)
    if not blank and not dash:
        return _needs_no_blank(value, stop, end) or (
            end == stop.end() and known.spaced and _lacks_blank(value, stop, known)
        )
    ahead = _after_openers(value, end)
    word = _NEXT_WORD.match(value, ahead)
    follower = word.group() if word else ""
    if dash and not follower[:1].isupper():
        return False
    # "iPhone sales fell" is a new sentence in spite of its small letter, and so is "pnkfelix wrote" behind a word
    # that is none of the abbreviations.
    small = bool(follower) and follower[0].islower() and not any(c.isupper() for c in follower[1:])
    if small and not (stop.group() == "." and _is_plain(value, start, stop.start(), follower, known)):
        return False
    if stop.group() == "." or stop.group() == "．":
        return not _needs_stop(value, start, stop.start(), ahead, follower, known)
    return not (set(stop.group()) <= {".", "…"} and _stammers(value, stop.start(), follower))


def _goes_on_around(value: str, start: int, last: str, tail: Tail, known: Abbreviations) -> bool:
    """Whether closing marks behind a stop end a bracket, a title or a quotation inside a sentence that goes on."""
    closer = tail.closed - 1
    at = opener(value, start, closer)
    if at < 0:
        return False
    ahead = _after_openers(value, tail.end)
    word = _NEXT_WORD.match(value, ahead)
    follower = word.group() if word else ""
    if value[closer] in _TITLES:
        return bool(word) or value[ahead : ahead + 1].isdigit()
    if value[closer] not in QUOTES:
        # He (really!) came. But: She left (it was late.) He stayed.
        return last in "!?！？؟" and bool(word) and not (word and _starts_anew(value, word.end(), follower, known))
    # 他喊的“加油！”很响亮。 But: 他说：“好。”她走了。
    lead = value[max(at - 2, start) : at].rstrip()[-1:]
    return bool(word) and _is_caseless(follower[0]) and lead not in "：:，,、—" and last in "!?！？؟"


def _needs_no_blank(value: str, stop: re.Match[str], end: int) -> bool:
    """Whether a stop is one that a sentence may follow at once: ؟ and ।, or "?" between letters without case."""
    if not value[end].isalpha():
        return False
    if value[stop.end() - 1] in _CASELESS_STOPS:
        return True
    before = value[stop.start() - 1 : stop.start()]
    if "." in stop.group() or "…" in stop.group():
        blankless = _BLANKLESS.match(before) and _BLANKLESS.match(value, end)
        return stop.group() == "." and blankless is not None
    return bool(before) and _is_caseless(before) and _is_caseless(value[end]) and not takes_particle(value, end)


def _stammers(value: str, stop: int, follower: str) -> bool:
    """Whether a word is only said again behind an ellipsis: أنا... أنا لا أعرف."""
    low = stop - len(follower)
    if not follower or low < 0 or value[low:stop].lower() != follower.lower():
        return False
    return low == 0 or not value[low - 1].isalnum()


def _lacks_blank(value: str, stop: re.Match[str], known: Abbreviations) -> bool:
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


def _is_plain(value: str, start: int, stop: int, follower: str, known: Abbreviations) -> bool:
    """Whether a full stop behind a common word ends a sentence although a small letter follows: that of a name."""
    word = _COMMON_WORD.search(value, max(start, stop - _LOOK_BACK), stop)
    if word is None or follower in known.function_words or len(follower) < _LONG_NAME:
        return False
    return word.group() not in known.never | known.either | known.number


def _needs_stop(value: str, start: int, stop: int, ahead: int, follower: str, known: Abbreviations) -> bool:
    """Whether the full stop at `stop` belongs to the word before it and ends no sentence."""
    low = max(start, stop - _LOOK_BACK)
    if stop and _THAI.match(value, stop - 1):
        return True  # Thai puts no full stop behind a sentence, only behind abbreviations
    pattern = _INDIC_WORD_BEFORE if stop and "\u0900" <= value[stop - 1] <= "\u0dff" else _WORD_BEFORE
    before = pattern.search(value, low, stop)
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
    starts_anew = _starts_anew(value, ahead + len(follower), follower, known)
    for reading in readings:
        if reading in known.never:
            return True
        if reading in known.either:
            return not (starts_anew or (reading in _LIST_ENDS and bool(follower) and not follower[0].islower()))
        if reading in known.number and _NUMERAL.match(value, ahead):
            return True
        if reading in known.parts and follower and value.startswith(".", ahead + len(follower)):
            longer = f"{reading}.{next_word}"
            if longer in known.parts or longer in known.never or longer in known.either:
                return True
    if "str" in known.either and pieces[-1].endswith("str") and _NUMERAL.match(value, ahead):
        return True  # Hauptstr. 12
    last = before.group()[-len(pieces[-1]) :]
    if last.isdecimal():
        versions = len(pieces) > 2 and all(piece.isdecimal() for piece in pieces)  # of version 3.2.1.
        return known.ordinal and not versions and len(last) <= 2 and bool(follower) and not starts_anew
    if known.ordinal and _ROMAN.fullmatch(last):
        return bool(follower) and not starts_anew  # im II. Weltkrieg
    if _INITIALS.fullmatch(before.group().replace(" ", "")) or (len(last) == 1 and last.isupper()):
        return bool(follower) and not starts_anew  # J. Smith, U.S.A.
    return False
