"""A link to a place in an article that is not there.

What it finds
-------------
Links with a fragment (#feeding) to an article of the run, or to the article itself, that has neither a heading nor an
element of that name. Only letters and digits of names are compared, since generators make them in different ways.

Why it matters
--------------
Readers land at the top of the page and have to look for what the link promised.

Evidence
--------
Class: declared.
Source: the article itself names the place.
Read: 2026-11-23.

Example
-------
    == loaf.md
    title: A loaf

    Begin with [feeding](starter.md#feedign).
    == starter.md
    title: The starter

    ## Feeding

    Twice a day.

Use instead
-----------
    == loaf.md
    title: A loaf

    Begin with [feeding](starter.md#feeding).
    == starter.md
    title: The starter

    ## Feeding

    Twice a day.

Not flagged
-----------
Footnotes, #top, text fragments; articles with templates or components, whose names the file does not show.
"""

from __future__ import annotations

from collections.abc import Iterator

from seocheck.rulekit.api import Rule
from seocheck.site.api import Anchors, Site, SiteFinding, is_no_anchor

RULE = Rule(weight=0, severity="warning", evidence="declared", scope="site")

HINT = "Use the heading's name as it is now."


def check(site: Site) -> Iterator[SiteFinding]:
    """One finding for each link."""
    for page in site.index.pages():
        anchors: dict[int, Anchors] = {}
        for link in page.summary.links:
            if "#" not in link.href:
                continue
            target = site.links.target(page.path, page.number, link.href)
            if target.kind != "article" or is_no_anchor(target.fragment):
                continue
            if target.number not in anchors:
                other = page if target.number == page.number else site.index.page(target.number)
                anchors[target.number] = Anchors(other.summary.anchors, other.path)
            if not anchors[target.number].has(target.fragment):
                where = "This article" if target.number == page.number else target.path
                yield SiteFinding(
                    page.number,
                    link.place,
                    f"{where} has no heading or element “{target.fragment}”.",
                    HINT,
                    link.href,
                    link.href,
                )
