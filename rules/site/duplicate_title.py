"""A title that several articles of a site share.

What it finds
-------------
Articles of one site and one language whose declared titles differ only in case and white space. Up to five: a finding
at each except the first. More: one finding that names them.

Why it matters
--------------
Readers of search results cannot distinguish the pages, and search engines write titles of their own where they see
one title on many pages.

Evidence
--------
Class: documented.
Source: Google: "It's important to have distinct text that describes the content of the page in the <title> element for
each page on your site", https://developers.google.com/search/docs/appearance/title-link.
Read: 2026-11-30.

Example
-------
    == a.md
    title: Weekly news

    Feed the starter in the morning and it will be ready when you come home from work.
    == b.md
    title: Weekly news

    Heat the oven for an hour with the pot inside, then tip the bread into the hot pot.

Use instead
-----------
    == a.md
    title: Weekly news, 3 May

    Feed the starter in the morning and it will be ready when you come home from work.
    == b.md
    title: Weekly news, 10 May

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

HINT = "Say in each title what is different about the article, such as its date, place or part."


def check(site: Site) -> Iterator[SiteFinding]:
    """The findings of each group."""
    for group in site.index.groups("title"):
        title = site.index.page(group[0]).summary.title
        yield from site.shared(group, "The title", lambda page: page.summary.title_place, title, HINT)
