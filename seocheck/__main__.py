"""The command, as `seocheck` and as `python -P -m seocheck`: signals are heard from the first import on.

Importing the command line takes a while. Interrupted over it, Python would print where it was.
"""

import sys

if not sys.flags.safe_path and __name__ == "__main__":
    # Without -P Python puts the working folder first, where a stranger's modules may lie.
    del sys.path[0]

import contextlib
import os
import signal
from types import FrameType
from typing import Any

INTERRUPTED = 128 + signal.SIGINT
TERMINATED = 128 + signal.SIGTERM


def run() -> None:
    """Run the command and exit. Interrupted, it exits with 130, terminated with 143: either way it tidies up first."""
    interrupts = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # a job in the background ignores them
    if interrupts:
        signal.signal(signal.SIGINT, _leave)
    code: Any = 0
    try:
        from seocheck.runs.garbage import collect_less

        collect_less()  # before the imports, which make many objects and no garbage
        from seocheck.cli import main

        sys.unraisablehook = _unraisable
        if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
            signal.signal(signal.SIGTERM, _terminated)
        if interrupts:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        main()
    except KeyboardInterrupt:
        code = INTERRUPTED
        _say("interrupted")
    except SystemExit as ended:
        code = ended.code
        if code == TERMINATED:
            _say("terminated")
    if interrupts:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is done
    from seocheck.base.ending import end_at_once

    end_at_once(code)
    sys.exit(code)


def _leave(number: int, frame: FrameType | None) -> None:
    """Leave at once: while modules are imported, there is nothing to tidy up."""
    _say("interrupted")
    os._exit(INTERRUPTED)


def _terminated(number: int, frame: FrameType | None) -> None:
    """End like any program that exits, so that nothing half written is left behind."""
    from seocheck.errors import Terminated

    raise Terminated(TERMINATED)


def _unraisable(unraisable: Any) -> None:
    """A signal that came where Python can only drop what it raises comes once more."""
    from seocheck.errors import Terminated

    if issubclass(unraisable.exc_type, KeyboardInterrupt | Terminated):
        from threading import Thread, get_ident

        number = signal.SIGINT if issubclass(unraisable.exc_type, KeyboardInterrupt) else signal.SIGTERM
        Thread(target=_once_more, args=(number, get_ident())).start()
    else:
        sys.__unraisablehook__(unraisable)


def _once_more(number: int, thread: int) -> None:
    """Send a signal to this process, but not while that thread is in `_unraisable`: there it would be dropped again,
    and starting a thread may take long."""
    from time import sleep

    sleep(0.01)
    frame = sys._current_frames().get(thread)
    while frame is not None:
        if frame.f_code is _unraisable.__code__:
            sleep(0.01)
            frame = sys._current_frames().get(thread)
        else:
            frame = frame.f_back
    os.kill(os.getpid(), number)


def _say(what: str) -> None:
    with contextlib.suppress(OSError):
        os.write(2, f"seocheck: {what}\n".encode())


if __name__ == "__main__":
    run()
