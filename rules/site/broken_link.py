"""A link to a file that is not there.

What it finds
-------------
Links of Markdown articles to Markdown files, and of HTML pages to HTML files, given by a path from the article, where
there is no such file; and links that are right except for capital letters, which servers
distinguish and many disks do not. Links by address (/posts/rye/) that no article has, by its path, slug, permalink or
aliases, in a part of the site where at least nine of ten addresses, and ten different ones, are found: only there the
generator's rules are understood. References of Hugo (ref, relref) and tags of Jekyll (post_url, link) to no file.

Why it matters
--------------
Readers meet an error page.

Evidence
--------
Class: declared.
Source: the article itself names the file.
Read: 2026-11-23.

Example
-------
    == loaf.md
    title: A loaf

    Begin with [the starter](strater.md).
    == starter.md
    title: The starter

    Feed it twice a day.

Use instead
-----------
    == loaf.md
    title: A loaf

    Begin with [the starter](starter.md).
    == starter.md
    title: The starter

    Feed it twice a day.

Not flagged
-----------
Addresses of other sites; addresses in parts of the site of which too little is known; lists that a generator makes
(tags, pages, feeds); links from Markdown to .html, which it makes; anything with other template marks.
"""

from __future__ import annotations

from collections.abc import Iterator

from seocheck.rulekit.api import Rule
from seocheck.site.api import Site, SiteFinding

RULE = Rule(weight=0, severity="warning", evidence="declared", scope="site")


def check(site: Site) -> Iterator[SiteFinding]:
    """One finding for each link."""
    for page in site.index.pages():
        for link in page.summary.links:
            target = site.links.target(page.path, page.number, link.href)
            if target.kind == "missing":
                what = "article at" if target.path.startswith("/") else "file"
                message, hint = f"There is no {what} {target.path}.", "Correct the path, or remove the link."
            elif target.kind == "other case":
                message, hint = (
                    f"The file's name is {target.path}, with different capital letters.",
                    "Write the name as the file has it.",
                )
            else:
                continue
            yield SiteFinding(page.number, link.place, message, hint, link.href, link.href, target.path)
