"""Whether a text can stand alone in a search result, and whether it fits there."""

from __future__ import annotations

import re
from typing import NamedTuple

from seocheck.analysis.declared.pixel_width import width
from seocheck.base.late_pattern import late_pattern
from seocheck.readers.label_names.label_count import count_labels
from seocheck.suggest.sentences.dated import has_date_or_price
from seocheck.suggest.sentences.itself import is_of_itself
from seocheck.suggest.sentences.openings import points_outside, speaks

FONT_SIZE = 14.0
"""Pixels: the size at which desktop results print a snippet."""
MIN_PIXELS, MAX_PIXELS = 350, 920
"""The defaults of description/too-short and description/too-long."""
SLACK = 0.1
"""What these let pass below and above their bounds."""

_UNWANTED = late_pattern(
    r"https?://|www\.|\S@\S+\.\S|[<>{}|\\`*~^]|(?<!\w)_|_(?!\w)|\]\(|\[[^\]]{0,4}\]|&\w+;|%%|\$\{|^#|[?？؟¿]|\.\.\.|…"
    r"|\ufffc|\ufffd|#\d|\w/[\w.-]+/[\w.-]*\w|か。$|(?i:licensed under|all rights reserved|lizenziert unter"
    r"|alle rechte vorbehalten|tous droits réservés"
    r"|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati)|[Ll]orem ipsum"
    r"|(?:dolor|purus|auctor) sit amet|consectetur (?:adipi|purus)|\b\w\.\s?\w\.$"
)
"""What has no place in a description: addresses, markup, references, questions, what is left open,
what only fills a place, and an abbreviation where the sentence should end."""
_QUOTATION = late_pattern(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|»[^«]*«|「[^」]*」|『[^』]*』|\"[^\"]*\"")
_SPEAKER = late_pattern(r"[^\W\d]\w*(?:\s+[^\W\d][\w.-]*){0,3}\s?[:：](?!\d)")
"""A name or a label before a colon: "Ida Moss: ...", "Note: ..."."""
_MARKS = late_pattern(r"[“”„«»「」『』\"]")
ENDS = late_pattern(r"[.!。！．।॥][\"'”’»)\]]*$")
_PAIRS = ("()", "[]", "（）")
_QUOTED_WORDS = 3
"""From so many words on what is in quotation marks is a quotation, below it a name or a term."""
_NAME_WORDS = 5
"""Words of a name in quotation marks that has capitals, at most."""
_NAME_LETTERS = 12
"""The same in letters, in writing without spaces, the marks included."""
_STRONG = late_pattern(r"\*\*([^*\n]{1,120})\*\*")
"""Strong emphasis that CommonMark doesn't see in writing without spaces: **黑麦（酵种）**是."""
_UNSPACED = late_pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


class Widths(NamedTuple):
    """The widths between which a description fits, in pixels at 14 px Arial."""

    least: int = MIN_PIXELS
    most: int = MAX_PIXELS


def even(value: str) -> str:
    """A text on one line, with single spaces, without soft hyphens, and without asterisks that stayed since no space is
    beside them."""
    if "**" in value and _UNSPACED.search(value):
        value = _STRONG.sub(r"\1", value)
    return " ".join(value.replace("\u00ad", "").split())


def pixels(text: str) -> float:
    """The width of a text in a search result."""
    return width(text, FONT_SIZE)


def fits(text: str, bounds: Widths) -> bool:
    """Whether a text is neither too short nor too long, as the rules of descriptions see it."""
    if len(text) > 4 * bounds.most:
        return False  # far too long, whatever its letters
    return bounds.least * (1 - SLACK) <= pixels(text) <= bounds.most * (1 + SLACK)


def begins(value: str) -> bool:
    """Whether a text begins as a sentence does: a capital, a number, or a script that has no capitals."""
    found = re.match(r"[“„«\"'‘¡]?(\w+)", value)
    if found is None or re.match(r"\w{1,3}[.)]\s", value):  # "1. First", "b) Next"
        return False
    # openSUSE, iPhone; and in a text without capitals a name in Latin letters
    return not found[1][0].islower() or any(c.isupper() for c in found[1]) or _UNSPACED.search(value[:200]) is not None


def stands(text: str, code: str, title: str, *, ended: bool = True, opens: bool = False) -> bool:
    """Whether a text can stand alone in a search result.

    ended: whether it must end as a sentence does. opens: whether it is the first of its article.
    """
    if has_date_or_price(text, code, title, opens=opens):
        return False
    if _UNWANTED.search(text) or _SPEAKER.match(text) or points_outside(text, code):
        return False
    if speaks(text, code) and not is_of_itself(text, code):
        return False  # "In this post I show ..." says what the post shows
    if (ended and not ENDS.search(text)) or count_labels(text):
        return False  # "Meta Description: ..." is metadata that was left in the text
    if any(not (c.isprintable() or c in "\u200c\u200d") for c in text):
        return False
    if any(text.count(pair[0]) != text.count(pair[1]) for pair in _PAIRS):
        return False
    half = _MARKS.search(_QUOTATION.sub("", text)) is not None
    if half or any(map(_is_quotation, _QUOTATION.findall(text))):
        return False  # somebody else's words, or half of them
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and 2 * sum(c.isupper() for c in letters) <= len(letters)


def _is_quotation(inside: str) -> bool:
    """Whether what is in quotation marks is what somebody said, and no name: "The Old Lady"."""
    if _UNSPACED.search(inside):
        return len(inside) > _NAME_LETTERS
    words = re.findall(r"\w+", inside)
    if len(words) < _QUOTED_WORDS:
        return False
    return len(words) > _NAME_WORDS or any(word[0].islower() and len(word) > _QUOTED_WORDS for word in words)
