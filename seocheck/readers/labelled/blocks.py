"""Which labels of a text make a block that declares, and which are a glossary, a recipe, an example.

Labels near each other are a run. A run is a block if it declares: with labels that can hardly mean anything else, at
the beginning or the end of the text or in a section of its own, and with values that aren't instructions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from seocheck.base.late_pattern import late_pattern
from seocheck.readers.label_names.label_tongues import languages_of
from seocheck.readers.label_names.labels import is_ambiguous
from seocheck.readers.labelled.briefs import is_prompt
from seocheck.readers.labelled.entries import read_entries
from seocheck.readers.labelled.json_lines import NAMES
from seocheck.readers.labelled.label_line import is_section
from seocheck.readers.labelled.lines import Line
from seocheck.readers.labelled.places import Places
from seocheck.readers.labelled.refused import is_example, is_refused, keywords_of, says_nothing_at_all
from seocheck.readers.labelled.runs import TEXTS, LabelRun, group
from seocheck.readers.labelled.subject import says

_FENCES = ("", "text", "txt", "yaml", "yml", "markdown", "md", "plaintext")
_TAGS = "html"
_OF_FRONT_MATTER = ("", "yaml", "yml")
_KEYWORDS = frozenset({"focus_keyword", "keywords"})
_TOLERATED = 3
"""How many labels that aren't known may be beside one that is plain, at the top."""
_WORD = late_pattern(r"[^\W\d_]{4,}|[\u3040-\u30ff\u3400-\u9fff]{2}")
"""What a heading and metadata may have in common: longer words, and pairs of letters of unspaced scripts."""
_MAX_RUNS = 40
"""A text with more of them is a list of pages, a log or a dictionary."""


def find_blocks(lines: Sequence[Line], extra: Mapping[str, str], *, saved_page: bool = False) -> list[LabelRun]:
    """The blocks in order. saved_page: any label counts, as in a page saved as text."""
    if is_prompt(lines):
        return []
    runs = group(lines, read_entries(lines, extra))
    if saved_page:
        return [run for run in runs if _names_a_field(run) and not says_nothing_at_all(run)]
    if not 0 < sum(bool(run.declared) for run in runs) <= _MAX_RUNS:
        return []
    judge = _Judge(lines, runs)
    kept = [run for run in runs if judge.is_block(run)]
    kept = [run for run in kept if not judge.is_repeated(run, runs)]
    for run in kept:
        run.translated = judge.is_of_second_abstract(run, kept)
    return kept


def _names_a_field(run: LabelRun) -> bool:
    """Whether a run has a label that declares, with a value or without."""
    return any(entry.field not in ("", "other") and not entry.choices for entry in run.entries)


