"""A page that does not say which address is its own.

What it finds
-------------
An HTML page without a canonical link. Off by default: a file on a disk often gets its own from
the server or the site's template.

Why it matters
--------------
Where one text can be reached under several addresses, a search engine chooses one.

Evidence
--------
Class: documented.
Source: Google on canonical addresses: "none of them are required; your site will likely do just
fine without specifying a canonical preference",
https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls. Hence off.
Read: 2026-11-22.

Example
-------
    severities: {metadata/canonical-missing: note}

Not flagged
-----------
Files that are no HTML pages.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule

RULE = Rule(weight=0.5, severity="off", evidence="documented", needs=("html",))


def check(analysis: Analysis) -> Findings:
    """One finding when there is none."""
    if "canonical" not in analysis.article.metadata:
        yield Finding(
            analysis.start,
            "The page declares no canonical address.",
            hint='Add <link rel="canonical" href="https://..."> to its head.',
            loss=1.0,
            subject="canonical",
            measured="none",
            target="one",
        )
