"""Many files: which of them are articles, and one after the other through the check."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from seocheck.budget import not_counted
from seocheck.config import Plan, Settings, SettingsFinder, check_names, make_plan
from seocheck.errors import UnreadableError
from seocheck.readers import EXTENSIONS, decode
from seocheck.readers.labels import count_labels
from seocheck.report import Report
from seocheck.results import PassedOver

if TYPE_CHECKING:
    import pathspec

    from seocheck.article import Article, Format

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


class Candidate(msgspec.Struct, frozen=True):
    """A file to check. `named` when it was given by hand: then it is checked whatever it is."""

    path: str
    named: bool


def discover(
    paths: Iterable[str | Path],
    on_passed_over: Callable[[PassedOver], None] = lambda _: None,
    on_failure: Callable[[UnreadableError], None] = lambda _: None,
    excluded: Callable[[str, bool], bool] = lambda path, named: False,
    also: Callable[[str], bool] = lambda name: False,
) -> Iterator[Candidate]:
    """The files that these paths name, in a fixed order, each once. Folders are walked; links to folders are not
    followed, so that no circle of links is walked for ever.

    excluded: asked for each file and each folder, with whether it was named by hand. also: whether a walk takes a file
    of this name that is no article.
    """
    seen: set[str] = set()
    for given in paths:
        path = os.fspath(given)
        if os.path.isdir(path):
            if excluded(path, True):
                continue
            for found in _walk(path, on_passed_over, on_failure, excluded, also):
                if _once(found, seen):
                    yield Candidate(found, False)
        elif os.path.exists(path):
            if excluded(path, True):
                on_passed_over(PassedOver(path, "excluded"))
            elif _once(path, seen):
                yield Candidate(path, True)
        elif os.path.islink(path):
            on_failure(UnreadableError(path, "a link that leads nowhere"))
        else:
            on_failure(UnreadableError(path, "no such file or folder"))


def _once(path: str, seen: set[str]) -> bool:
    key = os.path.abspath(path)
    if key in seen:
        return False
    seen.add(key)
    return True


def _walk(
    root: str,
    on_passed_over: Callable[[PassedOver], None],
    on_failure: Callable[[UnreadableError], None],
    excluded: Callable[[str, bool], bool],
    also: Callable[[str], bool],
) -> Iterator[str]:
    ignored = _Ignored(root)

    def failed(error: OSError) -> None:
        on_failure(UnreadableError(str(error.filename or root), (error.strerror or str(error)).lower()))

    for folder, folders, files in os.walk(root, onerror=failed):
        folders[:] = sorted(
            name
            for name in folders
            if name.lower() not in FOLDERS
            and not name.startswith(".")
            and not ignored(os.path.join(folder, name), True)
            and not excluded(os.path.join(folder, name), False)
        )
        for name in sorted(files):
            stem, extension = os.path.splitext(name)
            is_other = also(name)
            if (extension.lower() not in EXTENSIONS and not is_other) or name.startswith("."):
                continue
            path = os.path.join(folder, name)
            if ignored(path, False) or excluded(path, False):
                continue
            if is_other:
                yield path
                continue
            if stem.lower().split(".")[0] in NOT_ARTICLES:
                on_passed_over(PassedOver(path, "not an article"))
                continue
            if extension.lower() == ".txt" and not _labelled(path):
                on_passed_over(PassedOver(path, "a text without metadata labels"))
                continue
            yield path


def looks_like_article(path: str) -> bool:
    """Whether a walk would take a file, as far as its path tells: its ending, its name, the folders it lies in."""
    *folders, name = path.replace("\\", "/").split("/")
    stem, extension = os.path.splitext(name)
    if extension.lower() not in EXTENSIONS or name.startswith(".") or stem.lower().split(".")[0] in NOT_ARTICLES:
        return False
    return not any(
        folder.lower() in FOLDERS or (folder.startswith(".") and folder not in (".", "..")) for folder in folders
    )


def _labelled(path: str) -> bool:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return False
        with open(path, "rb") as file:
            head = file.read(65_536)
    except OSError:
        return True  # the reader says what is wrong with it
    text = head.decode("utf-8", "replace")
    return count_labels(text) >= 2 or text.lstrip("\ufeff\r\n ").startswith(("---\n", "---\r\n", "+++\n"))


class _Ignored:
    """What the .gitignore files from a folder up to the root of its repository, and below it, leave out.

    Of a folder that is itself ignored, as that of built pages often is, only its own files count: who names it means
    it.
    """

    def __init__(self, root: str) -> None:
        self._specs: dict[str, pathspec.PathSpec | None] = {}  # type: ignore[type-arg]
        self._top = os.path.abspath(root)
        above = self._top
        while above != os.path.dirname(above):
            if os.path.isdir(os.path.join(above, ".git")):
                self._top = above
                break
            above = os.path.dirname(above)
        if self(root, True):
            self._top = os.path.abspath(root)

    def __call__(self, path: str, is_folder: bool) -> bool:
        whole = os.path.abspath(path)
        folder = os.path.dirname(whole)
        while folder.startswith(self._top):
            spec = self._spec(folder)
            if spec is not None:
                name = os.path.relpath(whole, folder).replace(os.sep, "/")
                verdict = spec.check_file(name + "/" if is_folder else name).include
                if verdict is not None:
                    return verdict
            if folder == self._top:
                break
            folder = os.path.dirname(folder)
        return False

    def _spec(self, folder: str) -> pathspec.PathSpec | None:  # type: ignore[type-arg]
        if folder not in self._specs:
            self._specs[folder] = None
            try:
                with open(os.path.join(folder, ".gitignore"), encoding="utf-8", errors="replace") as file:
                    lines = file.read().splitlines()
                from pathspec import GitIgnoreSpec  # 20 ms that a folder without such a file need not wait for

                self._specs[folder] = GitIgnoreSpec.from_lines(lines)
            except (OSError, ValueError):
                pass
        return self._specs[folder]


def read_bytes(path: str, settings: Settings) -> bytes:
    """A file's bytes. Raises UnreadableError for what is missing, too large, or no file."""
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableError(path, "a folder, not a file")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError(path, "not a regular file")
        limit = int(settings.max_file_size * 1_000_000)
        if status.st_size > limit:
            megabytes = status.st_size / 1_000_000
            raise UnreadableError(
                path,
                f"too large: {megabytes:.1f} MB, at most {settings.max_file_size:g} (setting max_file_size)",
            )
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise UnreadableError(path, (error.strerror or str(error)).lower()) from None
    except ValueError as error:  # a NUL byte in a path
        raise UnreadableError(path.replace("\0", "\\0"), str(error)) from None


