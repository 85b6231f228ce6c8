"""A keyword that the articles of a site write in several ways.

What it finds
-------------
Keywords of one site and one language that are the same but for hyphens, blanks, case or endings: e-mail, email,
E-Mail. The form that most articles have is the right one, where at least `steady` articles have it and it is twice
as frequent as the other; each other form is one finding, at the first article that has it.

Why it matters
--------------
Lists and filters by keyword show two halves of what belongs together.

Evidence
--------
Class: convention.
Source: the "merge tags" advice of content systems, as in https://wordpress.com/support/posts/tags/; nothing measured.
Read: 2026-11-23.

Example
-------
    keywords: [E-Mail]      where twelve articles have "email"

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

    steady: articles that have the usual form at least.
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
                f"The keyword is written “{form}”{here}, and “{usual}” in {times} articles.",
                f"Write “{usual}”.",
                form,
                form,
                usual,
            )
