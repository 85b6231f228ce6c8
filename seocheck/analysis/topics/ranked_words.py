"""The words that a ranker of phrases sees of a sentence: as YAKE has them, which was published with segtok's tokenizer.

Spaces part words. In what is between them letters and digits make words, with full stops, commas, hyphens and
apostrophes inside; all else is cut off. Letters without case (Arabic, Hindi) make no such word and stay as they are.
Contractions lose what is after their apostrophe. The same runs of characters come again and again, so what each is cut
into is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from html import unescape
from unicodedata import category

from seocheck.analysis.topics.sentence_cuts import HYPHENS, TERMINALS, is_word
from seocheck.base.late_pattern import late_pattern

_APOSTROPHES = "\u00b4\u02b9\u02bc\u2019\u2032"
_ALL_APOSTROPHES = f"'{_APOSTROPHES}"

# One character for each kind that patterns ask for, so that Python's `re` can, which knows no classes of Unicode.
_LETTER, _DIGIT, _MICRO, _APOSTROPHE, _PRIME, _HYPHEN = "ß٠µ’‘‐"
_POWER, _MINUS, _BELOW, _PLUS, _OTHER_WORD, _NOTHING = "†⁻‡⁺ש·"
_KINDS = {
    **{ord(c): _HYPHEN for c in HYPHENS if not c.isascii()},
    **dict.fromkeys((0xB4, 0x2019, 0x2032), _APOSTROPHE),
    **dict.fromkeys((0x2B9, 0x2BC), _PRIME),  # letters and apostrophes
    **dict.fromkeys((0xB9, 0xB2, 0xB3), _POWER),
    **dict.fromkeys(range(0x2080, 0x208A), _BELOW),
    0xB5: _MICRO,
    0x207B: _MINUS,
    0x207A: _PLUS,
}


class _Shapes(dict[int, str]):
    def __missing__(self, code: int) -> str:
        kind = category(chr(code))
        if code < 128:
            shape = chr(code)
        elif kind in ("Ll", "Lm", "Lt", "Lu"):
            shape = _LETTER
        elif kind in ("Nd", "Nl"):
            shape = _DIGIT
        else:
            shape = _OTHER_WORD if is_word(chr(code)) else _NOTHING
        self[code] = shape
        return shape


_shapes = _Shapes(_KINDS)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A word, and one with a contraction at its end, in the characters of `_shapes`."""
    letter = f"A-Za-z{_LETTER}{_MICRO}{_PRIME}"
    alnum, number = f"[{letter}0-9{_DIGIT}]", f"[0-9{_DIGIT}]"
    mark, hyphen = f"[{_APOSTROPHE}{_PRIME}]", f"[-{_HYPHEN}]"
    boundary = rf"(?:(?<![\w{_PRIME}])(?=[\w{_PRIME}])|(?<=[\w{_PRIME}])(?![\w{_PRIME}]))"
    word = rf"""
        (?: {alnum} (?: \.(?!\.\.) | ,(?={alnum}) )            # U.S.A., 1,000
          | {number} :(?={number})                             # 12:30
          | {alnum} {mark}? {hyphen} (?={alnum})               # twenty-one
          | {mark} (?!{mark})
          | {alnum} '(?={alnum})                               # don't
          | s'$                                                # the readers'
          | {boundary} [yzafpn{_MICRO}mcdhkMGTPEZY]? [{letter}]{{1,3}} {_MINUS}?{_POWER}$     # km²
          | {boundary} (?:[A-Z][a-z]?|[)\]])+ {_BELOW}+ (?:{_POWER}?[{_PLUS}{_MINUS}])?        # H₂O
          | {alnum}
        )+
    """
    short = rf"{alnum}+(?:{hyphen}{alnum}+)*['{_APOSTROPHE}{_PRIME}](?:d|ll|m|re|s|t|ve)$"
    return late_pattern(word, re.VERBOSE), late_pattern(short)


def ranked_words(sentence: str) -> list[str]:
    """The words and the marks of a sentence, in order."""
    spans = (unescape(sentence) if "&" in sentence else sentence).split()
    found: list[str] = []
    for span in spans[:-_LAST]:
        found += _words(span)
    for chunk in _without_end([chunk for span in spans[-_LAST:] for chunk in _chunks(span)]):
        found += _parts(chunk)
    return found


_LAST = 3
"""Words at the end of a sentence among which its mark is looked for, to cut it off."""


@lru_cache(maxsize=8_000)
def _words(span: str) -> tuple[str, ...]:
    """What is made of a run of characters that is not at the end of a sentence."""
    return tuple(part for chunk in _chunks(span) for part in _parts(chunk))


def _chunks(span: str) -> Sequence[str]:
    """The words in a run of characters, and what is between them."""
    if span.isascii() and span.isalnum():
        return (span,)
    found: list[str] = []
    end = 0
    for match in _patterns()[0].finditer(span.translate(_shapes)):
        start = match.start()
        if start > end:
            found.append(span[end:start])
        end = match.end()
        found.append(span[start:end])
    if end < len(span):
        found.append(span[end:])
    return found


def _without_end(chunks: list[str]) -> list[str]:
    """The last words of a sentence with the mark that ends it cut off."""
    for at in range(len(chunks) - 1, max(len(chunks) - 1 - _LAST, -1), -1):
        chunk = chunks[at]
        if not _begins_word(chunk) and not any(mark in chunk for mark in TERMINALS):
            continue
        if len(chunk) > 1 and chunk != "...":
            if chunk[-1] in TERMINALS:
                chunks[at : at + 1] = [chunk[:-1], chunk[-1]]
            elif chunk[0] in TERMINALS:
                chunks[at : at + 1] = [chunk[0], chunk[1:]]
        break
    return chunks


def _begins_word(chunk: str) -> bool:
    first = chunk[0]
    return first not in _APOSTROPHES and category(first) in ("Ll", "Lm", "Lt", "Lu", "Nd", "Nl")


def _parts(chunk: str) -> Sequence[str]:
    """A chunk without commas and the like at its end, and without what a contraction has after its apostrophe."""
    if chunk.isascii() and chunk.isalnum():
        return (chunk,)
    end = len(chunk)
    while end > 1 and chunk[end - 1] in ",;:":
        end -= 1
    parts = (*_uncontracted(chunk[:end]), *chunk[end:])
    return [part for part in parts if part and not (part[0] == "'" and len(part) > 1)]


def _uncontracted(word: str) -> list[str]:
    if not any(mark in word for mark in _ALL_APOSTROPHES) or not _patterns()[1].match(word.translate(_shapes)):
        return [word]
    cuts = []
    for at in range(len(word) - 1, -1, -1):
        if word[at] in _ALL_APOSTROPHES:
            negates = at + 2 == len(word) > 2 and word[-1] == "t" and word[at - 1] == "n"
            cuts.append(at - negates)
    return [*(word[:cut] for cut in cuts), word[cuts[-1] :]]
