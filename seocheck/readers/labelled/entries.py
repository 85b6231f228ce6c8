"""Lines -> the labels among them with their values: on the same line, on the next, wrapped, or as bullets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Text
from seocheck.readers.label_names.labels import find_label
from seocheck.readers.label_values.keyword_lists import are_listed_in_lines
from seocheck.readers.label_values.meant import is_sentence
from seocheck.readers.label_values.values import clean, is_length, joined
from seocheck.readers.labelled.entry import DECLARING, LISTS, LabelEntry
from seocheck.readers.labelled.label_line import Labelled, is_section
from seocheck.readers.labelled.line_labels import WRAPPED, line_labels
from seocheck.readers.labelled.lines import Line
from seocheck.readers.labelled.page_tags import tag_parts

_IN_BOLD = late_pattern(r"(\*\*|__)[^*\n]+\1")
_LONGEST_NOTE, _LONGEST_ITEM = 16, 7  # words
_LONGEST_FENCE = 10  # lines
_COMMAS = (",", ";", "，", "、", "；", "·")
_RUNS_ON = frozenset({"description", "keywords"})
_KEY = late_pattern(r"[a-z]+_[a-z_]+:(?:\s|$)")
"""A field of front matter that isn't known, and no words of the value above it."""


def read_entries(lines: Sequence[Line], extra: Mapping[str, str]) -> list[LabelEntry]:
    """The labels in order; those that aren't known too, for they may be among others that are."""
    return _Reader(lines, extra).read()


