"""`check --history FILE`: every report of a run goes into the history as well."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from seocheck.errors import SeocheckError

if TYPE_CHECKING:
    from seocheck.formats.paths import Paths
    from seocheck.history.record import Recorder
    from seocheck.report import Report


class HistoryOfRun:
    """Hands the reports of a run to a Recorder, if there is one."""

    def __init__(self, recorder: Recorder | None, paths: Paths) -> None:
        self._recorder = recorder
        self._paths = paths

    def add(self, report: Report) -> None:
        """Take the next report."""
        if self._recorder is not None:
            self._recorder.add(self._paths.from_root(report.path), report)

    def finish(self, *, whole: bool, failures: int) -> None:
        """Write the run, once all reports are there. whole: whether all articles were looked at."""
        if self._recorder is not None:
            from seocheck.history.record import now

            self._recorder.finish(at=now(), revision=_revision(), whole=whole, failures=failures)


@contextmanager
def history_of(file: str | None, paths: Paths) -> Iterator[HistoryOfRun]:
    """The history in a file, which is opened at once; one that does nothing where no file is given."""
    if file is None:
        yield HistoryOfRun(None, paths)
        return
    from seocheck.history.record import recording

    with recording(file) as recorder:
        yield HistoryOfRun(recorder, paths)


def _revision() -> str:
    from seocheck.git import Repository

    try:
        return Repository().revision()
    except SeocheckError:  # no git, or no repository
        return ""
