"""Titles of one page that name different things.

What it finds
-------------
A title that shares less than a third of its content words, by stems, and no more than one, with
og:title, twitter:title, or the headline of the article in JSON-LD. The site's name doesn't count.

Why it matters
--------------
Results show one, shared links the other. Where they name different things, one of them belongs to an
earlier version or to another page.

Evidence
--------
Class: documented.
Source: Google makes title links from the title element, headings and og:title, among others, and asks
for one clear main title, https://developers.google.com/search/docs/appearance/title-link.
Read: 2026-11-30.

Example
-------
    <html lang="en"><head><title>Dark rye bread from an old stone oven</title>
    <meta property="og:title" content="Opening hours of the corner bakery"></head>
    <body><h1>Rye bread</h1><p>Heat the oven for an hour.</p></body></html>

Use instead
-----------
    <html lang="en"><head><title>Dark rye bread from an old stone oven</title>
    <meta property="og:title" content="Dark rye bread, baked in stone"></head>
    <body><h1>Rye bread</h1><p>Heat the oven for an hour.</p></body></html>

Not flagged
-----------
Other wordings, shorter and longer ones, as long as a third of the words of the shorter one is in the
other; titles of a single content word; languages written without spaces; titles in different scripts.
"""

from __future__ import annotations

from collections.abc import Iterator

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, Text, main_script

RULE = Rule(weight=2, severity="warning", evidence="documented", needs=("html", "title", "language", "words"))

COMMON = 1 / 3
ENOUGH = 2
"""Content words that a title must have to be compared."""


def check(analysis: Analysis) -> Findings:
    """One finding, for the first that differs."""
    title = analysis.own_title
    if title is None:
        return
    mine = _stems(title.value, analysis)
    for called, other, place in _others(analysis):
        if main_script(other) != main_script(title.value):
            continue  # the same in another language, for all that can be told
        theirs = _stems(other, analysis)
        least = min(len(mine), len(theirs))
        if least >= ENOUGH and len(mine & theirs) < min(COMMON * least, ENOUGH):
            yield Finding(
                title.span(),
                f"The title and {called} (“{other[:60].strip()}”) name different things.",
                hint="Make both name what this page is about.",
                loss=1.0 - len(mine & theirs) / least,
                subject="title",
                measured=f"{len(mine & theirs)} common words",
                target=f"a third of {least}",
                related=(place.span(),),
            )
            return


def _stems(title: str, analysis: Analysis) -> set[str]:
    site = {stem for name in analysis.site_names for stem in analysis.content_stems(name)}
    return set(analysis.content_stems(title)) - site


def _others(analysis: Analysis) -> Iterator[tuple[str, str, Text]]:
    for name in ("og:title", "twitter:title"):
        for declared in analysis.article.metadata.get(name, ()):
            if declared.text:
                yield name, declared.text.value, declared.text
    scripts = analysis.json_ld
    for article in analysis.json_ld_articles[:1]:
        if isinstance(article.get("headline"), str) and scripts:
            yield "the headline of the JSON-LD", article["headline"], scripts[0][0]
