"""A page with keywords that keeps search engines out.

What it finds
-------------
A page that declares keywords, and whose robots tag says noindex or none.

Why it matters
--------------
It is dropped from the results however well it is written; often the tag is left from a draft.

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
    <meta name="keywords" content="rye bread">
    <meta name="robots" content="noindex">

Not flagged
-----------
Pages without keywords; nofollow, noarchive and other rules. Folders that are walked pass over
noindex pages anyway; a page named by hand is read.
"""

from __future__ import annotations

import re

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule

RULE = Rule(weight=1, severity="warning", evidence="declared", needs=("html", "keywords"))


def check(analysis: Analysis) -> Findings:
    """One finding, at the first such tag."""
    for name in ("robots", "googlebot"):
        for declared in analysis.article.metadata.get(name, ()):
            said = re.search(r"(?:^|[\s,])(noindex|none)(?=$|[\s,])", declared.text.value, re.IGNORECASE)
            if said:
                count = len(analysis.keywords)
                yield Finding(
                    declared.text.span(*said.span(1)),
                    f"The page declares {count} keywords, and keeps search engines out ({said[1]}).",
                    hint="Delete the tag, or the keywords.",
                    loss=1.0,
                    subject=name,
                    measured=said[1].lower(),
                    target="index",
                )
                return
