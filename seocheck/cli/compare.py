"""`seocheck compare REF`: the changed articles' scores before and after."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from seocheck.cli.common.links import links_left_out
from seocheck.cli.common.old_articles import old_articles
from seocheck.cli.common.output import Printer, notify, opened, write_utf8
from seocheck.cli.common.own_rules import rules_in, rules_option, settings_finder
from seocheck.errors import SeocheckError, UnreadableError
from seocheck.formats.people.styled import safe
from seocheck.model.result import PassedOver
from seocheck.readers.formats import file_of
from seocheck.runs.guard import check_candidate
from seocheck.runs.run import Candidate, Run, discover, looks_like_article
from seocheck.runs.within import one_of

if TYPE_CHECKING:
    from seocheck.gates.changes import Changes
    from seocheck.gates.compare import ArticleComparison, Comparison
    from seocheck.gates.git import ChangedFile
    from seocheck.model.report import Report


@click.command("compare")
@click.argument("base")
@click.argument("paths", nargs=-1, type=click.Path(readable=False))
@click.option(
    "--format",
    "-f",
    "output_format",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
)
@click.option("--output", "-o", metavar="FILE", help="Write to a file.")
@click.option("--max-drop", type=click.FloatRange(0, 100), metavar="N", help="Exit 1 if a score fell by more.")
@click.option("--profile", metavar="NAME", help="The kind of article: default, news, docs, product or plain-language.")
@rules_option
@click.option("--config", metavar="FILE", help="Settings file for all articles, instead of the closest one.")
def command(
    base: str,
    paths: tuple[str, ...],
    output_format: str,
    output: str | None,
    max_drop: float | None,
    profile: str | None,
    rules: tuple[str, ...],
    config: str | None,
) -> int:
    """Compare the articles under PATHS with an earlier version: what got worse, what got better.

    BASE is a branch, tag or commit (articles are compared with the commit where HEAD branched off from it), or a
    report that `seocheck check --format json` wrote. The present rules and settings apply to both sides.
    """
    run = Run(settings_finder(rules_in(rules), config), profile=profile)
    run.plan_for(paths[0] if paths else ".")
    listed = paths or (".",)
    comparison, failed = (_with_report if base.endswith(".json") and os.path.isfile(base) else _with_commit)(
        base, listed, run
    )
    with opened(output) as out:
        if output_format == "text":
            from seocheck.formats.people.comparison import comparison_lines

            printer = Printer(out)
            printer.print(comparison_lines(comparison, min(printer.width, 100)))
        else:
            write_utf8()
            out.write(_written(comparison, output_format))
    if failed:
        return 2
    worst = min((article.change or 0.0 for article in comparison.articles), default=0.0)
    return 1 if max_drop is not None and -worst > max_drop else 0


def _written(comparison: Comparison, output_format: str) -> str:
    if output_format == "json":
        from seocheck.formats.machines.encode import json_text

        return json_text(comparison) + "\n"
    from seocheck.formats.people.comparison_markdown import comparison_markdown

    return comparison_markdown(comparison)


def _with_report(base: str, paths: tuple[str, ...], run: Run) -> tuple[Comparison, bool]:
    """Against a saved report."""
    import msgspec

    from seocheck.gates.compare import Comparison, match
    from seocheck.model.report import RunResult

    try:
        saved = msgspec.json.decode(Path(base).read_bytes(), type=RunResult)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise SeocheckError(f"{base}: not a seocheck report: {str(error).splitlines()[0]}") from None
    before = {posixpath.normpath(report.path): report for report in saved.reports}
    reports = _Reports(run)
    articles = tuple(match(before, reports.of(paths)))
    return Comparison(base=base, articles=articles), reports.failed


def _with_commit(ref: str, paths: tuple[str, ...], run: Run) -> tuple[Comparison, bool]:
    """Against a commit."""
    from seocheck.gates.changes import Changes
    from seocheck.gates.compare import Comparison

    changes = Changes(ref)
    reports = _Reports(run)
    after: dict[str, dict[str, Report]] = {}  # a file -> what is behind its path, "" or "#12" -> its report
    for candidate in found(paths, reports.fail, run):
        change = changes.of(candidate.path)
        report = reports.one(candidate) if change is not None else None
        if change is not None and report is not None:
            item = candidate.path[len(file_of(candidate.path)) :] if candidate.part is not None else ""
            after.setdefault(change.path, {})[item] = report
    left_out = run.exclusion()
    only = frozenset(path[len(file) :] for path in paths if (file := one_of(path)))
    folders = [changes.repository.relative(path) for path in paths]
    articles = tuple(
        article
        for change in changes.changes
        if change.path in after
        or (_is_deleted_article(change, folders) and not left_out(changes.shown(change.path), False))
        for article in _compared(change, changes, after.get(change.path, {}), run, reports, only)
    )
    return Comparison(base=ref, articles=articles), reports.failed


def _compared(
    change: ChangedFile, changes: Changes, after: dict[str, Report], run: Run, reports: _Reports, only: frozenset[str]
) -> Iterator[ArticleComparison]:
    """The article in a file, or those within it that changed; none if there is none on either side.

    only: what is behind the path of articles within files that were asked for, if any were.
    """
    from seocheck.gates.compare import compare

    before: dict[str, Report] = {}
    if change.old_path:
        before = old_articles(changes.before(change), changes.shown(change.old_path), run, reports.fail)
    many = any(after) or any(before)
    for item in dict.fromkeys((*before, *after)):
        old, new = before.get(item), after.get(item)
        if many and (old == new or (only and new is None and item not in only)):
            continue
        if many and None in (old, new):
            yield compare(old, new, "added" if old is None else "deleted")
        else:
            yield compare(old, new, change.status)


def _is_deleted_article(change: ChangedFile, folders: list[str]) -> bool:
    """Whether a deleted file was an article in these folders, judging by its name."""
    inside = any(folder == "." or change.path == folder or change.path.startswith(f"{folder}/") for folder in folders)
    return change.status == "deleted" and inside and looks_like_article(change.path)


def found(paths: tuple[str, ...], fail: Callable[[UnreadableError], None], run: Run) -> Iterator[Candidate]:
    """The files that these paths name, by the names that git and saved reports use: without "./"."""
    passed_over: list[PassedOver] = []
    for candidate in discover(paths, passed_over.append, fail, run.exclusion()):
        yield Candidate(os.path.normpath(candidate.path), candidate.named, candidate.real, candidate.part)
    for line in links_left_out(passed_over):
        notify(line)


class _Reports:
    """Checks files; what can't be read is reported on stderr at once and remembered."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self.failed = False

    def of(self, paths: tuple[str, ...]) -> Iterator[Report]:
        for candidate in found(paths, self.fail, self._run):
            report = self.one(candidate)
            if report is not None:
                yield report

    def one(self, candidate: Candidate) -> Report | None:
        result = check_candidate(self._run, candidate)
        if isinstance(result, UnreadableError):
            self.fail(result)
            return None
        return None if isinstance(result, PassedOver) else result

    def fail(self, error: UnreadableError) -> None:
        self.failed = True
        notify(safe(str(error)))
