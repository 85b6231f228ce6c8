"""A paragraph that fills the screen.

What it finds
-------------
A paragraph of more than 150 words.

Why it matters
--------------
On a telephone it is a page without a place to rest, and readers lose their line.

Evidence
--------
Class: convention.
Source: practice. The US plain-language guidelines: "Writing experts recommend paragraphs of no more
than 150 words in three to eight sentences",
https://www.plainlanguage.gov/guidelines/concise/write-short-paragraphs/ (read in
https://github.com/GSA/plainlanguage.gov). Yoast's bounds are 150 and 200,
https://github.com/Yoast/wordpress-seo/blob/main/packages/yoastseo/src/scoring/assessments/readability/README.md.
No measurement stands behind the number.
Read: 2026-11-22.

Example
-------
    (nine sentences of twenty words without a line between)

Not flagged
-----------
List items, table cells and quotations. Languages written without blanks.

Options
-------
max_words: words of a paragraph that are still fine (30 to 2000).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import msgspec

from seocheck.analysis import Analysis
from seocheck.analysis.tokens import tokens
from seocheck.rule import Finding, Rule, rising


@dataclass(frozen=True, slots=True)
class Options:
    """Options of the rule."""

    max_words: Annotated[int, msgspec.Meta(ge=30, le=2000)] = 150


RULE = Rule(weight=1, severity="note", evidence="convention", needs=("body", "words"))

MOST = 0.5
"""No single paragraph costs the whole weight."""


def check(analysis: Analysis, options: Options) -> Iterator[Finding]:
    """One finding for each long paragraph, at its first words."""
    for block in analysis.article.blocks:
        if block.kind != "paragraph":
            continue
        value = block.text.value
        words = sum(not token.glued for token in tokens(value))
        if words > options.max_words:
            end = len(value) if len(value) <= 80 else max(value.rfind(" ", 0, 80), 1)
            yield Finding(
                block.text.span(0, end),
                f"Paragraph of {words} words; at most {options.max_words}.",
                hint="Begin a new one where the thought turns.",
                loss=MOST * rising(words - options.max_words, float(options.max_words)),
                subject=value[:60],
                measured=f"{words} words",
                target=f"at most {options.max_words} words",
            )
