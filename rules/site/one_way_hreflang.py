"""A page that another one names as its version in a language, and that doesn't name it back.

What it finds
-------------
Pages of the run that have a canonical address and hreflang links, and whose address stands among the hreflang links
of another page, while the address of that page isn't among theirs. A page that names more than five in vain has one
finding for all of them.

Why it matters
--------------
Search engines ignore the links of two pages that don't name each other, since anybody could claim to be a translation
of any page.

Evidence
--------
Class: documented.
Source: Google: "If two pages don't both point to each other, the tags will be ignored",
https://developers.google.com/search/docs/specialty/international/localized-versions.
Read: 2026-11-30.

Example
-------
    == en.html
    <html lang="en"><head><title>Rye</title><link rel="canonical" href="https://example.org/en">
    <link rel="alternate" hreflang="de" href="https://example.org/de"></head><body><p>Rye.</p></body></html>
    == de.html
    <html lang="de"><head><title>Roggen</title><link rel="canonical" href="https://example.org/de">
    <link rel="alternate" hreflang="fr" href="https://example.org/fr"></head><body><p>Roggen.</p></body></html>

Use instead
-----------
    == en.html
    <html lang="en"><head><title>Rye</title><link rel="canonical" href="https://example.org/en">
    <link rel="alternate" hreflang="de" href="https://example.org/de"></head><body><p>Rye.</p></body></html>
    == de.html
    <html lang="de"><head><title>Roggen</title><link rel="canonical" href="https://example.org/de">
    <link rel="alternate" hreflang="en" href="https://example.org/en"></head><body><p>Roggen.</p></body></html>

Not flagged
-----------
Pages without a canonical address, whose own address the files don't tell; pages that aren't part of the run; sites
that list the versions in their sitemap, so that a page has no hreflang link at all; a page that others name for all
other languages alone (x-default), as many do with their front page; addresses that differ in the name of the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from seocheck.rulekit.api import Rule, late_pattern
from seocheck.site.api import FEW, Site, SiteFinding, named

_FILE = late_pattern(r"(?<=[^/]/)index\.(?:html?|php)$|(?<=[^/])\.(?:html?|php)$")

RULE = Rule(weight=0, severity="warning", evidence="documented", scope="site")


def check(site: Site) -> Iterator[SiteFinding]:
    """One finding for each page that doesn't name those that name it; one at a page that names many such."""
    at: dict[str, int] = {}
    named_by: dict[str, list[int]] = {}
    for page in site.index.pages():
        own = _plain(page.summary.canonical)
        if own and page.summary.alternates:
            at.setdefault(own, page.number)
            for address in set(map(_plain, page.summary.alternates)) - {own}:
                named_by.setdefault(address, []).append(page.number)
    one_way: dict[int, list[int]] = {}  # a page -> those that name it in vain
    in_vain: dict[int, list[int]] = {}  # a page -> those that it names in vain
    for address, number in at.items():
        summary = site.index.page(number).summary
        named_here = set(map(_plain, (*summary.alternates, *summary.fallbacks)))
        for other in named_by.get(address, ()):
            if _plain(site.index.page(other).summary.canonical) not in named_here:
                one_way.setdefault(number, []).append(other)
                in_vain.setdefault(other, []).append(number)
    many = {other for other, numbers in in_vain.items() if len(numbers) > FEW}
    for number, others in one_way.items():
        few = [other for other in others if other not in many]
        if few:
            names = named([site.index.page(other).name for other in few[:4]], len(few))
            back = "names this page in hreflang, and it doesn't name that page back"
            if len(few) > 1:
                back = "name this page in hreflang, and it doesn't name them back"
            yield _finding(number, f"{names} {back}.", few, site)
    for other in sorted(many):
        numbers = in_vain[other]
        names = named([site.index.page(number).name for number in numbers[:4]], len(numbers))
        says = f"This page names {len(numbers)} pages in hreflang that don't name it back: {names}."
        yield _finding(other, says, numbers, site)


def _finding(number: int, message: str, others: list[int], site: Site) -> SiteFinding:
    return SiteFinding(
        number,
        None,
        message,
        "Let all versions of a page name all others, and themselves.",
        "hreflang",
        "a link in one direction",
        "links in both",
        tuple(others),
        _plain(site.index.page(number).summary.canonical)[:80],
    )


def _plain(address: str) -> str:
    """An address as two pages may write it: without white space, the last slash, and how its file is called."""
    return _FILE.sub("", address.strip()).rstrip("/")
