"""The time limit where there is no alarm: in other threads than the main one, on Windows, beside another's alarm.

A second thread looks at the clocks and has Python raise the exception in the first. That interrupts all that is
Python, and no call into a library that does not return. How much of a processor another thread has had only Linux and
some other systems tell; where they do not, as on macOS and Windows, only the clock counts.
"""

from __future__ import annotations

import ctypes
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from seocheck.base.limits import AGAIN, HELD, Limit, OverBudgetError


@contextmanager
def watch(limit: Limit) -> Iterator[None]:
    """Raise OverBudgetError in this thread when the limit is reached."""
    watching = _Watch(limit)
    try:
        watching.start()
        try:
            yield
        finally:
            watching.end()
    finally:
        watching.end()  # the exception may have come in the lines above


class _Watch(threading.Thread):
    def __init__(self, limit: Limit) -> None:
        super().__init__(name="seocheck-time-limit", daemon=True)
        self._limit = limit
        self._watched = threading.get_ident()
        self._ended = threading.Event()
        self._lock = threading.Lock()
        self._told = False

    def run(self) -> None:
        pause = 0.0
        while not self._ended.wait(pause):
            left = self._limit.left(sys._current_frames().get(self._watched))
            if left:
                pause = max(left, HELD)
                continue
            pause = AGAIN
            with self._lock:
                if not self._ended.is_set():
                    self._told = True
                    _raise_in(self._watched, OverBudgetError)

    def end(self) -> None:
        """Look no more, and take back what was said and has not been heard yet."""
        with self._lock:
            self._ended.set()
            if self._told:
                _raise_in(self._watched, None)


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    """Have an exception raised in a thread when it next runs Python; None for none any more."""
    given = None if error is None else ctypes.py_object(error)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), given)


def clock_of_this_thread() -> Callable[[], float] | None:
    """Gives the processor time of the thread that asks now, from any thread; None where the system cannot."""
    if not hasattr(time, "pthread_getcpuclockid"):
        return None
    clock = time.pthread_getcpuclockid(threading.get_ident())
    return lambda: time.clock_gettime(clock)
