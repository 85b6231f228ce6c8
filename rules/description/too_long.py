"""A meta description that search results would cut.

What it finds
-------------
A description whose estimated width is over 920 pixels, measured in Arial at 14 pixels as desktop
results print it. From one and a half times that width on it is a warning.

Why it matters
--------------
Results replace what does not fit with dots, and readers miss what it promises at the end.

Evidence
--------
Class: documented, bound: convention.
Source: Google: "There's no limit on how long a meta description can be, but the snippet is
truncated in Google Search results as needed, typically to fit the device width",
https://developers.google.com/search/docs/appearance/snippet. So the cut is documented, its place is
not: "Google don't provide pixel width or character length recommendations", says Screaming Frog,
https://www.screamingfrog.co.uk/guides/serp-snippet/. 920 pixels on a desktop and 680 on a phone are
the numbers of tools, such as https://findbest.tools/seo/meta-description-checker. Arial at 14 px:
https://docs.rs/codoseo-web/latest/codoseo_web/serp/index.html. No measurement of today's results is
cited, and ours is an estimate: hence a note, cheap, and a tenth more is let pass.
Read: 2026-11-30.

Example
-------
    description: Feed the starter in the morning and it is ready when you come home. Fold the
      dough four times in the first two hours, let it rest in a cool place until the next day,
      and heat the oven for an hour with the pot inside before you bake.

Use instead
-----------
    description: Feed the starter in the morning, fold the dough in the evening, and bake before breakfast.

Not flagged
-----------
Long descriptions of narrow letters that still fit. The number of characters is reported, never
judged.
"""

from __future__ import annotations

from typing import Annotated

from seocheck.rulekit.api import Analysis, Between, Findings, Rule, too_wide

FONT_SIZE = 14.0
"""Pixels; the size at which desktop results print a snippet."""


RULE = Rule(weight=1, severity="note", evidence="documented", bound="convention", needs=("description",))


def check(analysis: Analysis, *, max_pixels: Annotated[int, Between(100, 4000)] = 920) -> Findings:
    """One finding on the part of the description that would be cut.

    max_pixels: width in pixels above which a description counts as too long.
    """
    description = analysis.article.description
    if description is not None:
        most, text = max_pixels, description.text
        yield from too_wide(
            text, called="This description", subject="description", size=FONT_SIZE, most=most, severe=True
        )
