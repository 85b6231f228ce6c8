r"""Markup in a meta description, which results print as it is.

What it finds
-------------
In a description: HTML tags, HTML entities that are still written as such, Markdown links, images,
bold text and headings, and template code ({{ ... }}, {% ... %}, ${...}, %%sitename%%). Emphasis by
single asterisks and code in backticks are notes.

Why it matters
--------------
A description is plain text: a search engine or a chat window shows the brackets and asterisks.

Evidence
--------
Class: documented.
Source: HTML standard, on the name description: "The value must be a free-form string that describes
the page. The value must be appropriate for use in a directory of pages, e.g. in a search engine",
https://html.spec.whatwg.org/multipage/semantics.html#meta-description: a string, not markup.
Read: 2026-11-22.

Example
-------
    description: Bread with **big** holes and [a recipe](/rye).

Use instead
-----------
    description: Bread with big holes, and the recipe for it.

Not flagged
-----------
Names in angle brackets (Vec<T>, <title>), a lone asterisk or ampersand, names with underscores
(__init__, max_words), brackets without an address.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Findings, Rule, markup_findings

RULE = Rule(weight=1.5, severity="warning", evidence="documented", needs=("description",))


def check(analysis: Analysis) -> Findings:
    """One finding for each kind of markup, at its first place."""
    description = analysis.article.description
    if description is not None:
        yield from markup_findings(description.text, called="The description", subject="description")
