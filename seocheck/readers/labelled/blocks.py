"""Which labels of a text make a block that declares, and which are a glossary, a recipe, an example.

Labels near each other are a run. A run is a block if it declares: with labels that can hardly mean anything else, at
the beginning or the end of the text or in a section of its own, and with values that aren't instructions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span
from seocheck.readers.labelled.entries import DECLARING, LabelEntry, read_entries
from seocheck.readers.labelled.label_line import is_checked, is_section
from seocheck.readers.labelled.labels import is_ambiguous, words
from seocheck.readers.labelled.lines import Line
from seocheck.readers.labelled.values import (
    is_list_with_stops,
    is_mostly_links,
    is_sentence,
    keywords_in,
    names_field,
)

_PROSE_WORDS = 8
_PROSE_LETTERS = 30  # of scripts without spaces
_UNSPACED = late_pattern("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_INTRODUCES = late_pattern(r"[:：][*_\s]*$")
_METADATA = late_pattern(r"\b(?:seo|meta\w*|cms|yoast)\b", re.IGNORECASE)
_PATH = late_pattern(r"[/._`-]")
_FENCES = ("", "text", "txt", "yaml", "yml", "markdown", "md", "plaintext")
_TEXTS = frozenset({"seo_title", "title", "description", "focus_keyword", "keywords"})
_MAX_CLOSING = 2
"""How many lines with labels in bold that aren't known may be behind a block at the end: whom to write to."""
_MAX_RUNS = 40
"""A text with more of them is a list of pages, a log or a dictionary."""
_KEYWORDS = frozenset({"focus_keyword", "keywords"})
_WORD = late_pattern(r"[^\W\d_]+")
_ADDRESSES = ("slug", "canonical")
_MAX_BRIDGES, _MAX_BRIDGED = 7, 140
"""How many labels that aren't known may be between two that are, and the letters that each may have."""
_AUDIT = late_pattern(r"(?<!\w)(?:audit|audyt|аудит)", re.IGNORECASE)
_MAX_TITLE, _MAX_DESCRIPTION = 200, 800  # letters
_MIN_DESCRIPTION, _MAX_KEYWORD = 4, 4  # words


class LabelRun(msgspec.Struct):
    """Labels near each other. lines: the indices of the first and the last. section: whether a heading above says that
    metadata follow. known, unknown: how many labels of each kind it has."""

    entries: list[LabelEntry]
    first: int
    last: int
    section: bool = False

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


def find_blocks(lines: Sequence[Line], extra: Mapping[str, str], *, saved_page: bool = False) -> list[LabelRun]:
    """The blocks in order. saved_page: any label counts, as in a page saved as text."""
    runs = _runs(lines, read_entries(lines, extra))
    if saved_page:
        return [run for run in runs if any(e.field not in ("", "other") for e in run.entries)]
    if not 0 < sum(bool(run.declared) for run in runs) <= _MAX_RUNS:
        return []
    judge = _Judge(lines, runs)
    kept = [run for run in runs if judge.is_block(run)]
    return [run for run in kept if not judge.is_repeated(run, runs)]


def spans(run: LabelRun, lines: Sequence[Line]) -> list[Span]:
    """The lines of a block that aren't empty or rules."""
    return [lines[at].span for at in range(run.first, run.last + 1) if lines[at].kind not in ("blank", "rule")]


def _runs(lines: Sequence[Line], entries: Sequence[LabelEntry]) -> list[LabelRun]:
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
        short = entry.at.bold and len(entry.value.value) <= _MAX_BRIDGED and entry.first == entry.last
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


