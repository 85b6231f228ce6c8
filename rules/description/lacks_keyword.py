"""A meta description that does not name the keyword the article is declared to be about.

What it finds
-------------
The focus keyword (`focus_keyword` and the names it goes by) in no form in the description. Where none is
declared: none of the declared keywords in any form.

Why it matters
--------------
A description that never names what the article is declared to be about promises something else,
or says too little.

Evidence
--------
Class: declared.
Source: the article's own keyword list. Snippets "are designed to emphasize and preview the page
content that best relates to a user's specific search", and a description may be taken as one,
https://developers.google.com/search/docs/appearance/snippet. That the keyword must be in it, Google
does not say; it warns of descriptions made of "long strings of keywords".
Read: 2026-11-22.

Example
-------
    description: What I learned last winter, and what you can do better.
    keywords: [sourdough starter, flour]

Not flagged
-----------
The keyword in another form, in another order, or with words between. Only its head word, or a
related word, is a note.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Findings, Rule, lacks_keyword

RULE = Rule(weight=0.6, severity="warning", evidence="declared", needs=("description", "keywords"))


def check(analysis: Analysis) -> Findings:
    """One finding when neither the primary keyword, nor any where none is primary, is met in the description."""
    description = analysis.article.description
    if description is not None:
        hint = "Name in it what the article is declared to be about, or declare what it does name."
        yield from lacks_keyword(analysis, "description", description.text, called="meta description", hint=hint)
