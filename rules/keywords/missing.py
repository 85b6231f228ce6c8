"""An article that declares no keywords.

What it finds
-------------
No keyword list and no focus keyword under any of the names they go by, or an empty list.

Why it matters
--------------
Search engines do not read a keyword list. It is an editorial brief: what the author promises
the article is about, and without it nothing can be compared with the body. It costs little: to
promise nothing is better than to promise what the article doesn't keep.

Evidence
--------
Class: declared.
Source: an article that declares nothing cannot be held to its declarations; that it should declare
is this tool's premise. "Google Search doesn't use the keywords meta tag",
https://developers.google.com/search/docs/fundamentals/seo-starter-guide (since 2009:
https://developers.google.com/search/blog/2009/09/google-does-not-use-keywords-meta-tag), so the
list serves the editors, and costs little.
Read: 2026-11-22.

Example
-------
    title: Feeding a sourdough starter
    keywords: []

Use instead
-----------
    title: Feeding a sourdough starter
    keywords: [sourdough starter, feeding schedule]

Not flagged
-----------
Keywords that the settings fill in. Tags and topics are a taxonomy, not a brief; where they are
meant as one, say so once: `tags_are_keywords: true`.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule

RULE = Rule(weight=2.4, severity="warning", evidence="declared", reports=("keywords",))


def check(analysis: Analysis) -> Findings:
    """One finding when no keyword is declared."""
    if analysis.declared("keywords"):
        return
    tags = analysis.article.taxonomy
    hint = (
        "Declare the three to eight phrases the article is about, the most important one first; "
        "if your site declares none, put keywords/missing under ignore."
    )
    if tags:
        has = (
            f"It has {len(tags)} tags; if these are its keywords"
            if len(tags) > 1
            else "It has a tag; if tags are keywords"
        )
        hint = f"{has}, set tags_are_keywords: true. Otherwise declare keywords."
    empty = analysis.article.metadata.get("keywords", ())
    yield Finding(
        empty[0].key_span if empty and empty[0].key_span.end else analysis.start,
        "The keyword list is empty."
        if empty
        else "No keywords are declared, so there is nothing to compare with the text.",
        hint=hint,
        subject="keywords",
        measured="no keywords",
        target="keywords",
    )
