"""An article as rules over a site see it, and which articles compete with each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span
from seocheck.base.web_address import parts_of
from seocheck.languages.tags import language_of_path
from seocheck.model.report import Place, Summary
from seocheck.readers.formats import extensions, file_of

_PAGINATION = late_pattern(r"(?:^|/)(?:page|seite|pagina|p)[/_-]?\d+(?:/|\.\w+$|$)", re.IGNORECASE)
_INDEX = frozenset(["index", "_index", "readme"])
_DATE = late_pattern(r"^\d{4}-\d{1,2}-\d{1,2}-")
_TAG = late_pattern(r"[A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?")
SURE = 2
"""Folders that are those of languages for sure, beside which others are too."""


class Page(msgspec.Struct, frozen=True):
    """One article of a site.

    number: counts the articles of a run from 0, in their order. rival: whether it competes with others at all: a
    further page of a list, and a version whose canonical names another page, do not. language: as `realm_of` has it, or
    as the folders beside its own tell.
    """

    number: int
    summary: Summary
    rival: bool
    language: str = ""

    @property
    def path(self) -> str:
        """The file, as reports name it."""
        return self.summary.path

    @property
    def name(self) -> str:
        """The file, as messages name it."""
        return self.path.removeprefix("./")

    @property
    def realm(self) -> tuple[str, str]:
        """Site and language: only pages that share both compete."""
        return self.summary.site, self.language


class SiteFinding(msgspec.Struct, frozen=True):
    """What a rule of a site finds, in one of its articles, or in a sitemap or feed.

    page: the number of the article. place: where in it; None for its beginning. listing: the number of the sitemap or
    feed that it is in; `page` says nothing then. others: the numbers of the articles that it is about besides, as those
    that share a title with it; shared: what they share, in words. The rest is as in `Finding`.
    """

    page: int
    place: Place | Span | None
    message: str
    hint: str
    subject: str
    measured: str = ""
    target: str = ""
    others: tuple[int, ...] = ()
    shared: str = ""
    listing: int | None = None


def realm_of(summary: Summary) -> tuple[str, str]:
    """The site of an article and its language; a page in a folder of translations that nobody has translated yet is
    none of its original's rivals all the same."""
    _, tag = language_of_path(summary.path)
    return summary.site, f"{summary.language} {tag.lower()}" if tag else summary.language


def language_folders(folders: Iterable[str]) -> dict[str, str]:
    """The folders that hold a language because those beside them do, each with its tag.

    A folder `it` or `id` may be anything; where it is beside `de` and `fr` it is a language.
    """
    below: dict[str, set[str]] = {}
    for folder in folders:
        parts = folder.split("/")
        for depth, name in enumerate(parts):
            if _TAG.fullmatch(name):
                below.setdefault("/".join(parts[:depth]), set()).add(name)
    found = {}
    for parent, names in below.items():
        if sum(language_of_path(f"{name}/x")[0] != "" for name in names) >= SURE:
            found.update({f"{parent}/{name}" if parent else name: name.lower() for name in names})
    return found


def tag_of(path: str, tags: Mapping[str, str]) -> str:
    """The tag of the outermost folder of a path that holds a language; "" for none. tags: as `language_folders`."""
    if not tags:
        return ""
    parts = path.split("/")[:-1]
    return next((tags[folder] for depth in range(len(parts)) if (folder := "/".join(parts[: depth + 1])) in tags), "")


def competes(summary: Summary) -> bool:
    """Whether an article counts for itself: it isn't a further page of a list, and names no other page as canonical."""
    if _PAGINATION.search(summary.path):
        return False
    path = parts_of(summary.canonical).path
    if not path or file_of(summary.path) != summary.path:  # the address of an item of an export is its own
        return True
    if _PAGINATION.search(path):
        return False
    return name_of(path) in ("", name_of(summary.path))


def name_of(path: str) -> str:
    """What a path or address calls its page: the last part without ending and date, that of the folder for an index."""
    parts = [part for part in path.split("/") if part not in ("", ".")]
    if not parts:
        return ""
    stem = parts[-1]
    for extension in extensions():
        stem = stem.removesuffix(extension)
    stem = stem.split(".")[0] if re.fullmatch(r"[^.]+\.[a-z]{2}(?:-[A-Za-z]{2})?", stem) else stem  # post.de.md
    if stem.lower() in _INDEX:
        stem = parts[-2] if len(parts) > 1 else ""
    return _DATE.sub("", stem).lower()
