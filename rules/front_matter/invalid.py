"""Front matter that cannot be parsed.

What it finds
-------------
Front matter that its parser rejects, at the line where the parser gave up: a colon in an unquoted
title, a tab in the indentation, a quotation mark that is never closed, a block that never ends.

Why it matters
--------------
A site generator stops at such a file or publishes it without title, description and date.

Evidence
--------
Class: documented.
Source: YAML 1.2.2: "A YAML processor should reject ill-formed streams",
https://yaml.org/spec/1.2.2/#well-formed-streams-and-identified-aliases. TOML names what is invalid,
as a key without a value, https://toml.io/en/v1.0.0. JSON: RFC 8259,
https://www.rfc-editor.org/rfc/rfc8259.
Read: 2026-11-22.

Example
-------
    title: Talks: a beginning

Use instead
-----------
    title: "Talks: a beginning"

Not flagged
-----------
An impossible date such as 2024-13-45: seocheck reads it as text. The article's body is checked all
the same; its declared fields count as unknown, not as missing. Where nothing but a second colon is
wrong, they are read as they are meant, and this finding stays.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule

RULE = Rule(weight=10, severity="error", evidence="documented", needs=("front-matter",))


def check(analysis: Analysis) -> Findings:
    """One finding for each such problem that the reader met."""
    for problem in analysis.article.problems:
        if problem.kind == "invalid":
            yield Finding(problem.span, problem.message, hint=problem.hint, loss=1.0, subject=problem.subject)
