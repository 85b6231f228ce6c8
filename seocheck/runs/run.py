"""Many files, one after the other through the check."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from seocheck.base.files import NotRegularError, read_regular
from seocheck.base.limits import not_counted
from seocheck.config import Plan, Settings, SettingsFinder, check_names, make_plan
from seocheck.config.exclude import Exclusion
from seocheck.errors import NotInstalledError, UnreadableError
from seocheck.model.report import Report
from seocheck.model.result import PassedOver
from seocheck.readers import decode
from seocheck.readers.formats import named
from seocheck.rulekit.rule_set import RuleSet
from seocheck.runs.discover import Candidate, discover, looks_like_article

if TYPE_CHECKING:
    from seocheck.model.article import Article, Format
    from seocheck.rulekit.sources import RuleSource
    from seocheck.runs.within import Part

__all__ = [
    "Candidate",
    "Run",
    "check_bytes",
    "check_size",
    "discover",
    "looks_like_article",
    "not_an_article",
    "read_bytes",
]  # fmt: skip


def read_bytes(path: str, settings: Settings, *, shown: str = "", follow: bool = True) -> bytes:
    """A file's bytes. Raises UnreadableError for what is missing, too large, or no file.

    shown: how an error names the file, where not by `path`. follow: whether `path` may be a symbolic link.
    """
    name = shown or path
    limit = int(settings.max_file_size * 1_000_000)
    try:
        status = os.stat(path, follow_symlinks=follow)
        if stat.S_ISREG(status.st_mode) and status.st_size > limit:
            raise _too_large(name, f"{status.st_size / 1_000_000:.1f} MB", settings)
        data = read_regular(path, limit, follow=follow)
    except NotRegularError as error:
        raise UnreadableError(name, str(error)) from None
    except OSError as error:
        raise UnreadableError(name, (error.strerror or str(error)).lower()) from None
    except ValueError as error:  # a NUL byte in a path
        raise UnreadableError(name.replace("\0", "\\0"), str(error)) from None
    if len(data) > limit:
        raise _too_large(name, "there is more of it than its size says", settings)
    return data


def _read_part(file: str, part: Part, settings: Settings, shown: str) -> bytes:
    """The bytes of an article within a file. Raises UnreadableError."""
    most = int(settings.max_file_size * 1_000_000)
    try:
        if isinstance(part, tuple):
            from seocheck.readers.wordpress.export import item_bytes

            data = item_bytes(file, *part, most=most)
        else:
            from seocheck.readers.table.load import row_bytes

            data = row_bytes(file, part, shown, most=most)
    except OSError as error:
        raise UnreadableError(shown, (error.strerror or str(error)).lower()) from None
    check_size(shown, len(data), settings)
    return data


def check_size(name: str, size: int, settings: Settings) -> None:
    """Raise UnreadableError for more bytes than the settings allow: those of standard input, or of a commit."""
    if size > int(settings.max_file_size * 1_000_000):
        raise _too_large(name, f"{size / 1_000_000:.1f} MB", settings)


def _too_large(name: str, size: str, settings: Settings) -> UnreadableError:
    return UnreadableError(name, f"too large: {size}, at most {settings.max_file_size:g} (setting max_file_size)")


def check_bytes(data: bytes, path: str, plan: Plan, format: Format | None = None) -> Report:  # noqa: A002
    """Check one article: a function of its bytes, its path and the plan alone. Raises UnreadableError."""
    from seocheck.check.reporter import check_article, read_article

    return check_article(read_article(decode(data, path), plan, format), plan)


def not_an_article(article: Article) -> str:
    """Why a file found on a walk is skipped once it is read; "" if it is an article."""

    def value(*names: str) -> str:
        for name in names:
            for field in article.metadata.get(name, ()):
                return field.text.value.strip().lower()
        return ""

    if value("draft") == "true" or value("published") == "false":
        return "a draft"
    if "noindex" in value("robots", "googlebot") or value("noindex") == "true" or value("sitemap") == "false":
        return "not to be indexed"
    redirects = value("redirect", "redirectto", "refresh") or "redirect" in value("layout") + value("template")
    if redirects and not _has_prose(article):
        return "a redirect"
    kind = named(article.format)
    if (kind.is_page or kind.unpack) and article.title is None and not _has_prose(article):
        return "a fragment without title and text"
    return ""


def _has_prose(article: Article) -> bool:
    return sum(len(block.text.value) for block in article.blocks) > 200


Built = tuple[str, str]
"""A folder with the pages of a built site, and the address at which it is published."""
Setup = tuple[tuple["RuleSource", ...], Settings | None, Sequence[str], Sequence[str], str | None, Built | None]
"""The rules of others; settings for all articles, or None; select; ignore; profile; the built site."""


class Run:
    """Checks files one after the other; settings are found for each path, plans are made once for each settings."""

    def __init__(
        self,
        finder: SettingsFinder,
        *,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        profile: str | None = None,
        built: Built | None = None,
        texts: Callable[[str], bytes | None] | None = None,
    ) -> None:
        """texts: gives `read_again` the bytes of an article that is no file, by its path; None where it has none."""
        self._finder = finder
        self._texts = texts
        self.built = built
        self._select = tuple(select)
        self._ignore = tuple(ignore)
        self._profile = profile
        self._plans: dict[int, tuple[Settings, Plan]] = {}
        self._links: dict[str, tuple[str, Part | None]] = {}

    @property
    def asked(self) -> tuple[tuple[str, ...], tuple[str, ...], str | None]:
        """What is said of rules and profile besides the settings: select, ignore, profile."""
        return self._select, self._ignore, self._profile

    @property
    def rules(self) -> RuleSet:
        """The rules there are."""
        return self._finder.rules

    @property
    def setup(self) -> Setup:
        """What another process needs to make the same run."""
        return (self.rules.sources, self._finder.fixed, *self.asked, self.built)

    def exclusion(self, patterns: Iterable[str] = (), *, force: bool = False) -> Exclusion:
        """What the settings exclude, and these patterns. force: also of what is named by hand."""
        return Exclusion(self._finder, patterns, force=force)

    def settings_for(self, path: str) -> Settings:
        """The settings for an article at this path. Raises SettingsError."""
        return self._finder.settings_for(path)

    def plan_for(self, path: str) -> Plan:
        """The plan for an article at this path. Raises SettingsError."""
        settings = self._finder.settings_for(path)
        known = self._plans.get(id(settings))
        if known is not None and known[0] is settings:
            return known[1]
        plan = make_plan(self._effective(settings), select=self._select, ignore=self._ignore, rules=self.rules)
        self._plans[id(settings)] = (settings, plan)
        return plan

    def check_names(self, path: str) -> None:
        """Raises SettingsError where the settings for this path, or what is asked for, name what does not exist."""
        check_names(self._effective(self.settings_for(path)), (*self._select, *self._ignore), self.rules)

    def _effective(self, settings: Settings) -> Settings:
        if self._profile is not None:
            settings = msgspec.structs.replace(settings, profile=self._profile)
        if self.built is not None:
            settings = msgspec.structs.replace(settings, root=self.built[0], url=self.built[1])
        return settings

    def read(self, candidate: Candidate) -> bytes:
        """A file's bytes. Raises UnreadableError and SettingsError.

        Of a link that a walk met, those of the file that it led to then; nothing else found on a walk may be a link.
        """
        self.note(candidate)
        path, settings = candidate.path, self.settings_for(candidate.path)
        if candidate.part is not None:
            return _read_part(candidate.real, candidate.part, settings, path)
        return read_bytes(candidate.real or path, settings, shown=path, follow=candidate.named)

    def note(self, candidate: Candidate) -> None:
        """Remember where a link leads, for `read_again`; `read` does so itself."""
        if candidate.real:
            self._links[candidate.path.replace(os.sep, "/")] = (candidate.real, candidate.part)

    def read_again(self, path: str) -> bytes:
        """The bytes of a file that was a candidate, by the path in its report.

        Raises UnreadableError and SettingsError.
        """
        if self._texts is not None:
            text = self._texts(path)
            if text is None:
                raise UnreadableError(path, "its text isn't available")
            return text
        real, part = self._links.get(path, (path, None))
        if part is not None:
            return _read_part(real, part, self.settings_for(path), path)
        return read_bytes(real, self.settings_for(path), shown=path)

    def check(self, candidate: Candidate) -> Report | PassedOver:
        """Check one file. Raises UnreadableError and SettingsError."""
        return self.check_data(self.read(candidate), candidate)

    def check_data(self, data: bytes, candidate: Candidate) -> Report | PassedOver:
        """Check bytes as if they were the file's. Raises UnreadableError and SettingsError."""
        with not_counted():  # what a run that finds all it needs kept never imports
            from seocheck.check.reporter import check_article, read_article

        plan = self.plan_for(candidate.path)
        try:
            source = decode(data, candidate.path.replace(os.sep, "/"))
        except NotInstalledError as error:
            if candidate.named:
                raise
            return PassedOver(candidate.path, f"{error.library} isn't installed")
        article = read_article(source, plan)
        if not candidate.named and (reason := not_an_article(article)):
            return PassedOver(candidate.path, reason)
        return check_article(article, plan)
