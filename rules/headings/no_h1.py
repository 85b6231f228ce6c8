"""A page without an H1.

What it finds
-------------
No heading of level 1 in the article, and no template that prints the title as one.

Why it matters
--------------
The H1 tells readers and screen readers what the page is about; search engines take title links
from it.

Evidence
--------
Class: documented.
Source: HTML standard: "If a document has one or more headings, at least a single heading within the
outline should have a heading level of 1", https://html.spec.whatwg.org/multipage/sections.html.
Google takes title links also from "Main visual title shown on the page" and "Heading elements, such
as <h1> elements", https://developers.google.com/search/docs/appearance/title-link.
Read: 2026-11-22.

Example
-------
    <html lang="en"><head><title>Feeding a starter</title></head><body><main><h2>Feeding a sourdough starter</h2>
    <p>Feed the starter in the morning and it will be ready when you come home.</p></main></body></html>

Use instead
-----------
    <html lang="en"><head><title>Feeding a starter</title></head><body><main><h1>Feeding a sourdough starter</h1>
    <p>Feed the starter in the morning and it will be ready when you come home.</p></main></body></html>

Not flagged
-----------
Markdown with a declared title and no H1 in its body: the template prints the title (setting
`title_is_h1`: auto, true or false). An H1 that a template or a hook fills in (# {{ page.name }}).
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule

RULE = Rule(weight=4, severity="warning", evidence="documented", needs=("body",))


def check(analysis: Analysis) -> Findings:
    """One finding, at the first heading or the start of the body."""
    article = analysis.article
    if article.title_is_h1 or any(block.level == 1 for block in article.headings):
        return
    if any(heading.filled_later and heading.level == 1 for heading in article.empty_headings):
        return
    if analysis.format.template_prints_title and not analysis.declared("title"):
        return  # the missing title is the fault, and another rule reports it
    first = next(iter(article.headings), None) or article.blocks[0]
    found = f"the first heading is an H{first.level}" if first.level else "it has no heading"
    yield Finding(
        first.text.span(0, min(len(first.text.value), 80)),
        f"The article has no H1: {found}.",
        hint="Make the article's main heading an H1.",
        subject="headings",
        measured="no H1",
        target="one H1",
    )
