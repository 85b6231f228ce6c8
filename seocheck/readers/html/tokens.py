"""Cut HTML source into tags and text runs, each with its exact range.

Follows the tokenizer of the HTML standard as far as text and attributes need it. The standard
library's `html.parser` is not used: up to 3.11 it takes quadratic time on unclosed markup (80 s for
100 KB of "<a "), raises AssertionError on "<![foo", gives no places of attribute values, and treats
comments, scripts and titles differently from one patch release to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from seocheck.base.late_pattern import late_pattern

_REFERENCES_COUNT = frozenset({"title", "textarea"})

SPACE = "\t\n\f\r "
"""White space as HTML means it: without no-break and other Unicode spaces."""

_MARKUP = late_pattern(r"<(?=[a-zA-Z/!?])")
_TAG_NAME = late_pattern(r"[^\t\n\f\r />]+")
_GAP = late_pattern(r"[\t\n\f\r /]*")
_ATTRIBUTE_NAME = late_pattern(r"[^\t\n\f\r />][^\t\n\f\r />=]*")
_EQUALS = late_pattern(r"[\t\n\f\r ]*=[\t\n\f\r ]*")
_UNQUOTED = late_pattern(r"[^\t\n\f\r >]*")
_COMMENT_END = late_pattern(r"--!?>")
_SCRIPT_MARK = late_pattern(r"<!--|-->|<(/?)script(?=[\t\n\f\r />])", re.IGNORECASE)


class Attribute(NamedTuple):
    """An attribute of a start tag: its lower-case name, and the ranges of the whole and of its value."""

    name: str
    start: int
    end: int
    value_start: int
    value_end: int


class StartTag(NamedTuple):
    """A start tag at [start, end); attribute values are not decoded yet."""

    name: str
    start: int
    end: int
    attributes: tuple[Attribute, ...]
    self_closing: bool


class EndTag(NamedTuple):
    """An end tag at [start, end)."""

    name: str
    start: int
    end: int


class TextRun(NamedTuple):
    """Source text between tags; `references` says whether it contains character references."""

    start: int
    end: int
    references: bool = True


class Tokenizer:
    """Iterates over the tokens of `source` in linear time. Comments and declarations are skipped.

    The tree builder sets `raw_text` to an element's name after its start tag if the content isn't
    markup; in foreign content (SVG) the same name means an ordinary element.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.raw_text = ""

    def __iter__(self) -> Iterator[StartTag | EndTag | TextRun]:
        source = self.source
        size = len(source)
        at = 0
        while at < size:
            if self.raw_text:
                stop = self._raw_text_end(at)
                if stop > at:
                    yield TextRun(at, stop, self.raw_text in _REFERENCES_COUNT)
                self.raw_text = ""
                at = stop
                if at >= size:
                    return
            markup = _MARKUP.search(source, at)
            start = markup.start() if markup else size
            if start > at:
                yield TextRun(at, start)
            if start >= size:
                return
            after = source[start + 1 : start + 3]
            if after[0] == "/":
                if not after[1:]:
                    yield TextRun(start, size)
                    return
                if not (after[1].isascii() and after[1].isalpha()):
                    at = _after(source, ">", start + 2)  # "</>" and "</ ...>" are comments
                    continue
                name = _TAG_NAME.match(source, start + 2)
                assert name is not None
                scanned = self._attributes(name.end())
                if scanned is None:
                    return
                at = scanned[1]
                yield EndTag(name.group().lower(), start, at)
            elif after[0] in "!?":
                at = _comment_end(source, start)
            else:
                name = _TAG_NAME.match(source, start + 1)
                assert name is not None
                scanned = self._attributes(name.end())
                if scanned is None:  # the source ends inside the tag: browsers drop it, so do we
                    return
                attributes, at, self_closing = scanned
                yield StartTag(name.group().lower(), start, at, attributes, self_closing)

    def _attributes(self, at: int) -> tuple[tuple[Attribute, ...], int, bool] | None:
        """The attributes from `at`, the tag's end, whether it closes itself; None where the source ends."""
        source = self.source
        size = len(source)
        if at < size and source[at] == ">":
            return (), at + 1, False
        found: list[Attribute] = []
        while True:
            gap = _GAP.match(source, at)
            after_gap = gap.end() if gap else at
            if after_gap >= size:
                return None
            if source[after_gap] == ">":
                return tuple(found), after_gap + 1, after_gap > at and source[after_gap - 1] == "/"
            name = _ATTRIBUTE_NAME.match(source, after_gap)
            assert name is not None
            start, at = name.span()
            value_start = value_end = at
            equals = _EQUALS.match(source, at)
            if equals:
                at = equals.end()
                quote = source[at : at + 1]
                if quote in ('"', "'"):
                    value_start = at + 1
                    value_end = source.find(quote, value_start)
                    if value_end < 0:
                        return None
                    at = value_end + 1
                else:
                    unquoted = _UNQUOTED.match(source, at)
                    value_start, value_end = unquoted.span() if unquoted else (at, at)
                    at = value_end
            found.append(Attribute(name.group().lower(), start, at, value_start, value_end))

    def _raw_text_end(self, at: int) -> int:
        """Where the content of the element `raw_text` ends: at its end tag, or with the source."""
        if self.raw_text == "script":
            return self._script_end(at)
        end = re.compile(rf"</{re.escape(self.raw_text)}(?=[\t\n\f\r />])", re.IGNORECASE).search(self.source, at)
        return end.start() if end else len(self.source)

    def _script_end(self, at: int) -> int:
        # In a script a comment may hold a whole script of its own, whose end tag does not count.
        in_comment = in_inner = False
        for mark in _SCRIPT_MARK.finditer(self.source, at):
            word = mark.group()
            if word == "<!--":
                in_comment = True
            elif word == "-->":
                in_comment = in_inner = False
            elif mark.group(1):
                if not in_inner:
                    return mark.start()
                in_inner = False
            else:
                in_inner = in_comment
        return len(self.source)


def _after(source: str, mark: str, at: int) -> int:
    found = source.find(mark, at)
    return len(source) if found < 0 else found + len(mark)


def _comment_end(source: str, start: int) -> int:
    """Where the comment, declaration or processing instruction that begins at `start` ends."""
    if not source.startswith("<!--", start):
        return _after(source, ">", start + 2)
    for short in ("<!-->", "<!--->"):
        if source.startswith(short, start):
            return start + len(short)
    end = _COMMENT_END.search(source, start + 4)
    return end.end() if end else len(source)
