"""A paragraph that fills the screen.

What it finds
-------------
Paragraphs of more than 200 words; one finding, at the longest.

Why it matters
--------------
On a phone it is a page without a place to rest, and readers lose their line.

Evidence
--------
Class: convention.
Source: practice. The US plain-language guidelines: "Writing experts recommend paragraphs of no more
than 150 words in three to eight sentences",
https://www.plainlanguage.gov/guidelines/concise/write-short-paragraphs/. Yoast is content up to 150
and warns above 200,
https://github.com/Yoast/wordpress-seo/blob/main/packages/yoastseo/src/scoring/assessments/readability/README.md.
No measurement stands behind the number.
Read: 2026-11-22.

Example
-------
    The dough should feel soft and a little wet. If it sticks to your hands, wet your hands and not the dough.
    Fold the dough four times in the first two hours. Each fold gives it strength, so that the bread rises up and does
    not run flat. Then let it rest in a cool place until the next day. A cold dough is easy to cut and easy to bake.
    Heat the oven for an hour with the pot inside. Tip the bread into the hot pot, cut it once along the top, and close
    the lid. After half an hour take the lid off. The crust is done when it is the brown of a chestnut. Let the bread
    cool on a rack before you cut it, for the crumb sets only when the steam is gone. On the second day it tastes best.
    Keep it in a linen bag, cut side down, and it stays fresh for a week. What is left after that makes good toast, or
    crumbs for the next dumplings. Freeze the other half in slices, so that you can take out as many as you need. And
    if the starter smells of paint, feed it twice a day for two days.

Use instead
-----------
    The dough should feel soft and a little wet. If it sticks to your hands, wet your hands and not the dough.

    Fold the dough four times in the first two hours. Then let it rest in a cool place until the next day.

Not flagged
-----------
List items, table cells and quotations; lists of names; logs of chats. Languages written without spaces.
"""

from __future__ import annotations

from typing import Annotated

from seocheck.rulekit.api import (
    Analysis,
    Between,
    Finding,
    Findings,
    Rule,
    combined,
    is_chat_log,
    opening,
    plural,
    rising,
    tokens,
    word_count,
)

RULE = Rule(weight=1, severity="note", evidence="convention", needs=("body", "words"))

NAMES = 0.7
"""Share of words with a capital from which on a paragraph with as many commas lists names; German prose has 0.4."""
MOST = 0.5
"""No single paragraph costs the whole weight."""


def check(analysis: Analysis, *, max_words: Annotated[int, Between(30, 2000)] = 200) -> Findings:
    """One finding at the longest paragraph; the others are related places.

    max_words: words of a paragraph that are still fine.
    """
    most = max_words
    found = []
    for block in analysis.article.blocks:
        words = word_count(block) if block.kind == "paragraph" else 0
        if words > most and not (_lists_names(block.text.value) or is_chat_log(block.text.value)):
            found.append((words, block))
    if not found:
        return
    found.sort(key=lambda item: -item[0])
    words, longest = found[0]
    others = len(found) - 1
    more = f" {plural(others, 'more paragraph')} {'is' if others == 1 else 'are'} too long." if others else ""
    yield Finding(
        opening(longest),
        f"This paragraph is {words} words long; aim for {most} or fewer.{more}",
        hint="Split it where a new idea starts.",
        loss=combined(MOST * rising(count - most, float(most)) for count, _ in found),
        subject="prose",
        measured=f"{words} words",
        target=f"at most {most} words",
        related=tuple(opening(block) for _, block in found[1:]),
    )


def _lists_names(value: str) -> bool:
    """Whether a paragraph is a list of people, places or products, which can't be split by ideas."""
    words = [token.text for token in tokens(value) if token.text[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return value.count(",") + value.count(";") >= len(words) / 8 and capitals >= NAMES * len(words)
