"""Which entries of sitemaps and feeds lead to no article, as far as the files tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote

import msgspec

from seocheck.base.web_address import parts_of
from seocheck.model.article import ListingKind
from seocheck.readers.listing import ListedAddress
from seocheck.site.addresses import is_page, normal, section
from seocheck.site.index import SiteIndex
from seocheck.site.links import Links

DEEPEST = 4
"""Folders of the site's own address, as in https://people.example/~mary/site/, that are tried at most."""


class DeadEntry(msgspec.Struct, frozen=True):
    """An entry that leads nowhere: listing is the number of the sitemap or feed, kind what it is."""

    listing: int
    kind: ListingKind
    entry: ListedAddress
    address: str


class _Host:
    """What all sitemaps and feeds name of one host: addresses, each once, from the root of the host."""

    def __init__(self) -> None:
        self.paths: set[str] = set()

    def base(self, links: Links) -> str:
        """The part of the addresses that the files know nothing of: the one without which most are found."""
        above: Counter[str] = Counter()
        for path in self.paths:
            folders = path.strip("/").split("/")[:-1]
            above.update("/".join(folders[: depth + 1]) for depth in range(min(len(folders), DEEPEST)))
        tried = ["", *sorted(base for base, count in above.items() if 2 * count >= len(self.paths))]
        found = {base: sum(links.article_at(_without(path, base)) for path in self.paths) for base in tried}
        return max(tried, key=lambda base: found[base])  # the first of equals is the shortest


def dead_entries(index: SiteIndex, links: Links, *, found: float, least: int) -> Iterator[DeadEntry]:
    """Entries that lead to no article and to no other file, by listing and in its order.

    An address is judged in a part of the site (the first folder of addresses) of which at least `least` addresses are
    listed, and the share `found` of them is that of an article: there the files tell where articles are published.
    """
    hosts: dict[str, _Host] = {}
    main = {number: _main_host(index, number) for number, _, _ in index.listings()}
    for number, host in main.items():
        group = hosts.setdefault(host, _Host())
        group.paths.update(path for _, path in _paths(index, number, host))
    bases = {host: group.base(links) for host, group in hosts.items()}
    understood = {
        host: _understood([_without(path, bases[host]) for path in group.paths], links, found, least)
        for host, group in hosts.items()
    }
    for number, file, kind in index.listings():
        host = main[number]
        for entry, path in _paths(index, number, host):
            address = _without(path, bases[host])
            if section(normal(address)) not in understood[host] or links.article_at(address):
                continue
            if not links.file_at(address) and not links.file_beside(file, address):
                yield DeadEntry(number, kind, entry, address)


def _main_host(index: SiteIndex, listing: int) -> str:
    """The host that most entries name: what few name is another site's."""
    hosts = Counter(_split(entry.href)[0] for entry in index.entries(listing))
    return hosts.most_common(1)[0][0] if hosts else ""


def _paths(index: SiteIndex, listing: int, host: str) -> Iterator[tuple[ListedAddress, str]]:
    """The entries that name a page of a host, each with its path."""
    for entry in index.entries(listing):
        named, path, query = _split(entry.href)
        if named == host and not query and is_page(path):
            yield entry, path


def _split(href: str) -> tuple[str, str, str]:
    parts = parts_of(href)
    return parts.netloc.casefold().removeprefix("www."), unquote(parts.path), parts.query


def _without(path: str, base: str) -> str:
    """An address without the folders of the site itself."""
    inside = path.strip("/")
    if not base or not (inside == base or inside.startswith(f"{base}/")):
        return path
    return inside.removeprefix(base)


def _understood(addresses: list[str], links: Links, found: float, least: int) -> set[str]:
    """The first folders of addresses of which enough are found."""
    listed = Counter(section(normal(address)) for address in addresses)
    met = Counter(section(normal(address)) for address in addresses if links.article_at(address))
    return {name for name, count in listed.items() if count >= least and met[name] >= found * count}
