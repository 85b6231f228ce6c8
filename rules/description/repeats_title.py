"""A meta description that only repeats the title.

What it finds
-------------
A description whose content words are all in the title.

Why it matters
--------------
Results show one above the other, and the second line tells the reader nothing new.

Evidence
--------
Class: convention.
Source: practice. Google asks for descriptions that "accurately describe the specific page",
https://developers.google.com/search/docs/appearance/snippet; of the title it says nothing there.
Read: 2026-11-22.

Example
-------
    title: Feeding a sourdough starter
    description: Feeding a sourdough starter.

Use instead
-----------
    title: Feeding a sourdough starter
    description: Twice a day, with as much flour as water, and warm overnight.

Not flagged
-----------
A description that adds a single content word. In languages that seocheck does not know, anything
but the very same words.
"""

from __future__ import annotations

import re

from seocheck.rulekit.api import STUB_WORDS, Analysis, Finding, Findings, Rule, fold

RULE = Rule(weight=1, severity="note", evidence="convention", needs=("title", "description"))


def check(analysis: Analysis) -> Findings:
    """One finding when the description adds nothing."""
    article = analysis.article
    if article.title is None or article.description is None:
        return
    title, description = article.title.text, article.description.text
    if analysis.language.spaced and len(description.value.split()) < STUB_WORDS:
        return  # description/too-short says so
    same = _plain(title.value) == _plain(description.value)
    if not same and analysis.language.known and analysis.language.spaced:
        words = analysis.content_stems(description.value)
        same = bool(words) and set(words) <= set(analysis.content_stems(title.value))
    if same:
        yield Finding(
            description.span(),
            "The description says nothing that the title does not already say.",
            hint="Add what readers get from the article: the number, the place, the way to do it.",
            loss=1.0,
            subject="description",
            measured="no further word",
            target="words that the title does not have",
            related=(title.span(),),
        )


def _plain(value: str) -> str:
    return re.sub(r"\W+", " ", fold(value)).strip()
