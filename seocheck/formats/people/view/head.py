"""What the head of a page tells results and social networks: address, site, date, the card that is shared."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from seocheck.base.late_pattern import late_pattern
from seocheck.formats.people.view.article_view import HeadView
from seocheck.model.article import Article
from seocheck.model.report import Report

ADDRESSES = ("canonical", "og:url", "url", "permalink")
DATES = ("date", "article:published_time", "datepublished", "published", "publishdate", "pubdate", "created")
IMAGES = ("og:image", "twitter:image", "image", "cover", "cover_image", "featured_image", "thumbnail")

_DAY = late_pattern(r"(\d{4})-(\d{2})-(\d{2})")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def head_view(article: Article, report: Report) -> HeadView:
    """What is declared; "" for what isn't, but the address, which the path stands in for."""
    address = report.summary.canonical or _first(article, ADDRESSES)
    host, trail = _trail(address, article.slug.value if article.slug else "", article.source.path)
    return HeadView(
        host=host,
        trail=trail,
        site=_first(article, ("og:site_name",)) or report.summary.site or host,
        date=_day(_first(article, DATES)),
        social_title=_first(article, ("og:title", "twitter:title")),
        social_description=_first(article, ("og:description", "twitter:description")),
        image=_first(article, IMAGES),
        image_alt=_first(article, ("og:image:alt", "twitter:image:alt")),
    )


def _first(article: Article, names: tuple[str, ...]) -> str:
    for name in names:
        for field in article.metadata.get(name, ()):
            if value := " ".join(field.text.value.split()):
                return value
    return ""


def _trail(address: str, slug: str, path: str) -> tuple[str, tuple[str, ...]]:
    """The host, and the parts of the address behind it; without an address the article's own last part."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        parts, host = urlsplit(""), ""
    steps = tuple(unquote(step) for step in parts.path.split("/") if step)
    if not host and not steps:
        steps = (slug,) if slug else (path.rsplit("/", 1)[-1],)
    return host.removeprefix("www."), steps[-3:]


def _day(written: str) -> str:
    """ "2026-03-09" and what begins so as a result shows it: "Mar 9, 2026"; "" for any other date."""
    found = _DAY.match(written)
    if found is None or not 1 <= int(found[2]) <= 12:
        return ""
    return f"{_MONTHS[int(found[2]) - 1]} {int(found[3])}, {found[1]}"
