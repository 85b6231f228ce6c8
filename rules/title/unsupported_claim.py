"""A figure in the title that the article never says.

What it finds
-------------
Amounts in the title (prices, shares, numbers of things) that are nowhere on the page: not in the
text, its headings, quotations, code or alternative texts, nor in the byline or other metadata, and
not the number of its sections, items or images.

Why it matters
--------------
Readers who click because of a number look for it on the page. When a text is updated, the figure in
its title is easily forgotten.

Evidence
--------
Class: declared.
Source: the article's own title, compared with its own text.
Read: 2026-11-30.

Example
-------
    title: Save 4,700 litres of water a year

    A tap that drips wastes a bucket a day. Replace the washer before the valve is worn.
    (20 times)

Use instead
-----------
    title: Save a bucket of water a day

    A tap that drips wastes a bucket a day. Replace the washer before the valve is worn.
    (20 times)

Not flagged
-----------
Years, which title/out-of-date looks at; dates; numbers that name something: parts, problems, versions, chapters
(Week 10, "from 6.2 to 6.3", "7.28 Boats"); 101, 99 %; ordinals; twelve for 12, 3 million for 2,960,000, "7
ways" above seven sections; what a heading says too. Names, since titles write many words with a capital.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, claims, promises, unsupported

RULE = Rule(weight=4, severity="warning", evidence="declared", needs=("title", "body"), min_words=50)


def check(analysis: Analysis) -> Findings:
    """One finding a figure, at its place in the title."""
    title = analysis.own_title
    if title is None:
        return
    numbers = [
        c
        for c in claims(title.value, analysis.language)
        if c.kind == "number" and promises(title.value, c, analysis.language)
    ]
    for claim in unsupported(analysis, numbers, title_counts=False):
        words = title.value[claim.start : claim.end]
        yield Finding(
            title.span(claim.start, claim.end),
            f"The title says “{words}”, and the article never does.",
            hint="Say it in the text, or remove it from the title.",
            loss=0.5,
            subject=words,
            measured="number",
            target="said in the article",
        )
