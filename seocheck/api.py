"""The Python API: check a text, a file, or many."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from seocheck.base.kept_folder import keep_in
from seocheck.check.given import with_given
from seocheck.check.reporter import check_article as check_read
from seocheck.check.reporter import read_article
from seocheck.config import Settings, SettingsFinder, load_settings, make_plan, settings_from
from seocheck.errors import UnreadableError, UnreadableFilesError
from seocheck.model.article import Article, Format, Source
from seocheck.model.report import Report
from seocheck.model.result import PassedOver
from seocheck.rulekit.rule_set import RuleSet, RulesLike, rule_set
from seocheck.runs.cache.known_results import Remembered
from seocheck.runs.cache.store import ResultCache
from seocheck.runs.rows import make_row
from seocheck.runs.run import Candidate, Run, discover
from seocheck.runs.schedule import Checker, Checks

SettingsLike = Settings | Mapping[str, Any] | str | Path | None
"""Settings, the same as plain values, or a settings file."""


def check_text(
    text: str,
    *,
    path: str = "<text>",
    format: Format | None = None,  # noqa: A002
    settings: SettingsLike = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: RulesLike = None,
) -> Report:
    """Check an article given as text.

    path: a name for the report; its ending tells the format where `format` does not. No file is read.
    settings: without it the defaults hold; no settings file is looked for. Of them `max_seconds` and `max_file_size`
        do not hold here: it takes as long as it takes.
    select, ignore: rules or groups to run, or not to.
    rules: folders with rules of your own, which run too, as do those of installed packages (docs/writing-rules.md).

    Raises SettingsError for settings that cannot be used, SeocheckError for rules that can't be.
    """
    known = rule_set(rules)
    plan = make_plan(_settings(settings, known) or Settings(), select=select, ignore=ignore, rules=known)
    mark = text.startswith("\ufeff")
    source = Source(path.replace(os.sep, "/"), text[1:] if mark else text, "utf-8", mark)
    return check_read(read_article(source, plan, format), plan)


def check_article(
    body: str,
    *,
    title: str | None = None,
    description: str | None = None,
    keywords: str | Iterable[str] | None = None,
    language: str = "",
    url: str = "",
    format: Format = "markdown",  # noqa: A002
    path: str = "<article>",
    settings: SettingsLike = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: RulesLike = None,
) -> Report:
    """Check an article of which only the body is a text, as a CMS or a database holds it.

    title, description, keywords: what it declares; None for what it doesn't, "" for what is left empty. They win over
        what the body itself may declare. keywords: a list, or a string with commas. Findings on them have the name of
        the field, or the keyword, as their `subject`, and point at the beginning of the body.
    language: as in HTML ("en-GB"); without it the text tells. url: of the page; its last part is the slug.
    format: of the body: "markdown", "html" or "labelled-text". path: a name for the report.
    settings, select, ignore, rules: as for `check_text`.

    Raises SettingsError for settings that cannot be used, SeocheckError for rules that can't be.
    """
    known = rule_set(rules)
    plan = make_plan(_settings(settings, known) or Settings(), select=select, ignore=ignore, rules=known)
    mark = body.startswith("\ufeff")
    source = Source(path.replace(os.sep, "/"), body[1:] if mark else body, "utf-8", mark)
    words = keywords if keywords is None or isinstance(keywords, str) else list(keywords)

    def given(article: Article) -> Article:
        return with_given(article, title=title, description=description, keywords=words, language=language, url=url)

    return check_read(read_article(source, plan, format, given), plan)


def check_file(
    path: str | Path,
    *,
    settings: SettingsLike = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: RulesLike = None,
) -> Report:
    """Check one file, whatever it is named.

    settings: without it the closest `seocheck.yml` above the file holds. Of them `max_seconds` does not hold here: it
        takes as long as it takes; `check_paths` has that limit.

    rules: folders with rules of your own, as for `check_text`.

    Raises UnreadableError for a file that cannot be read, SettingsError for settings that cannot be used.
    """
    run = Run(_finder(settings, rules), select=select, ignore=ignore)
    report = run.check(Candidate(os.fspath(path), named=True))
    assert isinstance(report, Report)  # a file that is named is never skipped
    return report


def check_paths(
    paths: str | Path | Iterable[str | Path],
    *,
    settings: SettingsLike = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: RulesLike = None,
    site: bool = False,
    on_passed_over: Callable[[PassedOver], None] | None = None,
    on_failure: Callable[[UnreadableError], None] | None = None,
    workers: int = 1,
    cache: str | Path | None = None,
) -> Iterator[Report]:
    """Check files and folders; Reports come as they are made, in a fixed order.

    site: compare the articles with each other too. Each Report then has what the rules of a site find in its article,
        those of sitemaps and feeds follow (`Report.is_article`), and the first comes when all articles are checked.
    What the setting `exclude` names is skipped, except a file that is named by hand.
    on_passed_over: called for files in folders that are not articles (README, drafts, ...).
    on_failure: called for files that cannot be read. Without it they are collected, and
        UnreadableFilesError is raised after the last Report, so that nothing is lost and nothing is hidden.
    workers: how many processes check; 1 for this one alone, 0 for as many as there are cores, where there is enough to
        do. They import seocheck and nothing else: no script needs a guard around what it does.
    rules: folders with rules of your own, as for `check_text`. With more than one worker they can import what is
        installed, and not what lies beside your script.
    cache: a folder where results are kept, so that what did not change is not checked again, and dictionaries, so that
        they need not be unpacked again; None for none.

    Each article has the time that its settings allow, in any thread. In other threads than the main one, and on
    Windows, that time ends what is Python; code of a library that does not return is ended only with more than one
    worker. On macOS and Windows processor time is not known there, and only the clock counts.

    Raises SettingsError for settings that cannot be used.
    """
    given = [paths] if isinstance(paths, (str, Path)) else list(paths)
    run = Run(_finder(settings, rules), select=select, ignore=ignore)
    failures: list[UnreadableError] = []
    fail = on_failure or failures.append
    pass_over = on_passed_over or (lambda _: None)
    memory = None
    if cache is not None:
        memory = Remembered(ResultCache(cache), run)
        keep_in(os.path.abspath(cache))
    checker: Checks = Checker(run, memory=memory, workers=workers)
    if site:
        from seocheck.readers.listing import looks_like_listing
        from seocheck.site.run import SiteChecker

        checker = SiteChecker(checker, run, with_reports=True)
        candidates = discover(given, pass_over, fail, run.exclusion(), also=looks_like_listing)
    else:
        candidates = discover(given, pass_over, fail, run.exclusion())
    with closing(checker.results(candidates)) as results:
        for _, result in results:
            if isinstance(result, UnreadableError):
                fail(result)
            elif isinstance(result, PassedOver):
                pass_over(result)
            else:
                yield result
    if failures:
        raise UnreadableFilesError(failures)


def check_texts(
    items: Iterable[object],
    *,
    workers: int = 0,
    settings: SettingsLike = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: RulesLike = None,
    on_failure: Callable[[UnreadableError], None] | None = None,
) -> Iterator[Report]:
    """Check articles that are no files; Reports come in the order of the items, as they are made, in flat memory.

    items: pairs of id and text, or mappings with `text` (with front matter) or `body`, and any of `id`, `title`,
        `description`, `keywords`, `language`, `url`, `format`; what a mapping gives wins over the text. The id is the
        Report's path; an ending such as ".html" tells the format.
    workers: how many processes check; 0 for as many as there are cores, where there is enough to do, 1 for this one
        alone. With more than one, an article that ends its process, or doesn't return, costs itself and no other.
    settings: without it the defaults hold; no settings file is looked for. `max_seconds` and `max_file_size` hold.
    on_failure: called for items that cannot be checked, and for what is no item. Without it they are collected, and
        UnreadableFilesError is raised after the last Report.
    select, ignore, rules: as for `check_paths`.

    Raises SettingsError for settings that cannot be used.
    """
    known = rule_set(rules)
    run = Run(SettingsFinder(_settings(settings, known) or Settings(), known), select=select, ignore=ignore)
    failures: list[UnreadableError] = []
    fail = on_failure or failures.append

    def candidates() -> Iterator[Candidate]:
        for number, item in enumerate(items, 1):
            try:
                row = make_row(item, number)
            except UnreadableError as error:
                fail(error)
                continue
            yield Candidate(row.id.replace("\0", ""), named=True, row=row)

    with closing(Checker(run, workers=workers).results(candidates())) as results:
        for _, result in results:
            if isinstance(result, UnreadableError):
                fail(result)
            elif isinstance(result, Report):
                yield result
    if failures:
        raise UnreadableFilesError(failures)


def _finder(settings: SettingsLike, rules: RulesLike) -> SettingsFinder:
    known = rule_set(rules)
    return SettingsFinder(_settings(settings, known), known)


def _settings(given: SettingsLike, rules: RuleSet) -> Settings | None:
    if given is None or isinstance(given, Settings):
        return given
    if isinstance(given, (str, Path)):
        return load_settings(given, rules=rules)
    return settings_from(given, rules=rules)
