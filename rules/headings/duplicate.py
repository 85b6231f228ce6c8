"""Two headings with the same words in the same section.

What it finds
-------------
A heading with the same words as an earlier one of the same level under the same parent heading.

Why it matters
--------------
In a table of contents readers cannot distinguish the two, and their anchors differ only by a number.

Evidence
--------
Class: convention.
Source: practice of linters. markdownlint MD024: "Some Markdown parsers generate anchors for
headings based on the heading name; headings with the same content can cause problems with that";
its option siblings_only allows "headings with different parents (as is common in changelogs)",
https://github.com/DavidAnson/markdownlint/blob/main/doc/md024.md.
Read: 2026-11-30.

Example
-------
    ## Flour

    Rye, freshly ground.

    ## Water

    Warm.

    ## Flour

    Wheat, for the table.

Use instead
-----------
    ## Flour for the dough

    Rye, freshly ground.

    ## Water

    Warm.

    ## Flour for the table

    Wheat.

Not flagged
-----------
The same words under different parents (Fixed under 1.0 and under 1.1), at different levels, in
different tabs, and several H1, which headings/several-h1 reports.
"""

from __future__ import annotations

from seocheck.rulekit.api import TAB, Analysis, Block, Finding, Findings, Rule

RULE = Rule(weight=0.7, severity="note", evidence="convention", needs=("body",))


def check(analysis: Analysis) -> Findings:
    """One finding for each heading that repeats a sibling."""
    above: list[tuple[int, dict[str, Block]]] = [(0, {})]  # level, and the headings straight under it by their words
    article = analysis.article
    tabs = [each.span.start for each in article.ignored if each.reason == TAB]
    for heading in article.headings:
        while tabs and tabs[0] < heading.text.span().start:
            del tabs[0]
            for _, siblings in above:
                siblings.clear()  # readers see one tab at a time
        while above[-1][0] >= heading.level:
            above.pop()
        siblings = above[-1][1]
        value = heading.text.value
        words = f"{heading.level} {' '.join(value.casefold().split())}"
        first = siblings.setdefault(words, heading)
        if first is not heading and heading.level > 1:
            yield Finding(
                heading.text.span(),
                f"“{value[:60]}” is also the heading of an earlier part of this section.",
                hint="Join the two parts, or say in the heading what is different in this one.",
                loss=0.5,
                subject=value[:80],
                measured="used twice",
                target="used once",
                related=(first.text.span(),),
            )
        above.append((heading.level, {}))
