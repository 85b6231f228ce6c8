"""`check --history FILE`: every report of a run is also recorded in the history."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from seocheck.cli.common.output import notify
from seocheck.errors import SeocheckError
from seocheck.formats.people.styled import safe

if TYPE_CHECKING:
    from seocheck.formats.paths import Paths
    from seocheck.formats.run import RunEnd
    from seocheck.history.record import Recorder
    from seocheck.history.trend import Trend
    from seocheck.model.report import Report


class HistoryOfRun:
    """Passes the reports of a run to a Recorder, if there is one. file: that of the history."""

    def __init__(self, recorder: Recorder | None, paths: Paths, file: str = "") -> None:
        self._recorder = recorder
        self._paths = paths
        self._file = file
        self._error: SeocheckError | None = None

    def add(self, report: Report) -> None:
        """Take the next report."""
        if self._recorder is not None:
            self._recorder.add(self._paths.from_root(report.path), report)

    def finish(self, end: RunEnd, *, whole: bool, judged: bool = False) -> RunEnd:
        """Write the run once all reports are there; returns the end of the run, with the trend of the history.

        whole: whether all articles were checked. judged: whether scores fail the run, so that a new scale must be told
        of. `close` raises what goes wrong: no report must be lost because of it.
        """
        if self._recorder is None:
            return end
        from seocheck.base.database import FAULTS
        from seocheck.history.record import now
        from seocheck.history.store import fault

        try:
            trend = self._recorder.finish(
                at=now(lambda line: notify(safe(f"warning: {line}"))),
                revision=_revision(),
                whole=whole,
                failures=len(end.failures),
            )
            if judged:
                _tell_new_scale(trend)
            return msgspec.structs.replace(end, trend=trend)
        except FAULTS as error:
            self._error = fault(self._file, error, make=True)
        except SeocheckError as error:
            self._error = error
        return end

    def close(self) -> None:
        """Raises SeocheckError if the run could not be written."""
        if self._error is not None:
            raise self._error


@contextmanager
def history_of(file: str | None, paths: Paths) -> Iterator[HistoryOfRun]:
    """The history in a file, which is opened at once; one that does nothing if no file is given."""
    if file is None:
        yield HistoryOfRun(None, paths)
        return
    from seocheck.history.record import recording

    with recording(file) as recorder:
        yield HistoryOfRun(recorder, paths, file)


def _tell_new_scale(trend: Trend) -> None:
    """A line where the run before had scores on another scale: a --min-score chosen for that means something else."""
    then, now = ([run.basis.split(" ")[0] for run in trend.runs] if len(trend.runs) > 1 else ["", ""])[-2:]
    if then and now and then != now:
        notify(f"note: scores are on scale {now}, and were on scale {then} in the run before: choose --min-score anew")


def _revision() -> str:
    from seocheck.gates.git import Repository

    try:
        return Repository().revision()
    except SeocheckError:  # no git, or no repository
        return ""
