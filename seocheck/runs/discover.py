"""Which files are articles: the paths that were given, and what a walk through folders finds."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from seocheck.base.bounds import NOWHERE, Bounds, leads_nowhere
from seocheck.base.files import NotRegularError, read_regular
from seocheck.errors import UnreadableError
from seocheck.model.result import PassedOver
from seocheck.readers.formats import FileFormat, by_path
from seocheck.runs.ignored import GitIgnored
from seocheck.runs.rows import Row
from seocheck.runs.within import articles_within, is_export, is_table, one_of

if TYPE_CHECKING:
    from seocheck.runs.within import Part

NOT_ARTICLES = frozenset(
    [
        "readme",
        "changelog",
        "changes",
        "history",
        "news",
        "license",
        "licence",
        "licence-mit",
        "copying",
        "contributing",
        "contributors",
        "authors",
        "code_of_conduct",
        "security",
        "support",
        "maintainers",
        "governance",
        "notice",
        "todo",
        "summary",
        "_sidebar",
        "_navbar",
        "_coverpage",
        "pull_request_template",
        "issue_template",
        "bug_report",
        "feature_request",
        "codeowners",
        "claude",
        "agents",
    ]
)
"""Names, without ending, of files that document a project or belong to its machinery."""

FOLDERS = frozenset(
    [
        "node_modules",
        "layouts",
        "_layouts",
        "_includes",
        "includes",
        "partials",
        "templates",
        "_templates",
        "archetypes",
        "scaffolds",
        "themes",
        "_site",
        "_sass",
        "venv",
        "vendor",
        "dist",
        "__pycache__",
        "site-packages",
        "bower_components",
    ]
)
"""Folders of templates, dependencies and built pages. Those whose name begins with a dot are left out too."""


CHECKED_ITSELF = "a link to a file that is checked itself"

LOOKED_AT = 65_536
"""Bytes of a text in which labels are looked for."""


class Candidate(msgspec.Struct, frozen=True):
    """A file to check. `named` when it was given by hand: then it is checked whatever it is.

    real: for a symbolic link that a walk met, the file that it led to then, which is read; "" for any other file.
    part: of an article within the file `real`, where it is. row: of an article that is no file.
    """

    path: str
    named: bool
    real: str = ""
    part: Part | None = None
    row: Row | None = None


def discover(
    paths: Iterable[str | os.PathLike[str]],
    on_passed_over: Callable[[PassedOver], None] = lambda _: None,
    on_failure: Callable[[UnreadableError], None] = lambda _: None,
    excluded: Callable[[str, bool], bool] = lambda path, named: False,
    also: Callable[[str], bool] = lambda name: False,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Candidate]:
    """The files that these paths name, in a fixed order, each once; as `Discovery` finds them."""
    given = [os.fspath(path) for path in paths]
    found = Discovery(given, on_passed_over, on_failure, excluded, also, columns)
    seen: set[str] = set()
    for path in given:
        yield from found.find(path, seen)


class Discovery:
    """Finds files. Folders are walked; links to folders are not followed, so that no circle of links is walked for
    ever, and links to files only where they lead to what `Bounds` allows and the walk would not find anyway.

    given: all paths of the run. excluded: asked for each file and each folder, with whether it was named by hand.
    also: whether a walk takes a file of this name that isn't an article. columns: of files of rows, by what they hold;
    without it a walk takes no such file.
    """

    def __init__(
        self,
        given: Iterable[str],
        on_passed_over: Callable[[PassedOver], None],
        on_failure: Callable[[UnreadableError], None],
        excluded: Callable[[str, bool], bool],
        also: Callable[[str], bool],
        columns: Mapping[str, str] | None = None,
    ) -> None:
        self._given = tuple(given)
        self._on_passed_over = on_passed_over
        self._on_failure = on_failure
        self._excluded = excluded
        self._also = also
        self._columns = columns
        self._led_to: set[str] = set()  # real paths of links that were found

    def find(self, path: str, seen: set[str]) -> Iterator[Candidate]:
        """The files of one of the paths. seen: the whole paths of files that are not wanted again; grows."""
        if os.path.isdir(path):
            if not self._excluded(path, True):
                for candidate in self._walk(path):
                    if _once(candidate.path, seen):
                        yield from self._articles(candidate)
        elif os.path.exists(path):
            if self._excluded(path, True):
                self._on_passed_over(PassedOver(path, "excluded"))
            elif _once(path, seen):
                yield from self._articles(Candidate(path, True))
        elif os.path.islink(path):
            self._on_failure(UnreadableError(path, NOWHERE))
        elif file := one_of(path):
            found = [each for each in self._articles(Candidate(file, True)) if each.path == path]
            yield from found
            if not found:
                self._on_failure(UnreadableError(path, f"{file} has no such article"))
        else:
            self._on_failure(UnreadableError(path, "no such file or folder"))

    def _articles(self, candidate: Candidate) -> Iterator[Candidate]:
        """A file, or the articles in it, if it holds many."""
        shown, file = candidate.path, candidate.real or candidate.path
        if not is_table(shown) and not is_export(file):
            yield candidate
            return
        within = articles_within(file, shown, self._columns or {}, self._on_passed_over, self._on_failure)
        for path, part in within:
            yield Candidate(path, candidate.named, file, part)

    def _walk(self, root: str) -> Iterator[Candidate]:
        def failed(error: OSError) -> None:
            reason = (error.strerror or str(error)).lower()
            self._on_failure(UnreadableError(str(error.filename or root), reason))

        filters = _Filters(root, self._excluded, self._also, tables=self._columns is not None)
        for folder, folders, files in os.walk(root, onerror=failed):
            folders[:] = sorted(name for name in folders if filters.takes_folder(folder, name))
            for name in sorted(files):
                path = os.path.join(folder, name)
                if not filters.takes_file(folder, name):
                    continue
                candidate, reason = Candidate(path, False), filters.fault_of_name(name)
                if not reason and os.path.islink(path):
                    candidate = Candidate(path, False, os.path.realpath(path))
                    reason = self._fault_of_link(candidate.real)
                reason = reason or filters.fault_of_text(name, candidate.real or path)
                if reason:
                    self._on_passed_over(PassedOver(path, reason))
                else:
                    yield candidate

    def _fault_of_link(self, real: str) -> str:
        """Why the file that a link leads to is not read; "" where it is, which is only said once."""
        reason = self._bounds.fault(real)
        if reason:
            return reason
        if leads_nowhere(real):
            return NOWHERE
        if real in self._named or real in self._led_to or any(each.finds(real) for each in self._folders):
            return CHECKED_ITSELF
        self._led_to.add(real)
        return ""

    @cached_property
    def _bounds(self) -> Bounds:
        return Bounds(path for path in self._given if os.path.isdir(path))

    @cached_property
    def _named(self) -> frozenset[str]:
        """The real paths of the files given."""
        return frozenset(os.path.realpath(path) for path in self._given if os.path.isfile(path))

    @cached_property
    def _folders(self) -> list[_Filters]:
        """The folders that are walked."""
        walked = (path for path in self._given if os.path.isdir(path) and not self._excluded(path, True))
        tables = self._columns is not None
        return [_Filters(path, self._excluded, self._also, tables=tables) for path in walked]


class _Filters:
    """What a walk through a folder takes, file by file and folder by folder."""

    def __init__(
        self, root: str, excluded: Callable[[str, bool], bool], also: Callable[[str], bool], *, tables: bool = False
    ) -> None:
        self._tables = tables
        self._root = root
        self._real = os.path.realpath(root)
        self._excluded = excluded
        self._also = also
        self._ignored = GitIgnored(root)

    def takes_folder(self, folder: str, name: str) -> bool:
        """Whether a folder within another is walked."""
        if name.lower() in FOLDERS or name.startswith("."):
            return False
        path = os.path.join(folder, name)
        return not self._ignored(path, True) and not self._excluded(path, False)

    def takes_file(self, folder: str, name: str) -> bool:
        """Whether a file is of any concern."""
        path = os.path.join(folder, name)
        if name.startswith(".") or not (
            by_path(name) is not None or self._also(name) or is_export(path) or (self._tables and is_table(name))
        ):
            return False
        return not self._ignored(path, False) and not self._excluded(path, False)

    def fault_of_name(self, name: str) -> str:
        """Why a file of this name isn't an article; "" where it may be one."""
        is_known = os.path.splitext(name)[0].lower().split(".")[0] in NOT_ARTICLES
        return "not an article" if is_known and not self._also(name) else ""

    def fault_of_text(self, name: str, path: str) -> str:
        """Why the text in a file isn't an article; "" where it may be one."""
        known = by_path(name)
        if known is None or not known.labels_needed or self._also(name) or _is_article(path, known):
            return ""
        return "a text without metadata labels"

    def finds(self, real: str) -> bool:
        """Whether a walk comes upon the file with this real path, and takes it."""
        if os.path.dirname(real) != self._real and not real.startswith(os.path.join(self._real, "")):
            return False
        *folders, name = os.path.relpath(real, self._real).split(os.sep)
        folder = self._root
        for each in folders:
            if not self.takes_folder(folder, each):
                return False
            folder = os.path.join(folder, each)
        return self.takes_file(folder, name) and not self.fault_of_name(name) and not self.fault_of_text(name, real)


def _once(path: str, seen: set[str]) -> bool:
    key = os.path.abspath(path)
    if key in seen:
        return False
    seen.add(key)
    return True


def looks_like_article(path: str) -> bool:
    """Whether a walk would take a file, as far as its path tells: its ending, its name, the folders it lies in."""
    *folders, name = path.replace("\\", "/").split("/")
    stem = os.path.splitext(name)[0]
    if by_path(name) is None or name.startswith(".") or stem.lower().split(".")[0] in NOT_ARTICLES:
        return False
    return not any(
        folder.lower() in FOLDERS or (folder.startswith(".") and folder not in (".", "..")) for folder in folders
    )


def _is_article(path: str, kind: FileFormat) -> bool:
    try:
        head = read_regular(path, LOOKED_AT)[:LOOKED_AT]
    except NotRegularError:
        return False
    except OSError:
        return True  # the reader says what is wrong with it
    return kind.is_article(head.decode("utf-8", "replace"))