def check_bytes(data: bytes, path: str, plan: Plan, format: Format | None = None) -> Report:  # noqa: A002
    """Check one article: a function of its bytes, its path and the plan alone. Raises UnreadableError."""
    from seocheck.check import check_article, read_article

    return check_article(read_article(decode(data, path), plan, format), plan)


def not_an_article(article: Article) -> str:
    """Why a file met on a walk is passed over once it is read; "" when it is an article."""

    def value(*names: str) -> str:
        for name in names:
            for field in article.metadata.get(name, ()):
                return field.text.value.strip().lower()
        return ""

    if value("draft") == "true" or value("published") == "false":
        return "a draft"
    if "noindex" in value("robots", "googlebot") or value("noindex") == "true" or value("sitemap") == "false":
        return "not to be indexed"
    if value("redirect", "redirectto", "refresh") and not _has_prose(article):
        return "a redirect"
    if article.format == "html" and article.title is None and not _has_prose(article):
        return "a fragment without title and text"
    return ""


def _has_prose(article: Article) -> bool:
    return sum(len(block.text.value) for block in article.blocks) > 200


class Run:
    """Checks files one after the other; settings are found for each path, plans are made once for each settings."""

    def __init__(
        self,
        finder: SettingsFinder,
        *,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        profile: str | None = None,
    ) -> None:
        self._finder = finder
        self._select = tuple(select)
        self._ignore = tuple(ignore)
        self._profile = profile
        self._plans: dict[int, tuple[Settings, Plan]] = {}

    @property
    def asked(self) -> tuple[tuple[str, ...], tuple[str, ...], str | None]:
        """What is said of rules and profile besides the settings: select, ignore, profile."""
        return self._select, self._ignore, self._profile

    @property
    def setup(self) -> tuple[Settings | None, tuple[str, ...], tuple[str, ...], str | None]:
        """What another process needs to make the same run."""
        return (self._finder.fixed, *self.asked)

    def settings_for(self, path: str) -> Settings:
        """The settings for an article at this path. Raises SettingsError."""
        return self._finder.settings_for(path)

    def plan_for(self, path: str) -> Plan:
        """The plan for an article at this path. Raises SettingsError."""
        settings = self._finder.settings_for(path)
        known = self._plans.get(id(settings))
        if known is not None and known[0] is settings:
            return known[1]
        plan = make_plan(self._effective(settings), select=self._select, ignore=self._ignore)
        self._plans[id(settings)] = (settings, plan)
        return plan

    def check_names(self, path: str) -> None:
        """Raises SettingsError where the settings for this path, or what is asked for, name what does not exist."""
        check_names(self._effective(self.settings_for(path)), (*self._select, *self._ignore))

    def _effective(self, settings: Settings) -> Settings:
        import msgspec

        return settings if self._profile is None else msgspec.structs.replace(settings, profile=self._profile)

    def check(self, candidate: Candidate) -> Report | PassedOver:
        """Check one file. Raises UnreadableError and SettingsError."""
        plan = self.plan_for(candidate.path)
        return self.check_data(read_bytes(candidate.path, plan.settings), candidate)

    def check_data(self, data: bytes, candidate: Candidate) -> Report | PassedOver:
        """Check bytes as if they were the file's. Raises UnreadableError and SettingsError."""
        with not_counted():  # what a run that finds all it needs kept never imports
            from seocheck.check import check_article, read_article

        plan = self.plan_for(candidate.path)
        article = read_article(decode(data, candidate.path.replace(os.sep, "/")), plan)
        if not candidate.named and (reason := not_an_article(article)):
            return PassedOver(candidate.path, reason)
        return check_article(article, plan)
