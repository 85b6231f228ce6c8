"""A quotation mark inside an attribute of a page's head that ends it.

What it finds
-------------
A meta element whose content ends at a quotation mark or apostrophe in the middle of its words,
because it is of the kind that encloses the attribute.

Why it matters
--------------
Programs read the words before the mark and lose the rest.

Evidence
--------
Class: documented.
Source: the HTML Standard: an attribute value in single quotation marks must not contain one, nor one in
double quotation marks a double one,
https://html.spec.whatwg.org/multipage/syntax.html.
Read: 2026-11-30.

Example
-------
    <html lang="en"><head><title>Rye bread</title>
    <meta name='description' content='The baker's guide to rye bread at home.'></head>
    <body><h1>Rye bread</h1><p>Heat the oven for an hour.</p></body></html>

Use instead
-----------
    <html lang="en"><head><title>Rye bread</title>
    <meta name="description" content="The baker's guide to rye bread at home."></head>
    <body><h1>Rye bread</h1><p>Heat the oven for an hour.</p></body></html>

Not flagged
-----------
An attribute right behind another without a space between them; marks written as &#39; or &quot;; marks
within what a template fills in ({{ page.names["rye"] }}).
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule

RULE = Rule(weight=3, severity="warning", evidence="documented", needs=("html",))


def check(analysis: Analysis) -> Findings:
    """One finding for each element, at the words that are lost."""
    for field in analysis.article.metadata.get("broken-attribute", ()):
        yield Finding(
            field.text.span(),
            f"A quotation mark ends the {field.key} here: “{' '.join(field.text.value.split())[:60]}” is lost.",
            hint="Enclose it in the other kind of quotation mark, or write the mark as &#39; or &quot;.",
            subject=field.key,
            measured="cut off at a quotation mark",
            target="the whole text",
        )
