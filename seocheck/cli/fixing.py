"""`seocheck check --fix` and `--diff`: fix what can be fixed automatically before the check, or show it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

import click
from msgspec.structs import replace

from seocheck.base.plural import plural
from seocheck.check.reporter import read_article
from seocheck.cli.common.output import notify, print_diff, write_utf8
from seocheck.config import Plan
from seocheck.edit.write import ChangedError, check_writable, replace_file
from seocheck.edit.written import RefusedError
from seocheck.errors import SeocheckError, UnreadableError
from seocheck.fix import FixOutcome, fixes_for
from seocheck.formats.people.styled import safe
from seocheck.readers import decode
from seocheck.runs.run import Candidate, Run, not_an_article

SHOWN = 50
"""Lines shown about what was not fixed."""


def check_options(*, diff: bool, paths: Iterable[str], formats: Iterable[str], output: str | None) -> None:
    """Raise UsageError for options that contradict --fix or --diff."""
    if diff and (tuple(formats) or output is not None):
        raise click.UsageError("--diff prints a diff and no report: drop --format and --output.")
    if not diff and "-" in paths:
        raise click.UsageError("--fix writes files, so it can't fix standard input; use --diff to see the fixes.")


class Fixer:
    """Fixes files one after the other and counts; a file is replaced in one step or left as it is.

    stdin_filename: the name of the article on standard input, for --diff. only_scored: leave alone what costs no
    points.
    """

    def __init__(self, run: Run, *, stdin_filename: str | None = None, only_scored: bool = False) -> None:
        self._run = run
        self._only_scored = only_scored
        self._stdin_filename = stdin_filename
        self._fixed = 0
        self._files = 0
        self._left: list[str] = []
        self.failed = False
        """Whether a file could not be read or written."""

    def fix(self, candidates: Iterable[Candidate]) -> None:
        """Fix these files, and report on standard error how many findings were fixed, and what was not and why.

        A file that can't be read is skipped silently: the check that follows reports it.
        """
        for candidate in candidates:
            try:
                data, outcome = self._outcome(candidate)
                if outcome is None:
                    continue
                if outcome.after != data:
                    replace_file(candidate.path, data, outcome.after)
            except UnreadableError:
                continue
            except ChangedError as error:
                self.failed = True
                self._left.append(f"{_shown(candidate.path)}: {error}; not written")
                continue
            except RefusedError as error:
                self.failed = True
                self._left.append(f"{_shown(candidate.path)}: not written: {error}")
                continue
            self._count(candidate.path, outcome)
        self._say("fixed")

    def diff(self, candidates: Iterable[Candidate], *, exit_zero: bool = False) -> int:
        """Print what `fix` would do as a unified diff. The exit code: 1 if there is something to fix and
        `exit_zero` is off, else 0; 2 if a file can't be read or written."""
        write_utf8()
        for candidate in candidates:
            try:
                data, outcome = self._outcome(candidate)
                if outcome is None:
                    continue
                if outcome.after != data and candidate.path != "-":
                    check_writable(candidate.path)
            except UnreadableError as error:
                self.failed = True
                notify(safe(str(error)))
                continue
            except RefusedError as error:
                self.failed = True
                self._left.append(f"{_shown(candidate.path)}: cannot be written: {error}")
                continue
            self._count(candidate.path, outcome)
            print_diff(outcome.diff)
        self._say("would fix")
        return 2 if self.failed else 1 if self._fixed and not exit_zero else 0

    def _outcome(self, candidate: Candidate) -> tuple[bytes, FixOutcome | None]:
        """A file's bytes and its fixes; None if it isn't an article."""
        name = candidate.path
        if name == "-":
            if sys.stdin is None:
                raise SeocheckError("standard input is closed")
            data = sys.stdin.buffer.read()
            return data, fixes_for(data, self._stdin_filename or "-", self._plan(self._stdin_filename or "."))
        plan = self._plan(name)
        data = self._run.read(candidate)
        path = name.replace(os.sep, "/")
        if not candidate.named and not_an_article(read_article(decode(data, path), plan)):
            return data, None
        return data, fixes_for(data, path, plan)

    def _plan(self, path: str) -> Plan:
        plan = self._run.plan_for(path)
        if not self._only_scored:
            return plan
        return replace(plan, rules=tuple(rule for rule in plan.rules if rule.weight > 0))

    def _count(self, path: str, outcome: FixOutcome) -> None:
        self._fixed += len(outcome.fixed)
        self._files += bool(outcome.fixed)
        self._left += [f"{_shown(path)}:{left.line}: {left.rule}: {left.reason}" for left in outcome.refused]

    def _say(self, did: str) -> None:
        left = f"; {len(self._left)} not fixed:" if self._left else ""
        what = f"{plural(self._fixed, 'finding')} in {plural(self._files, 'file')}" if self._fixed else "nothing"
        notify(f"{did} {what}{left}")
        for line in self._left[:SHOWN]:
            notify(f"  {safe(line)}")
        if len(self._left) > SHOWN:
            notify(f"  ... {len(self._left) - SHOWN:,} more")


def _shown(path: str) -> str:
    return "<stdin>" if path == "-" else path.replace(os.sep, "/")
