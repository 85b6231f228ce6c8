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
from seocheck.rule import Finding, Rule
from seocheck.rule_parts import too_wide

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
    if title is not None:
        most = options.max_pixels
        yield from too_wide(title, called="Title", subject="title", size=FONT_SIZE, most=most, grave=False)
