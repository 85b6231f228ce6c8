"""A keyword that only one article has, on a site whose articles share theirs.

What it finds
-------------
Keywords of one article only, where keywords are a vocabulary: at least `articles` articles of a site and language
declare some, and at least the share `shared` of all declared keywords belongs to several articles. Forms of one keyword
(e-mail, emails) count as one. One finding per article. The hint names a keyword of the site that shares its words.

Why it matters
--------------
A keyword page with one article helps nobody, and a second word for a known thing hides the article from readers of
the first.

Evidence
--------
Class: convention.
Source: advice of content systems to keep few tags that many articles share, as in
https://wordpress.com/support/posts/tags/; nothing measured. Off by default: of twenty findings on a real site most
named a keyword that was that article's own subject. For sites that keep a vocabulary:
severities: {site/orphan-keyword: note}.
Read: 2026-11-23.

Example
-------
    settings: {rules: {site/orphan-keyword: {articles: 3}}}
    == a.md
    title: A loaf
    keywords: [rye, baking]

    Bake rye bread.
    == b.md
    title: Two loaves
    keywords: [rye, baking]

    Bake two of them.
    == c.md
    title: Three loaves
    keywords: [rye, baking, sourdough breads at home]

    Bake a third one.

Use instead
-----------
    settings: {rules: {site/orphan-keyword: {articles: 3}}}
    == a.md
    title: A loaf
    keywords: [rye, baking]

    Bake rye bread.
    == b.md
    title: Two loaves
    keywords: [rye, baking]

    Bake two of them.
    == c.md
    title: Three loaves
    keywords: [rye, baking]

    Bake a third one.

Not flagged
-----------
The primary keyword of an article, which is meant to be its own; sites whose articles each have their own keywords.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Annotated

from seocheck.rulekit.api import Between, Rule
from seocheck.site.api import Site, SiteFinding

RULE = Rule(weight=0, severity="off", evidence="convention", scope="site")

NAMED = 5

Realm = tuple[str, str]
Uses = dict[str, list[tuple[int, int, str, bool]]]
"""Stems of a keyword -> article, position in its list, written form, whether it is the primary one."""


def check(
    site: Site, *, articles: Annotated[int, Between(2, 100_000)] = 20, shared: Annotated[float, Between(0, 1)] = 0.7
) -> Iterator[SiteFinding]:
    """One finding for each article with such keywords.

    articles: how many articles with keywords a site must have at least.
    shared: the share of declarations that must be of keywords of several articles.
    """
    realms: dict[Realm, Uses] = defaultdict(lambda: defaultdict(list))
    for row in site.index.keywords():
        if row.stems:
            realms[row.site, row.language][row.stems].append((row.number, row.position, row.form, row.leads))
    for uses in realms.values():
        yield from _of_realm(site, uses, articles, shared)


def _of_realm(site: Site, uses: Uses, least: int, shared: float) -> Iterator[SiteFinding]:
    articles = {number for found in uses.values() for number, *_ in found}
    several = {stems: found for stems, found in uses.items() if len({number for number, *_ in found}) > 1}
    total = sum(len(found) for found in uses.values())
    if len(articles) < least or sum(map(len, several.values())) < shared * total:
        return
    by_word: dict[str, list[str]] = defaultdict(list)
    for stems in several:
        for word in stems.split():
            by_word[word].append(stems)
    alone: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
    for stems, found in uses.items():
        number, position, form, leads = found[0]
        if stems not in several and not leads:
            alone[number].append((position, form, _nearest(stems, by_word, several)))
    for number in sorted(alone):
        yield _finding(site, number, sorted(alone[number]))


def _nearest(stems: str, by_word: Mapping[str, list[str]], several: Uses) -> str:
    """The shared keyword that has most of its words; "" where none has half of them."""
    mine = set(stems.split())
    others = {other for word in mine for other in by_word.get(word, ())}
    if not others:
        return ""
    nearest = max(sorted(others), key=lambda other: (len(mine & set(other.split())), len(several[other])))
    both = len(mine & set(nearest.split()))
    return several[nearest][0][2] if 2 * both >= len(set(nearest.split()) | mine) else ""


def _finding(site: Site, number: int, found: list[tuple[int, str, str]]) -> SiteFinding:
    keywords = site.index.page(number).summary.keywords
    names = ", ".join(f"“{form}”" for _, form, _ in found[:NAMED])
    names += f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
    message = f"No other article has the keyword{'s' if len(found) > 1 else ''} {names}."
    near = [f"“{other}” for “{form}”" for _, form, other in found if other][:NAMED]
    hint = (
        f"Other articles use {', '.join(near)}."
        if near
        else "Use one that other articles have too, or keep it if you plan more articles on it."
    )
    return SiteFinding(
        number, keywords[found[0][0]].place, message, hint, found[0][1].casefold(), "1 article", "several articles"
    )
