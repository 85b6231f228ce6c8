"""Where a link of an article leads, as far as the files tell."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable
from typing import Literal
from urllib.parse import unquote, urlsplit

import msgspec

ARTICLES = (".md", ".markdown", ".mdx", ".html", ".htm")
_INDEXES = ("index.md", "_index.md", "index.mdx", "index.html", "README.md")
_TEMPLATE = ("{{", "{%", "${", "<%", "{#", "[[")


class Target(msgspec.Struct, frozen=True):
    """Where a link leads.

    kind: "article" is one of the run, "file" is there and no article of it, "missing" is sure not to be there,
    "other case" is there with other capital and small letters, "unknown" is everything that files do not tell:
    other sites, addresses that a generator makes, templates. number: of the article. path: of the file. fragment:
    what stands behind the #, decoded.
    """

    kind: Literal["article", "file", "missing", "other case", "unknown"]
    path: str = ""
    fragment: str = ""
    number: int = -1


class Links:
    """Resolves links against the files of a run, and those beside them on the disk.

    paths: number and path of each article.
    """

    def __init__(self, paths: Iterable[tuple[int, str]]) -> None:
        self._numbers: dict[str, int] = {}
        self._folded: dict[str, str] = {}
        for number, path in paths:
            normal = posixpath.normpath(path)
            self._numbers[normal] = number
            self._folded[normal.casefold()] = normal

    def target(self, page: str, number: int, href: str) -> Target:
        """Where `href` in an article leads. number: that of the article itself."""
        href = href.strip()
        if not href or any(mark in href for mark in _TEMPLATE):
            return Target("unknown")
        try:
            parts = urlsplit(href)
        except ValueError:
            return Target("unknown")
        fragment = unquote(parts.fragment)
        if parts.scheme or parts.netloc or "\\" in href:
            return Target("unknown", fragment=fragment)
        if not parts.path:
            return Target("unknown") if parts.query else Target("article", page, fragment, number)
        path = unquote(parts.path)
        if path.startswith("/") or "\0" in path:
            return Target("unknown", fragment=fragment)
        return self._relative(page, path, fragment)

    def _relative(self, page: str, path: str, fragment: str) -> Target:
        folder = posixpath.dirname(page)
        direct = posixpath.normpath(posixpath.join(folder, path))
        tried = [direct]
        extension = posixpath.splitext(path)[1].lower()
        if path.endswith("/") or extension not in ARTICLES:
            tried += [posixpath.join(direct, index) for index in _INDEXES] + [
                f"{direct}{ending}" for ending in ARTICLES
            ]
        for candidate in tried:
            if candidate in self._numbers:
                return Target("article", candidate, fragment, self._numbers[candidate])
        for candidate in tried:
            if os.path.isfile(candidate):
                other = self._folded.get(candidate.casefold())  # a disk that knows no case has it all the same
                return Target("other case" if other else "file", other or candidate, fragment)
        if extension not in ARTICLES or not self._speaks_of_files(page, extension):
            return Target("unknown", fragment=fragment)
        other = self._folded.get(direct.casefold())
        return Target("other case", other, fragment) if other else Target("missing", direct, fragment)

    @staticmethod
    def _speaks_of_files(page: str, extension: str) -> bool:
        """Whether a link with this ending in such a file means a file beside it, and no address that is yet to be made.

        A Markdown article that links to page.html means what its generator will make.
        """
        markdown = page.lower().endswith((".md", ".markdown", ".mdx"))
        return extension in (".md", ".markdown", ".mdx") if markdown else extension in (".html", ".htm")
