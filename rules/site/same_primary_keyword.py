"""A primary keyword that several articles of a site share.

What it finds
-------------
Articles of one site and one language whose primary keyword has the same stems: the focus keyword; or the first of a
list that is not in alphabetical order, if title or H1 say it too. The article that supports it best, by closeness and
by title, introduction and headings, is its home; up to five articles, each of the others is a finding that names the
home. Where more share the keyword, or a quarter of the site's articles declare it, the whole site is about it, and
one finding says so.

Why it matters
--------------
Articles about one thing compete for the same searches, and links are split between them.

Evidence
--------
Class: convention.
Source: the advice against pages that compete for one keyword, as in
https://progressplanner.com/avoid-keyword-cannibalization; two or three pages are often fine where readers want
different things of them. Hence a note.
Read: 2026-11-23.

Example
-------
    == a.md
    title: Feeding a sourdough starter
    focus_keyword: sourdough starter

    Feed the starter in the morning and it will be ready when you come home from work.
    == b.md
    title: Why a sourdough starter sleeps
    focus_keyword: sourdough starter

    Heat the oven for an hour with the pot inside, then tip the bread into the hot pot.

Use instead
-----------
    == a.md
    title: Feeding a sourdough starter
    focus_keyword: sourdough starter

    Feed the starter in the morning and it will be ready when you come home from work.
    == b.md
    title: Bread from a hot pot
    focus_keyword: bread in a pot

    Heat the oven for an hour with the pot inside, then tip the bread into the hot pot.

Not flagged
-----------
Translations, further pages of a list (page/2), articles whose canonical names another page; keywords that are not the
primary one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from seocheck.rulekit.api import Rule
from seocheck.site.api import (
    FEW,
    HOME_ZONES,
    NAMED,
    Site,
    SiteFinding,
    SummaryKeyword,
    about,
    by_keyword,
    home_of,
    named,
)

RULE = Rule(weight=0, severity="note", evidence="convention", scope="site")

HINT = "Give one of them another primary keyword, or merge them."
EVERYWHERE = 0.25
"""The part of a site's articles that declare a keyword from which on it is what the site is about, and has no home."""


def check(site: Site) -> Iterator[SiteFinding]:
    """The findings of each keyword."""
    sizes = site.index.realms()
    for name, language, stems, rows in by_keyword(site.index):
        if not stems or sum(row.leads for row in rows) < 2:
            continue
        keywords = about(site.index, rows)
        if len(keywords) > 1:
            declared = len({row.number for row in rows})
            everywhere = declared > FEW and declared >= EVERYWHERE * sizes[name, language]
            yield from _competing(site, keywords, everywhere=everywhere)


def _competing(site: Site, keywords: Mapping[int, SummaryKeyword], *, everywhere: bool) -> Iterator[SiteFinding]:
    """keywords: article -> its primary keyword. everywhere: whether much of the site declares it."""
    numbers = sorted(keywords)
    first = keywords[numbers[0]]
    if len(numbers) > FEW or everywhere:
        paths = [site.index.page(number).name for number in numbers[: NAMED + 1]]
        message = f"“{first.text}” is the primary keyword of {len(numbers)} articles: {named(paths, len(numbers))}."
        hint = "The whole site is about this: put what each single article is about first."
        count = f"{len(numbers)} articles"
        yield SiteFinding(
            numbers[0], first.place, message, hint, first.text.casefold(), count, "1 article", tuple(numbers[1:]),
            first.text,
        )  # fmt: skip
        return
    home = home_of(keywords)
    said = _why(keywords[home])
    for number in numbers:
        keyword = keywords[number]
        if number != home:
            yield SiteFinding(
                number,
                keyword.place,
                f"“{keyword.text}” is also the primary keyword of {site.index.page(home).name}, "
                f"which is the better home for it{said}.",
                HINT,
                keyword.text.casefold(),
                f"{len(numbers)} articles",
                "1 article",
                tuple(other for other in numbers if other != number),
                keyword.text,
            )


def _why(keyword: SummaryKeyword) -> str:
    zones = [zone for zone in HOME_ZONES if zone in keyword.zones]
    return f" (it says it in {', '.join(zones)})" if zones else ""
