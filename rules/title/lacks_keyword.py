"""A title without the keyword that the article is declared to be about.

What it finds
-------------
A title without the focus keyword (`focus_keyword` and its other names) in any form. Where no focus
keyword is declared: a title without any of the keywords.

Why it matters
--------------
The author declares what the article is about; a reader of search results sees the title and not
the list.

Evidence
--------
Class: declared.
Source: the article's own keyword list. Of 79 news pages the first keyword is word for word in
26 titles, any keyword in 48, so the first of a list is not asked for alone. Google
asks for "descriptive and concise text" and against keyword stuffing; that the keyword must be in
the title it does not say, https://developers.google.com/search/docs/appearance/title-link.
Read: 2026-11-22.

Example
-------
    title: Five things I learned last winter
    keywords: [starter, sourdough bread]

Use instead
-----------
    title: What your starter needs in winter
    keywords: [starter, sourdough bread]

Not flagged
-----------
The keyword in another form (starters), in another order, or with words between. Only its head
word, or a related word, is a note. How near to the beginning it comes is not judged.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Findings, Rule, generic_title, half_empty, lacks_keyword

RULE = Rule(weight=0.9, severity="warning", evidence="declared", needs=("title", "keywords"))


def check(analysis: Analysis) -> Findings:
    """One finding when the title says neither the focus keyword nor, where there is none, any keyword."""
    title = analysis.article.title
    if title is not None and not (half_empty(analysis) or generic_title(analysis)):
        hint = "Name the subject in the title, or declare the keyword that the title already names."
        yield from lacks_keyword(analysis, "title", title.text, called="title", hint=hint)