class _Judge:
    """Decides about the runs of one text."""

    def __init__(self, lines: Sequence[Line], runs: Sequence[LabelRun]) -> None:
        self._lines = lines
        self._runs = runs
        self._places = Places(lines, runs)

    def is_block(self, run: LabelRun) -> bool:
        """Whether a run declares what it says."""
        declared = run.declared
        vague = all(is_ambiguous(entry.at.name.value) for entry in declared)
        if vague or is_example(self._places, run) or is_refused(self._places, run):
            return False
        first = self._lines[declared[0].first]
        if first.inside == "fence" and not self._is_fenced_block(run):
            return False
        if first.inside == "comment":
            return bool(run.plain) or (_is_clear(run) and run.unknown <= 1)
        before, after = self._places.around(run)
        if self._is_of_a_part(run) and (after or self._places.parts_after(run)):
            return False
        several = any(e.field == "keywords" and len(keywords_of(e)) > 2 for e in declared)
        known = len(run.entries) - run.unknown
        listed = several and not (before and after) and run.unknown <= 2 * known
        if (
            first.inside == "quote"
            and len(run.fields) < 2
            and not (listed or self._places.in_abstract(run) or (run.plain and (not before or run.section)))
        ):
            return False
        if run.plain:
            if before <= 1 or not after:
                at_top = not before and not self._places.in_part(run)
                return len(run.fields) > 1 or run.unknown <= (_TOLERATED * known if at_top else known)
            return run.section or (len(run.fields) > 1 and self._places.set_off(run))
        if run.unknown > known and not (listed or (run.section and several)):
            return False
        if "keywords" in run.fields and (run.section or self._is_where_lists_are(run, several)):
            return True
        named = run.fields & {"title", "description"}
        if not before and named and 2 * run.unknown <= known:
            return len(run.fields) > 1 or (run.first == self._places.start() and known > 1)
        return run.section and len(run.fields) > 1 and bool(named)

    def _is_where_lists_are(self, run: LabelRun, several: bool) -> bool:
        """Whether a run is where keywords with a vague label are: at the top, below an abstract, at the end.

        several: whether it has three of them and more.
        """
        places = self._places
        before, after = places.around(run)
        parts = places.parts_before(run)
        if several and places.closes(run) and (places.in_abstract(run) or self._stands_alone(run)):
            return True
        behind = places.parts_after(run)
        if (parts > 1 and behind > 1) or (behind and len(run.entries) == 1 and places.is_deep(run)):
            return False
        if places.closes(run) and (before <= 1 or not after or (several and not run.unknown and parts <= 1)):
            return True
        if not after and (not parts or places.is_below_rule(run)):
            return True
        return before == 0 or (before == 1 and not parts)

    def _stands_alone(self, run: LabelRun) -> bool:
        """Whether a run is between rules or headings, without labels that aren't known."""
        return not run.unknown and self._places.is_below_rule(run) and self._lines[run.first].kind != "heading"

    def is_repeated(self, run: LabelRun, runs: Sequence[LabelRun]) -> bool:
        """Whether another run declares the same of another page: an audit, a list of examples."""
        same = sum(bool(run.fields & other.fields & TEXTS) for other in runs)
        if self._places.of_languages(run):
            return self._places.of_languages(run) > 1
        if same > 2 and not (self._is_page(run, runs) or self._places.in_abstract(run)):
            return True
        if self._is_note_of_a_section(run, runs):
            return True
        for other in runs:
            if other is not run and self._is_of_the_next_page(run, other):
                return True
            if other is run or not (run.plain & other.plain):
                continue
            low, high = sorted((run, other), key=lambda r: r.first)
            between = any(low.last < at < high.first for at in self._places.prose)
            if not between or self._places.around(low)[0] > 1:
                return True
        return False

    def is_of_second_abstract(self, run: LabelRun, kept: Sequence[LabelRun]) -> bool:
        """Whether a run has only the keywords of an abstract whose text another abstract before it has in another
        language."""
        if not _is_bare_list(run):
            return False
        for other in kept:
            if other.first < run.first and _is_bare_list(other) and self._places.in_abstract(other):
                return self._places.in_abstract(run) or _differ(other, run)
        return False

    def _is_of_the_next_page(self, run: LabelRun, other: LabelRun) -> bool:
        """Whether two parts with headings begin with the same labels, two and more of words of a text among them."""
        above, beside = self._places.line_before(run), self._places.line_before(other)
        if above is None or beside is None or above.kind != "heading" or beside.kind != "heading":
            return False
        names = [[entry.at.name.value for entry in each.entries] for each in (run, other)]
        return above.level == beside.level > 1 and names[0] == names[1] and len(run.fields & TEXTS) > 1

    def _is_page(self, run: LabelRun, runs: Sequence[LabelRun]) -> bool:
        """Whether a run is the block of the whole text: the first, and before the first part with a heading."""
        return run is runs[0] and self._places.around(run)[0] <= 1 and not self._places.in_part(run)

    def _is_note_of_a_section(self, run: LabelRun, runs: Sequence[LabelRun]) -> bool:
        """Whether a run has only the keywords of a part of a text whose keywords another run has."""
        above = self._places.line_before(run)
        if run.fields != {"keywords"} or run.plain or above is None or above.kind != "heading" or above.level < 2:
            return False
        return not is_section(above) and any(other.fields & _KEYWORDS for other in runs if other is not run)

    def _is_of_a_part(self, run: LabelRun) -> bool:
        """Whether a run is one label below the heading of a part of a text."""
        above = self._places.line_before(run)
        if len(run.entries) > 1 or above is None or above.kind != "heading" or is_section(above):
            return False
        if self._places.in_abstract(run):
            return False
        return above.level > 2 or (above.level == 2 and (self._places.parts_before(run) > 1 or not run.plain))

    def _is_fenced_block(self, run: LabelRun) -> bool:
        above = self._lines[: run.declared[0].first]
        opening = next((line for line in reversed(above) if line.kind == "fence"), None)
        named = opening.text.value.strip("`~ ").casefold() if opening else ""
        if self._is_shown(run):
            return False
        if named == _TAGS:
            first_heading = self._places.first_heading()
            return run.section and first_heading is not None and says(run, first_heading.text.value)
        if named in NAMES:
            return run.section and (bool(run.plain) or _is_clear(run)) and self._names_this_text(run)
        if not run.plain:
            if named in _OF_FRONT_MATTER and _is_clear(run) and self._heads_this_text(run):
                return True
            return run.section and _is_clear(run) and named in _FENCES
        return named in _FENCES and (run.section or self._places.set_off(run))

    def _names_this_text(self, run: LabelRun) -> bool:
        """Whether JSON has a word of the first heading, as that of a program or of an interface has not."""
        first = self._places.first_heading()
        said = set(_WORD.findall(" ".join(e.value.value for e in run.declared if e.field in TEXTS).casefold()))
        return first is not None and any(word in said for word in _WORD.findall(first.text.value.casefold()))

    def _heads_this_text(self, run: LabelRun) -> bool:
        """Whether a fence at the very top declares what the first heading names, as front matter would."""
        first = self._places.first_heading()
        if first is None or first.level > 1 or self._places.around(run)[0] or self._places.in_part(run):
            return False
        return says(run, first.text.value)

    def _is_shown(self, run: LabelRun) -> bool:
        """Whether the heading of metadata above a fence is that of a text about them: its own, with prose below it."""
        first = self._places.first_heading()
        if first is None or first.level > 1 or not is_section(first) or not self._places.around(run)[1]:
            return False
        return sum(line.kind == "heading" and line.level == 1 for line in self._lines) == 1


def _is_bare_list(run: LabelRun) -> bool:
    """Whether a run has nothing but keywords with a vague label."""
    return run.fields & TEXTS == {"keywords"} and not run.plain


def _differ(one: LabelRun, other: LabelRun) -> bool:
    """Whether no language has both of two labels."""
    tongues = [languages_of(run.declared[0].at.name.value) for run in (one, other)]
    return all(tongues) and not tongues[0] & tongues[1]


def _is_clear(run: LabelRun) -> bool:
    """Whether vague labels say together what they are: keywords beside a title or a description."""
    return "keywords" in run.fields and bool(run.fields & {"title", "description"})