class _Reader:
    """Goes through the lines once."""

    def __init__(self, lines: Sequence[Line], extra: Mapping[str, str]) -> None:
        self._lines = lines
        self._labels = line_labels(lines, extra)

    def read(self) -> list[LabelEntry]:
        found: list[LabelEntry] = []
        at = 0
        while at < len(self._lines):
            label = self._labels[at]
            entry = self._entry(at, label) if label is not None and not is_section(self._lines[at]) else None
            if entry is not None and found and not entry.field and not entry.parts:
                entry = self._like(found[-1], entry)
            if entry is not None:
                found.append(entry)
            at = entry.last + 1 if entry is not None else at + 1
        return found

    def _entry(self, at: int, label: Labelled) -> LabelEntry | None:
        line = self._lines[at]
        value = clean(label.value)
        if value and not (value.value.startswith("(") and value.value.endswith(")")):
            last = self._wrapped(at, label)
            rest = [self._lines[i].text for i in range(at + 1, last + 1)]
            parts = [label.value, *(text for text in rest if not is_length(text.value))]
            return LabelEntry(label, at, last, tuple(clean(part) if len(parts) > 1 else part for part in parts))
        if label.label is None:
            return LabelEntry(label, at, at, ())
        below = self._below(at, label)
        if line.kind == "heading" and (below is None or not self._ends_after(below.last)):
            return None
        return below or LabelEntry(label, at, at, ())

    def _like(self, before: LabelEntry, entry: LabelEntry) -> LabelEntry:
        """A label that isn't known with the line below it as its value, as the label before it has its own."""
        at = entry.first
        alone = before.last == before.first + 1 and before.at.bold and entry.at.bold and not before.at.value.value
        near = before.last >= at - 2 and at + 1 < len(self._lines)
        if not (alone and near) or self._lines[at + 1].kind != "text" or self._labels[at + 1] is not None:
            return entry
        return LabelEntry(entry.at, at, at + 1, (self._lines[at + 1].text,))

    def _known(self, at: int) -> bool:
        label = self._labels[at]
        return label is not None and label.label is not None

    def _ends_before(self, at: int) -> bool:
        """Whether a new thing begins at a line."""
        line = self._lines[at]
        label = self._labels[at]
        if line.kind not in ("text",) or self._known(at) or (label is not None and label.bold) or is_section(line):
            return True
        return _KEY.match(line.text.value) is not None

    def _wrapped(self, at: int, label: Labelled) -> int:
        """The last line of a value that begins behind its label."""
        last = at
        field = label.label.field if label.label else ""
        while last + 1 < len(self._lines):
            line, following = self._lines[last], self._lines[last + 1]
            if line.broken or following.inside != line.inside or self._ends_before(last + 1):
                break
            if _IN_BOLD.fullmatch(following.text.value) or self._is_next_in_column(at, last, field):
                break
            if is_length(following.text.value):
                last += 1
                continue
            words = line.text.value
            short = len(words) < WRAPPED
            if line.kind == "row" or (short and (field not in _RUNS_ON or is_sentence(words))):
                break
            last += 1
        return last

    def _is_next_in_column(self, at: int, last: int, field: str) -> bool:
        """Whether a label that isn't known follows a value, in a column of labels."""
        following = self._labels[last + 1]
        if following is None or at == 0 or self._labels[at - 1] is None:
            return False
        name = following.name.value
        shouted = "_" in name or (len(name) > 3 and name.isupper())
        words = self._lines[last].text.value
        listed = field == "keywords" and not words.rstrip().endswith(_COMMAS)
        return shouted or listed or field not in _RUNS_ON or is_sentence(words)

    def _below(self, at: int, label: Labelled) -> LabelEntry | None:
        """The value below a label that has none beside it."""
        line = self._lines[at]
        field = label.label.field if label.label else ""
        start, gap = at + 1, 2 if line.kind == "heading" else 1
        while start < len(self._lines) and self._lines[start].kind == "blank" and start - at <= gap:
            start += 1
        if start >= len(self._lines) or line.kind == "row":
            return None
        first = self._lines[start]
        if first.kind == "row":
            return self._column(at, start, label) if field in ("keywords", "focus_keyword") else None
        if first.kind == "fence" and line.inside != "fence":
            return self._fenced(at, start, label)
        if first.kind == "item" and not self._known(start):
            if field not in LISTS:
                return self._only_bullet(at, start, label)
            if line.kind == "item" and first.indent <= line.indent:
                return None
            return self._bullets(at, start, label)
        near = start == at + 1 or (field in DECLARING and (label.bold or line.kind == "heading" or field != "title"))
        ends = self._ends_before(start) and not (line.kind == "heading" and self._is_bold_value(start))
        if not near or ends or (line.kind == "item" and start > at + 1):
            return None
        if field == "keywords" and (noted := self._below_note(at, start, label)) is not None:
            return noted
        last = start
        while last + 1 < len(self._lines) and not self._ends_before(last + 1):
            before = self._lines[last]
            if before.broken or self._lines[last + 1].inside != before.inside:
                break
            last += 1
        texts = [self._lines[i].text for i in range(start, last + 1)]
        if first.inside == "fence" and (tag := tag_parts(joined(texts))) is not None:
            return LabelEntry(label, at, last, tag[1:])
        parts = tuple(clean(text) for text in texts if text is texts[0] or not is_length(text.value))
        listed = field in ("keywords", "taxonomy") and are_listed_in_lines(parts)
        return LabelEntry(label, at, last, parts, bullets=listed)

    def _column(self, at: int, start: int, label: Labelled) -> LabelEntry | None:
        """The keywords of the first column of a table, whose head names it; figures are in the others."""
        rows = list(takewhile(lambda line: line.kind == "row", self._lines[start:]))
        head = find_label(rows[0].text.value.strip("*_` "))
        words = [clean(row.text) for row in rows[1:] if row.text]
        if head is None or head.field not in ("keywords", "focus_keyword") or not words:
            return None
        return LabelEntry(label, at, start + len(rows) - 1, tuple(words), bullets=True)

    def _below_note(self, at: int, start: int, label: Labelled) -> LabelEntry | None:
        """The keywords as bullets below a line that says something of them and is no sentence: "most wanted first"."""
        note = self._lines[start].text.value
        first = start + 1
        while first < len(self._lines) and self._lines[first].kind == "blank" and first <= start + 2:
            first += 1
        if first >= len(self._lines) or self._lines[first].kind != "item" or self._known(first):
            return None
        if len(note.split()) > _LONGEST_NOTE or is_sentence(note, at_least=1):
            return None
        entry = self._bullets(at, first, label)
        words = [part.value for part in entry.parts]
        short = all(len(word.split()) <= _LONGEST_ITEM and not is_sentence(word) for word in words)
        return entry if short and self._ends_after(entry.last) else None

    def _is_bold_value(self, at: int) -> bool:
        """Whether a line is a title in bold that has a colon in it, below the heading that says what it is."""
        return _IN_BOLD.fullmatch(self._lines[at].text.value) is not None and not self._known(at)

    def _only_bullet(self, at: int, start: int, label: Labelled) -> LabelEntry | None:
        """The value of a label as the one bullet below it; of several none was chosen."""
        if label.label is None or label.label.field not in DECLARING or self._lines[at].kind == "item":
            return None
        found = self._bullets(at, start, label)
        if len(found.parts) == 1:
            return LabelEntry(label, at, found.last, found.parts)
        return LabelEntry(label, at, found.last, (), choices=True) if label.label.plain else None

    def _bullets(self, at: int, start: int, label: Labelled) -> LabelEntry:
        whole = label.label is not None and label.label.field == "other"  # its remarks are all that it says
        parts: list[Text] = []
        last = at_item = start
        while at_item < len(self._lines):
            line = self._lines[at_item]
            if line.kind == "item" and line.indent >= self._lines[start].indent and not self._known(at_item):
                parts.append(line.text if whole else clean(line.text))
                last = at_item
            elif line.kind != "blank" or at_item > last + 1:
                break
            at_item += 1
        return LabelEntry(label, at, last, tuple(parts), bullets=True)

    def _fenced(self, at: int, start: int, label: Labelled) -> LabelEntry | None:
        parts: list[Text] = []
        inner = start + 1
        while inner < len(self._lines) and self._lines[inner].kind != "fence":
            text = self._lines[inner].text
            if self._known(inner) and not text.value.startswith("<"):
                return None
            parts += [text] if text else []
            inner += 1
        end = min(inner, len(self._lines) - 1)
        if not 0 < len(parts) <= _LONGEST_FENCE:
            return None
        tag = tag_parts(joined(parts)) if parts[0].value.startswith("<") else None
        return LabelEntry(label, at, end, tag[1:] if tag is not None else tuple(clean(part) for part in parts))

    def _ends_after(self, last: int) -> bool:
        """Whether nothing but the end, a rule, a heading or another label follows a value below a heading."""
        at = last + 1
        while at < len(self._lines) and self._lines[at].kind == "blank":
            at += 1
        return at >= len(self._lines) or self._lines[at].kind in ("rule", "heading", "comment") or self._known(at)
