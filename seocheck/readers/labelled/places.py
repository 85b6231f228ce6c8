"""Where a run of labels is in its text: what is before and behind it, and in which part it is."""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.base.late_pattern import late_pattern
from seocheck.readers.label_names.label_parts import key_of
from seocheck.readers.label_names.labels import words
from seocheck.readers.label_values.meant import is_mostly_links
from seocheck.readers.labelled.label_line import is_abstract, is_section
from seocheck.readers.labelled.lines import Line
from seocheck.readers.labelled.runs import LabelRun

_PROSE_WORDS = 8
_PROSE_LETTERS = 30  # of scripts without spaces
_INTRODUCES = late_pattern(r"[:：][*_\s]*$")
_UNSPACED = late_pattern("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_IN_BOLD = late_pattern(r"(\*\*|__)[^*\n]+\1")
"""A title, or a sentence below it that isn't the text yet."""
_LABELLED = late_pattern(r"\*\*[^*\n]{2,60}(?::\*\*|\*\*\s?:)\s*\S")
_TO_PLACE = late_pattern(r"[*_]*\[[^\]\n]*\]\(#")
_MIDDLE = 2
"""Headings on both sides of what is in the middle of a text."""
_MAX_CLOSING = 2
"""How many lines with labels in bold that aren't known may be behind a block at the end: whom to write to."""


class Places:
    """The lines of one text, with those that are paragraphs of prose."""

    def __init__(self, lines: Sequence[Line], runs: Sequence[LabelRun]) -> None:
        self.lines = lines
        taken = {at for run in runs for at in range(run.first, run.last + 1)}
        self.prose = [
            at for at, line in enumerate(lines)
            if at not in taken and line.kind == "text" and not line.inside and _is_prose(line.text.value)
            and not is_mostly_links(line.text.value) and not _IN_BOLD.fullmatch(line.text.value)
            and (at == 0 or lines[at - 1].kind != "text")
        ]  # fmt: skip
        self._parts = [
            at for at, line in enumerate(lines)
            if line.kind == "heading" and line.level > 1 and not self._is_contents(at)
        ]  # fmt: skip
        self._tongues = self._named_languages()

    def _named_languages(self) -> list[int]:
        """The headings that are the names of languages, of one level; empty unless there are two."""
        if len(self._parts) < _MIDDLE:
            return []
        known = {key_of(word) for word in words("tongues")}
        named = [at for at in self._parts if key_of(self.lines[at].text.value) in known]
        level = self.lines[named[0]].level if named else 0
        return named if len(named) > 1 and all(self.lines[at].level == level for at in named) else []

    def _is_contents(self, at: int) -> bool:
        """Whether nothing but a list of links to the parts of the text is below a heading."""
        below = [line for line in self.lines[at + 1 : at + 6] if line.kind != "blank"]
        first = below[0] if below else None
        if first is None or first.kind != "item":
            return False
        return first.linked or _TO_PLACE.match(first.text.value) is not None

    def first_heading(self) -> Line | None:
        """The first heading of the text; None where it has none."""
        return next((line for line in self.lines if line.kind == "heading"), None)

    def in_part(self, run: LabelRun) -> bool:
        """Whether a part of the text with a heading begins before a run."""
        above = self.lines[: run.first]
        return any(line.kind == "heading" and line.level > 1 and not is_section(line) for line in above)

    def parts_before(self, run: LabelRun) -> int:
        """How many headings of parts are before it."""
        return sum(at < run.first for at in self._parts)

    def parts_after(self, run: LabelRun) -> int:
        """How many headings of parts are behind it."""
        return sum(at > run.last and not is_section(self.lines[at]) for at in self._parts)

    def in_the_middle(self, run: LabelRun) -> bool:
        """Whether parts with headings are before and behind it, as in instructions and specifications: the block of an
        article is at its beginning or its end."""
        above = self.line_before(run)
        own = above is not None and above.kind == "heading"
        if self.of_languages(run) or self.parts_before(run) - own < _MIDDLE or self.parts_after(run) < _MIDDLE:
            return False
        alone = self.is_below_rule(run) and self.lines[run.first].kind != "heading"
        return not (alone or self.in_abstract(run))

    def of_languages(self, run: LabelRun) -> int:
        """In which part a run is of a text in several languages, each below a heading with its name; 0 for another."""
        if not self._tongues:
            return 0
        return sum(at < run.first for at in self._tongues)

    def in_abstract(self, run: LabelRun) -> bool:
        """Whether the part that it is in is an abstract; with a heading of the first level in some theses."""
        heading = next((line for line in reversed(self.lines[: run.first]) if line.kind == "heading"), None)
        return heading is not None and is_abstract(heading.text.value)

    def around(self, run: LabelRun) -> tuple[int, int]:
        """The paragraphs before and behind it."""
        top = self._first_label(run)
        before = sum(at < top for at in self.prose)
        after = [at for at in self.prose if at > run.last]
        closing = len(after) <= _MAX_CLOSING and all(self.lines[at].text.value.startswith("**") for at in after)
        return before, 0 if closing else len(after)

    def _first_label(self, run: LabelRun) -> int:
        """The first of the lines with labels in bold, however long, that lead to a run."""
        first = at = run.first
        while at > 0 and (self.lines[at - 1].kind == "blank" or _LABELLED.match(self.lines[at - 1].text.value)):
            at -= 1
            first = at if self.lines[at].kind != "blank" else first
        return first

    def start(self) -> int:
        """The first line that isn't empty."""
        return next((at for at, line in enumerate(self.lines) if line.kind not in ("blank", "rule")), 0)

    def line_before(self, run: LabelRun) -> Line | None:
        """The line above a run that isn't empty."""
        at = run.first - 1
        while at >= 0 and self.lines[at].kind == "blank":
            at -= 1
        return self.lines[at] if at >= 0 else None

    def introduced_above_rule(self, run: LabelRun) -> bool:
        """Whether a line that ends with a colon is above the rule above a run: "Output:"."""
        above = [line for line in self.lines[: run.first] if line.kind != "blank"][-2:]
        return len(above) == 2 and above[1].kind == "rule" and _INTRODUCES.search(above[0].text.value) is not None

    def closes(self, run: LabelRun) -> bool:
        """Whether a rule, a heading or a line of pictures is behind it, as behind an abstract."""
        at = run.last + 1
        while at < len(self.lines) and self.lines[at].kind == "blank":
            at += 1
        if at >= len(self.lines) or self.lines[at].kind in ("rule", "heading"):
            return True
        return is_mostly_links(self.lines[at].text.value)

    def set_off(self, run: LabelRun) -> bool:
        """Whether a rule or a heading is above it."""
        line = self.line_before(run)
        return line is None or line.kind in ("rule", "heading")

    def is_below_rule(self, run: LabelRun) -> bool:
        """Whether a rule is above it."""
        line = self.line_before(run)
        return line is not None and line.kind == "rule"

    def headings(self, run: LabelRun, above: str) -> list[str]:
        """The line above a run and the headings of the parts it is in, in lower case; not the text's own."""
        found = [above.casefold()]
        level = 7
        for line in reversed(self.lines[: run.first]):
            if line.kind == "heading" and 1 < line.level < level:
                level = line.level
                found.append(line.text.value.casefold())
        return found

    def heading_of_part(self, run: LabelRun) -> str:
        """The heading above a run, if no rule is between them."""
        part = self._part(run)
        return part.text.value if part is not None else ""

    def is_deep(self, run: LabelRun) -> bool:
        """Whether a run is in a part of a part."""
        part = self._part(run)
        return part is not None and part.level > 2 and not is_section(part)

    def _part(self, run: LabelRun) -> Line | None:
        above = (line for line in reversed(self.lines[: run.first]) if line.kind in ("heading", "rule"))
        line = next(above, None)
        return line if line is not None and line.kind == "heading" and line.level > 1 else None


def _is_prose(text: str) -> bool:
    if _UNSPACED.search(text):
        return len(text) >= _PROSE_LETTERS
    return len(text.split()) >= _PROSE_WORDS
