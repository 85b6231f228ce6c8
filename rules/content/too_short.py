"""An article with fewer words than its site asks for.

What it finds
-------------
Fewer words of prose than the settings ask for. Off by default, and silent until a number is set:
there is none that is right for every site.

Why it matters
--------------
A site may promise its readers more than a notice.

Evidence
--------
Class: convention.
Source: a site's own rule. Google: "The length of the content alone doesn't matter for ranking
purposes (there's no magical word count target, minimum or maximum",
https://developers.google.com/search/docs/fundamentals/seo-starter-guide, and "Are you writing to a
particular word count because you've heard or read that Google has a preferred word count? (No, we
don't.)", https://developers.google.com/search/docs/fundamentals/creating-helpful-content. Tools ask
for 300 all the same, https://docs.squirrelscan.com/rules/content/word-count.
Read: 2026-11-22.

Example
-------
    severities: {content/too-short: note}
    rules: {content/too-short: {min_words: 200}}

Not flagged
-----------
Languages written without blanks, where words cannot be counted.
"""

from __future__ import annotations

from typing import Annotated

from seocheck.rulekit.api import Analysis, Between, Finding, Findings, Rule, rising

RULE = Rule(weight=1, severity="off", evidence="convention", needs=("body", "words"))


def check(analysis: Analysis, *, min_words: Annotated[int, Between(0, 100_000)] = 0) -> Findings:
    """One finding, at the first words, when there are too few.

    min_words: words of prose that an article must have; 0 asks for nothing.
    """
    words = analysis.word_count
    if words < min_words:
        first = analysis.article.blocks[0].text
        yield Finding(
            first.span(0, min(len(first.value), 80)),
            f"The article has {words} words of prose; the settings ask for {min_words}.",
            hint="Say what is missing, or publish it where short pieces belong.",
            loss=rising(min_words - words, min_words),
            subject="body",
            measured=f"{words} words",
            target=f"at least {min_words} words",
        )
