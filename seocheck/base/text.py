"""A decoded string that knows which range of the source each of its parts came from.

What a reader of an article sees is not what is in the file: a YAML folded scalar, a JSON escape,
an HTML entity or a Markdown soft break are written differently from how they read. Every value of an
article is therefore a `Text`: the decoded words, and segments that lead from them back to the source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import Literal, NamedTuple

import msgspec


class Span(NamedTuple):
    """A range of the source in code points; `end` is exclusive."""

    start: int
    end: int


def meets(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of these ranges, which are in order and do not overlap, shares a character with [start, end)."""
    at = bisect_right(spans, start, key=_end)
    return at < len(spans) and spans[at].start < end


def holds(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of these ranges, which are in order and do not overlap, holds all of [start, end)."""
    at = bisect_right(spans, start, key=_end)
    return at < len(spans) and spans[at].start <= start and end <= spans[at].end


_end = itemgetter(1)


class Segment(NamedTuple):
    """Ties the decoded range [start, end) to the source range [source_start, source_end).

    `verbatim` says that both ranges hold the same characters, so that an offset inside one is an
    offset inside the other; else the whole source range means the whole decoded range.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    verbatim: bool


_START = itemgetter(0)  # Segment.start, without a call of Python's for each

OriginKind = Literal["source", "path", "inherited", "derived", "given", "property"]


class Origin(msgspec.Struct, frozen=True):
    """Where a text was found: in the article's source, its path, a settings file, or worked out; or it was given, or is
    a property of the file."""

    kind: OriginKind = "source"
    file: str = ""


SOURCE = Origin()


class Text(msgspec.Struct, frozen=True):
    """Decoded words with their places.

    `anchor` is the place to point at when nothing of the text is in the source, as for a value
    that a settings file fills in or a slug taken from the path.
    """

    value: str
    segments: tuple[Segment, ...] = ()
    origin: Origin = SOURCE
    anchor: Span = Span(0, 0)

    def __bool__(self) -> bool:
        return bool(self.value.strip())

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The smallest source range that holds the decoded characters [start, end).

        Characters that aren't in the source (a space put between two pieces) take the place
        of their neighbours; an empty text answers its anchor.
        """
        if end is None:
            end = len(self.value)
        segments = self.segments
        if not segments:
            return self.anchor
        low: int | None = None
        high = 0
        last = len(segments) - 1
        for at in range(self._segment_at(start) if start and last else 0, last + 1):
            begins, ends, source_start, source_end, is_verbatim = segments[at]
            if begins >= end and low is not None:
                break
            if ends <= start and at < last:
                continue
            if is_verbatim:
                a = source_start + (ends if start > ends else start if start > begins else begins) - begins
                b = source_start + (begins if end < begins else end if end < ends else ends) - begins
            else:
                a, b = source_start, source_end
            if low is None or a < low:
                low = a
            if b > high:
                high = b
            if begins >= end:
                break
        return Span(low or 0, max(high, low or 0))

    def _segment_at(self, offset: int) -> int:
        """The index of the last segment that begins at or before an offset of the text."""
        return max(bisect_right(self.segments, offset, key=_START) - 1, 0)

    def slice(self, start: int, end: int) -> Text:
        """The characters [start, end) as a text of their own; places and origin are kept."""
        kept = []
        for index in range(self._segment_at(start), len(self.segments)):
            s = self.segments[index]
            if s.end <= start:
                continue
            if s.start >= end:
                break
            a, b = max(s.start, start), min(s.end, end)
            if s.verbatim:
                shift = s.source_start - s.start
                kept.append(Segment(a - start, b - start, a + shift, b + shift, True))
            else:
                kept.append(Segment(a - start, b - start, s.source_start, s.source_end, False))
        return Text(self.value[start:end], tuple(kept), self.origin, self.span(start, end))

    def strip(self) -> Text:
        """Without white space at either end."""
        value = self.value
        start = len(value) - len(value.lstrip())
        end = len(value.rstrip())
        if start == 0 and end == len(value):
            return self
        return self.slice(start, max(start, end))


def verbatim(source: str, start: int, end: int) -> Text:
    """The text that is in `source` at [start, end) just as it reads."""
    segments = (Segment(0, end - start, start, end, True),) if end > start else ()
    return Text(source[start:end], segments, SOURCE, Span(start, end))


class TextBuilder:
    """Collects pieces of decoded text with their source ranges into one `Text`."""

    __slots__ = ("_length", "_parts", "_segments")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0

    def __len__(self) -> int:
        return self._length

    @property
    def last(self) -> str:
        """The last character collected so far, or an empty string."""
        for part in reversed(self._parts):
            if part:
                return part[-1]
        return ""

    def add(self, value: str, start: int, end: int, *, same: bool) -> None:
        """Append `value`, which is in the source at [start, end); `same` when it is so verbatim."""
        if not value:
            return
        a = self._length
        b = a + len(value)
        if self._segments and same:
            last = self._segments[-1]
            if last.verbatim and last.source_end == start and last.end == a:
                self._segments[-1] = Segment(last.start, b, last.source_start, end, True)
                self._parts.append(value)
                self._length = b
                return
        self._segments.append(Segment(a, b, start, end, same))
        self._parts.append(value)
        self._length = b

    def fill(self, value: str) -> None:
        """Append characters that aren't in the source, such as a space between two pieces."""
        self._parts.append(value)
        self._length += len(value)

    def since(self, begin: int) -> Text:
        """The characters collected from `begin` on; costs no more than their number."""
        parts: list[str] = []
        at = self._length
        for part in reversed(self._parts):
            if at <= begin:
                break
            at -= len(part)
            parts.append(part)
        kept: list[Segment] = []
        for segment in reversed(self._segments):
            if segment.end <= begin:
                break
            kept.append(segment)
        shifted = tuple(
            Segment(s.start - at, s.end - at, s.source_start, s.source_end, s.verbatim) for s in reversed(kept)
        )
        return Text("".join(reversed(parts)), shifted).slice(begin - at, self._length - at)

    def build(self, origin: Origin = SOURCE, anchor: Span | None = None) -> Text:
        """The collected pieces as one text."""
        if anchor is None:
            first, last = (self._segments[0], self._segments[-1]) if self._segments else (None, None)
            anchor = Span(first.source_start, last.source_end) if first and last else Span(0, 0)
        return Text("".join(self._parts), tuple(self._segments), origin, anchor)
