"""An article that no other article links to, on a site whose articles link to each other.

What it finds
-------------
Articles without a link from another one, on a site that readers explore through links between articles: at least
`pages` articles of a site and language, of which at least the share `linked` has such a link.

Why it matters
--------------
Google: "Every page you care about should have a link from at least one other page on your site". Readers and crawlers
find such an article only through lists and searches.

Evidence
--------
Class: documented, bound: convention.
Source: Google: "Every page you care about should have a link from at least one other page on your site",
https://developers.google.com/search/docs/crawling-indexing/links-crawlable; that such an article ranks lower is said
nowhere, and lists that a generator makes are not in the files: hence a note. From how many articles on a site counts
as one that readers explore by links is our choice.
Read: 2026-11-30.

Example
-------
    settings: {rules: {site/orphan-page: {pages: 3, linked: 0.6}}}
    == a.md
    title: A loaf

    Begin with [the starter](b.md), and bake in a pot.
    == b.md
    title: The starter

    It makes [a loaf](a.md).
    == c.md
    title: The pot

    Heat it for an hour.

Use instead
-----------
    settings: {rules: {site/orphan-page: {pages: 3, linked: 0.6}}}
    == a.md
    title: A loaf

    Begin with [the starter](b.md), and bake in [a pot](c.md).
    == b.md
    title: The starter

    It makes [a loaf](a.md).
    == c.md
    title: The pot

    Heat it for an hour.

Not flagged
-----------
Index pages and the pages of lists; sites whose articles are listed by templates, where few are linked from others;
links by address count as far as the files show where they lead.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Annotated

from seocheck.rulekit.api import Between, Rule
from seocheck.site.api import Site, SiteFinding

RULE = Rule(weight=0, severity="note", evidence="documented", bound="convention", scope="site")

INDEXES = ("index", "_index", "readme", "home", "404", "search", "archive", "archives")


def check(
    site: Site, *, pages: Annotated[int, Between(2, 100_000)] = 10, linked: Annotated[float, Between(0, 1)] = 0.8
) -> Iterator[SiteFinding]:
    """One finding for each article.

    pages: how many articles a site must have at least.
    linked: the share that must have a link.
    """
    targets: set[int] = set()
    realms: dict[tuple[str, str], list[int]] = {}
    for page in site.index.pages():
        for link in page.summary.links:
            target = site.links.target(page.path, page.number, link.href)
            if target.kind == "article" and target.number != page.number:
                targets.add(target.number)
        if page.rival and posixpath.splitext(posixpath.basename(page.path))[0].casefold() not in INDEXES:
            realms.setdefault(page.realm, []).append(page.number)
    for numbers in realms.values():
        met = sum(number in targets for number in numbers)
        if len(numbers) < pages or met < linked * len(numbers):
            continue
        for number in numbers:
            if number not in targets:
                yield SiteFinding(
                    number,
                    site.index.page(number).summary.title_place,
                    f"No other article links to this one; {met} of {len(numbers)} articles have a link.",
                    "Link to it from an article on the same subject.",
                    "links",
                    "0 links",
                    "at least 1",
                )
