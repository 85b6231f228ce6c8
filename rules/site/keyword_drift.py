"""A keyword that the articles of a site write in several ways.

What it finds
-------------
Keywords of one site and one language that differ only in hyphens, spaces, case or endings: e-mail, email, E-Mail.
The form that most articles have is the usual one, if at least `steady` articles have it and it is twice as frequent as
the other; each other form is one finding, at the first article that has it.

Why it matters
--------------
Lists and filters by keyword show two halves of what belongs together.

Evidence
--------
Class: convention.
Source: the advice of content systems to merge tags, as in https://wordpress.com/support/posts/tags/; nothing measured.
Read: 2026-11-23.

Example
-------
    == 0.md
    title: Part 0 of the course
    keywords: [email, letters]

    Write it by hand first and send it later in the day.
    == 1.md
    title: Part 1 of the course
    keywords: [email, letters]

    The second part is on greetings and how to end a letter.
    == 2.md
    title: Part 2 of the course
    keywords: [email, letters]

    A third part tells you what to leave out of every letter.
    == 3.md
    title: Part 3 of the course
    keywords: [E-Mail, letters]

    Nobody reads more than five lines, so keep to four.

Use instead
-----------
    == 0.md
    title: Part 0 of the course
    keywords: [email, letters]

    Write it by hand first and send it later in the day.
    == 1.md
    title: Part 1 of the course
    keywords: [email, letters]

    The second part is on greetings and how to end a letter.
    == 2.md
    title: Part 2 of the course
    keywords: [email, letters]

    A third part tells you what to leave out of every letter.
    == 3.md
    title: Part 3 of the course
    keywords: [email, letters]

    Nobody reads more than five lines, so keep to four.

Not flagged
-----------
Forms that are about as frequent as each other; keywords of another language.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Annotated

from seocheck.rulekit.api import Between, Rule
from seocheck.site.api import Site, SiteFinding, named

RULE = Rule(weight=0, severity="note", evidence="convention", scope="site")

CLEARLY = 2
"""How much more frequent the usual form has to be."""


def check(site: Site, *, steady: Annotated[int, Between(2, 1000)] = 3) -> Iterator[SiteFinding]:
    """One finding for each unusual form.

    steady: how many articles must have the usual form at least.
    """
    for (_, _, alike), rows in groupby(site.index.keywords(), key=lambda row: row[:3]):
        found: dict[str, list[tuple[int, int]]] = {}
        for row in rows:
            found.setdefault(row.form, []).append((row.number, row.position))
        if len(found) < 2 or not alike:
            continue
        usual = max(sorted(found), key=lambda form: len(found[form]))
        times = len(found[usual])
        for form in sorted(found, key=lambda form: found[form][0]):
            uses = found[form]
            if form == usual or times < steady or times < CLEARLY * len(uses):
                continue
            number, position = uses[0]
            here = "" if len(uses) == 1 else f" in {named([site.index.page(n).name for n, _ in uses[:4]], len(uses))}"
            yield SiteFinding(
                number,
                site.index.page(number).summary.keywords[position].place,
                f"This keyword is written “{form}”{here}, but “{usual}” in {times} articles.",
                f"Write “{usual}”.",
                form,
                form,
                usual,
            )
