"""More keywords than one article can be about.

What it finds
-------------
A declared list of more than 15 keywords.

Why it matters
--------------
A list is a brief: the more it promises, the less it says what the article is about.

Evidence
--------
Class: convention.
Source: practice. Of 416 real pages that declare keywords the median list has 5, one in ten more
than 8, six have more than 15, and the longest has 38. "Google Search doesn't use the keywords meta
tag", https://developers.google.com/search/docs/fundamentals/seo-starter-guide, so a long list wins
nothing there.
Read: 2026-11-22.

Example
-------
    keywords: [bread, rye, oats, spelt, flour, salt, water, oven, crust, crumb, dough, starter, lid, pot, knife, heat]

Use instead
-----------
    keywords: [bread, rye, spelt, flour, starter]

Not flagged
-----------
Tags and topics, unless the settings say that they are keywords.
"""

from __future__ import annotations

from typing import Annotated

from seocheck.rulekit.api import Analysis, Between, Finding, Findings, Rule, plural, rising

RULE = Rule(weight=0.6, severity="note", evidence="convention", needs=("keywords",))


def check(analysis: Analysis, *, max_keywords: Annotated[int, Between(1, 1000)] = 15) -> Findings:
    """One finding, at the first keyword that is too many.

    max_keywords: length of a list that is still fine.
    """
    count, most = len(analysis.keywords), max_keywords
    if count > most:
        yield Finding(
            analysis.keywords[most].text.span(),
            f"{plural(count, 'keyword')} {'is' if count == 1 else 'are'} declared; aim for {most} or fewer.",
            hint="Keep those that a reader of this article would search for.",
            loss=rising(count - most, 2.0 * most),
            subject="keywords",
            measured=plural(count, "keyword"),
            target=f"at most {plural(most, 'keyword')}",
        )
