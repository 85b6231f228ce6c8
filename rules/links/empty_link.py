"""A link with nothing to read in it.

What it finds
-------------
A link without text, or around nothing but an image that is declared decorative (alt="").

Why it matters
--------------
Nobody sees it, and a screen reader reads out its address.

Evidence
--------
Class: documented.
Source: the ACT rule of W3C on names of links: "Each target element has an accessible name that is
not empty", for WCAG 2.4.4 and 4.1.2, https://www.w3.org/WAI/standards-guidelines/act/rules/c487ae/.
Read: 2026-11-22.

Example
-------
    The mill[](https://example.org/mill) is old.

Use instead
-----------
    The [mill](https://example.org/mill) is old.

Not flagged
-----------
Links around an image with alternative text or a drawing (SVG); links with aria-label or title;
images without
alternative text, which images/missing-alt reports; a decorative image beside a text that leads to the
same place; anchors without an address; marks beside headings that lead to the heading itself (#flour);
links whose text a template fills in, or MyST, which takes the title of a document ([](flour.md)).
"""

from __future__ import annotations

import re
from bisect import bisect_left

from seocheck.rulekit.api import Analysis, Finding, Findings, Link, Rule, combined, late_pattern

RULE = Rule(weight=2, severity="warning", evidence="documented", needs=("links", "body"))

EACH = 5
"""Links that are reported one by one; a longer row has one cause."""
_NAMED = late_pattern(
    r"aria-label|\btitle\s*=|<svg|<title|<object|<video|<iframe|<slot|<[A-Z]\w+|\{\{|\{%|\{<|<%|\{[\w.]+\}",
)
_TITLED = late_pattern(r"(?!\w[\w+.-]*://|/{2})[^\s?]+\.(?:md|ipynb|rst|myst)(?:#\S*)?", re.IGNORECASE)
"""A document of the same site, whose title MyST and the like take where a link has no text: [](flour.md)."""
_TAG = late_pattern(r"<[^<>]*>")
_HIDDEN = late_pattern(
    r"rel\s*=\s*[\"']?enclosure|aria-hidden\s*=\s*[\"']?true|role\s*=\s*[\"']?presentation|\bhidden\b"
)


def check(analysis: Analysis) -> Findings:
    """One finding for each such link, or one for all where they are many."""
    article = analysis.article
    # An image without alternative text is one fault, and images/missing-alt reports it.
    named = sorted(image.span.start for image in article.images if image.alt or image.alt is None)
    found: list[Link] = []
    elsewhere = {link.href for link in article.links if link.text}
    for link in article.links:
        start, end = link.span
        if link.text or not link.href or link.href.startswith(("#", "javascript:")):
            continue
        written = article.source.text[start:end]
        if written.startswith("[](") and _TITLED.fullmatch(link.href):
            continue
        if bisect_left(named, start) < bisect_left(named, end) or _NAMED.search(written):
            continue
        if written.startswith("<") and (
            any(c.isalnum() for c in _TAG.sub("", written)) or _HIDDEN.search(written.split(">", 1)[0])
        ):
            continue  # what it contains was left out with the menus and the like
        if written.startswith("[") and re.search(r"\w", written.split("](", 1)[0].split("![", 1)[0]):
            continue
        image = "<img" in written.lower()
        if "![" in written or (image and link.href in elsewhere):
            continue
        found.append(link)
    if len(found) > EACH:  # laid over pictures by a template
        yield Finding(
            found[0].span,
            f"{len(found)} links have no text; the first leads to {found[0].href[:80]}.",
            hint="Write what each one leads to, or have the template hide them from screen readers.",
            loss=combined(0.3 for _ in found),
            subject="links",
            measured=f"{len(found)} links without text",
            target="a text",
            related=tuple(link.span for link in found[1:]),
        )
        return
    for link in found:
        image = "<img" in article.source.text[link.span.start : link.span.end].lower()
        yield Finding(
            link.span,
            f"The link to {link.href[:80]} has no text{', and its image is declared decorative' if image else ''}.",
            hint="Write what the link leads to, or delete it.",
            loss=0.3,
            subject=link.href[:120],
            measured="no text",
            target="a text",
        )
