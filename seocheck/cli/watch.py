"""`seocheck check --watch`: check again what was saved, and only that.

Ctrl-C is the way to end a watch, so the exit code is 0 whatever was found. If the first run is interrupted, the exit
code is 130, as for any other run.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import TextIO

import click
import msgspec

from seocheck.cli.common.baseline import KnownFindings
from seocheck.cli.common.format_options import FormatTarget
from seocheck.cli.common.job import Job
from seocheck.cli.common.output import notify
from seocheck.cli.common.own_rules import rules_in, settings_finder
from seocheck.cli.common.scope import Scope, changed_scope
from seocheck.cli.common.watch_events import SETTINGS_NAMES, saved_files
from seocheck.cli.common.watch_options import WatchOptions
from seocheck.cli.common.writers import opened_writers, run_start
from seocheck.config.exclude import Exclusion
from seocheck.errors import SeocheckError, UnreadableError
from seocheck.formats.logs import harmless
from seocheck.formats.people.styled import safe
from seocheck.formats.people.summary import Result, in_numbers
from seocheck.formats.run import RunStart
from seocheck.model.report import Report, encode_json
from seocheck.model.result import PassedOver
from seocheck.rulekit.registry import LoadedRule, find_rules
from seocheck.rulekit.rule_set import rule_set
from seocheck.runs.guard import check_candidate
from seocheck.runs.run import Candidate, Run

IN_FULL = 3
"""Articles shown in full when they change together; if there are more, each gets a line."""

LISTED = 10
"""Changes of score, and deleted articles, that a summary lists."""

_BEGIN, _END = "\x1b[?2026h\x1b[H\x1b[J", "\x1b[?2026l"
"""Home, and clear what is below: what has scrolled out of sight stays. Between the marks of mode 2026 a terminal shows
nothing half drawn; one that doesn't know them ignores them."""


class _Seen(msgspec.Struct, frozen=True):
    """The result of an article's last check. mark: equal for equal reports."""

    result: Result
    mark: bytes


class Watch:
    """Checks all articles once, then after each batch of saved files those of them that are articles."""

    def __init__(self, options: WatchOptions, out: TextIO | None = None) -> None:
        self._options = options
        self._out = out or sys.stdout
        self._seen: dict[str, _Seen] = {}
        self._states: dict[str, tuple[int, int]] = {}
        self._trouble = ""  # what prevents all checks, such as settings that can't be read

    @property
    def on_terminal(self) -> bool:
        """Whether a person is watching, and the screen may be overwritten."""
        return self._out.isatty() and os.environ.get("TERM") != "dumb"

    def first(self) -> None:
        """The first run, as without --watch. Raises SeocheckError if it can't be done."""
        given = self._options
        run, scope, paths = self._setup()
        job = Job(run, stdin_filename=None, gate=given.gate, scope=scope)
        candidates = job.find(paths, ())
        self._states = {_name(c): _state(c.path) for c in candidates}
        with opened_writers(
            [FormatTarget(given.format)], self._start(), quiet=given.quiet, verbose=given.verbose
        ) as writers:
            for report, rules in job.reports(candidates, paths, writers.printer):
                self._note(report)
                writers.add(report, rules)
            writers.close(job.end())
        self._out.flush()

    def again(self, saved: AbstractSet[str]) -> bool:
        """Check what was saved; returns whether there was anything to show.

        saved: absolute paths of files that were created, changed or removed, or of folders that were created or
        removed. Other files that changed since they were read are checked too.
        """
        messages = io.StringIO()
        drawn = ""
        with contextlib.redirect_stderr(messages):
            try:
                drawn = self._again(saved)
            except SeocheckError as error:
                if str(error) != self._trouble:
                    notify(safe(str(error)))
                self._trouble = str(error)
        if drawn:
            self._draw(drawn)
        sys.stderr.write(messages.getvalue())  # after the screen was cleared, so that it stays readable
        sys.stderr.flush()
        return bool(drawn)

    def _start(self) -> RunStart:
        gate = self._options.gate
        return run_start(fail_on=gate.fail_on, min_score=gate.min_score, baseline=self._options.baseline is not None)

    def _setup(self) -> tuple[Run, Scope, tuple[str, ...]]:
        """What a run needs, and its paths; settings, baseline and changes in git are read again."""
        given = self._options
        finder = settings_finder(rule_set(given.rules), given.config, isolated=given.isolated)
        run = Run(finder, select=given.select, ignore=given.ignore, profile=given.profile)
        changes, paths = changed_scope(given.changed, given.changed_lines, given.paths)
        paths = paths or (".",)
        run.plan_for(paths[0])
        known = KnownFindings(finder, paths[0], given.baseline, write=False, prune=False)
        excluded = Exclusion(finder, given.exclude, force=given.force_exclude)
        scope = Scope(
            excluded, force=given.force_exclude, changes=changes, changed_lines=given.changed_lines is not None,
            baseline=known.baseline,
        )  # fmt: skip
        return run, scope, paths

    def _again(self, saved: AbstractSet[str]) -> str:
        """What to show; "" if no report changed."""
        everything = bool(self._trouble) or any(self._decides(path) for path in saved)
        run, scope, paths = self._setup()
        found = {_name(c): c for c in scope.find(paths, lambda _: None, _say_failure)}
        states = {name: _state(c.path) for name, c in found.items()}
        wanted = [
            name
            for name, c in found.items()
            if everything or states[name] != self._states.get(name) or _touched(c.path, saved)
        ]
        self._states = states
        differ: list[tuple[Report, tuple[LoadedRule, ...]]] = []
        said: list[str] = []
        left_out = [name for name in self._seen if name not in found]
        for name in wanted:
            report, rules = _checked(run, scope, found[name])
            if report is None:
                left_out += [name] if name in self._seen else []
                continue
            was = self._seen.get(name)
            if self._note(report):
                differ.append((report, rules))
                said.append(_change_of_score(report, was))
        for name in left_out:
            del self._seen[name]
            said.append(f"{safe(name)}: {'no longer checked' if os.path.lexists(name) else 'gone'}")
        if self._trouble and not said:
            said.append("nothing changed")
        self._trouble = ""
        return self._said(differ, said) if said else ""

    def _decides(self, path: str) -> bool:
        """Whether a file affects how others are checked: settings, a baseline, what git ignores."""
        named = filter(None, (self._options.config, self._options.baseline, *_rule_files(self._options)))
        return os.path.basename(path) in SETTINGS_NAMES or any(
            os.path.realpath(n) == os.path.realpath(path) for n in named
        )

    def _note(self, report: Report) -> bool:
        """Remember a report; returns whether it differs from the previous one."""
        mark = hashlib.sha256(encode_json(report)).digest()
        was = self._seen.get(report.path)
        self._seen[report.path] = _Seen(Result.of(report), mark)
        return was is None or was.mark != mark

    def _said(self, differ: Sequence[tuple[Report, tuple[LoadedRule, ...]]], changes: Sequence[str]) -> str:
        out = _Drawn(self._out)
        quiet = self._options.quiet or len(differ) > IN_FULL
        with contextlib.redirect_stdout(out):
            target = [FormatTarget(self._options.format)]
            with opened_writers(target, self._start(), quiet=quiet, verbose=self._options.verbose) as writers:
                for report, rules in differ:
                    writers.add(report, rules)
        listed = "; ".join(changes[:LISTED])
        more = f"; {len(changes) - LISTED} more" if len(changes) > LISTED else ""
        numbers = in_numbers([seen.result for seen in self._seen.values()])
        gap = "\n" if differ and not quiet and self._options.format == "text" else ""
        return f"{out.getvalue()}{gap}{harmless(f'{listed}{more}. {numbers}')}\n"

    def _draw(self, text: str) -> None:
        """Replace what is on the screen with a text. If output isn't a terminal, append it."""
        self._out.write(f"{_BEGIN}{text}{_END}" if self.on_terminal else text)
        self._out.flush()


