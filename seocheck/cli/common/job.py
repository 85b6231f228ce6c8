"""One call of `seocheck check`: goes through the files, and collects what the summary and the exit code need."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

import msgspec

from seocheck.base.plural import plural
from seocheck.check.suppress import PatternUse
from seocheck.cli.common.links import links_left_out
from seocheck.cli.common.output import Printer, notify, wants_colour
from seocheck.cli.common.scope import Scope
from seocheck.config import Plan
from seocheck.errors import SeocheckError, UnreadableError
from seocheck.formats.findings import fails
from seocheck.formats.people.styled import safe
from seocheck.formats.people.summary import Result
from seocheck.formats.run import RunEnd
from seocheck.model.report import NotAssessed, Report
from seocheck.model.result import PassedOver
from seocheck.model.result import Result as Checked
from seocheck.rulekit.registry import LoadedRule
from seocheck.runs.run import Candidate, Run
from seocheck.runs.schedule import Checker, Checks

MOST_LOW = 10
"""Articles below --min-score that are named on standard error; the others are counted."""
PROGRESS_FROM = 20
"""Number of files from which a terminal shows a progress bar."""


class Gate(msgspec.Struct, frozen=True):
    """What makes a run fail.

    fail_on: the least severity at which findings do, or "never". min_score: the score below which an article does.
    max_warnings: how many warnings are allowed in total. exit_zero: findings and scores don't; failures still do.
    """

    fail_on: str = "error"
    min_score: float | None = None
    max_warnings: int | None = None
    exit_zero: bool = False
    allow_empty: bool = False


class Job:
    """Finds files, has them checked, and judges the gates.

    scope: which files are checked, and which findings are new. checker: what checks them; without it, they
    are checked here one after the other. rules_of: the rules that run for a path; by default those of the article.
    """

    def __init__(
        self,
        run: Run,
        *,
        stdin_filename: str | None,
        gate: Gate,
        scope: Scope,
        checker: Checks | None = None,
        rules_of: Callable[[str], tuple[LoadedRule, ...]] | None = None,
    ) -> None:
        self._run = run
        self._empty = False
        self._rules_for = rules_of or self._rules_of_article
        self._checker: Checks = checker or Checker(run)
        self._stdin_filename = stdin_filename
        self._gate = gate
        self._scope = scope
        self._warnings = 0
        self._low = 0
        self._results: list[Result] = []
        self._passed_over: list[PassedOver] = []
        self._failures: list[UnreadableError] = []
        self._failed = False
        self._broken_rules = False
        self.unwritten = False  # whether a file could not be written with its fixes
        self._patterns = PatternUse()
        self._renamed: set[str] = set()
        self._rules: tuple[Plan | None, tuple[LoadedRule, ...]] = (None, ())

    def find(self, paths: Sequence[str], outputs: Collection[str]) -> list[Candidate]:
        """The files that these paths name, each once. Files that can't be read are reported on stderr at once.

        outputs: files that are about to be written; if a walk finds one, it isn't an article. Raises SeocheckError if
        one is named as an article: it would be lost.
        """
        found = list(self._scope.find(paths, self._passed_over.append, self._fail))
        for line in links_left_out(self._passed_over):
            notify(line)
        kept: dict[str, Candidate] = {}
        for candidate in found:
            key = candidate.path if candidate.path == "-" else os.path.abspath(candidate.path)
            if key not in kept or (candidate.named and not kept[key].named):
                kept[key] = candidate
        written = {os.path.realpath(path) for path in outputs}
        if written:
            for key, candidate in list(kept.items()):
                if os.path.realpath(candidate.path) in written:
                    if candidate.named:
                        raise SeocheckError(f"{candidate.path}: is an article to check, so it can't be the output too")
                    del kept[key]
        return list(kept.values())

    def reports(
        self,
        candidates: list[Candidate],
        paths: Sequence[str],
        printer: Printer | None = None,
        *,
        with_rules: bool = False,
    ) -> Iterator[tuple[Report, tuple[LoadedRule, ...]]]:
        """Reports as they are made, each with the rules that were meant to run.

        paths: as given on the command line. printer: what writes to standard output, so that a progress bar doesn't
        overwrite it. with_rules: whether the rules are needed; loading them takes longer than showing cached results.
        """
        total = len(candidates)
        results: Iterable[tuple[Candidate, Checked]] = self._checked(candidates)
        if total >= PROGRESS_FROM and sys.stderr.isatty() and wants_colour(sys.stderr):
            from seocheck.formats.people.terminal import progress

            on_terminal = printer.painter if printer is not None and sys.stdout.isatty() else None
            results = progress(results, total, sys.stderr, on_terminal)
        for candidate, result in results:
            if isinstance(result, UnreadableError):
                self._fail(result)
                continue
            if isinstance(result, PassedOver):
                self._passed_over.append(result)
                continue
            if not self._scope.reports_on(candidate.path):
                continue
            path = self._stdin_filename or "." if candidate.path == "-" else candidate.path
            rules = self._rules_for(path) if with_rules or self._scope.baseline is not None else ()
            report = self._scope.mark(result, rules)
            self._note(report)
            settings = self._run.settings_for(path)
            self._patterns.note(report, settings.suppress, settings.base, settings.file)
            self._tell_renamed(settings.renamed)
            yield report, rules
        self._mark_clean(candidates)
        if not self._results and not self._failures and not self._checker.checked:
            self._say_empty(", ".join(safe(p) for p in paths))

    def _mark_clean(self, candidates: Iterable[Candidate]) -> None:
        """Where only articles with findings have a report, tell the baseline of the others."""
        baseline = self._scope.baseline
        if baseline is None or not self._checker.only_findings:
            return
        unread = {failure.path for failure in self._failures}
        for path in (candidate.path for candidate in candidates):
            if path not in unread and self._scope.reports_on(path):
                baseline.mark_clean(path, [rule.id for rule in self._rules_for(path)])

    def end(self) -> RunEnd:
        """What the formats get at the end."""
        for line in self._patterns.unused():
            notify(f"warning: {safe(line)}")
        return RunEnd(
            results=self._results,
            passed_over=[NotAssessed(subject=p.path, reason=p.reason) for p in self._passed_over],
            failures=[NotAssessed(subject=f.path, reason=f.reason) for f in self._failures],
            checked=self._checker.checked if self._checker.only_findings else 0,
        )

    def exit_code(self) -> int:
        """The exit code for all that was seen."""
        if self._low > MOST_LOW:
            notify(f"and {plural(self._low - MOST_LOW, 'more article')} below --min-score")
        if self._failures or self._broken_rules or self._empty or self.unwritten:
            return 2
        most = self._gate.max_warnings
        if most is not None and self._warnings > most:
            notify(f"{plural(self._warnings, 'warning')}; at most {most} allowed")
            self._failed = True
        return 1 if self._failed and not self._gate.exit_zero else 0

    def _rules_of_article(self, path: str) -> tuple[LoadedRule, ...]:
        plan = self._run.plan_for(path)
        if plan is not self._rules[0]:
            self._rules = (plan, tuple(rule.loaded for rule in plan.rules))
        return self._rules[1]

    def _checked(self, candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, Checked]]:
        """The results in order: files by the checker, standard input at its place among them."""
        at = next((i for i, candidate in enumerate(candidates) if candidate.path == "-"), len(candidates))
        yield from self._checker.results(candidates[:at])
        if at < len(candidates):
            yield candidates[at], self._check_stdin()
            yield from self._checker.results(candidates[at + 1 :])

    def _check_stdin(self) -> Checked:
        from seocheck.runs.guard import check_candidate

        if sys.stdin is None:
            raise SeocheckError("standard input is closed")
        data = sys.stdin.buffer.read()
        return check_candidate(self._run, Candidate(self._stdin_filename or "-", True), data)

    def _say_empty(self, where: str) -> None:
        """Nothing was checked: on purpose where all was left out, else most likely by a wrong path."""
        if self._scope.changes is not None:
            notify(f"no changed article found in {where}")
        elif self._passed_over or self._scope.excluded.met or self._gate.allow_empty:
            notify(f"warning: no article found in {where}")
        else:
            notify(f"no article found in {where}; --allow-empty accepts that")
            self._empty = True

    def _tell_renamed(self, lines: Iterable[str]) -> None:
        for line in lines:
            if line not in self._renamed:
                self._renamed.add(line)
                notify(safe(line))

    def _fail(self, error: UnreadableError) -> None:
        self._failures.append(error)
        notify(safe(str(error)))

    def _note(self, report: Report) -> None:
        if any(fails(finding, self._gate.fail_on) for finding in report.findings):
            self._failed = True
        self._warnings += sum(finding.severity == "warning" and not finding.known for finding in report.findings)
        for failure in report.failures:
            self._broken_rules = True
            notify(f"{safe(report.path)}: rule {failure.rule} failed: {safe(failure.error)}")
        if self._gate.min_score is not None:
            self._compare_with(self._gate.min_score, report)
        self._results.append(Result.of(report))

    def _compare_with(self, least: float, report: Report) -> None:
        if report.partial:
            raise SeocheckError("--min-score needs a full score: drop --select and --ignore")
        if report.score is None:
            notify(f"note: {safe(report.path)} has no score, so --min-score doesn't apply")
        elif report.score < least:
            self._failed = True
            self._low += 1
            if self._low <= MOST_LOW:
                notify(f"{safe(report.path)}: score {report.score:.1f} is below {least:g}")
