"""Whether a text stops in mid-sentence or mid-word.

Certain signs only: a last word that no sentence ends with, a comma or an open bracket at the end, words copied from the
text that go on there, or the beginning of one of its words. A text that ends in a full stop or in dots does so on
purpose.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from seocheck.analysis import Analysis
from seocheck.analysis.inflection.stems import is_word
from seocheck.analysis.words.folding import fold, lower
from seocheck.analysis.words.zones import SUPPORTING
from seocheck.base.late_pattern import late_pattern
from seocheck.languages import unfinished

_ENDS = late_pattern(r"(?:[.!?…:。！？؟۔।|/\]}>*_`%\"”“’'»«」』]|\.\.)\s*$")
_EMPTY_END = late_pattern(r"(?:\s|&(?:nbsp|#160|#xa0);){1,99}$", re.IGNORECASE)
_COMMA = late_pattern(r"\s{0,9}([,;，、،؛(（„]|(?<=\s)[–—&+-])\s*$")
_SAD = late_pattern(r"[:;]-?\($")
_SENTENCE_END = late_pattern(r"[.!?…:。！？؟।]\s+")
_WORD = late_pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*['’]?$")
_SPACES = late_pattern(r"\s+")
_AT_MOST = 5_000
"""Characters of a description; a longer one is a text by mistake."""
_COPIED = 3
"""Whole words before the last one that must be in the text for it to be copied from there."""
_LONG = 100
"""Characters from which on a copied text was cut by its length, not by a writer."""
_COPIED_LONG = 8
"""Whole words before the last one that must be in the text where it is so long."""
_ENDING = 3
"""Letters by which forms of one word may differ, where a few words are the same by chance."""


class CutOff(NamedTuple):
    """Where the last words begin, and what is wrong with them."""

    start: int
    says: str


def cut_off(analysis: Analysis, value: str) -> CutOff | None:
    """Where and how a text breaks off; None where it doesn't, or may not."""
    if len(value) > _AT_MOST:
        return None
    value = _EMPTY_END.sub("", value.rstrip())
    if (comma := _COMMA.search(value)) and not _SAD.search(value):
        at = _last_word(value[: comma.start()])
        return CutOff(at, f"it ends with “{comma.group().strip()}”")
    if _ENDS.search(value) or _SAD.search(value) or len(value.split()) < 4:
        return None
    if (bracket := value.rfind("(")) > value.rfind(")"):
        return CutOff(bracket, "a bracket is never closed")
    last = _WORD.search(value, max(len(value) - _LONG, 0))
    if last is None:
        return None
    for sign in (_by_last_word, _by_the_text, _by_the_dictionary):
        if found := sign(analysis, value, last):
            return found
    return None


def _last_word(value: str) -> int:
    return max(value.rstrip().rfind(" ") + 1, 0)


def _by_last_word(analysis: Analysis, value: str, last: re.Match[str]) -> CutOff | None:
    known = unfinished(analysis.language.code)
    sentence = lower(_SENTENCE_END.split(value)[-1]).strip()
    before = value[: last.start()]
    if f"^{sentence}" in known and sentence != lower(value):
        start = len(value) - len(sentence)
    elif (ending := _ending(value, known)) and not _is_spoken_of(before, known):
        start = len(value) - len(ending)
    else:
        return None
    return CutOff(start, f"no sentence ends with “{value[start:]}”")


def _ending(value: str, known: frozenset[str]) -> str:
    """The last words of a text, up to three, that end no sentence. One word must be small (not vitamin A)."""
    words = value.replace("’", "'").split()
    for size in (3, 2, 1):
        ending = " ".join(words[-size:])
        if len(words) > size and (ending if size == 1 else lower(ending)) in known:
            return ending
    return ""


def _is_spoken_of(before: str, known: frozenset[str]) -> bool:
    """Whether words of this kind are what the text is about: "when to say a, an and the"."""
    return any(word[:-1] in known for word in lower(before).split()[-_COPIED:] if word.endswith((",", "/")))


def _by_the_text(analysis: Analysis, value: str, last: re.Match[str]) -> CutOff | None:
    """A text that was copied from the article up to somewhere in a sentence."""
    if not analysis.language.spaced:
        return None
    words = value.split()
    long = len(value) >= _LONG
    tail = lower(" ".join(words[-(_COPIED_LONG if long else _COPIED) - 1 :]))
    goes_on: set[str] = set()
    for block in analysis.article.blocks:
        text = lower(_SPACES.sub(" ", block.text.value))
        at = text.find(tail)
        while at >= 0:
            goes_on.add(text[at + len(tail) : at + len(tail) + 30])
            at = text.find(tail, at + 1)
    if not goes_on or any(not rest[:1].isalpha() and not _continues(rest) for rest in goes_on):
        return None
    rest = min(goes_on)
    letters = re.match(r"[^\W\d_]*", rest)
    more = letters.group() if letters else ""
    if more:
        return CutOff(last.start(), f"it stops within “{last.group()}{more}”") if long or len(more) >= _ENDING else None
    if not long:
        return None
    return CutOff(last.start(), f"the sentence it is taken from goes on: “{last.group()}{rest.rstrip()[:20]}”")


def _by_the_dictionary(analysis: Analysis, value: str, last: re.Match[str]) -> CutOff | None:
    """A last word that isn't one, but the beginning of one of the text; where other sentences have their full stop."""
    part, words, code = last.group(), analysis.words, analysis.language.code
    if len(value) < _LONG or not part.islower() or not _SENTENCE_END.search(value):
        return None
    begun = {
        word
        for piece in words.pieces
        if piece.zone in SUPPORTING
        for word in words.folded[piece.first : piece.first + piece.count]
        if word.startswith(fold(part))
    }
    whole = [word for word in begun if is_word(word, code)]
    if not whole or fold(part) in begun or is_word(part, code):
        return None
    if any(words.stems(word) == words.stems(part) for word in whole):
        return None
    return CutOff(last.start(), f"“{part}” is no word, and the text has “{min(whole)}”")


def _continues(rest: str) -> bool:
    """Whether a sentence goes on with a word in small letters."""
    return len(rest) > 1 and rest[0] == " " and rest[1].isalpha()