class _Drawn(io.StringIO):
    """Collects what to draw, with the properties of its stream."""

    def __init__(self, out: TextIO) -> None:
        super().__init__()
        self._terminal = out.isatty()
        self._encoding = out.encoding

    def isatty(self) -> bool:
        return self._terminal

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._encoding


def _name(candidate: Candidate) -> str:
    """A file's name as in its report."""
    return candidate.path.replace(os.sep, "/")


def _state(path: str) -> tuple[int, int]:
    """Differs if a file was written in between. Taken before the file is read, so that no change is missed."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)


def _say_failure(error: UnreadableError) -> None:
    notify(safe(str(error)))


def _checked(run: Run, scope: Scope, candidate: Candidate) -> tuple[Report | None, tuple[LoadedRule, ...]]:
    """A report with the rules that were meant to run; no report if the file isn't an article or can't be read."""
    result = check_candidate(run, candidate)
    if isinstance(result, UnreadableError):
        _say_failure(result)
        return None, ()
    if isinstance(result, PassedOver):
        return None, ()
    for failure in result.failures:
        notify(f"{safe(result.path)}: rule {failure.rule} failed: {safe(failure.error)}")
    rules = tuple(rule.loaded for rule in run.plan_for(candidate.path).rules)
    return scope.mark(result, rules), rules


def _touched(path: str, saved: AbstractSet[str]) -> bool:
    """Whether a file, or a folder that contains it, was saved."""
    for whole in {os.path.abspath(path), os.path.realpath(path)}:
        while True:
            if whole in saved:
                return True
            above = os.path.dirname(whole)
            if above == whole:
                break
            whole = above
    return False


def _change_of_score(report: Report, was: _Seen | None) -> str:
    now = "no score" if report.score is None else f"{report.score:.0f}"
    if was is None:
        return f"{safe(report.path)}: {now}, new"
    then = "no score" if was.result.score is None else f"{was.result.score:.0f}"
    return f"{safe(report.path)}: {then} -> {now}" if then != now else f"{safe(report.path)}: {now}, unchanged"


def watch_articles(
    options: WatchOptions, source: Callable[[WatchOptions], Iterable[AbstractSet[str]]] | None = None
) -> int:
    """Check, and check again until Ctrl-C. Returns the exit code.

    source: gives batches of saved files; None means the file system. Raises SeocheckError if watchfiles is missing, or
    if the first run can't be done.
    """
    rules_in(options.rules)  # says once which packages are not used
    saved = (source or _file_system)(options)
    watch = Watch(options)
    watch.first()
    if watch.on_terminal:
        notify("watching; press Ctrl-C to stop")
    try:
        for batch in saved:
            watch.again(batch)
    except KeyboardInterrupt:
        if sys.stdout.isatty():
            click.echo()
    return 0


def _file_system(options: WatchOptions) -> Iterable[AbstractSet[str]]:
    also = filter(None, (options.config, options.baseline, *_rule_files(options)))
    return saved_files(options.paths, tuple(also))


def _rule_files(options: WatchOptions) -> list[str]:
    return [file for folder in options.rules for file in find_rules(folder).values()]
