r"""Markup in a title, which results and browser tabs print as it is.

What it finds
-------------
In the title as the page declares it for its title tag: HTML tags, HTML entities that are still
written as such, Markdown links, bold text and headings, and template code ({{ ... }}, {% ... %},
%%sitename%%, {title}). Emphasis by single asterisks and code in backticks are notes.

Why it matters
--------------
A title is plain text: results, browser tabs and shared links show the brackets and asterisks, and a
variable that nobody filled in says that the page isn't finished.

Evidence
--------
Class: documented.
Source: HTML standard, on the title element: its content model is "Text that is not inter-element
whitespace", https://html.spec.whatwg.org/multipage/semantics.html#the-title-element: text, not
markup.
Read: 2026-11-30.

Example
-------
    title: "Bread with **big** holes &amp; a crust | %%sitename%%"

Use instead
-----------
    title: Bread with big holes and a crust

Not flagged
-----------
Names in angle brackets (Vec<T>, the <title> element), a lone asterisk or ampersand, *args and
**kwargs, names with underscores, brackets without an address. A page in HTML that encodes an
ampersand once.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Findings, Rule, markup_findings

RULE = Rule(weight=3, severity="warning", evidence="documented", needs=("title",))


def check(analysis: Analysis) -> Findings:
    """One finding for each kind of markup, at its first place."""
    if (title := analysis.own_title) is not None:
        yield from markup_findings(title, called="The title", subject="title")
