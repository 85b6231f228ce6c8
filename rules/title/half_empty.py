"""A title of which a part is missing, as a template leaves it.

What it finds
-------------
A title that begins or ends with the mark that separates its parts ("| Bakery News", "Rye bread -"),
that has nothing between two of them, or in which a program printed that a value isn't there
("undefined | Bakery News"). The title as it is declared, and as it reads with the settings'
title_template.

Why it matters
--------------
What the page is about is the part that is missing. Readers of a result see the name of the site, or
a mark that leads nowhere.

Evidence
--------
Class: documented.
Source: Google on how it makes titles: half-empty titles come from templates in which "something is
missing", and its results use other text of the page then,
https://developers.google.com/search/blog/2021/09/more-info-about-titles; they are among the common
title problems of https://developers.google.com/search/docs/appearance/title-link.
Read: 2026-11-30.

Example
-------
    title: "| Bakery News"

Use instead
-----------
    title: Rye bread in a cold kitchen | Bakery News

Not flagged
-----------
A dash that introduces speech, in languages that write it so; an open range ("Loaves since 1990 –");
operators ("a || b"); "null" or "undefined" on a page that speaks of it.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, half_empty

RULE = Rule(weight=4, severity="warning", evidence="documented", needs=("title",))


def check(analysis: Analysis) -> Findings:
    """One finding where a part of the title is missing."""
    found = half_empty(analysis)
    if found is None:
        return
    reads = "" if found.title == analysis.own_title else f", as title_template prints it (“{found.title.value[:80]}”)"
    yield Finding(
        found.title.span(),
        f"A part of the title is missing{reads}: {found.says}.",
        hint="Write what the page is about, and leave out the mark if nothing else is to be said.",
        subject="title",
        measured="a part is missing",
        target="every part filled in",
    )
