"""The label blocks of a text or Markdown file: a cheap look first, for most files have none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span, meets
from seocheck.model.article import Ignored, LabelBlock
from seocheck.readers.label_names.labels import may_have_labels
from seocheck.readers.labelled.settings import LabelSettings
from seocheck.readers.markdown.inner_front_matter import inner_front_matter

if TYPE_CHECKING:
    from seocheck.readers.labelled.lines import Line

_OPENS_AT_TOP = late_pattern(r"\s*(?:#\s[^\r\n]*\s+)?`{3,}(?:ya?ml)?[ \t]*(?:\r\n|\n|\r)")
"""What is before the front matter of a text that is shown in a fence at the top: its title, and nothing else."""


class Found(msgspec.Struct, frozen=True):
    """The blocks, the lines they take in order, and the same for the list of what was left out."""

    blocks: tuple[LabelBlock, ...] = ()
    spans: tuple[Span, ...] = ()
    ignored: tuple[Ignored, ...] = ()


NONE = Found()


def find_label_blocks(text: str, start: int, settings: LabelSettings, *, saved_page: bool = False) -> Found:
    """The blocks in a text from `start` on. saved_page: any label line counts, wherever it is."""
    if not (settings.read or saved_page):
        return NONE
    if not saved_page and not may_have_labels(text[start:], extra=settings.names):
        return NONE
    from seocheck.readers.labelled.columns import with_columns  # here and below: most files have no labels
    from seocheck.readers.labelled.json_lines import with_json
    from seocheck.readers.labelled.lines import source_lines

    lines = with_json(with_columns(source_lines(text, start)))
    if not saved_page:
        spans_of = inner_front_matter(text, start)  # its fields are written like labels
        front = [span for span in spans_of if not _OPENS_AT_TOP.fullmatch(text, start, span.start)]
        lines = [line for line in lines if not meets(front, line.span.start, line.span.end)]
    return blocks_in(lines, text, settings, saved_page=saved_page)


def blocks_in(lines: Sequence[Line], text: str, settings: LabelSettings, *, saved_page: bool = False) -> Found:
    """The blocks among lines, however they were read."""
    from seocheck.readers.labelled.blocks import find_blocks
    from seocheck.readers.labelled.declared import ignored_blocks, label_blocks
    from seocheck.readers.labelled.runs import spans

    runs = find_blocks(lines, settings.names, saved_page=saved_page)
    if not runs:
        return NONE
    blocks = label_blocks(runs, lines)
    taken = tuple(span for run in runs for span in spans(run, lines))
    return Found(blocks, taken, ignored_blocks(blocks, text))
