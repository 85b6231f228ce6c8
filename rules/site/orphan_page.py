"""An article that no other article links to, on a site whose articles link to each other.

What it finds
-------------
Articles without a link from another one, where links between articles are how readers get about: at least `pages`
articles of a site and language, of which at least `linked` have such a link.

Why it matters
--------------
Google: "Make sure that every page you care about has a link from at least one other page on your site". Readers and
crawlers find such an article by lists and searches alone.

Evidence
--------
Class: documented.
Source: Google, "SEO link best practices", https://developers.google.com/search/docs/crawling-indexing/links-crawlable;
that such an article ranks lower is said nowhere, and lists that a generator makes are not in the files: hence a note.
Read: 2026-11-23.

Example
-------
    content/forgotten.md, where forty other articles name each other

Not flagged
-----------
Index pages and the pages of lists; sites whose articles are listed by templates, where few are linked from others;
links by address count as far as the files tell where they lead.

Options
-------
pages: articles below which a site is too small to tell (10).
linked: the share that must have a link (0.8).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Annotated

import msgspec

from seocheck.model.rule import Rule
from seocheck.site.pages import SiteFinding
from seocheck.site.site import Site


class Options(msgspec.Struct, frozen=True):
    """pages: of a site at least. linked: the share of them that must be linked from another."""

    pages: Annotated[int, msgspec.Meta(ge=2, le=100_000)] = 10
    linked: Annotated[float, msgspec.Meta(ge=0, le=1)] = 0.8


RULE = Rule(weight=0, severity="note", evidence="documented", scope="site")

INDEXES = ("index", "_index", "readme", "home", "404", "search", "archive", "archives")


def check(site: Site, options: Options) -> Iterator[SiteFinding]:
    """One finding for each article."""
    linked: set[int] = set()
    pages: dict[tuple[str, str], list[int]] = {}
    for page in site.index.pages():
        for link in page.summary.links:
            target = site.links.target(page.path, page.number, link.href)
            if target.kind == "article" and target.number != page.number:
                linked.add(target.number)
        if page.rival and posixpath.splitext(posixpath.basename(page.path))[0].casefold() not in INDEXES:
            pages.setdefault(page.realm, []).append(page.number)
    for numbers in pages.values():
        met = sum(number in linked for number in numbers)
        if len(numbers) < options.pages or met < options.linked * len(numbers):
            continue
        for number in numbers:
            if number not in linked:
                yield SiteFinding(
                    number,
                    site.index.page(number).summary.title_place,
                    f"No other article links to this one; {met} of {len(numbers)} have a link.",
                    "Link to it from an article on the same subject.",
                    "links",
                    "0 links",
                    "at least 1",
                )
