"""What an article's addresses call the site: the host of its canonical address, and that of its mail."""

from __future__ import annotations

from seocheck.base.late_pattern import late_pattern
from seocheck.model.article import Article

_HOST = late_pattern(r"https?://(?:www\.)?([\w.-]+)")
_MAIL = late_pattern(r"mailto:([\w.+-]+)@([\w.-]+)")
_MANY = 200
"""Links that are looked at."""


def own_labels(article: Article) -> frozenset[str]:
    """The letters of what the site is called in its addresses: "ovenbakery" of https://www.oven-bakery.com/bread."""
    found: list[str] = []
    for name in ("canonical", "og:url"):
        for field in article.metadata.get(name, ()):
            host = _HOST.match(field.text.value)
            found += host[1].split(".")[:-1] if host else []
    for link in article.links[:_MANY]:
        mail = _MAIL.match(link.href)
        if mail:
            found += [mail[1], *mail[2].split(".")[:-1]]
    return frozenset(letters_of(label) for label in found if label)


def letters_of(value: str) -> str:
    """The letters and digits of a text, in small letters, with nothing between them."""
    return "".join(filter(str.isalnum, value.casefold()))
