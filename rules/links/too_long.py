"""A link in a sentence whose text is very long.

What it finds
-------------
Links in running text with more than 15 words, where the link is only a part of its paragraph.

Why it matters
--------------
A link names its target; a long one buries the name among words that could be outside it.

Evidence
--------
Class: documented, bound: convention.
Source: Google's best practices for links call a link over most of a sentence weirdly long, and ask for
a text that is descriptive and reasonably concise; where that ends is our choice,
https://developers.google.com/search/docs/crawling-indexing/links-crawlable.
Read: 2026-11-30.

Example
-------
    Next week the [Old Mill invites everybody in the valley to its grand opening with free rye bread and butter for
    all who come early](/mill) by bus or on foot.

Use instead
-----------
    Next week the [Old Mill](/mill) invites everybody in the valley to its grand opening, with free rye bread and
    butter for all who come early by bus or on foot.

Not flagged
-----------
Links that are a whole paragraph, item or heading; titles in quotation marks, of papers and articles;
languages written without spaces.
"""

from __future__ import annotations

from typing import Annotated

from seocheck.rulekit.api import Analysis, Between, Findings, Rule, over

RULE = Rule(weight=0.5, severity="note", evidence="documented", bound="convention", needs=("links", "body"))

OTHER_WORDS = 3
"""Words of the paragraph outside the link; with fewer the link is the paragraph."""
_QUOTES = "\"'“”„«»‘’「『"


def check(analysis: Analysis, *, max_words: Annotated[int, Between(3, 100)] = 15) -> Findings:
    """max_words: the words of a link that are still fine."""
    for block in analysis.article.blocks if analysis.language.spaced else ():
        if block.kind != "paragraph":
            continue
        for start, end in block.links:
            words = block.text.value[start:end].split()
            others = len(block.text.value.split()) - len(words)
            if others < OTHER_WORDS or not words or words[0][0] in _QUOTES or words[0][0].isdigit():
                continue
            yield from over(
                block.text.slice(start, end), len(words), max_words, "words", full=15.0,
                says="This link is {value} words long; aim for {limit} or fewer.",
                hint="Link the words that name the target, and leave the rest outside.",
            )  # fmt: skip
