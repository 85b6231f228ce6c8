r"""Markup in a meta description, which results print as it is.

What it finds
-------------
In a description: HTML tags, HTML entities that are still written as such, Markdown links, images,
bold text and headings, and template code ({{ ... }}, {% ... %}, ${...}, %%sitename%%). Emphasis by
single asterisks and code in backticks are notes.

Why it matters
--------------
A description is plain text: a search engine or a chat window shows the brackets and asterisks.

Evidence
--------
Class: documented.
Source: HTML standard, on the name description: "The value must be a free-form string that describes
the page. The value must be appropriate for use in a directory of pages, e.g. in a search engine",
https://html.spec.whatwg.org/multipage/semantics.html#meta-description: a string, not markup.
Read: 2026-11-22.

Example
-------
    description: Bread with **big** holes and [a recipe](/rye).

Use instead
-----------
    description: Bread with big holes, and the recipe for it.

Not flagged
-----------
Names in angle brackets (Vec<T>, <title>), a lone asterisk or ampersand, names with underscores
(__init__, max_words), brackets without an address.
"""

from __future__ import annotations

import re

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, Severity

RULE = Rule(weight=1.5, severity="warning", evidence="documented", needs=("description",))

_PATTERNS: tuple[tuple[str, float, Severity | None, re.Pattern[str]], ...] = (
    (
        "HTML",
        0.6,
        None,
        # A name alone (the <title> tag) is a mention; what people paste has an end tag, or needs none.
        re.compile(
            r"<(a|abbr|b|blockquote|code|div|em|font|h[1-6]|i|li|ol|p|small|span|strong|sub|sup|table|u|ul)\b[^<>]*>"
            r"(?=[^<]{0,500}</)|</(?:a|em|i|b|strong|p|span|div|code|li|ul)\s*>|<(?:br|hr)\s*/?>|<(?:img|a)\s[^<>]*>",
            re.IGNORECASE,
        ),
    ),
    (
        "an HTML entity",
        0.6,
        None,
        re.compile(
            r"&(?:amp|lt|gt|quot|apos|nbsp|hellip|[lr][sd]quo|[nm]dash|#\d{2,5}|#x[0-9a-f]{2,5});", re.IGNORECASE
        ),
    ),
    (
        "template code",
        1.0,
        None,
        re.compile(r"\{\{[^{}]{0,200}\}\}|\{%[^{}]{0,200}%\}|<%[^<>]{0,200}%>|\$\{[^{}]{1,100}\}|%%[a-z_]{2,40}%%"),
    ),
    ("a Markdown link", 0.6, None, re.compile(r"!?\[[^\[\]]{0,200}\]\([^()\s]{1,500}(?:\s[^()]{0,100})?\)")),
    (
        "Markdown",
        0.6,
        None,
        re.compile(
            r"(?<![\w*])\*\*(?=\S)[^*]{1,300}(?<=\S)\*\*(?![\w*])|^#{1,6}\s"
            r"|(?<!\w)__(?=\S)[^_]{0,100} [^_]{0,100}(?<=\S)__(?!\w)"
        ),
    ),
    (
        "Markdown",
        0.3,
        "note",
        re.compile(r"(?<![\w*])\*(?=[^\s*])[^*]{1,300}(?<=[^\s*])\*(?![\w*])|(?<![\w`])`[^`\s][^`]{0,200}`(?![\w`])"),
    ),
)


def check(analysis: Analysis) -> Findings:
    """One finding for each kind of markup, at its first place."""
    description = analysis.article.description
    if description is None:
        return
    value = description.text.value
    told: set[str] = set()
    for kind, loss, severity, pattern in _PATTERNS:
        match = pattern.search(value)
        if match is None or kind in told:
            continue
        told.add(kind)
        yield Finding(
            description.text.span(*match.span()),
            f"The description contains {kind} ({match.group()[:40].strip()}), which results print as it is.",
            hint="Write plain text.",
            loss=loss,
            subject="description",
            measured=kind,
            fault=kind,
            target="plain text",
            severity=severity,
        )
