"""The articles that an agent names: found, read within the limits and the folders, and checked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from seocheck.agents.folders import OUTSIDE, Folders, RefusedPathError
from seocheck.base.limits import OverBudgetError, time_limit
from seocheck.config import Settings, SettingsFinder
from seocheck.errors import UnreadableError
from seocheck.formats.people.styled import safe
from seocheck.model.report import Report
from seocheck.model.result import PassedOver, Result
from seocheck.readers.formats import by_path
from seocheck.rulekit.rule_set import RuleSet
from seocheck.runs.guard import check_candidate, too_long
from seocheck.runs.run import Candidate, Run, discover, read_bytes

T = TypeVar("T")


class Articles:
    """What lies below the folders, with the settings as they are at each question.

    fixed: settings for all articles; None for those of the files beside them. rules: all that run.
    """

    def __init__(self, folders: Folders, rules: RuleSet, fixed: Settings | None = None) -> None:
        self.folders = folders
        self.rules = rules
        self._fixed = fixed

    def run(self, select: Sequence[str] = ()) -> Run:
        """A run with these rules or groups, or all."""
        return Run(self.finder(), select=select)

    def finder(self) -> SettingsFinder:
        """The settings, read anew: the agent may have changed them."""
        return SettingsFinder(self._fixed, self.rules)

    def one(self, path: str) -> str:
        """The real path of one article. Raises RefusedPathError."""
        real = self.folders.find(path)
        if os.path.isdir(real):
            raise RefusedPathError(f"“{safe(path)}” is a folder: name one article.")
        if by_path(real) is None:
            raise RefusedPathError(f"“{safe(path)}” isn't a kind of file that seocheck reads.")
        return real

    def find(self, paths: Iterable[str], run: Run) -> tuple[list[Candidate], list[PassedOver], list[UnreadableError]]:
        """The articles that files and folders hold, what isn't one, and what can't be read. Raises
        RefusedPathError."""
        given = [self.folders.shown(self.folders.find(path)) for path in paths]
        passed_over: list[PassedOver] = []
        failures: list[UnreadableError] = []
        excluded = run.exclusion()

        def left_out(path: str, named: bool) -> bool:
            return not self.folders.allows(path) or excluded(path, named)

        found = list(discover(given, passed_over.append, failures.append, left_out))
        return found, passed_over, failures

    def check(self, candidate: Candidate, run: Run) -> Result:
        """The report on an article, or why there is none. Raises SettingsError alone."""
        try:
            data = run.read(candidate) if candidate.part else self._data(candidate, run)
        except UnreadableError as error:
            return error
        return check_candidate(run, candidate, data)

    def report(self, path: str, run: Run) -> Report:
        """The report on one article. Raises RefusedPathError, UnreadableError, SettingsError."""
        result = self.check(Candidate(self.folders.shown(self.one(path)), True), run)
        if isinstance(result, UnreadableError):
            raise result
        if isinstance(result, PassedOver):
            raise UnreadableError(result.path, result.reason)
        return result

    def read(self, real: str, settings: Settings) -> bytes:
        """A file's bytes, within the limits. Raises UnreadableError, and RefusedPathError where a folder above it has
        become a link meanwhile."""
        shown = self.folders.shown(real)
        data = read_bytes(real, settings, shown=shown, follow=False)
        if os.path.realpath(real) != real:
            raise UnreadableError(shown, OUTSIDE)
        return data

    def _data(self, candidate: Candidate, run: Run) -> bytes:
        real = os.path.realpath(candidate.path)
        if not (self.folders.holds(real) and not self.folders.hides(real)):
            raise UnreadableError(candidate.path, OUTSIDE)
        if by_path(candidate.path) is None:
            raise UnreadableError(candidate.path, "not a kind of file that seocheck reads")
        return self.read(real, run.settings_for(candidate.path))


def in_time(path: str, run: Run, make: Callable[[], T]) -> T:
    """What is made of an article within the time that its settings allow; what was cut off is tried once more. Raises
    UnreadableError."""
    seconds = run.settings_for(path).max_seconds
    for again in (True, False):
        try:
            with time_limit(seconds):
                return make()
        except OverBudgetError as error:
            if not again:
                raise too_long(path, run.plan_for(path), by_clock=error.by_clock, rule=error.rule) from None
    raise AssertionError
