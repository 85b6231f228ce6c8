"""The text in an editor -> the result of its check, with the settings that apply to its path."""

from __future__ import annotations

import contextlib
import logging
import os

import msgspec

from seocheck.base.limits import OverBudgetError, time_limit
from seocheck.check.reporter import check_article, read_article
from seocheck.config import Plan, SettingsFinder
from seocheck.config.exclude import Exclusion
from seocheck.errors import SeocheckError
from seocheck.lsp.places import UTF16, Columns
from seocheck.model.article import Article, Source
from seocheck.model.report import Report
from seocheck.readers.formats import by_path
from seocheck.rulekit.rule_set import RuleSet
from seocheck.runs.guard import says_too_long
from seocheck.runs.run import Run, looks_like_article, not_an_article

log = logging.getLogger(__name__)

A_DRAFT = "a draft"
"""A walk skips drafts; in an editor, a draft is what is being written."""


class Document(msgspec.Struct, frozen=True):
    """A text as the editor has it.

    path: of the file, as `seocheck check` would be given it. version: counted by the editor, None for none.
    encoding: the units of columns.
    """

    uri: str
    path: str
    text: str
    version: int | None = None
    encoding: str = UTF16

    @property
    def source(self) -> Source:
        """The text as readers get it: without a byte order mark."""
        mark = self.text.startswith("\ufeff")
        return Source(self.path.replace(os.sep, "/"), self.text.removeprefix("\ufeff"), byte_order_mark=mark)


class Checked(msgspec.Struct, frozen=True):
    """An article in an editor, and the report on it."""

    document: Document
    source: Source
    plan: Plan
    article: Article
    report: Report
    places: Columns


class NotChecked(msgspec.Struct, frozen=True):
    """A document without a report. reason: why it could not be checked; "" if it simply isn't an article."""

    document: Document
    reason: str = ""


def check_document(document: Document, rules: RuleSet | None = None) -> Checked | NotChecked:
    """Check a document; without `rules`, with those of seocheck alone. Never raises: the result says what went wrong.

    The settings are read anew each time, so that none is ever stale; that takes a millisecond or two, and
    a tenth of a second with large styles of Vale.
    """
    try:
        return _check(document, rules)
    except SeocheckError as error:
        return NotChecked(document, str(error))
    except Exception as error:
        log.exception("%s: could not be checked", document.uri)
        return NotChecked(document, f"seocheck could not check this article: {type(error).__name__}: {error}")


def _check(document: Document, rules: RuleSet | None) -> Checked | NotChecked:
    source = document.source
    kind = by_path(source.path)
    if not looks_like_article(document.path) or (kind is not None and not kind.is_article(source.text)):
        return NotChecked(document)
    finder = SettingsFinder(rules=rules)
    if Exclusion(finder, force=True)(document.path, True):
        return NotChecked(document)
    plan = Run(finder).plan_for(document.path)
    limit = plan.settings.max_file_size * 1_000_000
    if len(source.text) > limit:
        return NotChecked(document, f"Not checked: larger than {limit / 1_000_000:g} MB (setting max_file_size).")
    with contextlib.suppress(OverBudgetError):
        return _checked(document, source, plan)
    try:
        return _checked(document, source, plan)
    except OverBudgetError as error:
        said = says_too_long(plan.settings.max_seconds, by_clock=error.by_clock)
        return NotChecked(document, f"Not checked: {said}.")


def _checked(document: Document, source: Source, plan: Plan) -> Checked | NotChecked:
    """Raises OverBudgetError if it takes too long."""
    with time_limit(plan.settings.max_seconds):
        article = read_article(source, plan)
        if not_an_article(article) not in ("", A_DRAFT):
            return NotChecked(document)
        report = check_article(article, plan)
        return Checked(document, source, plan, article, report, Columns(source, document.encoding))


def path_of(file: str) -> str:
    """A file's path from the working folder, as you would give it on the command line.

    The folders above the site aren't part of it: they name neither a language nor a folder of templates.
    """
    try:
        return os.path.relpath(file)
    except ValueError:  # another drive on Windows
        return file
