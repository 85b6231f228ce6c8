"""One line -> the label at its beginning and where its value is; None for a line without a label."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Text
from seocheck.readers.labelled.labels import Label, find_label, key_of, section_names
from seocheck.readers.labelled.lines import Line

_HEAD = late_pattern(
    r"(?P<open>[^\w\"'(\[<{|\\\n]*)"
    r"(?P<head>(?:[^:：()（）\n]|[(（][^()（）\n]{0,80}[)）]){1,90}?)"
    r"\s*[:：]"
)
_CLOSING = late_pattern(r"\s*[*_`~]+")
_BOLD = late_pattern(
    r"(?P<open>\W*(?:\*\*|__|`))(?P<head>[^*`\n]{2,60}?)(?:\*\*|__|`)\s*(?P<remark>[(（][^()（）\n]*[)）])?\s*(?:[-–—]\s+|$)"
)
_LAST_BOLD = late_pattern(r"\*\*(?P<head>[^*\n]{2,60})\*\*\s*(?:[(（][^()（）\n]*[)）])?\s*[:：]$")
"""The label at the end of a sentence that says where to paste what is below it."""
_HEADS = ("keywords", "slug", "canonical", "h1")
_REMARK = late_pattern(r"\s*[(（\[][^()（）\[\]]*[)）\]]\s*$")
_MAX_WORDS = 5
_MAX_LETTERS = 48


class Labelled(msgspec.Struct, frozen=True):
    """A line that begins with a label.

    name: the label as written, without marks and remarks. label: what it declares; None for a label that isn't known,
    which belongs to a block only beside others. value: the rest of the line.
    """

    name: Text
    label: Label | None
    value: Text
    bold: bool = False


def label_line(line: Line, extra: Mapping[str, str]) -> Labelled | None:
    """The label of a line. extra: further labels by their keys."""
    text = line.text
    if line.kind not in ("text", "item", "heading", "row"):
        return None
    if line.kind == "row":
        return _named(text, 0, len(text.value), line.value, extra) if line.value is not None else None
    words = text.value[:240]
    if line.kind == "heading":
        found = _HEAD.match(words)
        if found and found.end() < len(words):
            named = _named(text, *found.span("head"), text.slice(found.end(), len(text.value)), extra, known=True)
            return named if named and named.label and named.label.plain else None  # "Keywords: a brief" heads a section
        named = _named(text, 0, len(words.rstrip(" :：")), text.slice(len(words), len(words)), extra, known=True)
        heads = named and named.label and (named.label.plain or named.label.field in _HEADS)
        return named if heads else None  # "Description" heads a section of the text
    found = _HEAD.match(words)
    if found:
        # The label's own marks may end behind its colon: **Keywords:** rye
        marked = "*" in found["open"] or "_" in found["open"]
        closing = _CLOSING.match(text.value, found.end()) if marked else None
        end = len(text.value)
        if marked and closing is None:  # *Keywords: rye*
            end = len(text.value.rstrip().rstrip("*_"))
        start = closing.end() if closing else found.end()
        value = text.slice(start, max(start, end))
        bold = "**" in found["open"] or "__" in found["open"]
        named = _named(text, *found.span("head"), value, extra, bold=bold)
        if named is not None and (named.label or bold or len(named.name.value.split()) <= 3):
            return named
    bold_line = _BOLD.match(words)
    if bold_line and "：" not in bold_line["head"] and ":" not in bold_line["head"]:
        value = text.slice(bold_line.end(), len(text.value))
        return _named(text, *bold_line.span("head"), value, extra, bold=True, known=True)
    last = _LAST_BOLD.search(words)
    if last and len(text.value) == len(words):
        return _named(text, *last.span("head"), text.slice(len(words), len(words)), extra, bold=True, known=True)
    return None


def is_section(line: Line) -> bool:
    """Whether a line says that metadata follow: `## SEO`, `**Meta information**`, `METADATA:`."""
    words = line.text.value.strip()
    if line.kind not in ("heading", "text") or not words or len(words) > 60:
        return False
    if line.kind == "text" and not words.startswith(("*", "_")) and not words.endswith((":", "：", "**")):
        return False
    bare = _REMARK.sub("", words.strip("*_:： "))
    return key_of(bare) in section_names()


def _named(
    text: Text,
    start: int,
    end: int,
    value: Text | None,
    extra: Mapping[str, str],
    *,
    bold: bool = False,
    known: bool = False,
) -> Labelled | None:
    """The label in text[start:end], without remarks and marks; None for what can be no label.

    known: only a label of the table counts.
    """
    written = text.value[start:end]
    while (bare := _REMARK.sub("", written)) != written and bare.strip():
        written = bare
    name = text.slice(start, start + len(written))
    stripped = written.strip('*_`~ \t\u00a0"“”')
    if not stripped:
        return None
    at = written.index(stripped)
    name = name.slice(at, at + len(stripped))
    label = find_label(stripped, extra)
    if value is None:
        value = text.slice(end, end)
    if label is not None:
        return Labelled(name, label, value, bold)
    short = len(stripped.split()) <= _MAX_WORDS and len(stripped) <= _MAX_LETTERS and stripped[0].isalpha()
    if known or not short or "://" in text.value[:12] or stripped[0].islower():
        return None
    return Labelled(name, None, value, bold)
