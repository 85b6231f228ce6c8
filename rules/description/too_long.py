"""A meta description too long to be shown whole.

What it finds
-------------
A description whose estimated width is over 920 pixels, measured in Arial at 14 pixels as
desktop results print it. From one and a half times that width on it is a warning.

Why it matters
--------------
What does not fit is replaced by dots; what the article promises at the end is not seen.

Evidence
--------
Class: measured.
Source: Google states no limit; "the snippet is truncated in Google Search results as needed,
typically to fit the device width",
https://developers.google.com/search/docs/appearance/snippet. The width is an estimate by
practice of tools that measure: about 920 px on a desktop, 680 on a phone.
Read: 2026-11-22.

Example
-------
    description: (three sentences, 260 characters)

Not flagged
-----------
Long descriptions of narrow letters that still fit. Characters are reported, never judged.

Options
-------
max_pixels: width in pixels above which a description counts as too long (100 to 4000).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import msgspec

from seocheck.analysis import Analysis
from seocheck.analysis.pixel_width import cut, width
from seocheck.rule import Finding, Rule, rising

FONT_SIZE = 14.0
"""Pixels; the size at which desktop results print a snippet."""
WARNING_FROM = 1.5
"""Times the width from which on a third of the description is lost."""


@dataclass(frozen=True, slots=True)
class Options:
    """Options of the rule."""

    max_pixels: Annotated[int, msgspec.Meta(ge=100, le=4000)] = 920


RULE = Rule(weight=3, severity="note", evidence="measured", needs=("description",))


def check(analysis: Analysis, options: Options) -> Iterator[Finding]:
    """One finding on the part of the description that would be cut."""
    description = analysis.article.description
    if description is None:
        return
    text = description.text
    pixels = width(text.value, FONT_SIZE)
    if pixels <= options.max_pixels:
        return
    at = cut(text.value, FONT_SIZE, options.max_pixels)
    words = text.value[:at].split()
    shown = " ".join(words[-4:]) if len(words) > 1 else text.value[:at][-30:]
    lost = len(text.value) - len(text.value[at:].lstrip())
    yield Finding(
        text.span(lost),
        f"Description is {len(text.value)} characters, about {pixels:,.0f} px wide; "
        f"results show about {options.max_pixels}.",
        hint=f"Results would end it after “{shown}”; say what matters before that, or shorten it.",
        loss=rising(pixels - options.max_pixels, options.max_pixels),
        subject="description",
        measured=f"{pixels:,.0f} px",
        target=f"at most {options.max_pixels} px",
        severity="warning" if pixels >= WARNING_FROM * options.max_pixels else None,
    )
