"""An article without a title.

What it finds
-------------
No title under any of the names a title goes by, or an empty one.

Why it matters
--------------
The title is the first thing a searcher reads. Without one a search engine makes one up from
headings or links.

Evidence
--------
Class: documented.
Source: Google: "Make sure every page on your site has a title specified in the <title> element",
https://developers.google.com/search/docs/appearance/title-link. That page also lists what Google
uses without one: headings, prominent text, the text of links.
Read: 2026-11-22.

Example
-------
    title:
    description: How to feed a sourdough starter

Use instead
-----------
    title: Feeding a sourdough starter
    description: How to feed a sourdough starter

Not flagged
-----------
A title that the settings fill in for the article (`defaults`). Where the generator takes the
title from the first H1, say so once: `title_from_h1: true`.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule

RULE = Rule(weight=8, severity="error", evidence="documented", reports=("title",))

WITH_H1 = 0.5
"""Many generators take the title from the H1, and search engines do where there is no title."""


def check(analysis: Analysis) -> Findings:
    """One finding when no title is declared; less severe where an H1 can serve as one."""
    if analysis.declared("title"):
        return
    title = analysis.article.title
    span = title.key_span if title else analysis.start
    h1 = any(block.level == 1 for block in analysis.article.headings)
    if h1 and analysis.format.template_prints_title:
        yield Finding(
            span,
            "No title is declared; the article has an H1.",
            hint="Declare a title, or set title_from_h1: true if your generator takes it from the H1.",
            loss=WITH_H1,
            subject="title",
            measured="no title",
            target="a title",
            severity="warning",
        )
        return
    message = "The title is empty." if title else "No title is declared."
    yield Finding(
        span,
        message,
        hint="Declare a title of 30 to 60 characters that names the topic.",
        subject="title",
        measured="no title",
        target="a title",
    )
