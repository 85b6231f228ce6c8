"""Whether a sentence ends where a stop, a face or a cheer is.

A sentence ends at a stop that white space follows, unless an abbreviation, an initial or a number needs
the stop, or what follows goes on in lower case. Stops of Chinese and Japanese need no white space. A stop in
brackets, or in a title or a quotation, ends none where the sentence around them goes on.
"""

from __future__ import annotations

import re

from seocheck.analysis.prose.abbreviations import (
    LONG_NAME,
    LOOK_BACK,
    Abbreviations,
    ends_common_word,
    needs_stop,
    starts_anew,
)
from seocheck.analysis.prose.sentence_tails import QUOTES, Tail, opener, says_who_spoke, takes_particle
from seocheck.base.late_pattern import late_pattern

_UNSPACED_STOPS = frozenset("。！？｡．")
_CASELESS_STOPS = frozenset("؟۔।॥")
_TITLES = frozenset("》〉』")
_OPENERS = frozenset("\"'“”‘’„‚«»‹›([{¿¡「『（【*_—–-")
_BARE_NOTE = late_pattern(r"(?<=[^\W\d_]{3}[.!?])\d{1,3}(?=\s+([^\W\d_]+)\s)")
"""A footnote's number that has lost its place above the line: "of 300 people.3 Most are"."""
_NEXT_WORD = late_pattern(r"[^\W\d_]{1,40}")
_DASH = late_pattern(r"(?:--|[—–])(?=[\"“‘«]?[^\W\d_])")
"""A dash that replaces the space, as in old books: "is known.—In the last ten years"."""
_SPACELESS = late_pattern(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
"""Letters of scripts whose sentences follow each other without a space, or often do."""
_GLUED_BEFORE = late_pattern(r"(?:(?<=\s)|(?<=[\"“„«(])|^)[^\W\d_]?[^\W\d_A-Z]{2,30}$")
_GLUED_AFTER = late_pattern(r"([^\W\d_a-z][^\W\d_A-Z]{2,30})(?=(,?\s+)[^\W\d_])")
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


def ends_sentence(value: str, start: int, stop: re.Match[str], tail: Tail, known: Abbreviations) -> bool:
    """Whether the sentence that began at `start` ends with `tail`, after `stop`."""
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
    space = value[end].isspace()
    dash = None if space else _DASH.match(value, end)
    if not space and not dash:
        return _needs_no_space(value, stop, end) or (
            end == stop.end() and known.spaced and _lacks_space(value, stop, known)
        )
    ahead = _after_openers(value, end)
    word = _NEXT_WORD.match(value, ahead)
    follower = word.group() if word else ""
    if dash and not follower[:1].isupper():
        return False
    # "iPhone sales fell" is a new sentence in spite of its small letter, and so is "pnkfelix wrote" after a word
    # that is none of the abbreviations.
    small = bool(follower) and follower[0].islower() and not any(c.isupper() for c in follower[1:])
    if small and not (stop.group() == "." and ends_common_word(value, start, stop.start(), follower, known)):
        return False
    if stop.group() == "." or stop.group() == "．":
        return not needs_stop(value, start, stop.start(), ahead, follower, known)
    return not (set(stop.group()) <= {".", "…"} and _stammers(value, stop.start(), follower))


def after_bare_note(value: str, end: int, known: Abbreviations) -> int:
    """After the number of a footnote that is at `end`; `end` itself if there isn't one."""
    if not value[end : end + 1].isdigit():
        return end
    note = _BARE_NOTE.match(value, end)
    begins = note is not None and note[1][0].isupper() and note[1].lower() in known.function_words
    return note.end() if note and begins else end


def cheer_ends_sentence(value: str, end: int, known: Abbreviations) -> bool:
    """Whether a face or a cheer without a stop ends a sentence: a word must follow that begins one."""
    word = _NEXT_WORD.match(value, _after_openers(value, end))
    if word is None:
        return False
    if _is_caseless(word.group()[0]):
        return not takes_particle(value, end)
    return value[end].isspace() and starts_anew(value, word.end(), word.group(), known)


def _goes_on_around(value: str, start: int, last: str, tail: Tail, known: Abbreviations) -> bool:
    """Whether closing marks after a stop end a bracket, a title or a quotation inside a sentence that goes on."""
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
        return last in "!?！？؟" and bool(word) and not (word and starts_anew(value, word.end(), follower, known))
    # 他喊的“加油！”很响亮。 But: 他说：“好。”她走了。
    lead = value[max(at - 2, start) : at].rstrip()[-1:]
    return bool(word) and _is_caseless(follower[0]) and lead not in "：:，,、—" and last in "!?！？؟"


def _needs_no_space(value: str, stop: re.Match[str], end: int) -> bool:
    """Whether a stop is one that a sentence may follow at once: ؟ and ।, or "?" between letters without case."""
    if not value[end].isalpha():
        return False
    if value[stop.end() - 1] in _CASELESS_STOPS:
        return True
    before = value[stop.start() - 1 : stop.start()]
    if "." in stop.group() or "…" in stop.group():
        spaceless = _SPACELESS.match(before) and _SPACELESS.match(value, end)
        return stop.group() == "." and spaceless is not None
    return bool(before) and _is_caseless(before) and _is_caseless(value[end]) and not takes_particle(value, end)


def _lacks_space(value: str, stop: re.Match[str], known: Abbreviations) -> bool:
    """Whether a space is missing after a stop: "in the oven.Then", but not "Node.js" or "System.Out"."""
    if stop.group() not in (".", "!", "?"):
        return False
    before = _GLUED_BEFORE.search(value, max(stop.start() - LOOK_BACK, 0), stop.start())
    after = _GLUED_AFTER.match(value, stop.end())
    if before is None or after is None or after[1].lower() in _ENDINGS:
        return False
    if after[1].lower() in known.function_words:
        return after[1].lower() not in _MEMBERS or after[2].startswith(",")  # "full of fun.The hall"
    # Two words joined by a stop are mostly a name of a program (time.Format, Foo.Bar), unless both are long and
    # capitalised and the second goes on as a sentence does: "Bavaria.Sunday was".
    follower = _NEXT_WORD.match(value, after.end() + len(after[2]))
    long = min(len(before.group()), len(after[1])) > LONG_NAME and before.group()[0].isupper()
    return long and follower is not None and follower.group() in known.function_words


def _stammers(value: str, stop: int, follower: str) -> bool:
    """Whether a word is only said again after an ellipsis: أنا... أنا لا أعرف."""
    low = stop - len(follower)
    if not follower or low < 0 or value[low:stop].lower() != follower.lower():
        return False
    return low == 0 or not value[low - 1].isalnum()


def _after_openers(value: str, at: int) -> int:
    """Where the next word begins, after spaces and opening marks."""
    while at < len(value) and (value[at].isspace() or value[at] in _OPENERS):
        at += 1
    return at


def _is_caseless(character: str) -> bool:
    return character.isalpha() and character.lower() == character.upper()
