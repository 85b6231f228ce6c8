"""A title, description or list of keywords that the head of a page gives twice.

What it finds
-------------
A second `<title>`, meta description or meta keywords with words of its own. A warning where they
say different things, a note where they say the same.

Why it matters
--------------
Programs that read a page take the first, the last, or both as one: nobody can say which of them
readers will see.

Evidence
--------
Class: documented.
Source: the HTML Standard: a head has no more than one title element, and no two meta elements of
a document may have the name description,
https://html.spec.whatwg.org/multipage/semantics.html.
Read: 2026-11-30.

Example
-------
    <html lang="en"><head><title>Rye bread</title>
    <meta name="description" content="How to bake rye bread at home.">
    <meta name="description" content="News from the corner bakery on Mill Street."></head>
    <body><h1>Rye bread</h1><p>Heat the oven for an hour.</p></body></html>

Use instead
-----------
    <html lang="en"><head><title>Rye bread</title>
    <meta name="description" content="How to bake rye bread at home."></head>
    <body><h1>Rye bread</h1><p>Heat the oven for an hour.</p></body></html>

Not flagged
-----------
Titles of drawings (`<svg><title>`); descriptions of Open Graph and Twitter beside the meta
description; an empty one beside one with words; keywords beside news_keywords.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, plural

RULE = Rule(weight=2, severity="warning", evidence="documented", needs=("html",))

_ELEMENTS = {"title": "title", "description": "meta description", "keywords": "meta keywords"}


def check(analysis: Analysis) -> Findings:
    """One finding for each kind of element, at the second of them."""
    for name, called in _ELEMENTS.items():
        fields = [field for field in analysis.article.metadata.get(name, ()) if field.text.value.strip()]
        others = [field for field in fields[1:] if field.text.value.split() != fields[0].text.value.split()]
        if len(fields) < 2:
            continue
        at = (others or fields[1:])[0]
        more = f", and {plural(len(fields) - 2, 'more follows', 'more follow')}" if len(fields) > 2 else ""
        yield Finding(
            at.text.span(),
            f"This is another {called} than the one above{'' if others else ', with the same words'}{more}.",
            hint="Keep one of them.",
            loss=1.0 if others else 0.2,
            subject=name,
            measured=f"{len(fields)} elements",
            target="one",
            severity=None if others else "note",
            related=(fields[0].text.span(),),
        )
