"""A declared value in a form that no program expects.

What it finds
-------------
A keyword list that is one text with separators other than commas, or with dashes that have no space
after them; an entry of a list that holds several keywords; an empty or nested entry; a list for a
title or description.

Why it matters
--------------
A site generator takes such a list for one long keyword, or prints brackets into the page.

Evidence
--------
Class: declared.
Source: the article's own front matter, whose form contradicts what it declares. For pages the form
of keywords is fixed: "a set of comma-separated tokens, each of which is a keyword relevant to the
page", HTML standard, https://html.spec.whatwg.org/multipage/semantics.html#standard-metadata-names.
Generators differ: Jekyll takes a list or a space-separated string,
https://jekyllrb.com/docs/front-matter/.
Read: 2026-11-30.

Example
-------
    keywords: ["sourdough, starter, flour"]

Use instead
-----------
    keywords: [sourdough, starter, flour]

Not flagged
-----------
A single keyword as a text (keywords: sourdough); keywords separated by commas; numbers as keywords; in
a list of several the comma of a name (Springfield, Ohio); separators in brackets or quotation marks.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule

RULE = Rule(weight=2, severity="warning", evidence="declared", needs=("front-matter",))


def check(analysis: Analysis) -> Findings:
    """One finding for each such problem that the reader met."""
    for problem in analysis.article.problems:
        if problem.kind == "wrong-type":
            yield Finding(
                problem.span, problem.message, hint=problem.hint, loss=0.5, subject=problem.subject,
                fault=problem.fault,
            )  # fmt: skip
