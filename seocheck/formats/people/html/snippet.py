"""The article as results and social networks would show it: where title and description are cut."""

from __future__ import annotations

from seocheck.analysis.declared.pixel_width import cut, width
from seocheck.formats.people.view.article_view import ArticleView
from seocheck.model.report import DeclaredField, Report, Struct

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
    """What one kind of screen shows. site: its name. initial: in the place of its icon. address: as steps. date: "" for
    none."""

    screen: str
    site: str
    initial: str
    address: tuple[str, ...]
    date: str
    title: SnippetLine
    description: SnippetLine


class SocialCard(Struct, frozen=True):
    """What a social network shows of a link. own: whether the page declares a title or an image for it; else the card
    is made of title and description."""

    host: str
    title: str
    description: str
    image: str
    own: bool


def snippets(report: Report, view: ArticleView | None) -> list[Snippet]:
    """The snippet on each kind of screen. view: of the article; without it neither its head nor the title that a
    browser has is known."""
    head = view.head if view is not None else None
    title = (view.shown_title if view is not None else "") or _declared(report.title)
    first = _line(title, TITLE_SIZE, TITLE_WIDTH)
    site = (head.site if head is not None else report.summary.site) or "Your site"
    steps = ((head.host or "your-site", *head.trail) if head is not None else ("your-site", report.path))[:4]
    return [
        Snippet(
            screen=screen, site=site, initial=site[:1].upper(), address=steps, date=head.date if head else "",
            title=first, description=_line(_declared(report.description), DESCRIPTION_SIZE, most),
        )
        for screen, most in DESCRIPTION_WIDTHS
    ]  # fmt: skip


def social_card(report: Report, view: ArticleView | None) -> SocialCard:
    """The card that a link to the article gets."""
    head = view.head if view is not None else None
    return SocialCard(
        host=(head.host if head is not None else "") or "your-site",
        title=(head.social_title if head is not None else "") or _declared(report.title),
        description=(head.social_description if head is not None else "") or _declared(report.description),
        image=head.image if head is not None else "",
        own=head is not None and bool(head.social_title or head.social_description or head.image),
    )


def _declared(field: DeclaredField | None) -> str:
    return " ".join(field.text.split()) if field is not None else ""


def _line(text: str, size: float, most: float) -> SnippetLine:
    text = " ".join(text.split())
    end = cut(text, size, most)
    return SnippetLine(shown=text[:end], rest=text[end:], pixels=width(text, size), most=most)