class _Judge:
    """Decides about the runs of one text."""

    def __init__(self, lines: Sequence[Line], runs: Sequence[LabelRun]) -> None:
        self._lines = lines
        taken = {at for run in runs for at in range(run.first, run.last + 1)}
        self._prose = [
            at for at, line in enumerate(lines)
            if at not in taken and line.kind == "text" and not line.inside and _is_prose(line.text.value)
            and not is_mostly_links(line.text.value)
            and (at == 0 or lines[at - 1].kind != "text")
        ]  # fmt: skip

    def is_block(self, run: LabelRun) -> bool:
        """Whether a run declares what it says."""
        declared = run.declared
        vague = all(is_ambiguous(entry.at.name.value) for entry in declared)
        if vague or self._is_example(run) or self._is_refused(run):
            return False
        first = self._lines[declared[0].first]
        if first.inside == "fence" and not self._is_fenced_block(run):
            return False
        before, after = self._around(run)
        known = len(run.entries) - run.unknown
        begins, ends = before <= 1, not after
        if first.inside == "comment":
            return bool(run.plain)
        several = any(e.field == "keywords" and len(_keywords(e)) > 2 for e in declared)
        listed = several and not (before and after) and run.unknown <= 2 * known
        if first.inside == "quote" and len(run.fields) < 2 and not (listed or (run.plain and not before)):
            return False
        if self._is_of_a_part(run) and not after == 0:
            return False
        if run.plain:
            if begins or ends:
                return len(run.fields) > 1 or run.unknown <= known
            return run.section or (len(run.fields) > 1 and self._set_off(run))
        if run.unknown > known and not (listed or (run.section and several)):
            return False
        abstract = several and not run.unknown and self._parts_before(run) <= 1 and self._closes(run)
        early = begins and (not before or not self._parts_before(run) or self._closes(run))
        if "keywords" in run.fields and (early or ends or run.section or abstract):
            return True
        named = run.fields & {"title", "description"}
        if begins and not before and named and 2 * run.unknown <= known:
            return len(run.fields) > 1 or (run.first == self._start() and known > 1)
        return run.section and len(run.fields) > 1 and bool(named)

    def is_repeated(self, run: LabelRun, runs: Sequence[LabelRun]) -> bool:
        """Whether another run declares the same of another page: an audit, a list of examples."""
        if sum(bool(run.fields & other.fields & _TEXTS) for other in runs) > 2 and not self._is_page(run, runs):
            return True
        if self._is_note_of_a_section(run, runs):
            return True
        for other in runs:
            if other is run or not (run.plain & other.plain):
                continue
            low, high = sorted((run, other), key=lambda r: r.first)
            between = any(low.last < at < high.first for at in self._prose)
            if not between or self._around(low)[0] > 1:
                return True
        return False

    def _is_page(self, run: LabelRun, runs: Sequence[LabelRun]) -> bool:
        """Whether a run is the block of the whole text: the first, and before the first part with a heading."""
        return run is runs[0] and self._around(run)[0] <= 1 and not self._in_part(run)

    def _in_part(self, run: LabelRun) -> bool:
        """Whether a part of the text with a heading begins before a run."""
        above = self._lines[: run.first]
        return any(line.kind == "heading" and line.level > 1 and not is_section(line) for line in above)

    def _is_note_of_a_section(self, run: LabelRun, runs: Sequence[LabelRun]) -> bool:
        """Whether a run has only the keywords of a part of a text whose keywords another run has."""
        above = self._line_before(run)
        if run.fields != {"keywords"} or run.plain or above is None or above.kind != "heading" or above.level < 2:
            return False
        return not is_section(above) and any(other.fields & _KEYWORDS for other in runs if other is not run)

    def _is_of_a_part(self, run: LabelRun) -> bool:
        """Whether a run is one label below the heading of a part of a text."""
        above = self._line_before(run)
        if len(run.entries) > 1 or above is None or above.kind != "heading" or is_section(above):
            return False
        return above.level > 2 or (above.level == 2 and (self._parts_before(run) > 1 or not run.plain))

    def _parts_before(self, run: LabelRun) -> int:
        return sum(line.kind == "heading" and line.level > 1 for line in self._lines[: run.first])

    def _is_report(self, run: LabelRun) -> bool:
        """Whether the text is a report or a plan, by its first heading, and the run is of something else."""
        heads = [line for line in self._lines if line.kind == "heading" and (line.level == 1 and not is_section(line))]
        if not heads:
            return False
        name = heads[0].text.value.casefold()
        found = [word for word in words("reports") if _begins_word(name, word)]
        if not found:
            return False
        said = " ".join(e.value.value for e in run.declared if e.field in _TEXTS).casefold()
        named = " ".join(line.text.value.casefold() for line in heads)
        shared = {word for word in _WORD.findall(named) if len(word) > 3 or _UNSPACED.search(word)}
        return not any(word in said for word in shared if word not in " ".join(found))

    def _around(self, run: LabelRun) -> tuple[int, int]:
        """The paragraphs before and behind it."""
        before = sum(at < run.first for at in self._prose)
        after = [at for at in self._prose if at > run.last]
        closing = len(after) <= _MAX_CLOSING and all(self._lines[at].text.value.startswith("**") for at in after)
        return before, 0 if closing else len(after)

    def _start(self) -> int:
        return next((at for at, line in enumerate(self._lines) if line.kind not in ("blank", "rule")), 0)

    def _line_before(self, run: LabelRun) -> Line | None:
        at = run.first - 1
        while at >= 0 and self._lines[at].kind == "blank":
            at -= 1
        return self._lines[at] if at >= 0 else None

    def _closes(self, run: LabelRun) -> bool:
        """Whether a rule, a heading or a line of pictures is behind it, as behind an abstract."""
        at = run.last + 1
        while at < len(self._lines) and self._lines[at].kind == "blank":
            at += 1
        if at >= len(self._lines) or self._lines[at].kind in ("rule", "heading"):
            return True
        return is_mostly_links(self._lines[at].text.value)

    def _set_off(self, run: LabelRun) -> bool:
        """Whether a rule or a heading is above it."""
        line = self._line_before(run)
        return line is None or line.kind in ("rule", "heading")

    def _is_example(self, run: LabelRun) -> bool:
        """Whether the line above says that something is shown."""
        if is_section(self._lines[run.first]):
            return is_checked(self._lines[run.first].text.value)
        line = self._line_before(run)
        if line is None or line.kind in ("rule", "comment") or (line.kind == "heading" and line.level == 1):
            return False
        text = line.text.value
        introduces = line.kind in ("text", "item") and _INTRODUCES.search(text) is not None
        if not introduces and line.kind != "heading":
            return False
        if is_checked(text):
            return True
        if any(_begins_word(above, word) for word in words("examples") for above in self._headings(run, text)):
            return True
        return introduces and not (_METADATA.search(text) and len(text.split()) <= 8)

    def _headings(self, run: LabelRun, above: str) -> list[str]:
        """The line above a run and the headings of the parts it is in, in lower case; not the text's own."""
        found = [above.casefold()]
        level = 7
        for line in reversed(self._lines[: run.first]):
            if line.kind == "heading" and 1 < line.level < level:
                level = line.level
                found.append(line.text.value.casefold())
        return found

    def _is_fenced_block(self, run: LabelRun) -> bool:
        opening = self._lines[run.first] if self._lines[run.first].kind == "fence" else None
        at = run.first
        while opening is None and at > 0:
            at -= 1
            opening = self._lines[at] if self._lines[at].kind == "fence" else None
        named = opening.text.value.strip("`~ ").casefold() if opening else ""
        return bool(run.plain) and named in _FENCES and (run.section or self._set_off(run))

    def _is_refused(self, run: LabelRun) -> bool:
        """Whether the values are no declarations: instructions, explanations, unfilled fields."""
        wanted = [e for e in run.entries if e.field in _TEXTS]
        unfilled = sum(e.unfilled for e in wanted)
        told = sum(e.told for e in wanted)
        if 2 * unfilled > len(wanted) or 2 * told >= max(len(wanted) - unfilled, 1):
            return True
        if told and self._in_part(run):
            return True
        if any(_AUDIT.search(e.at.name.value) for e in run.entries) or self._is_report(run):
            return True
        linked = any(self._lines[e.first].linked for e in run.declared if e.field not in _ADDRESSES)
        return linked or any(_explains(entry) for entry in run.declared)


