"""A title that does not name the keyword the article is declared to be about.

What it finds
-------------
The focus keyword (`focus_keyword` and the names it goes by) in no form in the title. Where none is
declared: none of the declared keywords in any form.

Why it matters
--------------
The author declares what the article is about; a reader of search results sees the title and not
the list.

Evidence
--------
Class: declared.
Source: the article's own keyword list. Of 79 news pages the first keyword stands word for word in
26 titles, any keyword in 48, so the first of a list is not asked for alone. Google
asks for "descriptive and concise text" and against keyword stuffing; that the keyword must be in
the title it does not say, https://developers.google.com/search/docs/appearance/title-link.
Read: 2026-11-22.

Example
-------
    title: Five things I learned last winter
    keywords: [sourdough starter, flour]

Not flagged
-----------
The keyword in another form (starters), in another order, or with words between. Only its head
word, or a related word, is a note. How far to the front it stands is not judged.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Findings, Rule, lacks_keyword

RULE = Rule(weight=0.9, severity="warning", evidence="declared", needs=("title", "keywords"))


def check(analysis: Analysis) -> Findings:
    """One finding when neither the primary keyword, nor any where none is primary, is met in the title."""
    title = analysis.article.title
    if title is not None:
        hint = "Name in the title what the article is declared to be about, or declare what the title names."
        yield from lacks_keyword(analysis, "title", title.text, called="title", hint=hint)
