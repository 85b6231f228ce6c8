"""Structured data that cannot be read.

What it finds
-------------
A script of type application/ld+json that is not valid JSON.

Why it matters
--------------
What cannot be parsed is not read at all; some programs forgive an extra comma, others nothing.

Evidence
--------
Class: documented.
Source: Google's report on "structured data found on your site that could not be parsed because of a
serious syntax error"; one kind of them is "The JSON had a top-level syntax error",
https://support.google.com/webmasters/answer/9166415. Readers differ in what they forgive: "Google's
parser is lenient with some errors, such as trailing commas. Other consumers are not", says the
manual of a validator, https://github.com/ksanyok/schema-validator/wiki/Troubleshooting.
Read: 2026-11-22.

Example
-------
    <html lang="en"><head><title>Rye</title>
    <script type="application/ld+json">{"@type": "Article" "headline": "Rye"}</script>
    </head><body><h1>Rye</h1><p>Rye is sown in autumn.</p></body></html>

Use instead
-----------
    <html lang="en"><head><title>Rye</title>
    <script type="application/ld+json">{"@type": "Article", "headline": "Rye"}</script>
    </head><body><h1>Rye</h1><p>Rye is sown in autumn.</p></body></html>

Not flagged
-----------
Empty scripts, and those that a template fills in ({{ page.data | jsonify }}). What valid JSON says, and whether
schema.org knows it, is not checked.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, json_fault, late_pattern

_FILLED_IN = late_pattern(r"\{\{[-#]?\s*[A-Za-z_.$]|\{%|<%|<\?|\$\{")
"""Where a template writes its own; two braces before a name in quotes are a slip."""

RULE = Rule(weight=1, severity="warning", evidence="documented", needs=("html",))


def check(analysis: Analysis) -> Findings:
    """One finding for each script, at the place of the error."""
    for text, value in analysis.json_ld:
        if isinstance(value, ValueError) and not _FILLED_IN.search(text.value):
            end = len(text.value.rstrip())
            fault, what = json_fault(value, text.value)
            at = min(fault, max(end - 1, 0))
            shown = text.value[max(at - 20, 0) : at + 20].split("\n")
            yield Finding(
                text.span(at, min(at + 1, len(text.value))),
                f"The JSON-LD is not valid JSON: {what}, near “{' '.join(' '.join(shown).split())}”.",
                hint="Fix it there; until then no program reads anything of this script.",
                loss=0.6,
                subject="json-ld",
                measured=what,
                target="valid JSON",
            )
