"""What a heading of a draft has before and behind its words for those who work on it: "H1: ...", "... (H1)", "Title:
...", "Article 5: ..."."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Text
from seocheck.readers.label_names.label_parts import key_of
from seocheck.readers.label_names.labels import find_label, words
from seocheck.readers.label_values.working_titles import WORKING_TITLE

_LEVEL_BEFORE = late_pattern(
    r"(?:[\[(<（【]h(?P<inside>[1-6])[\])>）】]\s*[:：–—-]?|h(?P<bare>[1-6])(?:\s*[:：]|\s+[–—-]\s))\s*(?=\S)",
    re.IGNORECASE,
)
_LEVEL_BEHIND = late_pattern(
    r"(?<!\s)\s*(?:[\[(<（【]h(?P<inside>[1-6])[\])>）】]|\s[–—|-]\s+h(?P<bare>[1-6]))\s*$", re.IGNORECASE
)
_NAMED = late_pattern(r"[*_\s]*(?P<name>[^\W\d_][^:：–—|\n]{1,30}?)[*_]*(?:\s*(?P<colon>[:：])|\s+[-–—])[*_\s]*(?=\S)")
"""A name before a colon or a dash."""


class Marked(NamedTuple):
    """A heading without what is no part of it. working: what numbers or names the draft. marks: what says only which
    heading it is."""

    text: Text
    working: Text | None = None
    marks: tuple[Text, ...] = ()


def finished(heading: Text, level: int) -> Marked:
    """A heading as readers are to see it. level: its own; a mark of another level may be meant."""
    text = heading
    marks: list[Text] = []
    before = _LEVEL_BEFORE.match(text.value)
    if before and int(before["inside"] or before["bare"]) == level:
        marks.append(text.slice(*before.span()))
        text = text.slice(before.end(), len(text.value))
    behind = _LEVEL_BEHIND.search(text.value)
    if behind and int(behind["inside"] or behind["bare"]) == level and behind.start() > 0:
        marks.append(text.slice(*behind.span()))
        text = text.slice(0, behind.start())
    working = None
    if level == 1 and (match := WORKING_TITLE.match(text.value)) is not None:
        working, text = text.slice(*match.span()).strip(), text.slice(match.end(), len(text.value)).strip()
    elif (
        level == 1
        and (named := _NAMED.match(text.value)) is not None
        and _names_title(named["name"], colon=bool(named["colon"]))
    ):
        marks.append(text.slice(*named.span()))
        text = text.slice(named.end(), len(text.value)).strip()
    return Marked(text, working, tuple(marks))


def _names_title(name: str, *, colon: bool) -> bool:
    """Whether a name says that a title follows: "Title", "Topic"; "Article" only with a colon behind it."""
    label, key = find_label(name), key_of(name)
    if key in _keys("topics") or (colon and key in _keys("drafts")):
        return True
    return label is not None and label.field in ("title", "seo_title", "h1")


@lru_cache(maxsize=2)
def _keys(entry: str) -> frozenset[str]:
    return frozenset(map(key_of, words(entry)))
