"""An article with fewer words than its site asks for.

What it finds
-------------
Fewer words of prose than the settings ask for. It is off by default, and silent until you set a
number: no number is right for every site.

Why it matters
--------------
A site may promise its readers more than a short notice.

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
    settings: {rules: {content/too-short: {min_words: 20}}}

    Bread needs flour.

Use instead
-----------
    settings: {rules: {content/too-short: {min_words: 20}}}

    Bread needs flour, water, salt and a starter. Feed the starter in the morning, and it is ready when you come home.

Not flagged
-----------
Languages written without spaces, where words cannot be counted.
"""

from __future__ import annotations

from typing import Annotated

from seocheck.rulekit.api import Analysis, Between, Finding, Findings, Rule, plural, rising

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
            f"The article has {plural(words, 'word')} of prose; your settings ask for {min_words:,} or more.",
            hint="Add what is missing, or publish it where short pieces belong.",
            loss=rising(min_words - words, min_words),
            subject="body",
            measured=plural(words, "word"),
            target=f"at least {plural(min_words, 'word')}",
        )
