"""Labels near each other: what may be a block."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from seocheck.base.text import Span
from seocheck.readers.labelled.entry import DECLARING, LabelEntry
from seocheck.readers.labelled.label_line import is_section
from seocheck.readers.labelled.lines import Line

TEXTS = frozenset({"seo_title", "title", "description", "focus_keyword", "keywords"})
"""The fields that have words of the article, or about it."""
_MAX_BRIDGES, _MAX_BRIDGED = 7, 140
"""How many labels that aren't known may be between two that are, and the letters that each may have."""


class LabelRun(msgspec.Struct):
    """Labels near each other. lines: the indices of the first and the last. section: whether a heading above says that
    metadata follow. translated: whether its keywords are those of another in another language."""

    entries: list[LabelEntry]
    first: int
    last: int
    section: bool = False
    translated: bool = False

    @property
    def declared(self) -> list[LabelEntry]:
        """The entries that declare something, with a value."""
        return [e for e in self.entries if e.field in DECLARING and not e.unfilled]

    @property
    def fields(self) -> set[str]:
        """What is declared."""
        return {entry.field for entry in self.declared}

    @property
    def plain(self) -> set[str]:
        """What is declared by labels that can hardly mean anything else."""
        return {entry.field for entry in self.declared if entry.plain}

    @property
    def unknown(self) -> int:
        """How many labels of no known meaning are in it."""
        return sum(not entry.field for entry in self.entries)


def spans(run: LabelRun, lines: Sequence[Line]) -> list[Span]:
    """The lines of a block that aren't empty or rules."""
    return [lines[at].span for at in range(run.first, run.last + 1) if lines[at].kind not in ("blank", "rule")]


def group(lines: Sequence[Line], entries: Sequence[LabelEntry]) -> list[LabelRun]:
    """Group entries with nothing but empty lines, rules, fences and headings of their own between them."""
    runs: list[LabelRun] = []
    by_first = {entry.first: entry for entry in entries}
    leads_to_known: dict[int, bool] = {}  # whether only unknown labels are between a label and one that is known
    for each in reversed(entries):
        leads_to_known[each.first] = bool(each.field) or (
            leads_to_known.get(each.last + 1, False) and lines[each.last + 1].kind == lines[each.first].kind
        )
    bridged = _bridged(lines, entries)
    run: LabelRun | None = None
    section = -1  # the line of a heading that nothing but empty lines follow
    at = 0
    while at < len(lines):
        line, entry = lines[at], by_first.get(at)
        touches = run is not None and run.last == at - 1
        between = run is not None and at in bridged
        if entry is not None and (entry.field or touches or between or leads_to_known[at]):
            if run is None:
                run = LabelRun([], section if section >= 0 else _fence_before(lines, at), at, section >= 0)
                runs.append(run)
            run.section = run.section or section >= 0
            run.entries.append(entry)
            run.last = entry.last
            section = -1
            at = entry.last + 1
            continue
        if is_section(line):
            section = at if section < 0 or run is None else section
        elif line.kind in ("fence", "comment"):
            if run is not None and lines[run.last].inside == line.kind:
                run.last = at
        elif line.kind not in ("blank", "rule") and not _is_table_head(lines, at):
            run, section = None, -1
        elif line.kind == "rule" and run is None:
            section = -1
        at += 1
    return runs


def _bridged(lines: Sequence[Line], entries: Sequence[LabelEntry]) -> set[int]:
    """The lines of short labels in bold that aren't known, and of which a few, each after an empty line, lead to one
    that is."""
    found: set[int] = set()
    left = 0
    following = -1
    for entry in reversed(entries):
        after = entry.last + 1
        while after < len(lines) and lines[after].kind == "blank":
            after += 1
        near = after == following
        short = entry.at.bold and len(entry.value.value) <= _MAX_BRIDGED and entry.last <= entry.first + 1
        left = _MAX_BRIDGES if entry.field else left - 1 if near and short else 0
        if not entry.field and left > 0:
            found.add(entry.first)
        following = entry.first
    return found


def _fence_before(lines: Sequence[Line], at: int) -> int:
    """The line before `at` that opens its fence, table or comment; `at` where there is none."""
    first = at
    while first > 0 and (lines[first - 1].kind == "row" or lines[first - 1].inside == lines[at].inside != ""):
        first -= 1
    if first > 0 and lines[first - 1].kind in ("fence", "comment") and lines[at].inside == lines[first - 1].kind:
        first -= 1
    return first


def _is_table_head(lines: Sequence[Line], at: int) -> bool:
    return lines[at].kind == "row" and (
        not lines[at].text or (at + 1 < len(lines) and lines[at + 1].kind == "row" and not lines[at + 1].text)
    )
