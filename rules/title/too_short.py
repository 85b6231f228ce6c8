"""A title that says little about the page.

What it finds
-------------
A title whose estimated width is under 100 pixels in Arial at 20 pixels, about 10 Latin characters,
after the settings' title_template is applied.

Why it matters
--------------
In a list of results readers see the title alone; "Setup" does not say of what.

Evidence
--------
Class: convention.
Source: practice. Google states no length, but asks to avoid "vague descriptors like 'Home'",
https://developers.google.com/search/docs/appearance/title-link. MDN: "Avoid one- or two-word
titles", https://developer.mozilla.org/en-US/docs/Web/HTML/Element/title. Tools: Yoast wants 400
pixels and can be told to allow less (PageTitleWidthAssessment.js in
https://github.com/Yoast/wordpress-seo), a checklist 10 characters
(https://www.skills.sh/thedaviddias/front-end-checklist/meta-title). They contradict each other;
ours is the lowest, since a reference page is often rightly named by a word or two. A note, and
cheap.
Read: 2026-11-22.

Example
-------
    title: Setup

Use instead
-----------
    title: Set up the oven for bread

Not flagged
-----------
Chinese, Japanese and Korean titles of half as many, twice as wide, characters. A short title that
the settings' title_template completes. "Home" and "| Site", which are title/generic and
title/half-empty.
"""

from __future__ import annotations

from typing import Annotated

from seocheck.rulekit.api import (
    PIXELS_SLACK,
    Analysis,
    Between,
    Finding,
    Findings,
    Rule,
    fold,
    generic_title,
    half_empty,
    plural,
    rising,
    width,
)

FONT_SIZE = 20.0
"""Pixels; the size at which desktop results print a title."""


RULE = Rule(weight=1, severity="note", evidence="convention", needs=("title",))


def check(analysis: Analysis, *, min_pixels: Annotated[int, Between(0, 1000)] = 100) -> Findings:
    """One finding when the title is short.

    min_pixels: width in pixels below which a title counts as too short.
    """
    title = analysis.shown_title
    if title is None or half_empty(analysis) or generic_title(analysis):
        return  # title/half-empty and title/generic say so
    slug = analysis.article.slug
    if slug is not None and fold(slug.value) == fold(title.value):
        return  # a page with the name of what it describes: the reference of a method or an option
    pixels = width(title.value, FONT_SIZE)
    if pixels < min_pixels * (1.0 - PIXELS_SLACK):
        yield Finding(
            title.span(),
            f"This title is only {plural(len(title.value), 'character')} long, about {pixels:,.0f} px; "
            f"aim for {min_pixels} px or more.",
            hint="Say what the page is about, for a reader who sees only its title.",
            loss=rising(min_pixels - pixels, min_pixels),
            subject="title",
            measured=f"{pixels:,.0f} px",
            target=f"at least {min_pixels} px",
        )
