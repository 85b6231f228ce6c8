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

from collections.abc import Iterator
from itertools import groupby

from seocheck.rulekit.api import Rule
from seocheck.site.api import FEW, NAMED, Site, SiteFinding, SummaryKeyword, named

RULE = Rule(weight=0, severity="note", evidence="convention", scope="site")

HINT = "Give one of them another primary keyword, or merge them."
TIERS = ("exact", "inflected", "variant", "reordered", "apart", "partial", "related", "absent")
ZONES = ("title", "h1", "introduction", "description", "headings")
"""Where a home says its keyword, most telling first."""
EVERYWHERE = 0.25
"""The part of a site's articles that declare a keyword from which on it is what the site is about, and has no home."""


def check(site: Site) -> Iterator[SiteFinding]:
    """The findings of each keyword."""
    sizes = site.index.realms()
    for (name, language, stems), group in groupby(
        site.index.keywords(), key=lambda row: (row.site, row.language, row.stems)
    ):
        places: dict[int, int] = {}
        declared = set()
        for row in group:
            declared.add(row.number)
            if row.leads:
                places[row.number] = row.position
        if len(places) > 1 and stems and len(places := _meant(site, places)) > 1:
            everywhere = len(declared) > FEW and len(declared) >= EVERYWHERE * sizes[name, language]
            yield from _competing(site, places, everywhere=everywhere)


def _meant(site: Site, places: dict[int, int]) -> dict[int, int]:
    """The articles that are certainly about the keyword: the first of a list may be any."""
    keywords = {number: site.index.page(number).summary.keywords[place] for number, place in places.items()}
    return {
        number: places[number]
        for number, keyword in keywords.items()
        if keyword.focus or not {"title", "h1"}.isdisjoint(keyword.zones)
    }


def _competing(site: Site, places: dict[int, int], *, everywhere: bool) -> Iterator[SiteFinding]:
    """places: article -> which of its keywords it is. everywhere: whether much of the site declares it."""
    numbers = sorted(places)
    first = site.index.page(numbers[0]).summary.keywords[places[numbers[0]]]
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
    pages = {number: site.index.page(number) for number in numbers}
    home = min(numbers, key=lambda number: (_distance(pages[number].summary.keywords[places[number]]), number))
    said = _why(pages[home].summary.keywords[places[home]])
    for number in numbers:
        keyword = pages[number].summary.keywords[places[number]]
        if number != home:
            yield SiteFinding(
                number,
                keyword.place,
                f"“{keyword.text}” is also the primary keyword of {pages[home].name}, "
                f"which is the better home for it{said}.",
                HINT,
                keyword.text.casefold(),
                f"{len(numbers)} articles",
                "1 article",
                tuple(other for other in numbers if other != number),
                keyword.text,
            )


def _distance(keyword: SummaryKeyword) -> tuple[int, tuple[bool, ...]]:
    """Less is better: closeness first, then the zones that say it."""
    tier = TIERS.index(keyword.tier) if keyword.tier in TIERS else len(TIERS)
    return tier, tuple(zone not in keyword.zones for zone in ZONES)


def _why(keyword: SummaryKeyword) -> str:
    zones = [zone for zone in ZONES if zone in keyword.zones]
    return f" (it says it in {', '.join(zones)})" if zones else ""
