"""An article without a meta description.

What it finds
-------------
No description under any of the names a description goes by, or an empty one.

Why it matters
--------------
A search engine then picks a snippet from the page by itself.

Evidence
--------
Class: documented.
Source: Google "sometimes uses the meta description HTML element if it might give users a more
accurate description of the page than content taken directly from the page", and asks for one "at
the very least" for "critical URLs like your home page and popular pages",
https://developers.google.com/search/docs/appearance/snippet. 522 of 1,394 real Markdown pages have
none, hence a warning and not an error.
Read: 2026-11-22.

Example
-------
    title: Feeding a sourdough starter
    description:

Use instead
-----------
    title: Feeding a sourdough starter
    description: When to feed a starter, how much flour it needs, and how it should smell.

Not flagged
-----------
A description that the settings fill in for the article (`defaults`); one under another name
that the settings list (`fields`).
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule

RULE = Rule(weight=8, severity="warning", evidence="documented", reports=("description",))


def check(analysis: Analysis) -> Findings:
    """One finding when no description is declared."""
    if analysis.declared("description"):
        return
    description = analysis.article.description
    yield Finding(
        description.key_span if description else analysis.start,
        "The meta description is empty." if description else "No meta description is declared.",
        hint="Write one or two sentences, 70 to 150 characters, that say what readers learn here.",
        subject="description",
        measured="no description",
        target="a description",
    )
