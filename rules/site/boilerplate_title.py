"""Titles of a site that end in the same long text.

What it finds
-------------
Five or more titles of a site and language that end, after a hyphen, colon or line, in the same six words or more.

Why it matters
--------------
In a list of results such titles look alike, what is different about each page is cut off, and search engines write
titles of their own.

Evidence
--------
Class: documented, bound: convention.
Source: Google: "Long text in the <title> element that varies by only a single piece of information ('boilerplate'
titles) is also bad", and for the name of the site: "consider including just your site name at the beginning or end of
each <title> element", https://developers.google.com/search/docs/appearance/title-link. Its example has eight such
words; how many are too many, and on how many pages, is our choice.
Read: 2026-11-30.

Example
-------
    settings: {rules: {site/boilerplate-title: {pages: 2}}}
    == a.md
    title: The Lamps - hear songs, read lyrics, see videos and buy tickets

    They play on Friday.
    == b.md
    title: Grey Owls - hear songs, read lyrics, see videos and buy tickets

    They play on Saturday.

Use instead
-----------
    settings: {rules: {site/boilerplate-title: {pages: 2}}}
    == a.md
    title: The Lamps, songs and lyrics - Gig Guide

    They play on Friday.
    == b.md
    title: Grey Owls, videos and tickets - Gig Guide

    They play on Saturday.

Not flagged
-----------
A short name of the site at the end; parts of a series, whose common words stand first; titles that are the same
altogether, which site/duplicate-title finds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from seocheck.rulekit.api import Between, Rule, late_pattern
from seocheck.site.api import NAMED, Site, SiteFinding, named

RULE = Rule(weight=0, severity="note", evidence="documented", bound="convention", scope="site")

_SEPARATOR = late_pattern(r"\s[-–—|·•:]+\s|:\s")
_WORD = late_pattern(r"\S*\w\S*")
HINT = "End titles in the name of the site alone, and say in each what is special about the page."


def check(
    site: Site,
    *,
    pages: Annotated[int, Between(2, 100_000)] = 5,
    words: Annotated[int, Between(3, 50)] = 6,
) -> Iterator[SiteFinding]:
    """One finding for each such ending, at the first article that has it.

    pages: titles that must have it at least.
    words: words that it must have at least.
    """
    found: dict[tuple[str, str, str], list[int]] = {}
    others: dict[tuple[str, str, str], set[str]] = {}
    for page in site.index.pages():
        title = " ".join(page.summary.title.split()) if page.rival else ""
        for match in _SEPARATOR.finditer(title):
            if len(_WORD.findall(title, match.end())) < words:
                break
            ending = (*page.realm, title[match.end() :].casefold())
            found.setdefault(ending, []).append(page.number)
            others.setdefault(ending, set()).add(title[: match.start()].casefold())
    told: set[int] = set()
    for ending, numbers in sorted(found.items(), key=lambda item: -len(item[0][2])):
        if len(numbers) < pages or len(others[ending]) < len(numbers) or told.issuperset(numbers):
            continue
        told.update(numbers)
        page = site.index.page(numbers[0])
        names = [site.index.page(number).name for number in numbers[:NAMED]]
        shown = page.summary.title[-len(ending[2]) :]
        yield SiteFinding(
            page.number,
            page.summary.title_place,
            f"{len(numbers)} titles end in “{shown}”: in {named(names, len(numbers))}.",
            HINT,
            ending[2][:80],
            f"{len(numbers)} titles",
            "an ending of a few words",
            tuple(numbers[1:]),
            shown,
        )
