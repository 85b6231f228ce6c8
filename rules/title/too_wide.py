"""A title that search results would cut.

What it finds
-------------
A title whose estimated width is over 600 pixels, measured in Arial at 20 pixels as desktop
results print it, after the settings' title_template is applied.

Why it matters
--------------
What does not fit is replaced by dots; a keyword at the end may not be seen.

Evidence
--------
Class: measured.
Source: Google states no limit; titles are cut "as needed, typically to fit the device width",
https://developers.google.com/search/docs/appearance/title-link. Width by practice of tools that
measure: 600 px. An estimate, hence a note.
Read: 2026-11-22.

Example
-------
    title: Everything You Have Ever Wanted to Know About Feeding a Sourdough Starter in Winter

Not flagged
-----------
Long titles of narrow letters that still fit.

Options
-------
max_pixels: width in pixels above which a title counts as too wide (100 to 2000).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import msgspec

from seocheck.analysis import Analysis
from seocheck.analysis.pixel_width import cut, width
from seocheck.rule import Finding, Rule, rising

FONT_SIZE = 20.0
"""Pixels; the size at which desktop results print a title."""


@dataclass(frozen=True, slots=True)
class Options:
    """Options of the rule."""

    max_pixels: Annotated[int, msgspec.Meta(ge=100, le=2000)] = 600


RULE = Rule(weight=3, severity="note", evidence="measured", needs=("title",))


def check(analysis: Analysis, options: Options) -> Iterator[Finding]:
    """One finding on the part of the title that would be cut."""
    title = analysis.shown_title
    if title is None:
        return
    pixels = width(title.value, FONT_SIZE)
    if pixels <= options.max_pixels:
        return
    at = cut(title.value, FONT_SIZE, options.max_pixels)
    shown = title.value[:at].rstrip()
    lost = len(title.value) - len(title.value[at:].lstrip())
    yield Finding(
        title.span(lost),
        f"Title is {len(title.value)} characters, about {pixels:,.0f} px wide; "
        f"results show about {options.max_pixels}.",
        hint=f"Results would end it after “{_tail(shown)}”; move what matters before that, or shorten it.",
        loss=rising(pixels - options.max_pixels, options.max_pixels),
        subject="title",
        measured=f"{pixels:,.0f} px",
        target=f"at most {options.max_pixels} px",
    )


def _tail(text: str) -> str:
    words = text.split()
    return " ".join(words[-4:]) if len(words) > 1 else text[-30:]
