"""What names a text that has no title of its own: a heading of the first level, or a line above the labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Text
from seocheck.model.article import Article, Block, LabelBlock
from seocheck.readers.label_names.labels import words
from seocheck.readers.label_values.heading_marks import finished
from seocheck.readers.labelled.label_line import is_abstract

_PROSE = 8  # words
_LONGEST = 14  # words
_BOLD = late_pattern(r"\*\*([^*\n]{3,120}[^*\n.:])\*\*[ \t]*\\?\r?$", re.MULTILINE)
_CLOSING = late_pattern(r"[.!…,;:。！،؛।][\"'”’»)\]]*$")


def title_line(article: Article, labels: Sequence[LabelBlock]) -> Text | None:
    """The line at the top that is the title of a text without an H1: in bold; or plain, above the labels of a text that
    has no heading at all."""
    first = next(iter(article.blocks), None)
    if first is None or first.kind != "paragraph" or any(b.level == 1 for b in article.headings):
        return None
    written = article.source.text
    start, end = first.text.span()
    bold = _BOLD.match(written, max(start - 2, 0))
    if bold is not None and first.text.value.startswith(bold[1]):
        return finished(first.text.slice(0, len(bold[1])), 1).text
    alone = labels and end <= labels[0].span.start and not written[end : labels[0].span.start].strip("*_ \t\r\n")
    short = "\n" not in written[start:end] and len(first.text.value.split()) <= _LONGEST
    if alone and short and not article.headings and not _CLOSING.search(first.text.value):
        return first.text
    return None


def title_heading(blocks: Sequence[Block]) -> Text | None:
    """The first heading of the first level, but not that of an abstract, nor a university's above others, as on the
    title page of a thesis."""
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
