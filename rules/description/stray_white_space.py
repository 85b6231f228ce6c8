r"""White space in a meta description that no reader is meant to see.

What it finds
-------------
In a description: two or more spaces in a row, tabs, line breaks, and spaces between its quotation
marks and its first or last word.

Why it matters
--------------
A search engine collapses white space. A feed, a card in a chat window or a list of articles may print
the gap or break the line there.

Evidence
--------
Class: convention.
Source: the HTML standard takes the value as it is: "The value must be a free-form string that
describes the page", https://html.spec.whatwg.org/multipage/semantics.html#meta-description; that such
a string is one line with single spaces is practice. Of 1,014 real pages with a description 28 have
such white space, nearly all of it left over from pasting. A note, and free.
Read: 2026-11-22.

Example
-------
    description: "Rye bread  with big holes, baked before breakfast. "

Use instead
-----------
    description: "Rye bread with big holes, baked before breakfast."

Not flagged
-----------
Two spaces after the end of a sentence, as some writers set them; no-break spaces; line breaks of the
file that its format reads as spaces (a folded text in YAML).
"""

from __future__ import annotations

from seocheck.rulekit.api import BREAKS, Analysis, Finding, Findings, Rule, stray_white_space

RULE = Rule(weight=0, severity="note", evidence="convention", needs=("description",))


def check(analysis: Analysis) -> Findings:
    """One finding for all of it, at the first place."""
    field = analysis.article.description
    if field is None or not field.text.segments:
        return
    inside, edges = stray_white_space(analysis.article.source.text, field.text)
    spans = sorted([*(field.text.span(*part) for part in inside), *edges])
    if not spans:
        return
    kinds = [
        what
        for what, there in (
            ("a line break", any(set(field.text.value[a:b]) & set(BREAKS) for a, b in inside)),
            ("a tab", any("\t" in field.text.value[a:b] for a, b in inside)),
            ("two spaces in a row", any(not field.text.value[a:b].strip(" ") for a, b in inside)),
            ("spaces at its beginning or end", bool(edges)),
        )
        if there
    ]
    yield Finding(
        spans[0],
        f"The description contains {' and '.join(kinds)}.",
        hint="Write it on one line with single spaces.",
        loss=0.0,
        subject="description",
        measured=", ".join(kinds),
        target="single blanks",
        related=tuple(spans[1:]),
    )
