"""One line -> the label at its beginning and where its value is; None for a line without a label."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Text
from seocheck.readers.label_names.label_parts import key_of
from seocheck.readers.label_names.labels import Label, abstract_names, find_label, heads_metadata, names_several
from seocheck.readers.label_values.meant import is_sentence
from seocheck.readers.labelled.lines import Line
from seocheck.readers.labelled.page_tags import tag_parts

_HEAD = late_pattern(
    r"(?P<open>[^\w\"'(\[<{|\\\n]*(?:(?:\d{1,2}|[A-Za-z])[.)][ \t]+[*_]*)?(?:`?<(?=title>`?))?)"
    r"(?P<head>(?:[^:：()（）\n]|[(（][^()（）\n]{0,80}[)）]){1,90}?)"
    r"\s*[:：]"
)
_MARKS = late_pattern(r"[*_`]+(?=[^*_`]*$)")
_NUMBER = late_pattern(r"[^\w\n*`\"'(\[<{|]*(?:(?:\d{1,2}|[A-Za-z])[.)]\s+)?(?=[*_`]*[^\W\d_])")
"""What is before the name in a heading that is numbered, or has a picture."""
_STRAY = late_pattern(r"\s*[*_]{1,2}(?=\s)")
_CLOSING = late_pattern(r"[*_`~]+")
_CHECKED = late_pattern("[✅☑✔✓❌❎✗✘✖⚠]")
_CHECKED_AT_END = late_pattern("[✅☑✔❌❎✘✖]\ufe0f?[*_]*$")
"""What a list of things done has before each of them."""
_BOLD = late_pattern(
    r"(?P<open>\W*(?:\*\*|__|`)(?:\d{1,2}[.)]\s+)?)(?P<head>[^*`\n]{2,60}?)(?:(?<=[-–—])(?:\*\*|__)\s*"
    r"|(?:\*\*|__|`)\s*(?P<remark>[(（][^()（）\n]*[)）])?\s*(?:(?:[-–—]|(?P<sign>[=→⇒]|[-=]>))\s+|$))"
)
_BOLD_LINE = late_pattern(r"(\*\*|__)(?P<head>[^*_:：\n]{2,40}?)\s+[-–—]\s+(?P<value>[^*\n]*\S)\1$")
"""A line in bold with a dash between a label and its value."""
_ITALIC_LINE = late_pattern(r"([*_])(?P<head>[^*_:：\n]{2,60})\1$")
_DASHED = late_pattern(
    r"[^\w\"'(\[<{|\\\n]*(?P<head>[^\W\d_][^:：*_`\n]{2,40}?)(?:\s+(?:[-–—]|(?P<sign>[=→⇒]|[-=]>))(?:\s+(?=\S)|$))"
)
"""The same with a dash and no marks, in which only names count that are plain, or have nothing beside them."""
_REFERENCE = late_pattern(r"\[[^\]\n]+\]:\s")
_IN_BRACKETS = late_pattern(r"\[(?P<inside>[^\[\]\n]+[:：][^\[\]\n]+)\]$")

_LAST_BOLD = late_pattern(r"\*\*(?P<head>[^*\n]{2,60})\*\*\s*(?:[(（][^()（）\n]*[)）])?\s*[:：]$")
"""The label at the end of a sentence that says where to paste what is below it."""
_HEADS = ("keywords", "slug", "canonical", "h1")
_REMARK = late_pattern(r"\s*[(（\[][^()（）\[\]]*[)）\]]\s*$")
_IN_REMARK = late_pattern(r"[(（\[]\s*([^()（）\[\],;，、:—–|/\d~]{2,40}?)\s*[,;，、:—–|/)）\]]")
_SAME = {
    "title": ("seo_title", "title"),
    "description": ("description",),
    "keywords": ("keywords", "focus_keyword"),
    "focus_keyword": ("keywords", "focus_keyword"),
}
"""The fields that a remark behind a label may make it."""
_TEXTS = ("title", "description", "keywords")
_SLUG = late_pattern(r"\b(?:slug|permalink)\b", re.IGNORECASE)
"""What says of a name of any kind what it is: "File name (slug)"; an address is also that of a source."""
_OF_TOOL = late_pattern(
    r"(?:wordpress|yoast|rank ?math|aioseo|seopress|shopify|wix|hubspot|ghost|webflow|joomla|typo3|drupal)[ -]seo",
    re.IGNORECASE,
)
"""A line in bold above the fields of a program; a heading may be that of a text about it."""
_MAX_WORDS, _FEW_WORDS = 5, 3
"""How long a label may be that isn't known; without marks the shorter, but for comments, which have no sentences."""
_MAX_LETTERS = 48


