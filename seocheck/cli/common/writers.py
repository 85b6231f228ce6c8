"""All formats of a run at once: opens their outputs, passes them the reports, closes them in order."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, TextIO

import msgspec

from seocheck.cli.common.format_options import FormatTarget
from seocheck.cli.common.output import Printer, in_actions, notify, opened, write_utf8
from seocheck.errors import why
from seocheck.formats.paths import Paths
from seocheck.formats.people.summary import summary_lines
from seocheck.formats.registry import ALL, make_writer
from seocheck.formats.run import About, RunEnd, RunStart, Writer
from seocheck.model.report import Report
from seocheck.rulekit.registry import LoadedRule

if TYPE_CHECKING:
    from seocheck.formats.people.view.article_view import ArticleView

View = Callable[[Report], "ArticleView | None"]


def run_start(
    *, fail_on: str, min_score: float | None, baseline: bool = False, view: View | None = None, articles: int = 0,
    settings: str = "",
) -> RunStart:  # fmt: skip
    """What the formats get at the beginning. view, articles: as in `RunStart`. settings: the file that holds."""
    folder = os.getcwd()
    return RunStart(
        fail_on=fail_on,
        min_score=min_score,
        baseline=baseline,
        paths=Paths(folder=_posix(folder), root=_posix(_root(folder))),
        actions=in_actions(),
        notify=notify,
        view=view,
        articles=articles,
        about=lambda: _about(folder, settings),
    )


def _about(folder: str, settings: str) -> About:
    """What a report tells of the run that it is of."""
    from seocheck.errors import SeocheckError
    from seocheck.gates.git import Repository

    root = _root(folder)
    shown = os.path.relpath(settings, root).replace(os.sep, "/") if settings else ""
    try:
        repository = Repository()
        return About(site=os.path.basename(root), commit=repository.revision(), date=repository.date(), settings=shown)
    except SeocheckError:  # no git, or no repository
        return About(site=os.path.basename(root), settings=shown)


def _root(folder: str) -> str:
    """The root of the repository around a folder; else what the build server says, or the folder itself."""
    above = folder
    while not os.path.exists(os.path.join(above, ".git")):
        if above == os.path.dirname(above):
            break
        above = os.path.dirname(above)
    else:
        return above
    for variable in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        given = os.environ.get(variable)
        if given and _is_below(folder, given):
            return os.path.normpath(given)
    return folder


def _is_below(path: str, folder: str) -> bool:
    """Whether a path lies in a folder, or is it."""
    try:
        return os.path.commonpath([path, folder]) == os.path.normpath(folder)
    except ValueError:  # one of them is relative, or they are on two drives
        return False


def _posix(path: str) -> str:
    return path.replace(os.sep, "/")


class Writers:
    """The writers of a run. printer: what writes text to standard output, if anything does."""

    def __init__(self, *, quiet: bool, verbose: bool) -> None:
        self._quiet = quiet
        self._verbose = verbose
        self._writers: list[tuple[FormatTarget, Writer, TextIO]] = []
        self._summary: tuple[Writer, io.StringIO] | None = None
        self.printer: Printer | None = None

    @property
    def want_rules(self) -> bool:
        """Whether a format says something about the rules besides their findings."""
        return any(ALL[target.name].tells_of_rules for target, _, _ in self._writers)

    def open(self, target: FormatTarget, out: TextIO, start: RunStart) -> None:
        """Add a format."""
        if target.name == "text":
            printer = Printer(out)
            self.printer = printer if target.file is None else self.printer
            writer: Writer = self._text(out, start, printer)
        else:
            writer = make_writer(target.name, out, msgspec.structs.replace(start, file=target.file))
        self._writers.append((target, writer, out))
        if target.name == "github" and os.environ.get("GITHUB_STEP_SUMMARY"):
            kept = io.StringIO()
            self._summary = (make_writer("markdown", kept, start), kept)

    def add(self, report: Report, rules: Sequence[LoadedRule]) -> None:
        """Pass a report to all formats."""
        for target, writer, _ in list(self._writers):
            try:
                writer.add(report, rules)
            except BrokenPipeError:
                self._drop(target)
        if self._summary is not None:
            self._summary[0].add(report, rules)

    def close(self, end: RunEnd) -> None:
        """Let all formats write the rest. Annotations come before the text's summary: people read a build's log from
        its end, and should find the summary there."""
        order = sorted(self._writers, key=lambda item: item[0].name != "github")
        for target, writer, out in order:
            try:
                writer.close(end)
                out.flush()
            except BrokenPipeError:
                self._drop(target)
        if self._summary is not None:
            self._summary[0].close(end)
            _append(os.environ["GITHUB_STEP_SUMMARY"], self._summary[1].getvalue())
        if not self._quiet and all(target.name != "text" for target, _, _ in self._writers):
            self._say_summary(end)

    def _text(self, out: TextIO, start: RunStart, printer: Printer) -> Writer:
        from seocheck.formats.people.text_writer import TextWriter

        return TextWriter(out, start, show=printer.print, width=printer.width, quiet=self._quiet, verbose=self._verbose)

    def _drop(self, target: FormatTarget) -> None:
        """The reader of standard output has stopped; files are still written to their end."""
        if target.file is not None or all(other.file is None for other, _, _ in self._writers):
            raise BrokenPipeError
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def _say_summary(self, end: RunEnd) -> None:
        """The last line of the text report, on standard error."""
        if end.results or end.passed_over or end.checked:
            printer = Printer(sys.stderr)
            reasons = [entry.reason for entry in end.passed_over]
            printer.print(
                summary_lines(
                    end.results,
                    reasons,
                    len(end.failures),
                    checked=end.checked,
                    width=min(printer.width, 100),
                    quiet=True,
                )
            )
            sys.stderr.flush()


@contextmanager
def opened_writers(
    targets: Sequence[FormatTarget], start: RunStart, *, quiet: bool, verbose: bool
) -> Iterator[Writers]:
    """Open everything before any work is done. Raises SeocheckError if a file can't be written."""
    writers = Writers(quiet=quiet, verbose=verbose)
    if any(target.file is None and not ALL[target.name].for_terminals for target in targets):
        write_utf8()
    with ExitStack() as files:
        for target in targets:
            writers.open(target, files.enter_context(opened(target.file)), start)
        yield writers


def _append(path: str, text: str) -> None:
    """Append to the summary of a build's step. A run doesn't fail if that can't be done."""
    try:
        with open(path, "a", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
    except (OSError, ValueError) as error:
        notify(f"warning: $GITHUB_STEP_SUMMARY cannot be written: {why(error)}")
