"""The time an article may take."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class OverBudgetError(BaseException):
    """The time is up. No Exception, since what rules raise is caught, and the run goes on with the next rule."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise OverBudgetError in the block when it has taken longer, counted by the clock on the wall.

    Where the system has no alarm (Windows), in another thread than the main one, and where somebody else uses the
    alarm, nothing is limited.
    """
    if not _has_alarm():
        yield
        return
    before = signal.signal(signal.SIGALRM, _raise)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    finally:
        signal.signal(signal.SIGALRM, before)


def _has_alarm() -> bool:
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
        and signal.getitimer(signal.ITIMER_REAL)[0] == 0
    )


def _raise(*_: object) -> None:
    raise OverBudgetError
