"""A meta description that uses little of its room in the results.

What it finds
-------------
A description whose estimated width is under 350 pixels, about 55 Latin characters.

Why it matters
--------------
A search engine may find that a passage of the page says more, and show that instead.

Evidence
--------
Class: documented, bound: convention.
Source: Google calls the description "Mechanical pencil" "Bad (too short)" and names no number,
https://developers.google.com/search/docs/appearance/snippet. The number is practice, and tools
contradict each other: 25 characters in a checker of Microsoft's
(https://learn.microsoft.com/en-us/previous-versions/visualstudio/design-tools/expression-studio-4/ff723963%28v=expression.40%29),
120 at squirrelscan (https://docs.squirrelscan.com/glossary/meta-description) and at Yoast
(MetaDescriptionLengthAssessment.js in https://github.com/Yoast/wordpress-seo). A note,
and cheap, down to a quarter more than Google's example; what is shorter is a warning, as a missing
one is, and costs more and more, up to nearly what that costs.
Read: 2026-11-30.

Example
-------
    description: All about rye.

Use instead
-----------
    description: Which rye flour suits a cold kitchen, and how much water it takes.

Not flagged
-----------
Chinese, Japanese and Korean descriptions of half as many, twice as wide, characters.
"""

from __future__ import annotations

from typing import Annotated

from seocheck.rulekit.api import (
    PIXELS_SLACK,
    STUB_WORDS,
    Analysis,
    Between,
    Finding,
    Findings,
    Rule,
    generic_description,
    keyword_list,
    plural,
    rising,
    width,
)

FONT_SIZE = 14.0


STUB = 0.4
"""The part of the width from which down a description says hardly more than none: "Mechanical pencil" fills a third."""
ROOM = 1 / 7
"""What room that is left costs at most, of the weight of the rule."""

RULE = Rule(weight=7, severity="note", evidence="documented", bound="convention", needs=("description",))


def check(analysis: Analysis, *, min_pixels: Annotated[int, Between(0, 2000)] = 350) -> Findings:
    """One finding when the description is short.

    min_pixels: width in pixels below which a description counts as too short.
    """
    description = analysis.article.description
    if description is None:
        return
    text = description.text
    if keyword_list(analysis, text.value):
        return  # description/list-of-keywords says so
    if generic_description(analysis):
        return  # description/generic says so
    if (title := analysis.article.title) is not None and analysis.language.spaced:
        words = set(analysis.content_stems(text.value))
        repeats = words and words <= set(analysis.content_stems(title.text.value))
        if repeats and len(text.value.split()) >= STUB_WORDS:
            return  # it only repeats the title, and description/repeats-title says so
    pixels = width(text.value, FONT_SIZE)
    if pixels >= min_pixels * (1.0 - PIXELS_SLACK):
        return
    yield Finding(
        text.span(),
        f"This description is only {plural(len(text.value), 'character')} long, about {pixels:,.0f} px; "
        f"aim for {min_pixels} px or more.",
        hint="Add what readers get from the article: the answer, the number, the place.",
        loss=_loss(1.0 - pixels / min_pixels),
        severity="warning" if pixels < STUB * min_pixels else None,
        subject="description",
        measured=f"{pixels:,.0f} px",
        target=f"at least {min_pixels} px",
    )


def _loss(left: float) -> float:
    """What it costs to leave this part of the width empty, in (0, 1]: little, but the more the less of a text it is."""
    room = ROOM * rising(left, 1.0)
    stub = max(left - (1.0 - STUB), 0.0) / STUB
    return room + (1.0 - room) * stub
