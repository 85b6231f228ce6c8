"""What an article calls the site itself: in its addresses, in its mail, and behind the bar in its title."""

from __future__ import annotations

from collections import Counter

from seocheck.base.late_pattern import late_pattern
from seocheck.model.article import Article

_HOST = late_pattern(r"https?://(?:www\.)?([\w.-]+)")
_MAIL = late_pattern(r"mailto:([\w.+-]+)@([\w.-]+)")
_PART = late_pattern(r"\s[|·»]\s|\s[–—-]\s")
_BAR = late_pattern(r"\s\|\s")
_AGAIN = 2
"""Links to one host from which on it may be the site's own."""
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


def linked_labels(article: Article) -> frozenset[str]:
    """The letters of the hosts that an article links to, or has images of, again and again: its own, or that of what it
    is about."""
    addresses = [link.href for link in article.links[:_MANY]] + [image.src for image in article.images[:_MANY]]
    hosts = map(_HOST.match, addresses)
    counted = Counter(host[1] for host in hosts if host)
    return frozenset(
        letters_of(label) for host, times in counted.items() if times >= _AGAIN for label in host.split(".")[:-1]
    )


def behind_the_bar(title: str) -> frozenset[str]:
    """The letters of each part of a title that follows a bar: "Prices | Oven Bakery - since 1910"."""
    bar = _BAR.search(title)
    return frozenset(letters_of(part) for part in _PART.split(title[bar.end() :])) if bar else frozenset()


def letters_of(value: str) -> str:
    """The letters and digits of a text, in small letters, with nothing between them."""
    return "".join(filter(str.isalnum, value.casefold()))
