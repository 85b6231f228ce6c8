"""A heading with nothing to read in it.

What it finds
-------------
A heading without words, symbols or an image with alternative text: "##" with nothing after it,
<h2></h2>, a heading with nothing but spaces, an anchor, or an image without alternative text.

Why it matters
--------------
It is part of the page's outline and takes room on the screen, but says nothing about the part
below it; often its words were deleted and it was left behind.

Evidence
--------
Class: documented.
Source: the ACT rule of W3C on names of headings fails an empty heading and one around an image with an empty alt,
because it fails technique H42, "Using h1-h6 to identify headings", "by using heading markup for content which is not
heading". Screen readers mostly pass over it, so it is a note,
https://www.w3.org/WAI/standards-guidelines/act/rules/ffd0e9/
Read: 2026-11-22.

Example
-------
    ##

    Feed the starter twice a day.

Use instead
-----------
    ## Twice a day

    Feed the starter twice a day.

Not flagged
-----------
Headings of symbols or emoji alone; those around an image with alternative text, a drawing (SVG) or
an icon; those with aria-label or title; hidden ones, those in quotations, and those that a template,
a hook of the build, a server or a script fills in (## {{ page.name }}, #### <!-- md:setting site.name -->).
"""

from __future__ import annotations

import re

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, Span, late_pattern

RULE = Rule(weight=0.8, severity="note", evidence="documented", needs=("body",))

_IMAGE = late_pattern(r"!\[|<(?:amp-)?img\b", re.IGNORECASE)

_ID = late_pattern(r"<h[1-6]\b[^<>]*?\sid\s*=\s*[\"']?([\w:-]+)", re.IGNORECASE)


def check(analysis: Analysis) -> Findings:
    """One finding for each such heading."""
    article = analysis.article
    for heading in article.empty_headings:
        if heading.filled_later or _is_asked_for(article.source.text, heading.span):
            continue
        image = _IMAGE.search(article.source.text, *heading.span)
        holds = "only an image without alternative text" if image else "no words"
        yield Finding(
            heading.span,
            f"This heading (H{heading.level}) contains {holds}.",
            hint="Describe the image in its alternative text, or take it out of the heading."
            if image
            else "Write what the part below it is about, or delete the heading.",
            loss=0.5,
            subject=f"H{heading.level}",
            measured="no words",
            target="words",
        )


def _is_asked_for(source: str, span: Span) -> bool:
    """Whether a script of the page asks for the heading by its id, as one does that fills it in."""
    found = _ID.match(source, *span)
    if found is None or "<script" not in source:
        return False
    asks = rf"(?:getElementById|querySelector(?:All)?|\$)\(\s*[\"'`]#?{re.escape(found[1])}[\"'`]"
    return re.search(asks, source) is not None
