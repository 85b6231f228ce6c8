"""Descriptions of one page that describe different things.

What it finds
-------------
A meta description that shares less than a third of its content words, by stems, with the
description of Open Graph, or with that of the article in JSON-LD.

Why it matters
--------------
Results show the one, shared links the other. Where they are about different things, one of them is
usually a leftover from an earlier version, or belongs to the site.

Evidence
--------
Class: declared.
Source: the page's own descriptions. Nobody asks that they be the same; each is to describe the
page: Open Graph's is "A one to two sentence description of your object", https://ogp.me/.
Read: 2026-11-30.

Example
-------
    <html lang="en"><head><title>Rye bread</title>
    <meta name="description" content="How to bake dark rye bread in an old stone oven at home.">
    <meta property="og:description" content="News and opening hours from the corner bakery on Mill Street.">
    </head><body><h1>Rye bread</h1><p>Heat the oven for an hour.</p></body></html>

Use instead
-----------
    <html lang="en"><head><title>Rye bread</title>
    <meta name="description" content="How to bake dark rye bread in an old stone oven at home.">
    <meta property="og:description" content="Bake dark rye bread at home, in an old stone oven.">
    </head><body><h1>Rye bread</h1><p>Heat the oven for an hour.</p></body></html>

Not flagged
-----------
Other wordings, shorter and longer ones, as long as a third of the words of the shorter one is in
the other. Languages that seocheck does not know or that are written without spaces.
"""

from __future__ import annotations

from collections.abc import Iterator

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, Text, plural

COMMON = 1 / 3
ENOUGH = 3
"""Content words that a description must have to be compared."""


RULE = Rule(weight=1, severity="note", evidence="declared", needs=("html", "description", "language", "words"))


def check(analysis: Analysis) -> Findings:
    """One finding, for the first that differs."""
    description = analysis.article.description
    if description is None:
        return
    mine = set(analysis.content_stems(description.text.value))
    for called, other, place in _others(analysis):
        theirs = set(analysis.content_stems(other))
        least = min(len(mine), len(theirs))
        if least >= ENOUGH and len(mine & theirs) < COMMON * least:
            yield Finding(
                description.text.span(),
                f"The description and {called} (“{other[:60].strip()}…”) share {_count(len(mine & theirs))}.",
                hint="Make both describe this page.",
                loss=1.0 - len(mine & theirs) / least,
                subject="description",
                measured=plural(len(mine & theirs), "common word"),
                target=f"a third of {least}",
                related=(place.span(),),
            )
            return


def _others(analysis: Analysis) -> Iterator[tuple[str, str, Text]]:
    for declared in analysis.article.metadata.get("og:description", ()):
        if declared.text:
            yield "that of Open Graph", declared.text.value, declared.text
    scripts = analysis.json_ld
    for article in analysis.json_ld_articles[:1]:
        if isinstance(article.get("description"), str) and scripts:
            yield "that of JSON-LD", article["description"], scripts[0][0]


def _count(words: int) -> str:
    return "no word" if not words else "a single word" if words == 1 else f"{words} words"
