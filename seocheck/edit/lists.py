"""Changing a list of keywords in the style it is written in: lines with dashes, brackets, or one text with commas."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span, Text
from seocheck.edit.written import Edit, RefusedError, Written, after_line, line_end_of, line_start
from seocheck.readers.fields import SEPARATORS, split_keywords
from seocheck.readers.front_matter.lists import entry_keywords
from seocheck.readers.front_matter.values import Scalar, Value
from seocheck.readers.front_matter.values import Sequence as ListValue

LINE_BREAK = late_pattern(r"[\r\n]")
_COMMA_GAP = late_pattern(r"\s*,\s*")
_TEXT_GAP = late_pattern(rf"\s*[{SEPARATORS}]\s*")
_SEVERAL = "one entry of a list holds several keywords; write each as an entry of its own"
_NOT_TEXT = "the list of keywords has an entry that isn't a text"


def texts_of(value: Value) -> list[Text]:
    """The keywords of a value, split as the reader splits them."""
    if isinstance(value, Scalar):
        return split_keywords(value.text) if value.text else []
    if not isinstance(value, ListValue):
        raise RefusedError("the keywords are a mapping, not a list")
    if not all(isinstance(item, Scalar) for item in value.items):
        raise RefusedError(_NOT_TEXT)
    items = [item for item in value.items if isinstance(item, Scalar)]
    return [part for item in items for part in (entry_keywords(item, value) or [item.text])]


def change_list(
    source: str, written: Written, value: Value, add: Sequence[str], drop: frozenset[int], limit: int
) -> list[Edit]:
    """The edits that remove the keywords that begin at the offsets `drop` and add others after the last one.

    limit: where the front matter ends. Raises RefusedError for a list that cannot be changed so.
    """
    texts = texts_of(value)
    gone = [index for index, text in enumerate(texts) if text.span().start in drop]
    if written.form == "empty" or (written.form == "list" and not written.items):
        return [_in_place_of_nothing(source, written, add)] if add else []
    if len(gone) == len(texts) and not add:
        raise RefusedError("this would remove all of its keywords; delete the field by hand")
    if written.form == "list" and len(texts) != len(written.items):
        raise RefusedError(_SEVERAL)
    if written.form == "text":
        return _in_text(source, written, texts, add, gone)
    if written.block:
        return _in_lines(source, written, add, gone, limit)
    return _in_brackets(source, written, add, gone)


def replaced_in_list(written: Written, value: Value, instead: Mapping[int, str]) -> list[Edit]:
    """The edits that put other words in place of the keywords that begin at these offsets. Raises RefusedError for a
    list that cannot be changed so."""
    texts = texts_of(value)
    if written.form == "list" and len(texts) != len(written.items):
        raise RefusedError(_SEVERAL)
    edits = []
    for number, text in enumerate(texts):
        word = instead.get(text.span().start)
        if word is None:
            continue
        if written.form == "list":
            edits.append(Edit(*written.items[number], written.write_item(word)))
            continue
        piece = written.within(word)
        if piece is None or any(mark in word for mark in SEPARATORS):
            raise RefusedError("the new keyword can't be written in a list that is one text")
        edits.append(Edit(*text.span(), piece))
    return edits


def _in_place_of_nothing(source: str, written: Written, add: Sequence[str]) -> Edit:
    inside = source[written.span.start + 1 : written.span.end - 1]
    if written.form == "list" and inside.strip():
        raise RefusedError("the empty list of keywords contains a comment")
    if written.form == "empty" and source[written.span.start : written.span.start + 1] in ("'", '"'):
        return Edit(*written.span, written.write(", ".join(add)))  # an empty text: its readers expect a text
    return Edit(*written.span, written.write_list(add))


def _in_lines(source: str, written: Written, add: Sequence[str], gone: Sequence[int], limit: int) -> list[Edit]:
    """Each keyword on a line of its own after a dash."""
    edits: list[Edit] = []
    prefix = ""
    for index, item in enumerate(written.items):
        start = line_start(source, item.start)
        lead = source[start : item.start]
        if not re.fullmatch(r"[ \t]*-[ \t]*", lead):
            raise RefusedError("the list of keywords isn't written line by line")
        if len(lead.rstrip()) < len(lead) or not prefix:
            prefix = lead if lead[-1:].isspace() else f"{lead} "
        if index in gone:
            edits.append(Edit(start, after_line(source, item.end, limit), ""))
    at = after_line(source, written.items[-1].end, limit)
    end = line_end_of(source)
    edits.append(Edit(at, at, "".join(f"{prefix}{written.write_item(word)}{end}" for word in add)))
    return edits


def _in_brackets(source: str, written: Written, add: Sequence[str], gone: Sequence[int]) -> list[Edit]:
    """A list in brackets, on one line or on several."""
    items = written.items
    words = [written.write_item(word) for word in add]
    if len(gone) == len(items):
        _check_gaps(source, items, _COMMA_GAP)
        return [Edit(items[0].start, items[-1].end, ", ".join(words))]
    edits = _without(source, items, gone, _COMMA_GAP)
    if not words:
        return edits
    last = items[-1]
    before = source[line_start(source, last.start) : last.start]
    tail = re.compile(r"[ \t]*(,?)[ \t]*(#[^\r\n]*)?(?=\r|\n)" if written.commented else r"[ \t]*(,?)[ \t]*(?=\r|\n)")
    rest = tail.match(source, last.end, written.span.end)
    if not before.strip() and rest is not None:  # each on a line of its own
        end = line_end_of(source)
        lines = f",{end}".join(f"{before}{word}" for word in words)
        comma = "" if rest[1] else ","
        if rest.end() == last.end:
            edits.append(Edit(last.end, last.end, f"{comma}{end}{lines}"))
        else:
            edits += [Edit(last.end, last.end, comma), Edit(rest.end(), rest.end(), f"{end}{lines}{rest[1]}")]
        return edits
    gap = source[items[-2].end : last.start] if len(items) > 1 else ""
    between = gap if re.fullmatch(r" ?,[ \t]*", gap) else ", "
    edits.append(Edit(last.end, last.end, "".join(f"{between}{word}" for word in words)))
    return edits


def _in_text(source: str, written: Written, texts: list[Text], add: Sequence[str], gone: Sequence[int]) -> list[Edit]:
    """One text in which commas separate the keywords."""
    spans = [text.span() for text in texts]
    gaps = [source[a.end : b.start] for a, b in pairwise(spans)]
    marks = {gap.strip() for gap in gaps}
    if not marks <= set(SEPARATORS) or len(marks) > 1:
        raise RefusedError("the way its keywords are separated can't be kept")
    if any(mark in word for word in add for mark in SEPARATORS):
        raise RefusedError("a keyword with a comma can't be in a list that is one text")
    between = gaps[-1] if gaps and not LINE_BREAK.search(gaps[-1]) else f"{next(iter(marks), ',')} "
    within: list[str] = []
    for word in add:
        piece = written.within(word)
        if piece is None:
            return [_rewritten(written, texts, add, gone, between)]
        within.append(piece)
    if len(gone) == len(texts):
        _check_gaps(source, spans, _TEXT_GAP)
        return [Edit(spans[0].start, spans[-1].end, between.join(within))]
    edits = _without(source, spans, gone, _TEXT_GAP)
    at = spans[-1].end
    if source[at : at + 1] == '"' and at + 1 < written.span.end:
        raise RefusedError("its last keyword has quotation marks of its own")
    edits.append(Edit(at, at, "".join(f"{between}{piece}" for piece in within)))
    return edits


def _rewritten(written: Written, texts: Sequence[Text], add: Sequence[str], gone: Sequence[int], between: str) -> Edit:
    """The whole text rewritten, if a word to add needs other quotation marks."""
    kept = [text.value for index, text in enumerate(texts) if index not in gone]
    return Edit(*written.span, written.write(between.join([*kept, *add])))


def _without(source: str, items: Sequence[Span], gone: Sequence[int], gap: re.Pattern[str]) -> list[Edit]:
    """Remove some entries, each with the comma before it; at the beginning with the one after."""
    edits: list[Edit] = []
    out = frozenset(gone)
    kept_before = False
    for index, item in enumerate(items):
        if index not in out:
            kept_before = True
        elif kept_before:
            edits.append(Edit(items[index - 1].end, item.end, ""))
            _check_gaps(source, items[index - 1 : index + 1], gap)
        else:
            edits.append(Edit(item.start, items[index + 1].start, ""))
            _check_gaps(source, items[index : index + 2], gap)
    return edits


def _check_gaps(source: str, items: Sequence[Span], gap: re.Pattern[str]) -> None:
    for before, after in pairwise(items):
        if not gap.fullmatch(source, before.end, after.start):
            raise RefusedError("there is a comment between its keywords")
