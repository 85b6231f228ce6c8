"""A page with keywords that keeps search engines out.

What it finds
-------------
A page that declares keywords, and whose robots tag says noindex or none.

Why it matters
--------------
It is dropped from the results however good it is; often the tag is a leftover from a draft.

Evidence
--------
Class: declared.
Source: the page's own two declarations. Google: "When Googlebot crawls that page and extracts the
tag or header, Google will drop that page entirely from Google Search results, regardless of whether
other sites link to it", https://developers.google.com/search/docs/crawling-indexing/block-indexing.
A page may be kept out on purpose and its keywords serve its own search: a warning, no error.
Read: 2026-11-22.

Example
-------
    <html lang="en"><head><title>Rye bread</title><meta name="keywords" content="rye bread">
    <meta name="robots" content="noindex"></head><body><h1>Rye bread</h1><p>Heat the oven.</p></body></html>

Use instead
-----------
    <html lang="en"><head><title>Rye bread</title><meta name="keywords" content="rye bread">
    <meta name="robots" content="index"></head><body><h1>Rye bread</h1><p>Heat the oven.</p></body></html>

Not flagged
-----------
Pages without keywords; nofollow, noarchive and other rules. A run over a folder skips noindex
pages; a page that you name is read.
"""

from __future__ import annotations

import re

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, plural

RULE = Rule(weight=1.5, severity="warning", evidence="declared", needs=("html", "keywords"))


def check(analysis: Analysis) -> Findings:
    """One finding, at the first such tag."""
    for name in ("robots", "googlebot"):
        for declared in analysis.article.metadata.get(name, ()):
            said = re.search(r"(?:^|[\s,])(noindex|none)(?=$|[\s,])", declared.text.value, re.IGNORECASE)
            if said:
                count = len(analysis.keywords)
                yield Finding(
                    declared.text.span(*said.span(1)),
                    f"The page declares {plural(count, 'keyword')} and keeps search engines out ({said[1]}).",
                    hint="Delete the tag or the keywords.",
                    loss=1.0,
                    subject=name,
                    measured=said[1].lower(),
                    target="index",
                )
                return
