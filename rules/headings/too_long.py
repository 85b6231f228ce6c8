"""A subheading that is a sentence or two.

What it finds
-------------
A heading below H1 of more than 16 words.

Why it matters
--------------
People read headings to find the part they want; a paragraph in bold does not help them.

Evidence
--------
Class: convention.
Source: practice. The US plain-language guidelines: "Headings should not be so long that they
overwhelm the material in the section itself",
https://www.plainlanguage.gov/guidelines/organize/add-useful-headings/ (read in
https://github.com/GSA/plainlanguage.gov). WCAG 2.4.6: "Labels and headings do not need to be
lengthy", https://w3c.github.io/wcag/understanding/headings-and-labels. Neither sets a number; 16
words is ours.
Read: 2026-11-22.

Example
-------
    ## What we found out when we asked our neighbours about the price of the rye that they buy

Not flagged
-----------
The H1. Headings in languages written without blanks, where words cannot be counted.

Options
-------
max_words: words of a heading that are still fine (3 to 100).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec

from seocheck.analysis import Analysis
from seocheck.analysis.words.tokens import tokens
from seocheck.model.rule import BEYOND, Finding, Rule, rising


class Options(msgspec.Struct, frozen=True):
    """Options of the rule."""

    max_words: Annotated[int, msgspec.Meta(ge=3, le=100)] = 16


RULE = Rule(weight=0.5, severity="note", evidence="convention", needs=("body", "words"))


def check(analysis: Analysis, options: Options) -> Iterator[Finding]:
    """One finding for each heading that is too long."""
    for heading in analysis.article.headings:
        words = sum(not token.glued for token in tokens(heading.text.value))
        if heading.level > 1 and words > options.max_words * (1.0 + BEYOND):
            yield Finding(
                heading.text.span(),
                f"Heading has {words} words; at most {options.max_words}.",
                hint="Say it in fewer words, or make it a paragraph.",
                loss=rising(words - options.max_words, 2.0 * options.max_words),
                subject=heading.text.value[:80],
                measured=f"{words} words",
                target=f"at most {options.max_words} words",
            )
