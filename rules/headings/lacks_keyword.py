"""Subheadings that never mention what the article is declared to be about.

What it finds
-------------
An article with two subheadings or more, none of which contains a declared keyword, its head word
or a related word.

Why it matters
--------------
People who read only the headings do not see what the article promises.

Evidence
--------
Class: declared.
Source: the article's own keyword list. Yoast "checks whether your H2 and H3 subheadings reflect the
topic of your text as defined by your keyphrase" and wants it in 30 to 75 % of them, and adds that
this "won't immediately lead to higher rankings",
https://yoast.com/wordpress/plugins/seo/keyphrase-in-subheading-check/; here one heading is enough.
Read: 2026-11-22.

Example
-------
    keywords: [sourdough starter]

    ## First things first

    Feed the starter.

    ## Last but not least

    Wait for a day.

Use instead
-----------
    keywords: [sourdough starter]

    ## Feed the starter

    With flour and water.

    ## Last but not least

    Wait for a day.

Not flagged
-----------
Articles with one subheading or none; a keyword in another form, in part, or by a related word.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule

ENOUGH = 2
"""Subheadings from which on they are an outline."""


RULE = Rule(weight=0.2, severity="off", evidence="declared", needs=("keywords", "body", "language"))


def check(analysis: Analysis) -> Findings:
    """One finding, at the first subheading, when none names a keyword."""
    below = [block for block in analysis.article.headings if block.level > 1]
    if len(below) < ENOUGH or any(support.best("headings") != "absent" for support in analysis.support):
        return
    count = len(analysis.support)
    keywords = "the keyword" if count == 1 else f"any of the {count} keywords"
    yield Finding(
        below[0].text.span(),
        f"None of the {len(below)} subheadings mentions {keywords}.",
        hint=f"Where a part is about “{analysis.support[0].keyword.text.value[:60]}”, say so in its heading.",
        loss=1.0,
        subject="headings",
        measured="no subheading",
        target="at least one subheading",
        related=tuple(block.text.span() for block in below[1:6]),
    )
