"""`seocheck check`: articles in, reports out, an exit code for the gate."""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator

import click

from seocheck.cli.output import Printer, opened, wants_colour, write_utf8
from seocheck.config import SettingsFinder, load_settings
from seocheck.errors import SeocheckError, UnreadableError
from seocheck.formats.json import JsonWriter
from seocheck.formats.styled import Line, safe
from seocheck.formats.summary import Result, summary_lines
from seocheck.formats.text import article_lines
from seocheck.report import Report
from seocheck.rule import SEVERITIES
from seocheck.runner import Candidate, PassedOver, Run, check_bytes, discover

PROGRESS_FROM = 20
"""Files from which on a terminal gets a progress bar."""


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--format", "-f", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--output", "-o", metavar="FILE", help="Write the report to a file.")
@click.option("--select", multiple=True, metavar="RULES", help="Run only these rules or groups, parted by commas.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Leave these rules or groups out.")
@click.option("--profile", metavar="NAME", help="default, news, docs, product or plain-language.")
@click.option(
    "--fail-on", type=click.Choice(["error", "warning", "note", "never"]), default="error", show_default=True,
    help="Exit 1 on findings of this severity or a graver one.",
)  # fmt: skip
@click.option("--min-score", type=click.FloatRange(0, 100), metavar="N", help="Exit 1 when an article scores lower.")
@click.option("--config", metavar="FILE", help="Settings file to use for all articles, instead of the closest one.")
@click.option("--stdin-filename", metavar="NAME", help="Name of the article on standard input (PATH -).")
@click.option("--quiet", "-q", is_flag=True, help="One line an article.")
@click.option(
    "--verbose", "-v", is_flag=True, help="Every finding in full, keyword map, what was not counted or assessed."
)
def command(
    paths: tuple[str, ...],
    output_format: str,
    output: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    fail_on: str,
    min_score: float | None,
    config: str | None,
    stdin_filename: str | None,
    quiet: bool,
    verbose: bool,
) -> int:
    """Check articles: files, folders, or - for standard input. Without PATHS the current folder.

    Exit code 0: nothing at or above --fail-on; 1: findings or a score; 2: the job could not be done.
    """
    if stdin_filename and "-" not in paths:
        raise click.UsageError("--stdin-filename names the article on standard input: give - as a path.")
    if min_score is not None and math.isnan(min_score):
        raise click.BadParameter("nan is not a score.", param_hint="--min-score")
    finder = SettingsFinder(load_settings(config) if config else None)
    run = Run(finder, select=_listed(select), ignore=_listed(ignore), profile=profile)
    run.plan_for(paths[0] if paths else ".")  # a wrong rule or profile is said before any work is done
    job = _Job(run, stdin_filename, min_score)
    with opened(output) as out:
        if output_format == "json":
            write_utf8()
            writer = JsonWriter(out)
            for report in job.reports(paths or (".",)):
                writer.add(report)
            writer.close([(p.path, p.reason) for p in job.passed_over], [(f.path, f.reason) for f in job.failures])
        else:
            printer = Printer(out)
            for number, report in enumerate(job.reports(paths or (".",), printer)):
                separator: list[Line] = [] if quiet or not number else [[]]
                printer.print(separator + article_lines(report, width=printer.width, verbose=verbose, quiet=quiet))
            if job.results or job.passed_over:
                gap: list[Line] = [] if quiet else [[]]
                reasons = [p.reason for p in job.passed_over]
                printer.print(
                    gap
                    + summary_lines(job.results, reasons, len(job.failures), width=min(printer.width, 100), quiet=quiet)
                )
    return job.exit_code(fail_on)


def _listed(values: Iterable[str]) -> list[str]:
    return [name.strip() for value in values for name in value.split(",") if name.strip()]


class _Job:
    """One call of the command: goes over the files and keeps what summary and exit code need."""

    def __init__(self, run: Run, stdin_filename: str | None, min_score: float | None) -> None:
        self._run = run
        self._stdin_filename = stdin_filename
        self._min_score = min_score
        self.results: list[Result] = []
        self.passed_over: list[PassedOver] = []
        self.failures: list[UnreadableError] = []
        self._severities: Counter[str] = Counter()
        self._broken_rules = False
        self._under = 0

    def reports(self, paths: tuple[str, ...], printer: Printer | None = None) -> Iterator[Report]:
        """Reports as they are made; files that cannot be read are named on stderr at once."""
        candidates = self._candidates(paths)
        total = len(candidates)
        files: Iterable[Candidate] = candidates
        if total >= PROGRESS_FROM and sys.stderr.isatty() and wants_colour(sys.stderr):
            from seocheck.formats.terminal import progress

            on_terminal = printer.painter if printer is not None and sys.stdout.isatty() else None
            files = progress(candidates, total, sys.stderr, on_terminal)
        for candidate in files:
            try:
                result = self._check(candidate)
            except UnreadableError as error:
                self._fail(error)
                continue
            if isinstance(result, PassedOver):
                self.passed_over.append(result)
                continue
            self._note(result)
            yield result
        if not self.results and not self.failures:
            click.echo(f"seocheck: warning: no article found in {', '.join(safe(p) for p in paths)}", err=True)

    def _candidates(self, paths: tuple[str, ...]) -> list[Candidate]:
        found: list[Candidate] = []
        for path in paths:
            if path == "-":
                found.append(Candidate("-", True))
            else:
                found.extend(discover([path], self.passed_over.append, self._fail))
        return list({c.path: c for c in found}.values())

    def _check(self, candidate: Candidate) -> Report | PassedOver:
        if candidate.path != "-":
            return self._run.check(candidate)
        name = self._stdin_filename or "-"
        if sys.stdin is None:
            raise SeocheckError("standard input is closed")
        data = sys.stdin.buffer.read()
        return check_bytes(data, name, self._run.plan_for(self._stdin_filename or "."))

    def _fail(self, error: UnreadableError) -> None:
        self.failures.append(error)
        click.echo(f"seocheck: {safe(str(error))}", err=True)

    def _note(self, report: Report) -> None:
        self._severities.update(f.severity for f in report.findings)
        if report.failures:
            self._broken_rules = True
            for failure in report.failures:
                click.echo(
                    f"seocheck: {safe(report.path)}: rule {failure.rule} failed: {safe(failure.error)}",
                    err=True,
                )
        if self._min_score is not None:
            if report.partial:
                raise SeocheckError("--min-score cannot be held against a partial score (--select or --ignore)")
            if report.score is None:
                click.echo(f"seocheck: note: {safe(report.path)} has no score; --min-score passes", err=True)
            elif report.score < self._min_score:
                self._under += 1
                click.echo(
                    f"seocheck: {safe(report.path)}: score {report.score:.1f} is under {self._min_score:g}",
                    err=True,
                )
        points: Counter[str] = Counter()
        for finding in report.findings:
            points[finding.rule] += finding.points  # type: ignore[assignment]
        self.results.append(
            Result(
                path=report.path,
                score=report.score,
                grade=report.grade,
                errors=report.count("error"),
                warnings=report.count("warning"),
                notes=report.count("note"),
                costliest=tuple(points.most_common(8)),
            )
        )

    def exit_code(self, fail_on: str) -> int:
        """The exit code for all that was seen."""
        if self.failures or self._broken_rules:
            return 2
        if fail_on != "never":
            grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
            if any(self._severities[severity] for severity in grave):
                return 1
        return 1 if self._under else 0
