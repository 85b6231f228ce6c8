"""The heading that names a text with several of the first level, as a thesis has them: its title page begins with the
university, and parts of it are headings like the title."""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.base.text import Text
from seocheck.model.article import Block
from seocheck.readers.label_names.labels import words
from seocheck.readers.label_values.heading_marks import finished
from seocheck.readers.labelled.label_line import is_abstract

_PROSE = 8  # words


def title_heading(blocks: Sequence[Block]) -> Text | None:
    """The first heading of the first level, but not a university's above others, nor that of an abstract."""
    at = [i for i, block in enumerate(blocks) if block.kind == "heading" and block.level == 1]
    titles = [(i, finished(blocks[i].text, 1).text) for i in at]
    named = [(i, text) for i, text in titles if text]
    if len(named) > 1:
        first, (second, _) = named[0], named[1]
        if _is_institution(first[1].value) and not any(map(_is_prose, blocks[first[0] + 1 : second])):
            named = named[1:]
        named = [(i, text) for i, text in named if not is_abstract(text.value)] or named
    return named[0][1] if named else None


def _is_institution(heading: str) -> bool:
    said = heading.casefold()
    return any(name in said for name in words("institutions"))


def _is_prose(block: Block) -> bool:
    return block.kind == "paragraph" and len(block.text.value.split()) >= _PROSE
