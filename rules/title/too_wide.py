"""A title that search results would cut.

What it finds
-------------
A title whose estimated width is over 600 pixels, measured in Arial at 20 pixels as desktop results
print it, after the settings' title_template is applied.

Why it matters
--------------
Results replace what does not fit with dots; readers may not see a keyword at the end.

Evidence
--------
Class: documented, bound: convention.
Source: Google: "While there's no limit on how long a <title> element can be, the title link is
truncated in Google Search results as needed, typically to fit the device width",
https://developers.google.com/search/docs/appearance/title-link. So the cut is documented, its place
is not: 600 px is the bound of Yoast (PageTitleWidthAssessment.js in
https://github.com/Yoast/wordpress-seo) and of Lumar,
https://api-docs.lumar.io/docs/report-templates/crawl_urls/max_title_length. Screaming Frog, which
measures results: "Google don't provide pixel width or character length recommendations",
https://www.screamingfrog.co.uk/guides/serp-snippet/. Arial at 20 px:
https://docs.rs/codoseo-web/latest/codoseo_web/serp/index.html. No measurement of today's results is
cited, and ours is an estimate: hence a note, cheap, and a tenth more is let pass.
Read: 2026-11-30.

Example
-------
    title: Everything You Have Ever Wanted to Know About Feeding a Sourdough Starter in Winter

Use instead
-----------
    title: Feeding a Sourdough Starter in Winter

Not flagged
-----------
Long titles of narrow letters that still fit. On an HTML page, or with a `title_template`, a title
of which only the site's name is cut: "What the baker told us | Village News".
"""

from __future__ import annotations

from typing import Annotated

from seocheck.rulekit.api import Analysis, Between, Findings, Rule, Text, late_pattern, too_wide, width

FONT_SIZE = 20.0
"""Pixels; the size at which desktop results print a title."""


RULE = Rule(weight=1, severity="note", evidence="documented", bound="convention", needs=("title",))


_SITE = late_pattern(r"\s+(?:[|·•»–—-]|::)\s+(?:[^\s|·•»–—]+\s*){1,4}$")
"""A last part of up to four words behind a separator: the site's name, as pages print it."""


def check(analysis: Analysis, *, max_pixels: Annotated[int, Between(100, 2000)] = 600) -> Findings:
    """One finding on the part of the title that would be cut.

    max_pixels: width in pixels above which a title counts as too wide.
    """
    title = analysis.shown_title
    if title is None:
        return
    most = max_pixels
    if width(_own_part(analysis, title), FONT_SIZE) <= most:
        return  # only the name of the site is cut
    yield from too_wide(title, called="This title", subject="title", size=FONT_SIZE, most=most, severe=False)


def _own_part(analysis: Analysis, title: Text) -> str:
    """The title up to where the site's name follows: by the template, or as a page prints it."""
    own = analysis.own_title or title
    before = title.value[: title.value.rfind(own.value) + len(own.value)]
    return _SITE.sub("", before) if analysis.format.is_page else before
