"""A page that does not say which URL is its own.

What it finds
-------------
An HTML page without a canonical link. Off by default: the server or the template often adds it
later.

Why it matters
--------------
Where one text has several URLs, a search engine chooses one.

Evidence
--------
Class: documented.
Source: Google on canonical addresses: "none of them are required; your site will likely do just
fine without specifying a canonical preference",
https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls. Hence off.
Read: 2026-11-22.

Example
-------
    <html lang="en"><head><title>Rye</title></head><body><h1>Rye</h1><p>Rye is sown in autumn.</p></body></html>

Use instead
-----------
    <html lang="en"><head><title>Rye</title><link rel="canonical" href="https://example.org/rye"></head>
    <body><h1>Rye</h1><p>Rye is sown in autumn.</p></body></html>

Not flagged
-----------
Files that are not HTML pages.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule

RULE = Rule(weight=1, severity="off", evidence="documented", needs=("html",))


def check(analysis: Analysis) -> Findings:
    """One finding when there is none."""
    if "canonical" not in analysis.article.metadata:
        yield Finding(
            analysis.start,
            "The page declares no canonical URL.",
            hint='Add <link rel="canonical" href="https://..."> to its head.',
            loss=1.0,
            subject="canonical",
            measured="none",
            target="one",
        )
