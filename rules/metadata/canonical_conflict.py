"""Canonical links that contradict each other, or that no search engine follows.

What it finds
-------------
Several canonical links with different URLs; one with a fragment (#part); one in the body of the
page; one whose URL differs from og:url in host or path. In a built site of which the address is known
(`--url`), a page that names another one: a note, since that may be on purpose.

Why it matters
--------------
A search engine that finds contradicting canonical URLs follows none of them, and chooses by itself
which address of the page it shows.

Evidence
--------
Class: documented.
Source: Google asks not to name different URLs as canonical for one page, not to use fragments as
canonical, and reads the link only in the head of a page,
https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls.
Read: 2026-11-30.

Example
-------
    <html lang="en"><head><title>Rye bread</title>
    <link rel="canonical" href="https://example.org/rye">
    <link rel="canonical" href="https://example.org/bread?id=7"></head>
    <body><h1>Rye bread</h1><p>Heat the oven for an hour.</p></body></html>

Use instead
-----------
    <html lang="en"><head><title>Rye bread</title>
    <link rel="canonical" href="https://example.org/rye"></head>
    <body><h1>Rye bread</h1><p>Heat the oven for an hour.</p></body></html>

Not flagged
-----------
The same URL twice, with or without a slash or index.html at its end, in http and https; URLs that a template fills
in; a canonical URL on another site, as articles have that were first published elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from seocheck.rulekit.api import Analysis, Field, Finding, Findings, Rule, late_pattern

RULE = Rule(weight=2, severity="warning", evidence="documented", needs=("html",))

_TEMPLATE = late_pattern(r"\{\{|\{%|<%|\$\{")
_BODY = late_pattern(r"<body[\s>]", re.IGNORECASE)


def check(analysis: Analysis) -> Findings:
    """One finding for each contradiction, at the canonical link."""
    metadata = analysis.article.metadata
    links = [f for f in metadata.get("canonical", ()) if f.text and not _TEMPLATE.search(f.text.value)]
    for link in links[1:]:
        if _address(link.text.value) != _address(links[0].text.value):
            yield _finding(
                link,
                f"Another canonical URL than “{links[0].text.value[:80]}”, which is given above.",
                "Keep one of them.",
            )
    yield from _single(analysis, links)
    yield from _elsewhere(analysis, links)
    address = next((f for f in metadata.get("og:url", ()) if f.text and not _TEMPLATE.search(f.text.value)), None)
    full = links and address is not None and all("://" in field.text.value for field in (links[0], address))
    if full and address is not None and _page(links[0].text.value) != _page(address.text.value):
        yield _finding(
            links[0],
            f"The canonical URL isn't that of og:url, “{address.text.value[:80]}”.",
            "Give the same URL in both.",
            note=True,
        )


def _elsewhere(analysis: Analysis, links: list[Field]) -> Iterator[Finding]:
    """A page of a built site that says that another page is the one to show."""
    own = analysis.article.address
    if not own or not links or "://" not in links[0].text.value:
        return
    named = links[0].text.value.strip()
    if _page(named)[:2] != _page(own)[:2]:
        yield _finding(
            links[0],
            f"The canonical URL is “{named[:80]}”, but this page is published at “{own[:80]}”.",
            "Name the page itself, unless the other one is to be shown in its place.",
            note=True,
        )


def _page(url: str) -> tuple[str, str, str]:
    """Host, path and query of a page, as servers treat them alike: without index.html, .html and a slash at the end."""
    host, path, query = _address(url)
    path = unquote(path)
    for ending in ("/index.html", "/index.htm", ".html", ".htm", ".xhtml"):
        path = path.removesuffix(ending)
    return host, path.rstrip("/"), query


def _single(analysis: Analysis, links: list[Field]) -> Iterator[Finding]:
    body = _BODY.search(analysis.article.source.text)
    for link in links:
        if "#" in link.text.value:
            yield _finding(
                link, "The canonical URL has a fragment (#).", "Remove it: a fragment isn't a page of its own."
            )
        if body is not None and link.key_span.start > body.start():
            yield _finding(link, "The canonical link is in the body of the page.", "Move it to the head.")


def _finding(link: Field, message: str, hint: str, *, note: bool = False) -> Finding:
    return Finding(
        link.text.span(),
        message,
        hint=hint,
        loss=0.3 if note else 1.0,
        subject="canonical",
        measured=link.text.value[:80],
        target="one full URL in the head",
        severity="note" if note else None,
    )


def _address(url: str) -> tuple[str, str, str]:
    """What makes two URLs different pages."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ("", url, "")
    return parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), parts.query
