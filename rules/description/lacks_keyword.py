"""A meta description without the keyword that the article is declared to be about.

What it finds
-------------
A description without the focus keyword (`focus_keyword` and its other names) in any form. Where no
focus keyword is declared: a description without any of the keywords.

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
    keywords: [sourdough starter, rye flour]

Use instead
-----------
    description: What I learned last winter about a sourdough starter in a cold kitchen.
    keywords: [sourdough starter, rye flour]

Not flagged
-----------
The keyword in another form, in another order, or with words between. Only its head word, or a
related word, is a note.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Findings, Rule, generic_description, lacks_keyword

RULE = Rule(weight=0.7, severity="warning", evidence="declared", needs=("description", "keywords"))


def check(analysis: Analysis) -> Findings:
    """One finding when the description says neither the focus keyword nor, where there is none, any keyword."""
    description = analysis.article.description
    if description is not None and not generic_description(analysis):
        hint = "Name the subject in it, or declare the keyword that it already names."
        yield from lacks_keyword(analysis, "description", description.text, called="meta description", hint=hint)
