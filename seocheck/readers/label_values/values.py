"""What the value of a label says: without marks, quotation marks, counts and remarks around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span, Text, TextBuilder
from seocheck.readers.label_names.labels import words

_PAIRS = {
    "``": "``", "**": "**", "__": "__", "*": "*", "_": "_", "`": "`", '"': '"', "'": "'", "“": "”", "„": "“", "«": "»",
    "‘": "’", "「": "」", "『": "』", "”": "”", "»": "«", "‹": "›",
}  # fmt: skip
_OTHER_ENDS = {"„": "”"}
_WITH_REMARK = late_pattern(
    r"`(?P<code>[^`\n]+)`\s*[*_]*(?:[(（][^()（）`\n]{1,80}[)）][*_.]*\s*)?(?:[—–-]\s[^`\n]*)?$"
    r"|[\"“„«](?P<quoted>[^\"“”„«»\n]+)[\"”“»]\s*[(（][^()（）\n]{1,80}[)）]$"
)
_BREAK = late_pattern(r"<br\s?/?>$", re.IGNORECASE)
_MAX_WRAPS = 8
_VERDICT = late_pattern("(?<!\\s)\\s*[✅☑✔✓🟢👍✨]\ufe0f?\\s*$")
"""What says at the end of a value that it is as long as it may be."""
_LONGEST_COUNT = 120
"""Letters at the end of a value that a length in brackets may take."""
_LENGTH = late_pattern(r"(?<!\s)\s*[(（\[](\d{2,3})(?:\s*/\s*\d{2,3})?[)）\]]$")
_COMMENT = late_pattern(r"(?<!\s)\s*<!--(?:(?!-->).)*-->\s*$")
_TAGGED = late_pattern(r"<(b|strong|i|em|u|code|span|mark)\b[^<>]*>(.*)</\1>", re.IGNORECASE | re.DOTALL)
_LONGEST_LENGTH, _MISCOUNTED = 16, 0.1


@lru_cache(maxsize=1)
def units() -> str:
    """What lengths are counted in, as a pattern."""
    return "|".join(re.escape(unit) for unit in sorted(words("units"), key=len, reverse=True))


@lru_cache(maxsize=1)
def _count() -> re.Pattern[str]:
    """A length in brackets at the end of a value."""
    return re.compile(
        rf"(?<![\s*_])[\s*_]*[(（\[][^()（）\[\]]*\d\s*-?(?:{units()})[^()（）\[\]]*[)）\]][*_.\s]*$"
        rf"|(?<!\s)\s+[—–|-]\s*~?\d+(?:\s*/\s*\d+)?\s*(?:{units()})[*_.\s]*$"
        r"|(?<!\s)\s+[—–|-]\s*\d{2,3}\s*/\s*\d{2,3}[*_.\s]*$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _count_before() -> re.Pattern[str]:
    """A length in brackets at the beginning of a value."""
    return re.compile(
        rf"\s*[*_]*[(（\[]\s*~?\d{{1,3}}\s*(?:/\s*\d{{2,3}}\s*)?(?:{units()})\s*[)）\]][*_:\s]*(?=\S)", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _length_alone() -> re.Pattern[str]:
    """A line with nothing but a length, in italics or parentheses."""
    length = rf"[^\w\n]*~?\d{{1,3}}(?:\s*/\s*\d{{2,3}})?\s*(?:{units()})[^\w\n]*"
    return re.compile(rf"[*_(（\[]{length}[*_)）\]]", re.IGNORECASE)


def is_length(line: str) -> bool:
    """Whether a line below a value says how long it is: "*(57 characters)*"."""
    return len(line) <= _LONGEST_COUNT and _length_alone().fullmatch(line) is not None


def clean(text: Text) -> Text:
    """A value without what is around it and no part of it."""
    for _ in range(_MAX_WRAPS):
        value = text.value
        trimmed = value.rstrip().removesuffix("\\").rstrip()
        trimmed = trimmed[: -len(tag[0])] if (tag := _BREAK.search(trimmed[-8:])) else trimmed
        trimmed = trimmed[: verdict.start()] if (verdict := _VERDICT.search(trimmed)) else trimmed
        end = len(trimmed)
        start = end - len(trimmed.lstrip())
        counted = _count().search(trimmed, max(start, end - _LONGEST_COUNT))
        if counted and counted.start() > start:
            end = counted.start()
        end = _without_length(value, start, end)
        if (told := _COMMENT.search(value, start, end)) is not None and told.start() > start:
            end = told.start()
        if value[start : start + 3].strip("*_ ")[:1] in ("(", "（", "[") and (
            first := _count_before().match(value, start, end)
        ):
            start = first.end()
        for opening, closing in _PAIRS.items():
            inner = _inner(value, start, end, opening, closing)
            if inner is None and opening in _OTHER_ENDS:
                inner = _inner(value, start, end, opening, _OTHER_ENDS[opening])
            if inner is not None:
                start, end = inner
                break
        if (remarked := _quoted_with_remark(value, start, end)) is not None:
            start, end = remarked
        if (tagged := _TAGGED.fullmatch(value, start, end)) is not None:
            start, end = tagged.span(2)
        if (start, end) == (0, len(value)):
            return text
        text = text.slice(start, max(start, end))
    return text


def _quoted_with_remark(value: str, start: int, end: int) -> tuple[int, int] | None:
    """What is in backticks or quotation marks at the beginning of a value, where but a remark is behind it."""
    found = _WITH_REMARK.match(value, start, end)
    if found is None or found.end() != end:
        return None
    return found.span("code") if found["code"] else found.span("quoted")


def _without_length(value: str, start: int, end: int) -> int:
    """Where a value ends without its own length in brackets, alone or beside the longest allowed: (57/160)."""
    found = _LENGTH.search(value, max(start, end - _LONGEST_LENGTH), end)
    if found is None:
        return end
    length = len(value[start : found.start()].strip())
    return found.start() if abs(int(found[1]) - length) <= max(4, _MISCOUNTED * length) else end


def _inner(value: str, start: int, end: int, opening: str, closing: str) -> tuple[int, int] | None:
    a, b = start + len(opening), end - len(closing)
    if b <= a or not value.startswith(opening, start) or not value.startswith(closing, b):
        return None
    inside = value[a:b]
    return None if opening in inside or closing in inside else (a, b)


def joined(parts: Sequence[Text], between: str = " ") -> Text:
    """Several texts as one; each keeps its places."""
    if len(parts) == 1:
        return parts[0]
    builder = TextBuilder()
    for part in parts:
        if len(builder):
            builder.fill(between)
        for segment in part.segments:
            words_of = part.value[segment.start : segment.end]
            builder.add(words_of, segment.source_start, segment.source_end, same=segment.verbatim)
    spans = [part.span() for part in parts]
    return builder.build(anchor=Span(spans[0].start, spans[-1].end) if spans else Span(0, 0))
