"""The addresses at which a generator may publish a site's articles, as far as the files tell.

Nobody but the generator knows its rules, so an article is given every address that the usual ones (Hugo, Jekyll,
Eleventy, Docusaurus, MkDocs) would make: with and without the first folders of its path, its date, its ending; its
slug, and what its front matter says under `url`, `permalink`, `aliases` and `redirect_from`. An address that none of
them has is called missing only in a part of the site where nearly all others are found: there the rules are understood.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

from seocheck.base.late_pattern import late_pattern
from seocheck.base.web_address import parts_of
from seocheck.site.pages import Page

UNDERSTOOD = 0.9
"""The share of a section's addresses that must be found, and ..."""
ENOUGH = 10
"""... how many different ones at least, before one that is not counts as missing."""

_ENDING = late_pattern(r"\.(?:mdx?|markdown|html?|txt)$", re.IGNORECASE)
_PAGE = late_pattern(r"\.(?:html?|php|aspx?)$", re.IGNORECASE)
_OTHER_FILE = late_pattern(r"\.[A-Za-z0-9]{1,8}$")
_LANGUAGE = late_pattern(r"^(.+)\.([a-z]{2}(?:-[A-Za-z]{2,4})?)$")
_DATED = late_pattern(r"^(\d{4})-(\d{1,2})-(\d{1,2})-(.+)$")
_INDEX = ("index", "_index", "readme")
_GENERATED = frozenset([
    "tags", "tag", "categories", "category", "topics", "topic", "authors", "author", "series", "archive", "archives",
    "page", "feed", "rss", "search", "sitemap", "404", "login", "api", "static", "assets", "images", "img", "css", "js",
])  # fmt: skip
"""Parts of addresses that generators make lists or files for."""


def normal(address: str) -> str:
    """An address without host, query, fragment, ending and index, in small letters: "posts/rye"."""
    path = unquote(parts_of(address).path)
    parts = [part for part in path.casefold().split("/") if part not in ("", ".")]
    if parts:
        parts[-1] = _ENDING.sub("", _PAGE.sub("", parts[-1]))
        if parts[-1] in _INDEX:
            parts.pop()
    return "/".join(parts)


def is_page(address: str) -> bool:
    """Whether an address is that of a page, and neither of another kind of file nor of a list that is generated."""
    path = parts_of(address).path
    last = path.rsplit("/", 1)[-1]
    if _OTHER_FILE.search(last) and not _PAGE.search(last):
        return False
    parts = path.casefold().strip("/").split("/")
    return bool(parts[0]) and _GENERATED.isdisjoint(parts)


def addresses_of(page: Page) -> Iterator[str]:
    """The addresses that an article may have, as `normal` writes them; some of them several times."""
    *folders, file = [part for part in page.path.casefold().split("/") if part not in ("", ".")] or [""]
    stem = _ENDING.sub("", file)
    language = _LANGUAGE.match(stem)
    if language:
        stem = language[1]
    folders = [folder for folder in folders if not folder.startswith("_")]
    endings: list[list[str]] = []
    if stem in _INDEX:
        endings.append([])
    else:
        endings.append([stem])
        if dated := _DATED.match(stem):
            year, month, day, name = dated.groups()
            endings += [[name], [year, month.zfill(2), day.zfill(2), name], [year, month.zfill(2), name], [year, name]]
    own = page.summary.addresses
    slugs = [address for address in own if "/" not in address]
    for slug in slugs:
        endings.append([slug.casefold()])
        endings += [[*ending[:-1], slug.casefold()] for ending in endings[1:5] if len(ending) > 1]
    for first in range(len(folders) + 1):
        for ending in endings:
            made = "/".join([*folders[first:], *ending])
            yield made
            if language:
                yield f"{language[2]}/{made}"
    if stem in _INDEX and slugs and folders:  # a bundle: content/posts/rye/index.md with a slug
        yield from ("/".join([*folders[first:-1], slug.casefold()]) for slug in slugs for first in range(len(folders)))
    yield from (normal(address) for address in own if "/" in address)


class Addresses:
    """Which article an address leads to, and whether one that leads to none is missing.

    pages: all articles. linked: the addresses of pages that their links name, from the root of the site.
    """

    def __init__(self, pages: Iterable[Page], linked: Iterable[str]) -> None:
        self._numbers: dict[str, int] = {}
        self._several: set[str] = set()
        self._folders: set[str] = set()
        translated: list[tuple[str, int]] = []
        for page in pages:
            is_translation = _LANGUAGE.match(_ENDING.sub("", page.path.casefold().rpartition("/")[2])) is not None
            for address in addresses_of(page):
                if is_translation:  # the plain address is that of the original, where there is one
                    translated.append((address, page.number))
                else:
                    self._add(address, page.number)
        for address, number in translated:
            self._add(address, number)
        self._understood = self._sections({normal(address) for address in linked})

    def _add(self, address: str, number: int) -> None:
        if self._numbers.setdefault(address, number) != number:
            self._several.add(address)
        folder = address.rpartition("/")[0]
        while folder and folder not in self._folders:
            self._folders.add(folder)
            folder = folder.rpartition("/")[0]

    def article(self, address: str) -> int | None:
        """The number of the article at an address; None for none."""
        return self._numbers.get(normal(address))

    def is_of_several(self, address: str) -> bool:
        """Whether several articles may be meant, as where one names the other's address among its aliases."""
        return normal(address) in self._several

    def is_known(self, address: str) -> bool:
        """Whether an article, or a folder of articles, has the address."""
        return self._is_known(normal(address))

    def is_missing(self, address: str) -> bool:
        """Whether there is sure to be nothing at the address of a page."""
        wanted = normal(address)
        return not self._is_known(wanted) and section(wanted) in self._understood

    def _is_known(self, address: str) -> bool:
        return address in self._numbers or address in self._folders

    def _sections(self, linked: Iterable[str]) -> set[str]:
        found: Counter[str] = Counter()
        all_of: Counter[str] = Counter()
        for address in linked:
            all_of[section(address)] += 1
            found[section(address)] += self._is_known(address)
        return {section for section in all_of if _is_understood(section, found, all_of)}


def section(address: str) -> str:
    """The first part of an address of several; what is at the root is a section of its own."""
    return address.partition("/")[0] if "/" in address else ""


def _is_understood(section: str, found: Mapping[str, int], all_of: Mapping[str, int]) -> bool:
    return bool(section) and found[section] >= ENOUGH and found[section] >= UNDERSTOOD * all_of[section]
