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
overwhelm the material itself",
https://www.plainlanguage.gov/guidelines/organize/add-useful-headings/. WCAG 2.4.6: "Labels and
headings do not need to be lengthy", https://w3c.github.io/wcag/understanding/headings-and-labels.
Neither sets a number; 16 words is ours.
Read: 2026-11-30.

Example
-------
    ## What we found out when we asked our neighbours about the price of the rye that they buy

Use instead
-----------
    ## What rye costs, according to our neighbours

Not flagged
-----------
The H1. Headings in languages written without spaces, where words can't be counted.
"""

from __future__ import annotations

from typing import Annotated

from seocheck.rulekit.api import Analysis, Between, Findings, Rule, over, word_count

RULE = Rule(weight=0.7, severity="note", evidence="convention", needs=("body", "words"))


def check(analysis: Analysis, *, max_words: Annotated[int, Between(3, 100)] = 16) -> Findings:
    """max_words: the words of a heading that are still fine."""
    for heading in analysis.article.headings:
        if heading.level > 1:
            yield from over(
                heading.text, word_count(heading), max_words, "words", full=3.0,
                says="This heading is {value} words long; aim for {limit} or fewer.",
                hint="Shorten it, or turn it into a paragraph.",
            )  # fmt: skip
