"""An entry of a sitemap or feed that leads to no article.

What it finds
-------------
Addresses in the sitemaps and feeds of a run (sitemap.xml, feed.xml, RSS, Atom) that lead to no article and to no other
file of the site. A part of the site (the first folder of an address) is judged where at least `entries` of its
addresses are listed and the share `found` of them leads to an article: there the files show where a generator
publishes them.

Why it matters
--------------
Crawlers and readers of the feed are sent to a page that does not exist, mostly one that was renamed or removed.

Evidence
--------
Class: documented.
Source: Google on sitemaps: include only addresses that can be fetched; naming pages that do not exist is called a
common mistake, https://developers.google.com/search/blog/2014/10/best-practices-for-xml-sitemaps-rssatom.
Read: 2026-11-23.

Example
-------
    == sitemap.xml
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <url><loc>https://bees.example/posts/rye/</loc></url>
    <url><loc>https://bees.example/posts/oats/</loc></url>
    <url><loc>https://bees.example/posts/spelt/</loc></url>
    <url><loc>https://bees.example/posts/wheat/</loc></url>
    <url><loc>https://bees.example/posts/barley/</loc></url>
    <url><loc>https://bees.example/posts/old-name/</loc></url>
    </urlset>
    == posts/rye.md
    title: All about rye
    == posts/oats.md
    title: All about oats
    == posts/spelt.md
    title: All about spelt
    == posts/wheat.md
    title: All about wheat
    == posts/barley.md
    title: All about barley

Use instead
-----------
    == sitemap.xml
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <url><loc>https://bees.example/posts/rye/</loc></url>
    <url><loc>https://bees.example/posts/oats/</loc></url>
    <url><loc>https://bees.example/posts/spelt/</loc></url>
    <url><loc>https://bees.example/posts/wheat/</loc></url>
    <url><loc>https://bees.example/posts/barley/</loc></url>
    </urlset>
    == posts/rye.md
    title: All about rye
    == posts/oats.md
    title: All about oats
    == posts/spelt.md
    title: All about spelt
    == posts/wheat.md
    title: All about wheat
    == posts/barley.md
    title: All about barley

Not flagged
-----------
Other hosts, addresses with a query, lists that generators make (tags, categories, page/2), files that are not articles,
sitemaps of sitemaps, parts of a site of which few addresses are understood.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Annotated

import msgspec

from seocheck.rulekit.api import Between, Rule
from seocheck.site.api import Site, SiteFinding, dead_entries

RULE = Rule(weight=0, severity="warning", evidence="documented", scope="site")

MOST = 50
"""Findings of one sitemap or feed; the last says how many more there are."""

HINT = "Remove the entry, or redirect the address to where its article went."


def check(
    site: Site,
    *,
    found: Annotated[float, Between(0.5, 1.0)] = 0.8,
    entries: Annotated[int, Between(1, 100_000)] = 5,
    allowed: tuple[str, ...] = (),
) -> Iterator[SiteFinding]:
    """One finding for each entry; of a file with many, for the first ones.

    found: the share of a part's addresses at which there must be articles.
    entries: how many addresses of a part must be listed at least.
    allowed: patterns of addresses, from the root of the site, that something else publishes, such as /shop/*.
    """
    seen: Counter[int] = Counter()
    waiting: dict[int, SiteFinding] = {}
    for dead in dead_entries(site.index, site.links, found=found, least=entries):
        address = "/" + dead.address.strip("/")
        if any(fnmatchcase(name, pattern) for pattern in allowed for name in (address, f"{address}/")):
            continue
        seen[dead.listing] += 1
        finding = SiteFinding(
            -1, dead.entry.span, f"The {dead.kind} lists {dead.entry.href}, but no article has that address.", HINT,
            address, dead.entry.href, "the address of an article", listing=dead.listing,
        )  # fmt: skip
        if seen[dead.listing] < MOST:
            yield finding
        else:
            waiting.setdefault(dead.listing, finding)
    for listing, last in waiting.items():
        more = seen[listing] - MOST
        if more:
            said = last.message.removesuffix(".")
            last = msgspec.structs.replace(last, message=f"{said} (and {more} more like it).")
        yield last
