"""The article as a page of results would show it: where title and description are cut."""

from __future__ import annotations

from seocheck.analysis.declared.pixel_width import cut, width
from seocheck.model.report import Report, Struct

TITLE_SIZE, DESCRIPTION_SIZE = 20.0, 14.0
"""Pixels of Arial, as the rules title/too-wide and description/too-long measure them."""
TITLE_WIDTH = 600.0
"""Pixels; the bound of title/too-wide."""
DESCRIPTION_WIDTHS = (("Desktop", 920.0), ("Mobile", 680.0))
"""Pixels; that for a desktop is the bound of description/too-long."""


class SnippetLine(Struct, frozen=True):
    """A line of a snippet: what is shown, what is cut off, how wide the whole is, and how wide it may be, in pixels."""

    shown: str
    rest: str
    pixels: float
    most: float


class Snippet(Struct, frozen=True):
    """What one kind of screen shows."""

    screen: str
    title: SnippetLine
    description: SnippetLine


def snippets(report: Report, shown_title: str) -> list[Snippet]:
    """The snippet on each kind of screen. shown_title: the title as a browser has it, "" where it is not known."""
    title = shown_title or (report.title.text if report.title is not None else "")
    description = report.description.text if report.description is not None else ""
    first = _line(title, TITLE_SIZE, TITLE_WIDTH)
    return [
        Snippet(screen=screen, title=first, description=_line(description, DESCRIPTION_SIZE, most))
        for screen, most in DESCRIPTION_WIDTHS
    ]


def _line(text: str, size: float, most: float) -> SnippetLine:
    text = " ".join(text.split())
    end = cut(text, size, most)
    return SnippetLine(shown=text[:end], rest=text[end:], pixels=width(text, size), most=most)
