"""An alternative text written for a search engine.

What it finds
-------------
An alternative text that says one declared keyword three times or more, or one of more than 125
characters that lists three declared keywords or more between commas.

Why it matters
--------------
People hear it read out and learn nothing about the image.

Evidence
--------
Class: documented, bound: convention.
Source: Google: "Avoid filling alt attributes with keywords (also known as keyword stuffing) as it
results in a negative user experience and may cause your site to be seen as spam",
https://developers.google.com/search/docs/appearance/google-images. The numbers are ours; for 125
characters see https://docs.squirrelscan.com/rules/images/alt-text.
Read: 2026-11-22.

Example
-------
    keywords: [rye bread]

    ![rye bread, best rye bread, rye bread recipe](rye.jpg)

Use instead
-----------
    keywords: [rye bread]

    ![A dark loaf of rye bread on a wooden board](rye.jpg)

Not flagged
-----------
A keyword said once or twice; a long description of an image; a list of what an image shows, as
long as it is not a list of the keywords.
"""

from __future__ import annotations

import re
from typing import Annotated

from seocheck.rulekit.api import Analysis, Between, Finding, Findings, Rule, rising, split

RULE = Rule(weight=1, severity="note", evidence="documented", bound="convention", needs=("images", "keywords"))

LISTED = 3
"""Declared keywords between commas that make a text a list of them."""
MAX_KEYWORDS = 200
LONGEST = 2000
"""Characters of an alternative text that are looked at."""


def check(
    analysis: Analysis,
    *,
    max_repeats: Annotated[int, Between(1, 20)] = 2,
    max_characters: Annotated[int, Between(20, 2000)] = 125,
) -> Findings:
    """One finding for each such text.

    max_repeats: times that a keyword may be said.
    max_characters: length from which on a list of keywords counts.
    """
    keywords = [
        (keyword.text.value, stems)
        for keyword in analysis.keywords[:MAX_KEYWORDS]
        if (stems := _stems(analysis, keyword.text.value))
    ]
    for image in analysis.article.images:
        if not image.alt:
            continue
        value = image.alt.value
        stems = _stems(analysis, value[:LONGEST])
        most, said = max(((_count(stems, wanted), name) for name, wanted in keywords), default=(0, ""))
        pieces = {_stems(analysis, piece) for piece in re.split(r"[,;|、，]", value[:LONGEST])}
        listed = sum(wanted in pieces for _, wanted in keywords)
        if most > max_repeats:
            what, loss = f"says “{said}” {most} times", rising(most - max_repeats, 4.0)
        elif len(value) > max_characters and listed >= LISTED:
            what, loss = f"lists {listed} of the keywords in {len(value)} characters", rising(listed, 10.0)
        else:
            continue
        yield Finding(
            image.alt.span(),
            f"The alternative text {what}.",
            hint="Describe what the image shows, as you would on the phone.",
            loss=loss,
            subject=value[:80],
            measured=what,
            target="a description of the image",
        )


def _stems(analysis: Analysis, value: str) -> tuple[str, ...]:
    return tuple(analysis.words.stems(token.text) for token in split(value, analysis.language))


def _count(stems: tuple[str, ...], wanted: tuple[str, ...]) -> int:
    size = len(wanted)
    return sum(stems[at : at + size] == wanted for at in range(len(stems) - size + 1))
