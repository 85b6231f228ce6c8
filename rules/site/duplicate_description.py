"""A meta description that several articles of a site share.

What it finds
-------------
Articles of one site and one language whose meta descriptions differ only in case and white space. Up to five: a
finding at each except the first. More, as where a template fills in the same words everywhere: one finding
that names them.

Why it matters
--------------
The description should distinguish one page from the others. Without one of its own a page gets a snippet from its
text, which is the better choice of the two.

Evidence
--------
Class: documented.
Source: Google: "Identical or similar descriptions on every page of a site aren't helpful when individual pages appear
in search results", https://developers.google.com/search/docs/appearance/snippet.
Read: 2026-11-30.

Example
-------
    == a.md
    title: Feeding a starter
    description: News from our bakery

    Feed the starter in the morning and it will be ready when you come home from work.
    == b.md
    title: Baking in a pot
    description: News from our bakery

    Heat the oven for an hour with the pot inside, then tip the bread into the hot pot.

Use instead
-----------
    == a.md
    title: Feeding a starter
    description: When to feed a starter

    Feed the starter in the morning and it will be ready when you come home from work.
    == b.md
    title: Baking in a pot
    description: How to bake in a pot

    Heat the oven for an hour with the pot inside, then tip the bread into the hot pot.

Not flagged
-----------
Translations, further pages of a list (page/2), articles whose canonical names another page.
"""

from __future__ import annotations

from collections.abc import Iterator

from seocheck.rulekit.api import Rule
from seocheck.site.api import Site, SiteFinding

RULE = Rule(weight=0, severity="warning", evidence="documented", scope="site")

HINT = "Write a description for each article, or leave it out where you have nothing specific to say."


def check(site: Site) -> Iterator[SiteFinding]:
    """The findings of each group."""
    for group in site.index.groups("description"):
        words = site.index.page(group[0]).summary.description
        yield from site.shared(group, "The description", lambda page: page.summary.description_place, words, HINT)
