"""Structured data of an article with dates or authors that programs misread.

What it finds
-------------
In the JSON-LD of an Article, NewsArticle or BlogPosting: a date that isn't in ISO 8601; a change
before the publication; a publication on another day than article:published_time says; several
authors, or other words, in the name of one author (by, degrees, the name of the site).

Why it matters
--------------
Dates and authors beside a result come from here, or don't appear.

Evidence
--------
Class: documented.
Source: Google asks for dates in ISO 8601, for one entry an author, and for nothing but the name in it,
https://developers.google.com/search/docs/appearance/structured-data/article.
Read: 2026-11-30.

Example
-------
    <html lang="en"><head><title>Rye bread</title>
    <script type="application/ld+json">{"@type": "BlogPosting", "headline": "Rye bread",
    "datePublished": "last Monday", "author": {"@type": "Person", "name": "by Ada Stone and Bo Hill"}}</script></head>
    <body><h1>Rye bread</h1><p>Heat the oven for an hour.</p></body></html>

Use instead
-----------
    <html lang="en"><head><title>Rye bread</title>
    <script type="application/ld+json">{"@type": "BlogPosting", "headline": "Rye bread",
    "datePublished": "2026-11-23", "author": [{"@type": "Person", "name": "Ada Stone"},
    {"@type": "Person", "name": "Bo Hill"}]}</script></head>
    <body><h1>Rye bread</h1><p>Heat the oven for an hour.</p></body></html>

Not flagged
-----------
Dates without a time or a time zone; a year or a month alone; names with "and" in an organization;
an author with the family name first (Stone, Ada) or with two (Costa e Silva); values that a template fills in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, Span, late_pattern

RULE = Rule(weight=1, severity="warning", evidence="documented", needs=("html",))

_DATES = ("datePublished", "dateModified", "dateCreated")
_SHORT = late_pattern(r"\d{4}(?:-\d{2})?")
_TEMPLATE = late_pattern(r"\{\{|\{%|<%|\$\{")
_SEVERAL = late_pattern(r"\s(?:and|und|et|og|och|en)\s|\S\s+\S+\s(?:y|e)\s\S+\s+\S|[;/]|,\s", re.IGNORECASE)
"""Not a family name of two (Costa e Silva)."""
_MORE = late_pattern(
    r"(?i:by|posted by|written by|von|par|por|di)\s+\S|[^,]*\|"
    r"|[^,;/]+,\s+(?:(?:[A-Z][A-Za-z]{0,2}\.){1,4}|[A-Z]{2,5}|Ph\.?\s?D\.?|[JS]r\.?|II|III|Esq\.?|Dipl\..*)"
    r"(?:,\s+[A-Z][A-Za-z.]{1,5})*$"
)
"""A word before the name, the name of the site, degrees after it."""
_LAST_FIRST = late_pattern(r"[^\s,]+,\s+[^\s,]+(?:\s[A-Z]\.?)?$")
"""Stone, Ada: one author, as catalogues have it."""


def check(analysis: Analysis) -> Findings:
    """One finding for each value, at its place in the script."""
    for article in analysis.json_ld_articles[:1]:
        yield from _dates(analysis, article)
        for name in _names(article.get("author")):
            if _TEMPLATE.search(name):
                continue
            if _LAST_FIRST.match(name) and not _MORE.match(name):
                continue
            if _MORE.match(name) or _SEVERAL.search(name):
                what = "more than a name" if _MORE.match(name) else "several authors"
                yield _finding(
                    analysis,
                    name,
                    f"The name of an author is “{name[:60]}”: {what}.",
                    "Give each author an entry, with the name alone.",
                )


def _dates(analysis: Analysis, article: dict[str, Any]) -> Iterator[Finding]:
    read: dict[str, datetime] = {}
    for key in _DATES:
        value = article.get(key)
        if not isinstance(value, str) or not value.strip() or _TEMPLATE.search(value):
            continue
        moment = _moment(value)
        if moment is not None:
            read[key] = moment
        elif not _SHORT.fullmatch(value.strip()):
            yield _finding(
                analysis,
                value,
                f"{key} is “{value[:40]}”, which isn't a date in ISO 8601.",
                "Write it as 2026-11-30, or with a time and zone.",
            )
    published, modified = read.get("datePublished"), read.get("dateModified")
    if published and modified and modified.date() < published.date():
        yield _finding(
            analysis, article["dateModified"], "dateModified is before datePublished.", "Correct one of the two dates."
        )
    said = next((f.text.value for f in analysis.article.metadata.get("article:published_time", ()) if f.text), "")
    other = _moment(said)
    if published and other and abs((published.date() - other.date()).days) > 1:
        yield _finding(
            analysis,
            article["datePublished"],
            f"datePublished isn't the day that article:published_time says, {said[:10]}.",
            "Give the same date in both.",
        )


def _moment(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value.strip())
    except ValueError:
        return None


def _names(author: Any) -> Iterator[str]:
    """The names of people; organizations are called what they are called."""
    for each in author if isinstance(author, list) else [author]:
        if isinstance(each, str):
            yield each
        elif isinstance(each, dict) and isinstance(each.get("name"), str) and each.get("@type") != "Organization":
            yield each["name"]


def _finding(analysis: Analysis, value: str, message: str, hint: str) -> Finding:
    return Finding(
        _place(analysis, value),
        message,
        hint=hint,
        loss=0.6,
        subject="json-ld",
        measured=value[:60],
        target="as asked for",
    )


def _place(analysis: Analysis, value: str) -> Span:
    """Where a script says a value; the script where it's written otherwise."""
    for text, _ in analysis.json_ld:
        at = text.value.find(value)
        if at >= 0:
            return text.span(at, at + len(value))
    return analysis.json_ld[0][0].span()
