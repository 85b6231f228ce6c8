"""The labels of lines, without those that only look like labels: in mixed lists and tables, or inside a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from seocheck.readers.labelled.label_line import Labelled, is_section, label_line
from seocheck.readers.labelled.lines import Line

WRAPPED = 60
"""Letters of a line that was wrapped rather than ended."""
_MANY_KNOWN, _IN_SECTION = 4, 3
"""How many labels make a list one of metadata, whatever its last item is; below a heading that says so, fewer do."""


def line_labels(lines: Sequence[Line], extra: Mapping[str, str]) -> list[Labelled | None]:
    """The label of each line, or None."""
    return _Labels(lines, extra).kept()


class _Labels:
    """All labels of a text, of which some are forgotten."""

    def __init__(self, lines: Sequence[Line], extra: Mapping[str, str]) -> None:
        self._lines = lines
        self._labels = [label_line(line, extra) for line in lines]

    def kept(self) -> list[Labelled | None]:
        """The labels that are left."""
        self._drop_lower_names()
        self._drop_mixed_lists()
        self._drop_mixed_tables()
        self._drop_inside_paragraphs()
        return self._labels

    def _known(self, at: int) -> bool:
        label = self._labels[at]
        return label is not None and label.label is not None

    def _drop_lower_names(self) -> None:
        """Forget names in lower case that aren't known, except among the items of a list with two plain labels."""
        kept: set[int] = set()
        for start, stop in self._lists():
            plain = [one for one in self._labels[start:stop] if one and one.label and one.label.plain]
            if len(plain) > 1 and not any(one.name.value[:1].islower() for one in plain):
                flags = ((at, self._labels[at]) for at in range(start, stop))  # a single word: noindex: true
                kept.update(at for at, one in flags if one and len(one.value.value.split()) == 1)
        for at, label in enumerate(self._labels):
            if label is not None and label.label is None and label.name.value[:1].islower() and at not in kept:
                self._labels[at] = None

    def _lists(self) -> Iterator[tuple[int, int]]:
        """Where lists begin and end: items, with the lines that are wrapped below them."""
        at = 0
        while at < len(self._lines):
            stop = at
            if self._lines[at].kind == "item":
                while stop < len(self._lines) and self._lines[stop].kind in ("item", "text"):
                    stop += 1
                yield at, stop
            at = max(stop, at + 1)

    def _drop_mixed_lists(self) -> None:
        """Forget labels in lists that have items without any, but for a last remark below many that are known."""
        for at, stop in self._lists():
            least = min(line.indent for line in self._lines[at:stop] if line.kind == "item")
            same = [i for i in range(at, stop) if self._lines[i].kind == "item" and self._lines[i].indent == least]
            bare = [i for i in same if self._labels[i] is None]
            least_known = _IN_SECTION if self._is_below_section(at) else _MANY_KNOWN
            many = sum(self._known(i) for i in same) >= least_known
            closing = bare == same[-1:] and many and sum(self._is_plain(i) for i in same) > 1
            if bare and not closing:
                for i in same:
                    self._labels[i] = None

    def _is_below_section(self, at: int) -> bool:
        """Whether the line above that isn't empty says that metadata follow."""
        above = next((line for line in reversed(self._lines[:at]) if line.kind != "blank"), None)
        return above is not None and is_section(above)

    def _is_plain(self, at: int) -> bool:
        """Whether a line has a label that means nothing but metadata."""
        label = self._labels[at]
        return label is not None and label.label is not None and label.label.plain

    def _is_named(self, at: int) -> bool:
        """The same, with a capital, as no line of a paragraph begins by chance."""
        label = self._labels[at]
        return label is not None and self._is_plain(at) and label.name.value[:1].isupper()

    def _drop_mixed_tables(self) -> None:
        """Forget labels in tables of which most rows are none: a glossary, the columns of an export."""
        at = 0
        while at < len(self._lines):
            stop = at
            while stop < len(self._lines) and self._lines[stop].kind == "row":
                stop += 1
            rows = [i for i in range(at, stop) if self._lines[i].text]
            if 2 * sum(self._known(i) for i in rows) < len(rows) - 1:  # one is the head of the table
                for i in rows:
                    self._labels[i] = None
            at = max(stop, at + 1)

    def _drop_inside_paragraphs(self) -> None:
        """Forget labels at the beginning of a line to which a sentence was wrapped."""
        for at in range(1, len(self._lines)):
            before, line = self._lines[at - 1], self._lines[at]
            wrapped = before.kind == line.kind == "text" and before.inside == line.inside and not before.broken
            if not wrapped or self._labels[at] is None or self._labels[at - 1] is not None or self._is_named(at):
                continue
            words = before.text.value
            if len(words) >= WRAPPED and " " in words and not words.endswith((".", "!", "?", ":", "。", "：")):
                self._labels[at] = None
