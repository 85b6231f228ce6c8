"""Ends a process that has done its work, without taking apart what it holds.

Python frees every object one by one when it ends, which takes a fifth of a run that looked up words; the system takes
all memory back at once.
"""

from __future__ import annotations

import os
import sys
from typing import Any


def end_at_once(code: Any) -> None:
    """End the process, once all is written and what asked to be called at the end was called.

    Returns where the usual end is needed: for any exit code but 0 and 1, after which something may be left to tidy up,
    with a thread that must be waited for, under a debugger or profiler, and where output cannot be written.
    """
    if code not in (None, 0, 1) or sys.flags.inspect or sys.gettrace() or sys.getprofile() or _threads_left():
        return
    import atexit

    atexit._run_exitfuncs()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return
    os._exit(int(code or 0))


def _threads_left() -> bool:
    """Whether Python would wait for a thread; a process that has never started one has not imported the module."""
    threading: Any = sys.modules.get("threading")
    if threading is None:
        return False
    main = threading.main_thread()
    return any(not each.daemon and each is not main for each in threading.enumerate())
