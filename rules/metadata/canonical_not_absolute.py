"""A canonical link that is not a full URL.

What it finds
-------------
A canonical link whose URL does not begin with http:// or https://.

Why it matters
--------------
It is completed from the URL that the page happens to be fetched from, which is just what it should
settle.

Evidence
--------
Class: documented.
Source: Google: "Use absolute paths rather than relative paths with the rel='canonical' link
element. Even though relative paths are supported by Google, they can cause problems in the long run
(for example, if you unintentionally allow your testing site to be crawled) and thus we don't
recommend them",
https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls.
Read: 2026-11-22.

Example
-------
    <html lang="en"><head><title>Rye</title><link rel="canonical" href="/rye"></head>
    <body><h1>Rye</h1><p>Rye is sown in autumn.</p></body></html>

Use instead
-----------
    <html lang="en"><head><title>Rye</title><link rel="canonical" href="https://example.org/rye"></head>
    <body><h1>Rye</h1><p>Rye is sown in autumn.</p></body></html>

Not flagged
-----------
URLs that a template fills in ({{ page.url }}).
"""

from __future__ import annotations

import re

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, late_pattern

RULE = Rule(weight=1, severity="warning", evidence="documented", needs=("html",))

_WHOLE = late_pattern(r"https?://[^/\s]|\{\{|\{%|<%|\$\{", re.IGNORECASE)


def check(analysis: Analysis) -> Findings:
    """One finding for each such address."""
    for declared in analysis.article.metadata.get("canonical", ()):
        if not _WHOLE.match(declared.text.value):
            written = declared.text.value
            yield Finding(
                declared.text.span() if written else declared.key_span,
                f"The canonical URL “{written[:80]}” is not absolute." if written else "The canonical URL is empty.",
                hint="Write the full URL, with https:// and the host.",
                loss=1.0,
                subject="canonical",
                measured=written[:80] or "empty",
                target="an absolute address",
            )
