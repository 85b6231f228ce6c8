"""Where the sentences of a block of text begin and end.

Which stops end one is decided in `sentence_ends`, and which belong to an abbreviation in `abbreviations`. The commonest
ones are decided here, for speed: one stop after an ordinary word, one space, a capital.

Every stop is looked at once, with a bounded look back and a look ahead that no other stop repeats: time
is linear in the length of the text whatever it holds.
"""

from __future__ import annotations

import re

from seocheck.analysis.prose.abbreviations import LONGEST_PLAIN, Abbreviations, abbreviations
from seocheck.analysis.prose.sentence_ends import after_bare_note, cheer_ends_sentence, ends_sentence
from seocheck.analysis.prose.sentence_tails import CHEER, Tail, may_cheer, tail_of
from seocheck.base.late_pattern import late_pattern
from seocheck.languages import LanguageData

_STOP = late_pattern(r"[.!?…؟۔।॥。！？｡．]+")
_ASCII_STOP = late_pattern(r"[.!?]+")
_WORDLY = late_pattern(r"[^\W_]")


def split_sentences(value: str, language: LanguageData) -> list[tuple[int, int]]:
    """The ranges of the sentences of one block's text, in order, without white space at either end.

    Together they hold every character that isn't white space. Pieces without a letter or digit
    ("...", "***") belong to the sentence before them.
    """
    known = abbreviations(language.code, language.abbreviations, language.function_words, language.spaced)
    ends = _ends_with_cheers(value, known) if may_cheer(value) else _ends(value, known)
    ends.append(len(value))
    return _join_wordless(value, ends)


def _ends(value: str, known: Abbreviations) -> list[int]:
    """Where sentences end before the end of a text that has no faces and cheers in it."""
    ends: list[int] = []
    start = 0
    length = len(value)
    plain = known.plain
    for stop in (_ASCII_STOP if value.isascii() else _STOP).finditer(value):
        at, end = stop.span()
        if end == length:
            break
        if at < start:
            continue
        if end - at == 1:
            mark, follower = value[at], value[end]
            if follower == " ":
                follower = value[end + 1 : end + 2]
                if follower.isupper() and follower.isalpha():
                    if mark == ".":
                        low = max(start, at - LONGEST_PLAIN - 1)
                        word = value.rfind(" ", low, at) + 1 or low
                        # After another stop ("e. g.") it may be the last part of an abbreviation.
                        alone = word - 1 <= start or value[word - 2] != "."
                        is_end = alone and plain[value[word:at]]
                    else:
                        is_end = mark == "!" or mark == "?"
                    if is_end:
                        ends.append(end)
                        start = end
                        continue
            elif mark == "." and ("a" <= follower <= "z" or ("0" <= follower <= "9" and value[at - 1 : at].isdigit())):
                continue  # example.com, 3.14
        reached = _end_at(value, start, stop, known)
        if reached:
            ends.append(reached)
            start = reached
    return ends


def _end_at(value: str, start: int, stop: re.Match[str], known: Abbreviations) -> int:
    """Where the sentence from `start` ends that `stop` closes; 0 if the sentence goes on, or ends with the text."""
    tail = tail_of(value, stop.end())
    end = after_bare_note(value, tail.end, known)
    return end if end < len(value) and ends_sentence(value, start, stop, Tail(end, tail.closed), known) else 0


def _ends_with_cheers(value: str, known: Abbreviations) -> list[int]:
    """As `_ends`, where a face or a cheer, emoji or smiley, may end a sentence too."""
    ends: list[int] = []
    start = 0
    for stop in sorted([*_STOP.finditer(value), *CHEER.finditer(value)], key=lambda found: found.start()):
        if stop.start() < start:
            continue  # a smiley that belongs to the sentence before
        if stop.re.pattern == CHEER.pattern:
            reached = stop.end() if cheer_ends_sentence(value, stop.end(), known) else 0
        else:
            reached = _end_at(value, start, stop, known)
        if reached:
            ends.append(reached)
            start = reached
    return ends


def _join_wordless(value: str, ends: list[int]) -> list[tuple[int, int]]:
    """The pieces without white space at their ends; those without words are joined to the one before."""
    found: list[tuple[int, int]] = []
    last_has_word = True
    start = 0
    for end in ends:
        reached = end
        while start < end and value[start].isspace():
            start += 1
        while end > start and value[end - 1].isspace():
            end -= 1
        if start < end:
            has_word = value[start].isalnum() or _WORDLY.search(value, start, end) is not None
            if found and not (has_word and last_has_word):
                start = found.pop()[0]
                has_word = has_word or last_has_word
            found.append((start, end))
            last_has_word = has_word
        start = reached
    return found
