"""A long stretch of text without a subheading.

What it finds
-------------
More than 350 words of paragraphs in a row with no heading, list, table, block quotation, code block
or image between them, no paragraph that begins in bold, and no short line of its own; the text
before the first subheading is one such stretch. One finding for each part between two headings.

Why it matters
--------------
People scan a page before they read it, and scroll past a stretch without a landmark.

Evidence
--------
Class: measured, bound: convention.
Source: Morkes and Nielsen, "Concise, SCANNABLE, and Objective: How to Write for the Web" (1997): a
site "scored 58% higher in measured usability when it was written concisely, 47% higher when the
text was scannable",
https://www.nngroup.com/articles/concise-scannable-and-objective-how-to-write-for-the-web/.
Scannable there were headings, lists and highlighted words together, so the study backs breaking
text up, and no number. The bound is Yoast's, which calls up to 300 words good and more than 350
bad,
https://github.com/Yoast/wordpress-seo/blob/main/packages/yoastseo/src/scoring/assessments/readability/README.md.
Read: 2026-11-30.

Example
-------
    The dough should feel soft and a little wet. If it sticks to your hands, wet your hands and not the dough.
    Fold the dough four times in the first two hours, then let it rest in a cool place until the next day.
    (12 times)

Use instead
-----------
    The dough should feel soft and a little wet. If it sticks to your hands, wet your hands and not the dough.
    Fold the dough four times in the first two hours, then let it rest in a cool place until the next day.
    (6 times)

    ## Bake it

    Heat the oven for an hour with the pot inside. Tip the bread into the hot pot, and close the lid.
    After half an hour take the lid off. The crust is done when it is the brown of a chestnut.
    (6 times)

Not flagged
-----------
Up to a tenth more. Text that a list, a table, a block quotation, a code block or an image breaks up. Languages
written without spaces, where words cannot be counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, NamedTuple

from seocheck.rulekit.api import (
    WORDS_SLACK,
    Analysis,
    Between,
    Block,
    Finding,
    Findings,
    Rule,
    Span,
    combined,
    holds,
    late_pattern,
    rising,
    tokens,
)

RULE = Rule(
    weight=7, severity="warning", evidence="measured", bound="convention", needs=("body", "words"), min_words=150
)


MOST = 0.6
"""No single stretch, of twice the words or more, costs the whole weight, so that fixing one of several shows."""


LINE = 10
"""Words of a line between paragraphs that acts as a heading would."""


_NUMBERED = late_pattern(r"(?:\d{1,3}[.)]|\d{1,2}[.:]\d\d\b\S*|[•·▪–—*-])\s")


class _Stretch(NamedTuple):
    """Paragraphs that follow each other with nothing between them, and the words in them."""

    words: int
    blocks: list[Block]


def check(analysis: Analysis, *, max_words: Annotated[int, Between(50, 5000)] = 350) -> Findings:
    """One finding for each part of the article, at the first words of its longest stretch.

    max_words: words in a row that are still fine.
    """
    most = max_words
    for under, stretches in _parts(analysis.article.blocks):
        walls = [stretch for stretch in stretches if stretch.words > most * (1.0 + WORDS_SLACK)]
        if not walls:
            continue
        words, blocks = max(walls, key=lambda stretch: stretch.words)
        where = f" under “{under[:60]}”" if under else ""
        more = f", and {len(walls) - 1} more such stretch{'es' if len(walls) > 2 else ''}" if len(walls) > 1 else ""
        count = f"in {len(blocks)} paragraphs" if len(blocks) > 1 else "in one paragraph"
        yield Finding(
            _opening(blocks[0]),
            f"{words} words {count}{where} without a subheading, list or table; aim for {most} or fewer{more}.",
            hint="Add a subheading where the subject changes.",
            loss=combined(MOST * rising(stretch.words - most, float(most)) for stretch in walls),
            subject=under[:80] or "start",
            measured=f"{words} words",
            target=f"at most {most} words",
            related=tuple(_opening(stretch.blocks[0]) for stretch in walls if stretch.blocks is not blocks),
        )


def _parts(blocks: Iterable[Block]) -> Iterator[tuple[str, list[_Stretch]]]:
    """The stretches below each heading, with the subheading above them."""
    under = ""
    part: list[_Stretch] = []
    stretch: list[Block] = []

    def close() -> None:
        nonlocal stretch
        if stretch:
            part.append(_Stretch(sum(_words(block) for block in stretch), stretch))
            stretch = []

    for block in blocks:
        # Bold words at the beginning of a paragraph are a landmark to readers who skim, as a subheading is.
        if block.kind != "paragraph" or block.after_break or block.bold or _is_line(block) or _is_numbered(block):
            close()
        if block.kind == "heading":
            if part:
                yield under, part
                part = []
            under = block.text.value if block.level > 1 else ""
        elif block.kind == "paragraph" and not _is_line(block):
            stretch.append(block)
    close()
    if part:
        yield under, part


def _is_numbered(block: Block) -> bool:
    """Whether a paragraph begins with a number of its own: an item of a list that is not marked as one."""
    return _NUMBERED.match(block.text.value) is not None


def _is_line(block: Block) -> bool:
    """Whether a paragraph is a short line that ends as no sentence does: a heading that is not marked as one."""
    value = block.text.value.rstrip("\"'”’»)]*_ ")
    return len(value.split()) <= LINE and not value.endswith((".", "!", "?", ":", ";", ",", "…"))


def _words(block: Block) -> int:
    value = block.text.value
    found = tokens(value)
    if not block.code:
        return len(found) - sum([token.glued for token in found])
    return sum(not token.glued and not holds(block.code, token.start, token.end) for token in found)


def _opening(block: Block) -> Span:
    """The first words of a block, at most 80 characters."""
    text = block.text.value
    return block.text.span(0, len(text) if len(text) <= 80 else max(text.rfind(" ", 0, 80), 1))
