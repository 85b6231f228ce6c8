"""Where a link of an article leads, as far as the files tell."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Literal
from urllib.parse import unquote

import msgspec

from seocheck.base.web_address import parts_of
from seocheck.readers.formats import FORMATS, by_path
from seocheck.site.addresses import Addresses, is_page
from seocheck.site.pages import Page
from seocheck.site.template_links import TemplateLink, template_link

_PAGES = tuple(ending for each in FORMATS if each.is_page for ending in each.extensions)
ARTICLES = tuple(dict.fromkeys(ending for each in FORMATS for ending in each.links_to))
_INDEXES = tuple(f"{stem}{ending}" for stem in ("index", "_index", "README") for ending in ARTICLES)
"""What stands for its folder, in the order in which it is looked for."""
MOST_ROOTS = 30
MOST_KEPT = 50_000
"""Addresses whose destination is kept."""
_STATIC = ("static", "public", "assets", "content", "docs", "src", "pages", "site")
_TEMPLATE = ("{{", "{%", "${", "<%", "{#", "[[")


class LinkTarget(msgspec.Struct, frozen=True):
    """Where a link leads.

    kind: "article" is one of the run, "file" is there and no article of it, "missing" is sure not to be there,
    "other case" is there with other capital and small letters, "unknown" is everything that files do not tell:
    other sites, addresses that a generator makes, templates. number: of the article. path: of the file. fragment:
    what is after the #, decoded; "" where several articles may be meant.
    """

    kind: Literal["article", "file", "missing", "other case", "unknown"]
    path: str = ""
    fragment: str = ""
    number: int = -1


class Links:
    """Resolves links against the files of a run, and those beside them on the disk.

    paths: number and path of each article. pages: gives all articles, for links by address.
    """

    def __init__(self, paths: Iterable[tuple[int, str]], pages: Callable[[], Iterable[Page]] = tuple) -> None:
        self._numbers: dict[str, int] = {}
        self._folded: dict[str, str] = {}
        self._paths: list[str] = []
        self._pages = pages
        self._at: dict[str, LinkTarget] = {}  # address -> where it leads; most are on many pages
        self._below: dict[str, set[str]] = {}  # folder -> names of all that lies in it, without ending
        for number, path in paths:
            normal = posixpath.normpath(path)
            self._numbers[normal] = number
            self._folded[normal.casefold()] = normal
            self._paths.append(path)

    @cached_property
    def _addresses(self) -> Addresses:
        hrefs = (link.href for page in self._pages() for link in page.summary.links)
        return Addresses(self._pages(), (address for href in hrefs if (address := address_in(href))))

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        """Files of the run by their names without ending."""
        found: dict[str, list[str]] = {}
        for path in self._numbers:
            stem = posixpath.splitext(posixpath.basename(path))[0]
            found.setdefault(stem, []).append(path)
            if stem in ("index", "_index"):
                found.setdefault(posixpath.basename(posixpath.dirname(path)), []).append(path)
        return found

    def target(self, page: str, number: int, href: str) -> LinkTarget:
        """Where `href` in an article leads. number: that of the article itself."""
        href = href.strip()
        if (said := template_link(href)) is not None:
            return self._of_template(page, said)
        if not href or any(mark in href for mark in _TEMPLATE):
            return LinkTarget("unknown")
        parts = parts_of(href)
        fragment = unquote(parts.fragment)
        if parts.scheme or parts.netloc or "\\" in href or (not any(parts) and href != "#"):
            return LinkTarget("unknown", fragment=fragment)
        if not parts.path:
            return LinkTarget("unknown") if parts.query else LinkTarget("article", page, fragment, number)
        path = unquote(parts.path)
        if "\0" in path:
            return LinkTarget("unknown", fragment=fragment)
        if path.startswith("/"):
            return self._address(path, fragment)
        return self._relative(page, path, fragment)

    def _of_template(self, page: str, said: TemplateLink) -> LinkTarget:
        fragment = unquote(parts_of(said.rest or said.name).fragment)
        if said.kind == "address":
            return self._address(parts_of(said.name).path, fragment)
        name = posixpath.normpath(said.name.partition("#")[0].strip("/") or ".")
        stem = posixpath.splitext(posixpath.basename(name))[0] if said.kind != "post" else posixpath.basename(name)
        for path in self._names.get(stem, ()):
            whole = posixpath.splitext(path)[0].removesuffix("/index").removesuffix("/_index")
            if said.kind == "post" or f"/{whole}".endswith(f"/{posixpath.splitext(name)[0]}"):
                return LinkTarget("article", path, fragment, self._numbers[path])
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(page), name))
        if any(f"{beside}{ending}" in self._numbers for ending in ("", *ARTICLES)):
            found = next(f"{beside}{ending}" for ending in ("", *ARTICLES) if f"{beside}{ending}" in self._numbers)
            return LinkTarget("article", found, fragment, self._numbers[found])
        root = _root_for(page, said.kind)
        if root is None or self._is_below(root, name, said.kind):
            return LinkTarget("unknown", fragment=fragment)
        return LinkTarget("missing", said.name, fragment)

    def article_at(self, address: str) -> bool:
        """Whether an article, or a folder of articles, may be found at an address from the root of the site."""
        return self._addresses.is_known(address)

    def file_at(self, address: str) -> bool:
        """Whether a file that isn't an article of the run may be found there."""
        return self._is_file(address)

    @staticmethod
    def file_beside(listing: str, address: str) -> bool:
        """Whether the folder of a sitemap or feed, taken for the root of the site, has a file for an address."""
        path = posixpath.join(posixpath.dirname(listing), address.strip("/"))
        return any(os.path.exists(f"{path}{ending}") for ending in ("", *_PAGES))

    def _address(self, path: str, fragment: str) -> LinkTarget:
        target = self._at.get(path)
        if target is None:
            if len(self._at) >= MOST_KEPT:
                self._at.clear()
            target = self._at[path] = self._at_address(path)
        sure = target.kind != "article" or not self._addresses.is_of_several(path)
        return msgspec.structs.replace(target, fragment=fragment if sure else "") if fragment else target

    def _at_address(self, path: str) -> LinkTarget:
        number = self._addresses.article(path)
        if number is not None:
            return LinkTarget("article", posixpath.normpath(self._paths[number]), "", number)
        if is_page(path) and self._addresses.is_missing(path) and not self._is_file(path):
            return LinkTarget("missing", path)
        return LinkTarget("unknown")

    @cached_property
    def _roots(self) -> list[str]:
        """Folders that a generator may copy to the root of the site, or take pages from."""
        folders = {posixpath.dirname(path) for path in self._numbers}
        try:
            common = posixpath.commonpath(folders)
        except ValueError:  # some of them absolute
            return []
        depth = len([part for part in common.split("/") if part])
        tops = {common, posixpath.dirname(common)}
        tops |= {"/".join(folder.split("/")[: depth + 1]) for folder in folders}
        kept = [posixpath.join(top, name) for top in sorted(tops)[:MOST_ROOTS] for name in ("", *_STATIC)]
        return [folder for folder in kept if os.path.isdir(folder or ".")]

    def _is_file(self, path: str) -> bool:
        """Whether something of this name lies in a folder that may be the root of the site."""
        inside = path.strip("/")
        return any(
            os.path.exists(posixpath.join(root, f"{inside}{ending}"))
            for root in self._roots for ending in ("", *ARTICLES)
        )  # fmt: skip

    def _is_below(self, root: str, name: str, kind: str) -> bool:
        """Whether a file that isn't an article of the run has the name."""
        if kind in ("file", "content"):
            return os.path.exists(posixpath.join(root, name))
        if root not in self._below:
            walked = os.walk(root or ".")
            self._below[root] = {
                each if each in folders else posixpath.splitext(each)[0]
                for _, folders, files in walked for each in (*folders, *files)
            }  # fmt: skip
        base = posixpath.basename(name)
        return (posixpath.splitext(base)[0] if kind == "reference" else base) in self._below[root]

    def _relative(self, page: str, path: str, fragment: str) -> LinkTarget:
        folder = posixpath.dirname(page)
        direct = posixpath.normpath(posixpath.join(folder, path))
        tried = [direct]
        if posixpath.basename(direct).startswith("index."):  # Hugo's list pages
            tried.append(posixpath.join(posixpath.dirname(direct), f"_{posixpath.basename(direct)}"))
        extension = posixpath.splitext(path)[1].lower()
        if path.endswith("/") or extension not in ARTICLES:
            tried += [posixpath.join(direct, index) for index in _INDEXES] + [
                f"{direct}{ending}" for ending in ARTICLES
            ]
        for candidate in tried:
            if candidate in self._numbers:
                return LinkTarget("article", candidate, fragment, self._numbers[candidate])
        for candidate in tried:
            if os.path.isfile(candidate):
                other = self._folded.get(candidate.casefold())  # a disk that knows no case has it all the same
                return LinkTarget("other case" if other else "file", other or candidate, fragment)
        if extension not in ARTICLES or not self._speaks_of_files(page, extension):
            return LinkTarget("unknown", fragment=fragment)
        other = self._folded.get(direct.casefold())
        return LinkTarget("other case", other, fragment) if other else LinkTarget("missing", direct, fragment)

    @staticmethod
    def _speaks_of_files(page: str, extension: str) -> bool:
        """Whether a link with this ending in such a file means a file beside it, and no address that is yet to be made.

        A Markdown article that links to page.html means what its generator will make.
        """
        known = by_path(page)
        return known is not None and extension in known.links_to


def address_in(href: str) -> str:
    """The address of a page from the root of the site that a link names; "" for none."""
    said = template_link(href)
    if said is not None:
        href = said.name if said.kind == "address" else ""
    parts = parts_of(href)
    if parts.scheme or parts.netloc or not parts.path.startswith("/") or "{" in href or not is_page(parts.path):
        return ""
    return parts.path


def _root_for(page: str, kind: str) -> str | None:
    """The folder in which a reference looks: `content` of Hugo and Zola; for Jekyll the one that holds `_posts`."""
    parts = posixpath.normpath(page).split("/")
    wanted = "content" if kind in ("reference", "content") else "_posts"
    if wanted not in parts:
        return None
    place = parts.index(wanted)
    return "/".join(parts[: place + 1] if kind != "file" else parts[:place])