def _keywords(entry: LabelEntry) -> list[str]:
    return [keyword.value for part in entry.parts for keyword in keywords_in(part)]


def _explains(entry: LabelEntry) -> bool:
    """Whether a value isn't what its label declares but a sentence about it, or too long or short."""
    value = entry.value.value
    if is_mostly_links(value) and entry.field not in _ADDRESSES:
        return True
    if entry.field in ("title", "seo_title", "h1"):
        sentence = is_sentence(value) and value.rstrip().endswith((".", "。"))
        return len(value) > _MAX_TITLE or (sentence and names_field(value))
    if entry.field == "description":
        return len(value) > _MAX_DESCRIPTION or not (_UNSPACED.search(value) or len(value.split()) >= _MIN_DESCRIPTION)
    if entry.field in ("keywords", "focus_keyword"):
        listed = _keywords(entry)
        asks = value.rstrip("*_ ").endswith("?") and entry.plain  # a keyword may be a question
        longest = max((len(word.split()) for word in listed), default=0)
        list_like = len(listed) > 1 and (entry.plain or longest <= _MAX_KEYWORD)
        stopped = is_list_with_stops(value)
        sentence = is_sentence(value.rstrip("*_ ")) and not list_like and not asks and not stopped
        return not listed or sentence or max(map(len, listed)) > 120
    parts = value.split()
    return entry.field == "slug" and len(parts) > 3 and not _PATH.search(parts[0])


def _is_prose(text: str) -> bool:
    if _UNSPACED.search(text):
        return len(text) >= _PROSE_LETTERS
    return len(text.split()) >= _PROSE_WORDS


def _begins_word(text: str, word: str) -> bool:
    if _UNSPACED.search(word):
        return word in text
    return re.search(rf"(?<!\w){re.escape(word)}", text) is not None
