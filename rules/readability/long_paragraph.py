"""A paragraph that fills the screen.

What it finds
-------------
Paragraphs of more than 200 words; one finding, at the longest.

Why it matters
--------------
On a telephone it is a page without a place to rest, and readers lose their line.

Evidence
--------
Class: convention.
Source: practice. The US plain-language guidelines: "Writing experts recommend paragraphs of no more
than 150 words in three to eight sentences",
https://www.plainlanguage.gov/guidelines/concise/write-short-paragraphs/ (read in
https://github.com/GSA/plainlanguage.gov). Yoast is content up to 150 and warns above 200,
https://github.com/Yoast/wordpress-seo/blob/main/packages/yoastseo/src/scoring/assessments/readability/README.md.
No measurement stands behind the number.
Read: 2026-11-22.

Example
-------
    (nine sentences of twenty words without a line between)

Not flagged
-----------
List items, table cells and quotations. Languages written without blanks.
"""

from __future__ import annotations

from typing import Annotated

from seocheck.rulekit.api import Analysis, Between, Block, Finding, Findings, Rule, Span, combined, rising, tokens

RULE = Rule(weight=1, severity="note", evidence="convention", needs=("body", "words"))

MOST = 0.5
"""No single paragraph costs the whole weight."""


def check(analysis: Analysis, *, max_words: Annotated[int, Between(30, 2000)] = 200) -> Findings:
    """One finding at the longest paragraph; the others are related places.

    max_words: words of a paragraph that are still fine.
    """
    most = max_words
    found = []
    for block in analysis.article.blocks:
        words = sum(not token.glued for token in tokens(block.text.value)) if block.kind == "paragraph" else 0
        if words > most:
            found.append((words, block))
    if not found:
        return
    found.sort(key=lambda item: -item[0])
    words, longest = found[0]
    more = f"; {len(found) - 1} more are too long" if len(found) > 1 else ""
    yield Finding(
        _opening(longest),
        f"Paragraph of {words} words; at most {most}{more}.",
        hint="Begin a new one where the thought turns.",
        loss=combined(MOST * rising(count - most, float(most)) for count, _ in found),
        subject="prose",
        measured=f"{words} words",
        target=f"at most {most} words",
        related=tuple(_opening(block) for _, block in found[1:]),
    )


def _opening(block: Block) -> Span:
    value = block.text.value
    return block.text.span(0, len(value) if len(value) <= 80 else max(value.rfind(" ", 0, 80), 1))
