"""A picture for shared links that isn't a full URL, or that is missing.

What it finds
-------------
An og:image or twitter:image whose URL isn't absolute, or that is empty, in a page or in the head that front
matter declares; and pages with an og:title that have no picture.

Why it matters
--------------
Programs that show a link to the page don't complete it, and show no picture.

Evidence
--------
Class: documented.
Source: the Open Graph protocol asks for the URL of an image, which is a full one in all its examples, and
lists og:image among the four properties required for every page, https://ogp.me/.
Read: 2026-11-30.

Example
-------
    <html lang="en"><head><title>Rye bread</title>
    <meta property="og:image" content="/rye.jpg"></head>
    <body><h1>Rye bread</h1><p>Heat the oven for an hour.</p></body></html>

Use instead
-----------
    <html lang="en"><head><title>Rye bread</title>
    <meta property="og:image" content="https://example.org/rye.jpg"></head>
    <body><h1>Rye bread</h1><p>Heat the oven for an hour.</p></body></html>

Not flagged
-----------
Pages without any elements of the Open Graph protocol; URLs that a template fills in; keys of front matter, whose
URLs a theme completes.
"""

from __future__ import annotations

import re

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, late_pattern

RULE = Rule(weight=0.5, severity="note", evidence="documented")

_PICTURES = ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src")
_FULL = late_pattern(r"https?://[^/\s]|\{\{|\{%|<%|\$\{", re.IGNORECASE)


def check(analysis: Analysis) -> Findings:
    """One finding for each such picture."""
    declared = analysis.article.metadata
    for name in ("og:image", "twitter:image"):
        for field in declared.get(name, ()):
            written = field.text.value.strip()
            if field.key.startswith("meta ") and not _FULL.match(written):
                yield Finding(
                    field.text.span() if written else field.key_span,
                    f"{name} is “{written[:60]}”, not a full URL." if written else f"{name} is empty.",
                    hint="Write the full URL, with https:// and the host.",
                    subject=name,
                    measured=written[:60] or "empty",
                    target="a full URL",
                )
    for field in declared.get("og:title", ())[:1]:
        if field.key.startswith("meta ") and not any(declared.get(name) for name in _PICTURES):
            yield Finding(
                field.key_span,
                "There is an og:title, but no og:image.",
                hint="Add an og:image with the full URL of a picture of this page.",
                subject="og:image",
                measured="none",
                target="a full URL",
            )
