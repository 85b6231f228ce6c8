"""Keywords of a page that its structured data does not know.

What it finds
-------------
An article in JSON-LD with keywords of which fewer than half are declared keywords, and the other
way round.

Why it matters
--------------
Two lists, kept in two places, have come apart; one of them is no longer what the article is about.

Evidence
--------
Class: declared.
Source: the page's own two lists. schema.org: "Keywords or tags used to describe some item. Multiple
textual entries in a keywords list are typically delimited by commas, or by repeating the property",
https://schema.org/keywords (as quoted at
https://pub.dev/documentation/rdf_vocabularies/latest/schema_http/SchemaHttpArticle/keywords-constant.html).
Read: 2026-11-22.

Example
-------
    <meta name="keywords" content="rye bread, oven">
    "keywords": ["politics", "weather"]

Not flagged
-----------
One list that is part of the other; other forms of a word; machine tags ("channel:news"); pages
with fewer than two keywords in either place.
"""

from __future__ import annotations

from typing import Any

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, split

COMMON = 0.5
ENOUGH = 2
"""Keywords that a list must have to be compared."""


RULE = Rule(weight=0.5, severity="note", evidence="declared", needs=("html", "keywords"))


def check(analysis: Analysis) -> Findings:
    """One finding when the lists have come apart."""
    listed = next((names for article in analysis.json_ld_articles if (names := _names(article.get("keywords")))), [])
    theirs = {stems for name in listed if (stems := _stems(analysis, name))}
    mine = {stems for keyword in analysis.keywords if (stems := _stems(analysis, keyword.text.value))}
    least = min(len(mine), len(theirs))
    common = len(mine & theirs)
    if least >= ENOUGH and common < COMMON * least:
        yield Finding(
            analysis.keywords[0].text.span(),
            f"Of {len(theirs)} keywords in JSON-LD {common} are among the {len(mine)} declared ones.",
            hint="Make both lists from one source.",
            loss=1.0 - common / least,
            subject="keywords",
            measured=f"{common} common keywords",
            target=f"at least half of {least}",
        )


def _names(value: Any) -> list[str]:
    """The keywords of a property: texts, parted by commas, or terms with a name."""
    found: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        if isinstance(name, str):
            found.extend(part.strip() for part in name.split(",") if part.strip() and ":" not in part)
    return found


def _stems(analysis: Analysis, value: str) -> tuple[str, ...]:
    return tuple(analysis.words.stems(token.text) for token in split(value, analysis.language))
