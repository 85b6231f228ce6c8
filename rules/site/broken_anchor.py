"""A link to a place in an article that is not there.

What it finds
-------------
Links with a fragment (#feeding) to an article of the run, or to the article itself, that has neither a heading nor an
element of that name. What generators make of a heading differs, so it has the names of all the usual ones (GitHub and
GitLab, Docusaurus, Starlight, Hugo, Jekyll, MkDocs, VitePress, Sphinx, MyST, Pandoc, Eleventy, Zola, Hexo, AsciiDoc):
`Über 1. Ä & B` may be #über-1-ä--b, #uber-1-a-b or #ueber-1-ae-and-b. Only letters and digits are compared. A number at
the end (#feeding-1) is that of one of several headings with the same words.

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
Names of elements, and those written beside a heading ({#feeding}, [#feeding], (feeding)=). Footnotes, #top, text
fragments, and what layouts have (#comments). Articles with templates, with parts that are included, or with components
of their own, whose names the file does not show. Places that a generator puts together: those of parts that other pages
include (_warning.md), those with the name of another article, as in a glossary, and those that three articles or more
look for in themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from seocheck.rulekit.api import Rule
from seocheck.site.api import Anchors, Site, SiteFinding, is_no_anchor, is_part, letters_of, name_of

RULE = Rule(weight=0, severity="warning", evidence="declared", scope="site")

HINT = "Use the heading's name as it is now."
MANY = 3
"""Articles of other names that lead to the same missing place of their own: the generator puts it there."""


def check(site: Site) -> Iterator[SiteFinding]:
    """One finding for each link."""
    found: list[tuple[SiteFinding, str]] = []
    names: set[str] = set()
    missing_in: defaultdict[str, set[str]] = defaultdict(set)
    for page in site.index.pages():
        anchors: dict[int, Anchors] = {}
        names.add(letters_of(name_of(page.path)))
        for link in page.summary.links:
            if "#" not in link.href:
                continue
            target = site.links.target(page.path, page.number, link.href)
            if target.kind != "article" or is_no_anchor(target.fragment):
                continue
            own = target.number == page.number
            if own and is_part(page.path) and not page.summary.title:
                continue  # the place is in the page that includes this one
            if target.number not in anchors:
                other = page if own else site.index.page(target.number)
                anchors[target.number] = Anchors(other.summary.anchors, other.path, other.summary.title)
            if not anchors[target.number].has(target.fragment):
                where = "This article" if own else target.path
                message = f"{where} has no heading or element “{target.fragment}”."
                finding = SiteFinding(page.number, link.place, message, HINT, link.href, link.href)
                found.append((finding, letters_of(target.fragment) if own else ""))
                if own:
                    missing_in[letters_of(target.fragment)].add(name_of(page.path))
    for finding, own_place in found:
        if not own_place or (own_place not in names and len(missing_in[own_place]) < MANY):
            yield finding