class Labelled(msgspec.Struct, frozen=True):
    """A line that begins with a label.

    name: the label as written, without marks and remarks. label: what it declares; None for a label that isn't known,
    which belongs to a block only beside others. value: the rest of the line. loose: whether an arrow or an equals
    sign is between them, as in formulas and definitions.
    """

    name: Text
    label: Label | None
    value: Text
    bold: bool = False
    loose: bool = False


def label_line(line: Line, extra: Mapping[str, str]) -> Labelled | None:
    """The label of a line. extra: further labels by their keys."""
    text = line.text
    if line.kind not in ("text", "item", "heading", "row"):
        return None
    if line.kind == "row":
        return _named(text, 0, len(text.value), line.value, extra) if line.value is not None else None
    if (whole := _IN_BRACKETS.match(text.value[:600])) is not None and whole.end() == len(text.value):
        text = text.slice(*whole.span("inside"))
    if line.inside == "fence" and text.value[:1] == "<":
        return _tagged(text, extra)
    words = text.value[:240]
    if (line.kind == "item" and _CHECKED.match(words)) or _REFERENCE.match(words):
        return None
    if line.kind == "heading":
        text = _unmarked(text)
        if (before := _NUMBER.match(text.value)) is not None:
            text = text.slice(before.end(), len(text.value))
        words = text.value[:240]
        found = _HEAD.match(words)
        if found and found.end() < len(words):
            named = _named(text, *found.span("head"), _value(text, found)[0], extra, known=True)
            heads = named and named.label and (named.label.plain or _is_article_title(named))
            return named if heads else None  # "Keywords: a brief" heads a section
        named = _named(text, 0, len(words.rstrip(" :：")), text.slice(len(words), len(words)), extra, known=True)
        title = named and named.label and named.label.field == "title" and line.level > 1
        heads = title or (
            named and named.label and (named.label.plain or named.label.field in _HEADS or _is_article_title(named))
        )
        return named if heads else None  # "Description" heads a section of the text
    found = _HEAD.match(words)
    if found:
        value, bold = _value(text, found)
        named = _named(text, *found.span("head"), value, extra, bold=bold)
        most = _MAX_WORDS if line.inside == "comment" else _FEW_WORDS
        if named is not None and (named.label or bold or len(named.name.value.split()) <= most):
            return named
    if (whole := _BOLD_LINE.match(text.value[:600])) is not None:
        named = _named(text, *whole.span("head"), text.slice(*whole.span("value")), extra, bold=True, known=True)
        if named is not None and _is_sure(named):
            return named
    bold_line = _BOLD.match(words)
    if bold_line and "：" not in bold_line["head"] and ":" not in bold_line["head"]:
        value = text.slice(bold_line.end(), len(text.value))
        return _declared(_named(text, *bold_line.span("head"), value, extra, bold=True, known=True), bold_line["sign"])
    if (italic := _ITALIC_LINE.match(words)) is not None and len(words) == len(text.value):
        return _named(text, *italic.span("head"), text.slice(len(words), len(words)), extra, known=True)
    if (dashed := _DASHED.match(words)) is not None:
        value = text.slice(dashed.end(), len(text.value))
        named = _named(text, *dashed.span("head"), value, extra, known=True)
        alone = dashed.end() == len(text.value)
        sure = named is not None and named.label and (named.label.plain or (not dashed["sign"] and _is_sure(named)))
        if named is not None and named.label and (alone or sure):
            return _declared(named, dashed["sign"])
        listed = line.kind == "item" and not dashed["sign"]
        if listed and named is not None and named.label and named.label.field in _TEXTS:
            return _declared(named, "-")
        if not dashed["sign"]:  # an arrow may lead through menus to the label: Settings → **SEO title**:
            return None
    last = _LAST_BOLD.search(words)
    if last and len(text.value) == len(words):
        return _named(text, *last.span("head"), text.slice(len(words), len(words)), extra, bold=True, known=True)
    return None


def _tagged(text: Text, extra: Mapping[str, str]) -> Labelled | None:
    """The label of a tag in a listing: <title>Rye bread</title>."""
    parts = tag_parts(text)
    return Labelled(parts[0], find_label(f"meta {parts[0].value}", extra), parts[1]) if parts else None


def _is_sure(named: Labelled) -> bool:
    """Whether a label with a dash behind it is one: it is plain, or a list of keywords follows."""
    if named.label is None or named.label.plain:
        return named.label is not None
    return named.label.field == "keywords" and named.value.value.count(",") > 0 and not is_sentence(named.value.value)


def _declared(named: Labelled | None, sign: str | None) -> Labelled | None:
    """A label before a dash or a sign; None where a sentence behind it says what the label means."""
    named = replace(named, loose=True) if named is not None and sign else named
    if named is None or named.label is None or named.label.field not in ("seo_title", "title", "description"):
        return named
    return None if named.value.value[:1].islower() else named


