"""The time an article may take: processor time of the thread that checks it, and several times that by the clock."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

CLOCK = 12
"""Times as long that an article may take by the clock, on a machine that has other work to do."""

CLOCK_LEAST = 5.0
"""Seconds that it may take by the clock in any case."""

AGAIN = 0.5
"""Seconds after which what did not end is told once more that it is over: an exception may be lost in a finalizer."""

HELD = 0.05
"""Seconds after which to look again while something is loaded that is not to be interrupted."""


class OverBudgetError(BaseException):
    """The time is up. No Exception, since what rules raise is caught, and the run goes on with the next rule.

    by_clock: whether it took too long by the clock, and not too much of a processor. rule: the rule of somebody's own
    that was running; "" for none.
    """

    by_clock = False
    rule = ""


def seconds_by_clock(seconds: float) -> float:
    """Seconds by the clock for an article that may take so many of a processor."""
    return max(CLOCK * seconds, CLOCK_LEAST)


class Limit:
    """What is left for the article that a thread checks.

    cpu: gives the seconds of processor time that the thread has had, from any thread; None where the system cannot
    tell, and only the clock counts.
    """

    def __init__(self, seconds: float, cpu: Callable[[], float] | None) -> None:
        self._seconds = seconds
        self._cpu = cpu
        self._start = (cpu() if cpu else 0.0, time.monotonic())
        self._not_counted = (0.0, 0.0)
        self._began: tuple[float, float] | None = None
        self._imports = _imports_in(sys._getframe())
        self.by_clock = False

    def left(self, frame: FrameType | None) -> float:
        """Seconds by the clock that it may go on in any case; 0 when its time is up. frame: where the thread is."""
        if self._began is not None or _imports_in(frame) > self._imports:
            return HELD  # half a library or half a dictionary would be of no use to the articles that follow
        cpu, clock = self._used()
        by_time = seconds_by_clock(self._seconds) - clock
        by_work = self._seconds - cpu if self._cpu else by_time
        self.by_clock = by_time <= 0 < by_work
        return max(min(by_time, by_work), 0.0)

    def hold(self) -> bool:
        """Count no more. Whether it was counted until now."""
        if self._began is not None:
            return False
        self._began = self._now()
        return True

    def go_on(self) -> None:
        """Count again."""
        now, began = self._now(), self._began or self._now()
        self._not_counted = (
            self._not_counted[0] + now[0] - began[0],
            self._not_counted[1] + now[1] - began[1],
        )
        self._began = None

    def _now(self) -> tuple[float, float]:
        return self._cpu() if self._cpu else 0.0, time.monotonic()

    def _used(self) -> tuple[float, float]:
        now, start, less = self._now(), self._start, self._not_counted
        return now[0] - start[0] - less[0], now[1] - start[1] - less[1]


def _imports_in(frame: FrameType | None) -> int:
    """How many imports a thread is in the middle of."""
    count = 0
    while frame is not None:
        count += frame.f_code.co_filename == "<frozen importlib._bootstrap>"
        frame = frame.f_back
    return count


class _Mine(threading.local):
    limit: Limit | None = None


_mine = _Mine()


@contextmanager
def not_counted() -> Iterator[None]:
    """Around what is loaded once for all articles: it is not counted, and is not interrupted."""
    limit = _mine.limit
    if limit is None or not limit.hold():
        yield
        return
    try:
        yield
    finally:
        limit.go_on()


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise OverBudgetError in the block when it has had more processor time, or far more time by the clock.

    In the main thread an alarm does that, where the system has one (not on Windows) and nobody else uses it, and
    elsewhere another thread: see `seocheck.base.limits_watch`. Within another limit this one does nothing.
    """
    if _mine.limit is not None:
        yield
        return
    if _has_alarm():
        limit = Limit(seconds, time.thread_time)
        guard = _alarm(limit, seconds)
    else:
        from seocheck.base.limits_watch import clock_of_this_thread, watch

        limit = Limit(seconds, clock_of_this_thread())
        guard = watch(limit)
    _mine.limit = limit
    try:
        with guard:
            yield
    except OverBudgetError as error:
        error.by_clock = limit.by_clock
        raise
    finally:
        _mine.limit = None


@contextmanager
def _alarm(limit: Limit, first: float) -> Iterator[None]:
    """Look for the first time after so many seconds."""
    counting = True

    def look(number: int, frame: FrameType | None) -> None:
        if not counting:
            return
        left = limit.left(frame)
        # A thread has no more of a processor than the clock goes on: it is early enough to look again after that.
        signal.setitimer(signal.ITIMER_REAL, max(left, 0.001) if left else AGAIN)
        if not left:
            raise OverBudgetError

    before = signal.signal(signal.SIGALRM, look)
    try:
        try:
            signal.setitimer(signal.ITIMER_REAL, first)
            yield
        finally:
            counting = False
            signal.setitimer(signal.ITIMER_REAL, 0)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)  # the alarm may have come in the lines above
        signal.signal(signal.SIGALRM, before)


def _has_alarm() -> bool:
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
        and signal.getitimer(signal.ITIMER_REAL)[0] == 0
    )


def cpu_seconds(process: int | None) -> float | None:
    """Seconds of processor time that another process has had; None where the system does not tell (not Linux)."""
    try:
        with open(f"/proc/{process}/stat", "rb") as file:
            fields = file.read().rpartition(b")")[2].split()  # a name in parentheses is before
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return None
