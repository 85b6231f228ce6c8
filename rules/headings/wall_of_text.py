"""A long stretch of text without a subheading.

What it finds
-------------
Over 300 words of paragraphs in a row with no heading, list, table, block quotation, code block
or image between them; the text before the first subheading is one such stretch.

Why it matters
--------------
People scan a page before they read it; a stretch without a landmark is scrolled past.

Evidence
--------
Class: measured.
Source: Morkes and Nielsen, "Concise, SCANNABLE, and Objective: How to Write for the Web" (1997): a
site "scored 58% higher in measured usability when it was written concisely, 47% higher when the
text was scannable",
https://www.nngroup.com/articles/concise-scannable-and-objective-how-to-write-for-the-web/ (as
quoted at http://web.tiscali.it/w4web/saggiofull.htm). Scannable there were headings, lists and
highlighted words together, so the study backs breaking text up, and no number. The bound of 300
words is Yoast's,
https://github.com/Yoast/wordpress-seo/blob/main/packages/yoastseo/src/scoring/assessments/readability/README.md.
Read: 2026-11-22.

Example
-------
    (six paragraphs of eighty words each under one heading)

Not flagged
-----------
Text that a list, a table, a block quotation, a code block or an image breaks up. Languages
written without blanks, where words cannot be counted.

Options
-------
max_words: words in a row that are still fine (50 to 5000).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import msgspec

from seocheck.analysis import Analysis
from seocheck.analysis.tokens import tokens
from seocheck.article import Block
from seocheck.rule import Finding, Rule, rising


@dataclass(frozen=True, slots=True)
class Options:
    """Options of the rule."""

    max_words: Annotated[int, msgspec.Meta(ge=50, le=5000)] = 300


RULE = Rule(weight=6, severity="warning", evidence="measured", needs=("body", "words"), min_words=150)


MOST = 0.6
"""No single stretch, of twice the words or more, costs the whole weight, so that mending one of several shows."""


def check(analysis: Analysis, options: Options) -> Iterator[Finding]:
    """One finding a stretch, at its first words."""
    for stretch, under in _stretches(analysis.article.blocks):
        words = sum(sum(not token.glued for token in tokens(block.text.value)) for block in stretch)
        if words > options.max_words:
            where = f" under “{under[:60]}”" if under else ""
            first = stretch[0].text
            count = f"in {len(stretch)} paragraphs" if len(stretch) > 1 else "in one paragraph"
            yield Finding(
                first.span(0, _opening(first.value)),
                f"{words} words {count}{where} without a subheading, list or table; at most {options.max_words}.",
                hint="Put a subheading where the subject turns.",
                loss=MOST * rising(words - options.max_words, float(options.max_words)),
                subject=under[:80] or "start",
                measured=f"{words} words",
                target=f"at most {options.max_words} words",
            )


def _stretches(blocks: tuple[Block, ...]) -> Iterator[tuple[list[Block], str]]:
    """Paragraphs that follow each other with nothing between them, and the subheading above them."""
    stretch: list[Block] = []
    under = ""
    for block in blocks:
        if block.kind != "paragraph" or block.after_break:
            if stretch:
                yield stretch, under
            stretch = []
        if block.kind == "heading":
            under = block.text.value if block.level > 1 else ""
        elif block.kind == "paragraph":
            stretch.append(block)
    if stretch:
        yield stretch, under


def _opening(text: str) -> int:
    """Where the first words of a text end, at most 80 characters in."""
    return len(text) if len(text) <= 80 else max(text.rfind(" ", 0, 80), 1)