def _value(text: Text, found: re.Match[str]) -> tuple[Text, bool]:
    """What is behind a label, and whether the label is in bold. The label's own marks may end before its colon or
    behind it; those that follow are the value's."""
    head = found["head"]
    bare = head.lstrip("_")
    opened = found["open"] + head[: len(head) - len(bare)]
    match = _MARKS.search(opened)
    marks = match.group() if match else ""
    start, end = found.end(), len(text.value)
    if marks and marks not in bare:
        behind = start + len(text.value[start:]) - len(text.value[start:].lstrip())
        if text.value.startswith(marks, behind):  # **Keywords:** rye
            start = behind + len(marks)
            start += _stray(text.value[start:])
        elif (closing := _CLOSING.match(text.value, start)) is not None:
            start = closing.end()
            start += _stray(text.value[start:])
        else:  # *Keywords: rye*
            end = len(text.value.rstrip().rstrip("*_`"))
    return text.slice(start, max(start, end)), "**" in marks or "__" in marks


def _stray(rest: str) -> int:
    """How long a mark is at the beginning of a value that belongs to the label: a program put a space before it."""
    found = _STRAY.match(rest)
    return found.end() if found and rest.count("*") % 2 else 0


def _unmarked(text: Text) -> Text:
    """A heading without the marks around the whole of it."""
    value = text.value
    marks = value[: len(value) - len(value.lstrip("*_"))]
    inner = value[len(marks) : len(value) - len(marks)]
    if not marks or not inner or not value.endswith(marks) or marks in inner:
        return text
    return text.slice(len(marks), len(value) - len(marks))


def _is_article_title(named: Labelled) -> bool:
    """Whether a label is "Article title" rather than "Title", which heads a section of the text."""
    return named.label is not None and named.label.field == "title" and " " in named.name.value


def is_checked(text: str) -> bool:
    """Whether a mark says that something was done or looked at."""
    return _CHECKED.match(text) is not None or _CHECKED_AT_END.search(text) is not None


def is_section(line: Line) -> bool:
    """Whether a line says that metadata follow: `## SEO`, `**Meta information**`, `METADATA:`."""
    words = line.text.value.strip()
    if line.kind not in ("heading", "text") or not words or len(words) > 60:
        return False
    if line.kind == "text" and not words.startswith(("*", "_")) and not words.endswith((":", "：", "**")):
        return False
    bare = without_number(words)
    if line.kind == "text" and _OF_TOOL.fullmatch(bare):
        return True
    return heads_metadata(bare) or (line.kind == "heading" and names_several(bare))


def is_abstract(heading: str) -> bool:
    """Whether a heading is that of an abstract: "1. Zusammenfassung"."""
    return key_of(without_number(heading)) in abstract_names()


def without_number(heading: str) -> str:
    """A heading without its number, marks and remark."""
    bare = _REMARK.sub("", heading.strip("*_:： "))
    before = _NUMBER.match(bare)
    return bare[before.end() :] if before else bare


def _with_remark(name: str, written: str, label: Label | None, extra: Mapping[str, str]) -> Label | None:
    """The label of a name, by the remark behind it where that is plainer: "Excerpt (meta description)"."""
    if (label is not None and label.plain) or (remark := _IN_REMARK.search(written)) is None:
        return label
    for told in (find_label(f"{name} {remark[1]}", extra), find_label(remark[1], extra)):
        if told is not None and told.plain and (label is None or told.field in _SAME.get(label.field, ())):
            return told
    other = label is None or label.field == "other"
    return find_label(remark[1], extra) if other and _SLUG.search(remark[1]) else label


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
    while (bare := _REMARK.sub("", marked := written.rstrip("*_`~ \t-–—"))) != marked and bare.strip():
        written = bare
    name = text.slice(start, start + len(written))
    stripped = written.strip('*_`~ \t\u00a0"“”')
    if stripped == "title>":
        at = start + written.index(stripped)
        return Labelled(text.slice(at, at + 5), find_label("title tag"), value or text.slice(end, end), bold)
    if not stripped:
        return None
    at = written.index(stripped)
    name = name.slice(at, at + len(stripped))
    label = _with_remark(stripped, text.value[start:end], find_label(stripped, extra), extra)
    if value is None:
        value = text.slice(end, end)
    if label is not None:
        return Labelled(name, label, value, bold)
    count = sum(word[:1].isalnum() for word in stripped.split())
    short = count <= _MAX_WORDS and len(stripped) <= _MAX_LETTERS and stripped[0].isalpha()
    if known or not short or "://" in text.value[:12] or (stripped[0].islower() and not bold):
        return None
    return Labelled(name, None, value, bold)
