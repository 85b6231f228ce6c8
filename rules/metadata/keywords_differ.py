"""Keywords of a page that its structured data does not have.

What it finds
-------------
Keywords in JSON-LD of which fewer than half are among the declared ones, and the other way
round.

Why it matters
--------------
Two lists in two places no longer agree; one of them is not what the article is about.

Evidence
--------
Class: declared.
Source: the page's own two lists. schema.org: "Keywords or tags used to describe some item. Multiple
textual entries in a keywords list are typically delimited by commas, or by repeating the property",
https://schema.org/keywords.
Read: 2026-11-30.

Example
-------
    <html lang="en"><head><title>Rye bread</title><meta name="keywords" content="rye bread, oven">
    <script type="application/ld+json">{"@type": "Article", "keywords": ["politics", "weather"]}</script>
    </head><body><h1>Rye bread</h1><p>Heat the oven for an hour.</p></body></html>

Use instead
-----------
    <html lang="en"><head><title>Rye bread</title><meta name="keywords" content="rye bread, oven">
    <script type="application/ld+json">{"@type": "Article", "keywords": ["rye bread", "oven"]}</script>
    </head><body><h1>Rye bread</h1><p>Heat the oven for an hour.</p></body></html>

Not flagged
-----------
One list that is part of the other; other forms of a word; machine tags ("channel:news"); pages
with fewer than two keywords in either place.
"""

from __future__ import annotations

from typing import Any

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, plural, split

COMMON = 0.5
ENOUGH = 2
"""Keywords that a list must have to be compared."""


RULE = Rule(weight=1, severity="note", evidence="declared", needs=("html", "keywords"))


def check(analysis: Analysis) -> Findings:
    """One finding when the lists no longer agree."""
    listed = next((names for article in analysis.json_ld_articles if (names := _names(article.get("keywords")))), [])
    theirs = {stems for name in listed if (stems := _stems(analysis, name))}
    mine = {stems for keyword in analysis.keywords if (stems := _stems(analysis, keyword.text.value))}
    least = min(len(mine), len(theirs))
    common = len(mine & theirs)
    if least >= ENOUGH and common < COMMON * least:
        yield Finding(
            analysis.keywords[0].text.span(),
            f"{f'Only {common}' if common else 'None'} of the {plural(len(theirs), 'keyword')} in JSON-LD "
            f"{'is' if common < 2 else 'are'} among the {len(mine)} declared.",
            hint="Generate both lists from one source.",
            loss=1.0 - common / least,
            subject="keywords",
            measured=f"{common} common keywords",
            target=f"at least half of {least}",
        )


def _names(value: Any) -> list[str]:
    """The keywords of a property: texts, separated by commas, or terms with a name."""
    found: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        if isinstance(name, str):
            found.extend(part.strip() for part in name.split(",") if part.strip() and ":" not in part)
    return found


def _stems(analysis: Analysis, value: str) -> tuple[str, ...]:
    return tuple(analysis.words.stems(token.text) for token in split(value, analysis.language))
