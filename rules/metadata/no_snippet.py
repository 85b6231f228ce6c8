"""A description that robots rules keep from being shown, or robots rules that contradict each other.

What it finds
-------------
A meta description beside nosnippet or max-snippet:0; robots elements that say index and noindex, or
follow and nofollow; data-nosnippet on an element on which it has no effect.

Why it matters
--------------
The work on the description is lost. Of contradicting rules the stricter one holds, which is seldom
the one that was meant.

Evidence
--------
Class: documented.
Source: Google: nosnippet and max-snippet:0 show no snippet, of contradicting rules the more
restrictive one applies, and data-nosnippet works on span, div and section elements,
https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag.
Read: 2026-11-30.

Example
-------
    <html lang="en"><head><title>Rye bread</title>
    <meta name="description" content="How to bake rye bread at home.">
    <meta name="robots" content="nosnippet"></head>
    <body><h1>Rye bread</h1><p>Heat the oven for an hour.</p></body></html>

Use instead
-----------
    <html lang="en"><head><title>Rye bread</title>
    <meta name="description" content="How to bake rye bread at home.">
    <meta name="robots" content="max-snippet:200"></head>
    <body><h1>Rye bread</h1><p>Heat the oven for an hour.</p></body></html>

Not flagged
-----------
Pages with noindex, for all robots or for this one, which no result shows; max-snippet with another
number; rules for one robot that differ from those for all.
"""

from __future__ import annotations

import re

from seocheck.rulekit.api import Analysis, Field, Finding, Findings, Rule, Span, late_pattern

RULE = Rule(weight=2, severity="warning", evidence="documented", needs=("html",))

_CONTRADICTING = (("index", "noindex"), ("follow", "nofollow"))
_SCRIPT = late_pattern(r"<(script|style|template)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_WITHOUT_EFFECT = late_pattern(
    r"<(?!(?:span|div|section)[\s>/])([a-z][\w-]*)(?=\s)[^<>]{0,2000}?\sdata-nosnippet(?=[\s=>/])", re.IGNORECASE
)
_MOST = 5


def check(analysis: Analysis) -> Findings:
    """One finding for each rule that says what was hardly meant."""
    metadata = analysis.article.metadata
    everybody = {word for field in metadata.get("robots", ()) for word in _rules(field)}
    for name in ("robots", "googlebot"):
        fields = metadata.get(name, ())
        said = {word: field for field in fields for word in _rules(field)}
        for one, other in _CONTRADICTING:
            if one in said and other in said:
                yield _finding(
                    said[other], f"Robots are told both {one} and {other}; {other} holds.", "Remove one of them."
                )
        hidden = next((rule for rule in ("nosnippet", "max-snippet:0") if rule in said), None)
        unseen = {"noindex", "none"} & (said.keys() | everybody)  # what all robots are told, each is told
        repeated = name != "robots" and hidden in everybody
        if hidden and not unseen and not repeated and _described(analysis):
            yield _finding(
                said[hidden], f"“{hidden}” hides the description in results.", "Remove it, or the description."
            )
    yield from _without_effect(analysis)


def _without_effect(analysis: Analysis) -> Findings:
    source = analysis.article.source.text
    if "data-nosnippet" not in source:
        return
    blank = _SCRIPT.sub(lambda match: " " * len(match.group()), source)
    for match in list(_WITHOUT_EFFECT.finditer(blank))[:_MOST]:
        yield Finding(
            Span(match.end() - len("data-nosnippet"), match.end()),
            f"data-nosnippet has no effect on <{match[1].lower()}>.",
            hint="Put it on a span, a div or a section.",
            loss=0.3,
            subject="data-nosnippet",
            measured=f"on <{match[1].lower()}>",
            target="on a span, a div or a section",
            severity="note",
        )


def _rules(field: Field) -> list[str]:
    return [re.sub(r"\s", "", word) for word in field.text.value.lower().split(",")]


def _described(analysis: Analysis) -> bool:
    description = analysis.article.description
    return description is not None and bool(description.text)


def _finding(field: Field, message: str, hint: str) -> Finding:
    return Finding(
        field.text.span(),
        message,
        hint=hint,
        loss=1.0,
        subject="robots",
        measured=field.text.value[:60],
        target="rules that agree",
    )
