"""The words of label lines that are no part of what they declare: a note above bullets, a remark behind a dash."""

from __future__ import annotations

from collections.abc import Iterator

from seocheck.base.late_pattern import late_pattern
from seocheck.model.article import LabelLine

_BRACKETS = late_pattern(r"[(（\[][^()（）\[\]\n]*[)）\]]")
_WORD = late_pattern(r"[^\W\d_]{3,}")
_MARKS = late_pattern(r"[*_`>#~]+")
_MIN_WORDS = 3
"""Fewer are a unit of figures, or the name of a group."""
_AROUND = " \t\r\n-–—:：,;.·*"


def rest_of(label: LabelLine, source: str) -> str:
    """The words between the name of a label and its end that its value doesn't have; "" for none but figures and
    remarks in parentheses."""
    kept = [" ".join(_BRACKETS.sub(" ", gap).split()) for gap in _gaps(label, source)]
    rest = " ".join(_MARKS.sub("", gap).strip(_AROUND) for gap in kept if _WORD.search(gap))
    return " ".join(rest.split()) if len(_WORD.findall(rest)) >= _MIN_WORDS else ""


def _gaps(label: LabelLine, source: str) -> Iterator[str]:
    """What is written between the pieces of a label line that were read."""
    texts = (label.value.text, *label.texts)
    read = [(s.source_start, s.source_end) for text in texts for s in text.segments]
    at = label.span.start
    for start, end in sorted([tuple(label.value.key_span), *read, (label.span.end, label.span.end)]):
        if start > at:
            yield source[at:start]
        at = max(at, end)
