"""The keywords of a value: split, and without quotation marks, numbers and figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Text
from seocheck.readers.fields import split_entry, split_keywords
from seocheck.readers.label_names.labels import find_label, words
from seocheck.readers.label_values.meant import is_gap, is_unfilled, names_field
from seocheck.readers.label_values.values import clean, joined

_CODES = late_pattern(r"(?:`[^`\n]+`\s+)+`[^`\n]+`")
_FIGURE = late_pattern(r"[~≈<>+]?\d[\d.,\s]*[kKmM%+]?")
_IN_BRACKETS = late_pattern(r"(?<!\s)\s*[(（\[]([^()（）\[\]]{1,60})[)）\]]")
_BEHIND_DASH = late_pattern(r"\s[-–—]\s([^-–—]{2,40})$")
_ITEM_MARKS = ("；", " · ", "·", " • ", "•", " / ", "\t", " → ")
_DASHES = (" - ", " – ", " — ")
"""What separates three keywords and more; in "rye bread – a guide" it separates nothing."""
_LINE_BREAK = late_pattern(r"(?<!\s)\s*<br\s?/?>\s*", re.IGNORECASE)
_NUMBER = late_pattern(r"(?:^|[,;]\s+|(?<![\s,;])\s+)(\d{1,2})(?P<mark>[.)])\s+")
_HASHTAGS = late_pattern(r"(?:#[\w-]+[\s,;]*){2,}")
_STOPPED = late_pattern(r"(?:[^.,;:!?\n]{2,40}\.\s+){2,}[^.,;:!?\n]{2,40}\.?")
_MAX_STOPPED = _LONGEST_KEYWORD = 5  # words
_LONGEST_LINE = 50
_LIST_IN_BRACKETS = late_pattern(r"[\[{]([^\[\]{}]+)[\]}]")
_LISTED = late_pattern(r"[,;，、；|]")
_NAMED_LIST = late_pattern(r"([^()（）:：]+)[(（]([^()（）:：]{2,40})[:：]([^()（）]+)[)）][*_.\s]*")
"""The list of further keywords in parentheses: rye (secondary: crust, crumb)."""
_MARKED = late_pattern(r"(`|\*\*)[^`*\n]+(\1)")
_GROUP = late_pattern(r"(?P<mark>\*\*|__|\*|_)[^*_:：\n]{2,40}(?:[:：](?P=mark)|(?P=mark)\s?[:：])\s*")
"""The name of a group of keywords at its beginning: **Primary:** rye bread."""


def keywords_in(text: Text, *, among: bool = False) -> list[Text]:
    """The keywords of a value: split, and without quotation marks, numbers and figures.

    among: whether it is one of several bullets, of which a name may have a comma in it.
    """
    if (group := _GROUP.match(text.value)) is not None:
        text = text.slice(group.end(), len(text.value))
    behind = _NAMED_LIST.fullmatch(text.value)
    if behind and _lists_more(behind[2].strip()):
        return [*keywords_in(text.slice(*behind.span(1))), *keywords_in(text.slice(*behind.span(3)))]
    found: list[Text] = []
    if is_list_in_brackets(text.value):
        text = text.strip()
        text = text.slice(1, len(text.value) - 1)
    bare = _without_figures(text)
    parts = split_entry(bare, alone=False) if among and bare.value.count(",") == 1 else _split(bare)
    if len(parts) > 1 and all(_in_brackets(part.value) for part in parts):
        parts = [part.slice(1, len(part.value) - 1).strip() for part in parts]
    for part in parts:
        word = clean(_without_figures_behind_dash(part))
        dot = word.value.rstrip().rstrip(".") if len(word.value.split()) > 1 else word.value
        word = word.slice(0, len(dot)) if dot and word.value.endswith(".") and not word.value.endswith("..") else word
        if word and not (is_gap(word.value) or (len(parts) == 1 and is_unfilled(word.value))):
            found.append(_without_marks(word))
    return found


def _without_marks(word: Text) -> Text:
    """A keyword without the marks of code or bold in it: list of records (`while`)."""
    marks = [part for match in _MARKED.finditer(word.value) for part in (match.span(1), match.span(2))]
    if not marks:
        return word
    starts, ends = [0, *(end for _, end in marks)], [*(start for start, _ in marks), len(word.value)]
    kept = [word.slice(start, end) for start, end in zip(starts, ends, strict=True) if end > start]
    return joined(kept, "")


def are_listed_in_lines(parts: Sequence[Text]) -> bool:
    """Whether lines are keywords, or lists of them, rather than one list that was wrapped: the first has but one, and
    none ends in the middle of a list."""
    lines = [part.value for part in parts]
    wrapped = any(len(line) > _LONGEST_LINE or line.endswith((",", ";", "，", "、")) for line in lines[:-1])
    short = len(lines) > 1 and all(len(line.split()) <= _LONGEST_KEYWORD for line in lines if not _LISTED.search(line))
    return short and not wrapped and _LISTED.search(lines[0]) is None


def _lists_more(name: str) -> bool:
    """Whether further keywords follow a name in parentheses."""
    named = find_label(name)
    return name.casefold() in words("variants") or (named is not None and named.field in ("keywords", "focus_keyword"))


def is_list_in_brackets(value: str) -> bool:
    """Whether a value is a list as YAML has it: [rye, crust]; not a template: [primary keyword, related keyword]."""
    match = _LIST_IN_BRACKETS.fullmatch(value.strip())
    return match is not None and _LISTED.search(match[1]) is not None and not names_field(match[1])


def _in_brackets(value: str) -> bool:
    return value[:1] + value[-1:] in ("[]", "()", "{}") and not any(c in "[](){}" for c in value[1:-1])


def _split(text: Text) -> list[Text]:
    value = text.value
    numbers = list(_NUMBER.finditer(value))
    counted = [int(n[1]) for n in numbers] == list(range(1, len(numbers) + 1)) and value[:1] == "1"
    if counted and (len(numbers) > 2 or (len(numbers) == 2 and numbers[0]["mark"] == ")")):
        ends = [*(n.start() for n in numbers[1:]), len(value)]
        return [text.slice(n.end(), end).strip() for n, end in zip(numbers, ends, strict=True)]
    if _HASHTAGS.fullmatch(value.strip()):
        return [text.slice(*match.span(1)) for match in re.finditer(r"#([\w-]+)", value)]
    if is_list_with_stops(value):
        return _cut(text, [match.span() for match in re.finditer(r"\.\s+|\.$", value)])
    if _CODES.fullmatch(value.strip()):
        return [text.slice(*match.span()) for match in re.finditer(r"`[^`\n]+`", value)]
    lines = _cut(text, [match.span() for match in _LINE_BREAK.finditer(value)])
    if len(lines) > 1:
        return [part for line in lines for part in _split(line)]
    parts = split_keywords(text)
    if len(parts) > 1:
        return parts
    for mark in (*_ITEM_MARKS, *_DASHES):
        places = [match.span() for match in re.finditer(re.escape(mark), value)]
        if len(places) > (mark in _DASHES):
            return _cut(text, places)
    return parts


def is_list_with_stops(value: str) -> bool:
    """Whether a value is a list with a full stop behind each keyword, as abstracts in Portuguese have it."""
    parts = re.split(r"\.\s+", value.strip())
    return _STOPPED.fullmatch(value.strip()) is not None and max(len(p.split()) for p in parts) <= _MAX_STOPPED


def _cut(text: Text, places: Sequence[tuple[int, int]]) -> list[Text]:
    """What is between these places; nothing that is empty."""
    starts, ends = [0, *(end for _, end in places)], [*(start for start, _ in places), len(text.value)]
    return [part for part in (text.slice(a, b).strip() for a, b in zip(starts, ends, strict=True)) if part]


def _without_figures(text: Text) -> Text:
    """Without search volumes and the like behind keywords: how to bake rye (880 / KD 21)."""
    kept: list[Text] = []
    at = 0
    for match in _IN_BRACKETS.finditer(text.value):
        if _only_figures(match[1]) and not _is_of_a_name(text.value, match):
            kept.append(text.slice(at, match.start()))
            at = match.end()
    return joined([part for part in [*kept, text.slice(at, len(text.value))] if part.value], "") if at else text


def _without_figures_behind_dash(text: Text) -> Text:
    """The same behind a dash: rye - 90/mo."""
    found = _BEHIND_DASH.search(text.value)
    figures = found is not None and re.search(r"[^\W\d_]", found[1]) is not None and _only_figures(found[1])
    return text.slice(0, found.start()).strip() if found and figures else text


def _is_of_a_name(value: str, match: re.Match[str]) -> bool:
    """Whether a small number is written into a name: FA(3) forms."""
    glued = match.group()[:1] in "([" and value[match.start() - 1 : match.start()].isascii()
    return glued and match.start() > 0 and len(match[1]) <= 2 and bool(value[match.end() :].strip())


def _only_figures(inside: str) -> bool:
    if re.fullmatch(r"\s*(?:19|20)\d\d\s*", inside):
        return False  # a year
    rest = _FIGURE.sub(" ", inside)
    known = words("figures")
    bare = [word for word in re.split(r"[\s/|:,;·]+", rest.casefold()) if word]
    if rest != inside and any(word in known for word in bare):
        return True
    return all(word in known for word in bare) and (rest != inside or bool(bare))
