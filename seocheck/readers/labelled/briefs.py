"""Files that say how an article is to be written: their labels are those of a text that isn't there yet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from seocheck.base.late_pattern import late_pattern
from seocheck.readers.label_names.label_parts import key_of
from seocheck.readers.label_names.labels import words
from seocheck.readers.labelled.label_line import without_number
from seocheck.readers.labelled.lines import Line
from seocheck.readers.labelled.places import Places
from seocheck.readers.labelled.runs import LabelRun
from seocheck.readers.labelled.subject import UNSPACED, declared_keywords

_WORD = late_pattern(r"\w+")
_MARKS = "*_:：. "
_LONGEST = 80  # letters of a heading that names an outline
_ASKS = late_pattern(r"[.:。：][*_\s]*$")
_SENTENCE_END = late_pattern(r"[.!?。！？]\s+")
_PHRASE = 2
"""Spaces of a phrase that asks for something wherever it begins a sentence of the line: "Your task is to ..."."""
_PER_WORD = 2  # letters, in scripts that write words together


def is_brief(places: Places, run: LabelRun) -> bool:
    """Whether a text is the brief of an article: its first heading says so, or it has an outline of parts that aren't
    written, and more of it is lists than sentences."""
    first = places.first_heading()
    if first is None:
        return False
    outline = [at for at, line in enumerate(places.lines) if _is_outline(line)]
    if not (outline or _is_named(first.text.value.casefold(), run)):
        return False
    if outline and _is_written(places, outline[0]):
        return False
    said = sum(_size(line) for at in places.prose for line in _paragraph(places.lines, at))
    taken = range(run.first, run.last + 1)
    listed = sum(_size(line) for at, line in enumerate(places.lines) if _is_listed(line) and at not in taken)
    return said <= listed


def is_prompt(lines: Sequence[Line]) -> bool:
    """Whether a text begins with a sentence that asks for an article: "Create a new page on bees."."""
    first = next((line for line in lines if line.kind not in ("blank", "rule", "comment")), None)
    if first is None or first.kind != "text" or not _ASKS.search(first.text.value):
        return False
    sentences = [" ".join(_WORD.findall(part)) + " " for part in _SENTENCE_END.split(first.text.value.casefold())]
    begins = any(
        sentence.startswith(f"{verb} ") and (at == 0 or verb.count(" ") >= _PHRASE)
        for at, sentence in enumerate(sentences)
        for verb in words("prompts")
    )
    asked = "".join(sentences)
    return begins and any(f" {name} " in f" {asked}" for name in words("asked_for"))


def _is_named(heading: str, run: LabelRun) -> bool:
    """Whether a heading has the name of a brief, and no keyword does, as those of an article on briefs."""
    found = [name for name in words("briefs") if name in heading]
    return bool(found) and not any(name in declared_keywords(run) for name in found)


def _is_outline(line: Line) -> bool:
    if (
        line.inside
        or len(line.text.value) > _LONGEST
        or not (line.kind == "heading" or (line.kind == "text" and line.text.value.startswith("**")))
    ):
        return False
    return key_of(without_number(line.text.value.strip(_MARKS)).strip(_MARKS)) in _outlines()


@lru_cache(maxsize=1)
def _outlines() -> frozenset[str]:
    return frozenset(map(key_of, words("outlines")))


def _is_written(places: Places, outline: int) -> bool:
    """Whether half of the items of an outline are headings behind it."""
    items: list[str] = []
    for line in places.lines[outline + 1 :]:
        if line.kind == "item":
            items.append(key_of(line.text.value[:_LONGEST]))
        elif line.kind != "blank":
            break
    headings = {
        key_of(without_number(line.text.value[:_LONGEST]))
        for line in places.lines[outline + 1 :]
        if line.kind == "heading"
    }
    return bool(items) and 2 * sum(item in headings for item in items) >= len(items)


def _paragraph(lines: Sequence[Line], at: int) -> Sequence[Line]:
    """The lines of a paragraph from its first on."""
    stop = at
    while stop < len(lines) and lines[stop].kind == "text":
        stop += 1
    return lines[at:stop]


def _is_listed(line: Line) -> bool:
    return not line.inside and line.kind in ("item", "row")


def _size(line: Line) -> int:
    said = " ".join(cell.value for cell in line.cells) if line.cells else line.text.value
    if UNSPACED.search(said):
        return len(said) // _PER_WORD
    return len(_WORD.findall(said))
